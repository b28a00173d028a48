package org.counterpose.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.counterpose.approval.ClinicKey;
import org.counterpose.library.Library;
import org.counterpose.library.PackFolder;
import org.counterpose.store.Database;
import org.counterpose.store.SecretFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key to sign packs with. */
@Command(
    name = "new-key",
    description =
        "Makes a key to sign packs with, and tells the line that the clinic's settings need.")
final class NewKeyCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = "Where to keep it; outside the folder of packs and outside the data folder.")
  private Path file = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Path folder = isIn();
    while (folder != null) {
      String where = folder.toString();
      lies(folder)
          .ifPresent(
              what -> {
                throw new WrongUse(
                    "Keep the key elsewhere, where neither packs nor the data are: "
                        + where
                        + " is "
                        + what
                        + ".");
              });
      folder = folder.getParent();
    }
    ClinicKey key = ClinicKey.make();
    try {
      SecretFile.make(file, key.pem().getBytes(StandardCharsets.US_ASCII));
    } catch (FileAlreadyExistsException e) {
      throw new WrongUse("There is something at " + file + " already.");
    } catch (IOException e) {
      throw new WrongUse("Nothing can be written at " + file + ".");
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println("Written: " + file + ". Who has this file can approve in the clinic's name.");
    out.println("In the clinic's settings, clinic.yaml, this line names it:");
    out.println("approvedBy: [\"" + key.publicHalf() + "\"]");
    out.flush();
    return 0;
  }

  /** The nearest folder that is there, wherever links to it lead; null where there is none. */
  private @Nullable Path isIn() {
    Path folder = file.toAbsolutePath().normalize().getParent();
    while (folder != null) {
      try {
        return folder.toRealPath();
      } catch (IOException e) {
        folder = folder.getParent();
      }
    }
    return null;
  }

  /** What a folder is that goes to others, or is copied, with all that lies in it. */
  private static Optional<String> lies(Path folder) {
    if (PackFolder.is(folder)) {
      return Optional.of("a pack");
    }
    if (Database.isIn(folder)) {
      return Optional.of("a data folder");
    }
    return folder.endsWith(ClinicSettings.PROGRAMMES) && Library.holdsPacks(folder)
        ? Optional.of("a folder of packs")
        : Optional.empty();
  }
}

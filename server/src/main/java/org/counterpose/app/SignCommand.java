package org.counterpose.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.counterpose.approval.Approval;
import org.counterpose.approval.ClinicKey;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.library.Pack;
import org.counterpose.library.PackFolder;
import org.counterpose.programme.Programme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs a pack in the clinic's name. */
@Command(
    name = "sign",
    description =
        "Signs a pack as it is now: who stands behind it, and when. A change of any file ends it.")
final class SignCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PACK", description = "The folder of a pack without problems.")
  private Path folder = Path.of("");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The key, made by ./run new-key.")
  private Path keyFile = Path.of("");

  @Option(
      names = "--by",
      required = true,
      paramLabel = "NAME",
      description = "Who stands behind it, such as \"Dr. Ada Example\".")
  private String by = "";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!Approval.isName(by)) {
      throw new WrongUse("--by is the name of who stands behind the pack, in one line.");
    }
    ClinicKey key = key();
    Problems problems = new Problems();
    Pack pack = PackFolder.read(folder, problems).orElseThrow(() -> new BadPack(problems));
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    if (!says(pack.programme().approval(), today)) {
      problems.add(
          new Place(folder.resolve("programme.yaml").toString(), 0, "approval"),
          "everybody reads this line, and it must say what you sign. Write: approval: {status:"
              + " approved, by: \""
              + by
              + "\", on: \""
              + today
              + "\", version: \""
              + pack.programme().version()
              + "\"}");
      throw new BadPack(problems);
    }
    Approval approval =
        Approval.sign(folder, key, by, today, problems).orElseThrow(() -> new BadPack(problems));
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(
        pack.programme() + " is approved by " + approval.by() + " on " + approval.on() + ".");
    out.println("Digest: " + approval.digest());
    out.flush();
    return 0;
  }

  /** Whether the pack itself names who signs it, and no day to come. */
  private boolean says(Programme.Approval approval, LocalDate today) {
    return switch (approval) {
      case Programme.Approval.Draft draft -> false;
      case Programme.Approval.Approved approved ->
          approved.by().equals(by) && !approved.on().isAfter(today);
    };
  }

  private ClinicKey key() {
    String text;
    try {
      text = Files.readString(keyFile);
    } catch (IOException e) {
      throw new WrongUse(
          Files.exists(keyFile)
              ? "The key " + keyFile + " cannot be read."
              : "There is no key at " + keyFile + ". To make one: ./run new-key " + keyFile);
    }
    return ClinicKey.read(text)
        .orElseThrow(() -> new WrongUse(keyFile + " holds no key that ./run new-key made."));
  }
}

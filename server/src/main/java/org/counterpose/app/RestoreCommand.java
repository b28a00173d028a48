package org.counterpose.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.counterpose.store.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a backup back. */
@Command(
    name = "restore",
    description = {
      "Brings a backup back into a data folder that is missing or empty.",
      "The backup is read through first; a folder that holds anything is left as it is."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RestoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private DataFolder data = new DataFolder();

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file;

  @Override
  public Integer call() {
    return CopyInWords.tell(
        new Backup(file).restore(data.folder()), "Restored into", spec.commandLine().getErr());
  }
}

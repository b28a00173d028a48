package org.counterpose.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.counterpose.store.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a backup. */
@Command(
    name = "backup",
    description = {
      "Copies the data folder into one file, also while the product is being used.",
      "The copy is read through before it gets its name; a file that exists is never written over."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private DataFolder data = new DataFolder();

  @Parameters(paramLabel = "FILE", description = "The file to make.")
  private Path file;

  @Override
  public Integer call() {
    Backup.Outcome outcome;
    try (ProgressBar bar = ProgressBar.of(spec.commandLine().getErr())) {
      outcome = new Backup(file).make(data.folder(), bar::at);
    }
    return CopyInWords.tell(outcome, "Backed up into", spec.commandLine().getErr());
  }
}

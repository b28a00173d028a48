package org.counterpose.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.counterpose.store.Backup;
import picocli.CommandLine.Command;

/** Makes a backup. */
@Command(
    name = "backup",
    description = {
      "Copies the data folder into one file, also while the product is being used.",
      "The copy is read through before it gets its name; a file that exists is never written over."
    })
final class BackupCommand extends CopyCommand {

  @Override
  Backup.Outcome copy(Backup backup, Path folder, PrintWriter words) {
    try (ProgressBar bar = ProgressBar.of(words)) {
      return backup.make(folder, bar::at);
    }
  }

  @Override
  String done() {
    return "Backed up into";
  }
}

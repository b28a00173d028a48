package org.counterpose.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.counterpose.store.Backup;
import picocli.CommandLine.Command;

/** Brings a backup back. */
@Command(
    name = "restore",
    description = {
      "Brings a backup back into a data folder that is missing or empty.",
      "The backup is read through first; a folder that holds anything is left as it is."
    })
final class RestoreCommand extends CopyCommand {

  @Override
  Backup.Outcome copy(Backup backup, Path folder, PrintWriter words) {
    return backup.restore(folder);
  }

  @Override
  String done() {
    return "Restored into";
  }
}

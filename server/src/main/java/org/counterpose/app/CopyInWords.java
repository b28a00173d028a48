package org.counterpose.app;

import java.io.PrintWriter;
import org.counterpose.store.Backup;

/** Says what came of a backup or a restore, and gives the exit code for it. */
final class CopyInWords {

  private CopyInWords() {}

  static int tell(Backup.Outcome outcome, String done, PrintWriter err) {
    return switch (outcome) {
      case Backup.Outcome.Done(var file, long bytes) -> {
        err.printf("%s %s (%,d KB, read through without a fault).%n", done, file, bytes / 1024);
        yield 0;
      }
      case Backup.Outcome.Refused(String why) -> {
        err.println(why);
        yield 1;
      }
    };
  }
}

package org.counterpose.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.counterpose.store.Backup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A copy between a data folder and one file, and what came of it in words. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
abstract class CopyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private DataFolder data = new DataFolder();

  @Parameters(paramLabel = "FILE", description = "The file of the backup.")
  private Path file;

  /**
   * Makes the copy.
   *
   * @param words where its progress may be told
   */
  abstract Backup.Outcome copy(Backup backup, Path folder, PrintWriter words);

  /** What was done, such as "Backed up into". */
  abstract String done();

  @Override
  public final Integer call() {
    PrintWriter words = spec.commandLine().getErr();
    return switch (copy(new Backup(file), data.folder(), words)) {
      case Backup.Outcome.Done(var made, long bytes, var leftOut) -> {
        words.printf("%s %s (%,d KB, read through without a fault).%n", done(), made, bytes / 1024);
        leftOut.forEach(
            name ->
                words.printf(
                    "Not in it: %s, which is a link or cannot be read. Put the files themselves"
                        + " into the data folder, or keep a copy of them by itself.%n",
                    name));
        yield 0;
      }
      case Backup.Outcome.Refused(String why) -> {
        words.println(why);
        yield 1;
      }
    };
  }
}

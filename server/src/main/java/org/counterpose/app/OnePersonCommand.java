package org.counterpose.app;

import java.io.PrintWriter;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.counterpose.store.Database;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Something done with all that is kept of the person behind a journey, also while it is served. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
abstract class OnePersonCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private DataFolder data = new DataFolder();

  @Parameters(
      paramLabel = "JOURNEY",
      converter = JourneyId.class,
      description = "The id of the person's journey.")
  private UUID journey;

  /** Does it and tells; false where nothing is kept of such a person. */
  abstract boolean isDone(Database database, UUID journey, CommandLine line);

  @Override
  public final Integer call() {
    CommandLine line = spec.commandLine();
    try (Database database = Database.beside(data.folder())) {
      if (isDone(database, journey, line)) {
        return 0;
      }
    }
    PrintWriter words = line.getErr();
    words.println("There is no journey " + journey + ".");
    return 1;
  }
}

package org.counterpose.app;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.counterpose.store.Database;
import org.counterpose.store.PersonalData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes what is kept of a person gone. */
@Command(
    name = "erase",
    description = {
      "Deletes everything kept of a person, also while the product is being used.",
      "Appointments that the journey's summary went along to go with it, and their times are free.",
      "It cannot be undone. Backups made earlier still hold it."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class EraseCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private DataFolder data = new DataFolder();

  @Parameters(
      paramLabel = "JOURNEY",
      converter = JourneyId.class,
      description = "The id of the person's journey.")
  private UUID journey;

  @Override
  public Integer call() {
    boolean erased;
    try (Database database = Database.beside(data.folder())) {
      erased = new PersonalData(database).erase(journey);
    }
    spec.commandLine()
        .getErr()
        .println(
            erased
                ? "Erased journey " + journey + ". Backups made earlier still hold it."
                : "There is no journey " + journey + ".");
    return erased ? 0 : 1;
  }
}

package org.counterpose.app;

import java.time.Instant;
import java.util.UUID;
import org.counterpose.store.Database;
import org.counterpose.store.PersonalData;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Makes what is kept of a person gone. */
@Command(
    name = "erase",
    description = {
      "Deletes everything kept of a person, also while the product is being used.",
      "Appointments that the journey's summary went along to go with it, and their times are free.",
      "It cannot be undone. Backups made earlier still hold it."
    })
final class EraseCommand extends OnePersonCommand {

  @Override
  boolean isDone(Database database, UUID journey, CommandLine line) {
    PersonalData kept = new PersonalData(database);
    long visits = kept.visitsToCome(journey, Instant.now());
    boolean erased = kept.erase(journey);
    if (erased) {
      line.getErr().println("Erased journey " + journey + ". Backups made earlier still hold it.");
      if (visits > 0) {
        line.getErr()
            .println(
                "Visits to come that were cancelled by it: " + visits + ". Nobody else is told.");
      }
    }
    return erased;
  }
}

package org.counterpose.app;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.store.AuditLine;
import org.counterpose.store.AuditTrail;
import org.counterpose.store.Database;
import org.counterpose.store.PersonalData;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Hands over what is kept of a person. */
@Command(
    name = "export",
    description = {
      "Prints everything kept of a person as JSON, also while the product is used.",
      "The person reads in their trail that it was done."
    })
final class ExportCommand extends OnePersonCommand {

  @Override
  boolean isDone(Database database, UUID journey, CommandLine line) {
    Optional<String> document = new PersonalData(database).export(journey, true);
    document.ifPresent(
        all -> {
          new AuditTrail(database).record(exported(journey));
          line.getOut().println(all);
        });
    return document.isPresent();
  }

  private static AuditLine exported(UUID journey) {
    return new AuditLine(
        Instant.now(), Optional.empty(), AuditLine.OPERATOR, "exported", Optional.of(journey), "");
  }
}

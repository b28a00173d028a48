package org.counterpose.app;

import java.util.Optional;
import java.util.UUID;
import org.counterpose.store.PersonalData;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Hands over what is kept of a person. */
@Command(
    name = "export",
    description = "Prints everything kept of a person as JSON, also while the product is used.")
final class ExportCommand extends OnePersonCommand {

  @Override
  boolean isDone(PersonalData kept, UUID journey, CommandLine line) {
    Optional<String> document = kept.export(journey, true);
    document.ifPresent(line.getOut()::println);
    return document.isPresent();
  }
}

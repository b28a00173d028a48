package org.counterpose.app;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.counterpose.store.Database;
import org.counterpose.store.PersonalData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands over what is kept of a person. */
@Command(
    name = "export",
    description = "Prints everything kept of a person as JSON, also while the product is used.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private DataFolder data = new DataFolder();

  @Parameters(
      paramLabel = "JOURNEY",
      converter = JourneyId.class,
      description = "The id of the person's journey.")
  private UUID journey;

  @Override
  public Integer call() {
    Optional<String> document;
    try (Database database = Database.beside(data.folder())) {
      document = new PersonalData(database).export(journey);
    }
    document.ifPresentOrElse(
        spec.commandLine().getOut()::println,
        () -> spec.commandLine().getErr().println("There is no journey " + journey + "."));
    return document.isPresent() ? 0 : 1;
  }
}

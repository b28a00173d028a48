package org.counterpose.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.ClinicReader;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;

/**
 * Where the clinic's settings are: {@code clinic.yaml} in the data folder, or else the ones that
 * ship.
 */
final class ClinicSettings {

  private static final String FILE = "clinic.yaml";

  private ClinicSettings() {}

  /** The file that counts. */
  static Path file(Configuration configuration) {
    Path own = configuration.data().resolve(FILE);
    return Files.exists(own) ? own : configuration.home().resolve("settings").resolve(FILE);
  }

  /** The clinic, where there was no problem in its settings. */
  static Optional<Clinic> load(Configuration configuration, Problems problems) {
    return read(file(configuration), problems);
  }

  /** The clinic of one file. */
  static Optional<Clinic> read(Path file, Problems problems) {
    try {
      return Documents.text(file.toString(), Files.readAllBytes(file), problems)
          .flatMap(text -> Documents.yaml(file.toString(), text, problems))
          .flatMap(settings -> ClinicReader.read(settings, problems));
    } catch (IOException e) {
      problems.add(new Place(file.toString(), 0, ""), "the clinic's settings cannot be read");
      return Optional.empty();
    }
  }
}

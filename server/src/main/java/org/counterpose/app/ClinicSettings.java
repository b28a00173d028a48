package org.counterpose.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpose.approval.ClinicKey;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.ClinicReader;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.library.Shelves;
import org.counterpose.words.Words;

/**
 * Where the clinic's settings are: {@code clinic.yaml} in the data folder, or else the ones that
 * ship.
 */
final class ClinicSettings {

  /** The folder of packs: that of the product, and in the data folder that of the clinic. */
  static final String PROGRAMMES = "programmes";

  private static final String FILE = "clinic.yaml";
  private static final long LARGEST = 1_000_000;

  private ClinicSettings() {}

  /** The file that counts. */
  static Path file(Configuration configuration) {
    Path own = configuration.data().resolve(FILE);
    return Files.exists(own) ? own : configuration.home().resolve("settings").resolve(FILE);
  }

  /** The clinic, where there was no problem in its settings. */
  static Optional<Clinic> load(Configuration configuration, Problems problems) {
    return read(file(configuration), problems, new Problems());
  }

  /** The keys whose approval of a pack counts; where none is named, packs need no approval. */
  static Set<String> approvedBy(Configuration configuration) {
    Problems toldByRead = new Problems();
    return document(file(configuration), toldByRead)
        .map(settings -> approvedBy(settings, toldByRead))
        .orElse(Set.of());
  }

  private static Optional<Node> document(Path file, Problems problems) {
    return GivenFile.read(file, LARGEST, problems)
        .flatMap(bytes -> Documents.text(file.toString(), bytes, problems))
        .flatMap(text -> Documents.yaml(file.toString(), text, problems));
  }

  /** Where packs stand, and whose approval of them counts. */
  static Shelves shelves(Configuration configuration) {
    return new Shelves(
        configuration.home().resolve(PROGRAMMES),
        Optional.of(configuration.data().resolve(PROGRAMMES)),
        approvedBy(configuration));
  }

  private static Set<String> approvedBy(Node settings, Problems problems) {
    return Fields.of(settings, problems).stream()
        .flatMap(fields -> fields.listIfAny("approvedBy", node -> key(fields, node)).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<String> key(Fields settings, Node node) {
    return settings
        .asText(node)
        .filter(
            text -> {
              boolean key = ClinicKey.isPublicHalf(text);
              if (!key) {
                settings.problems().add(node, "is no key: write what ./run new-key printed");
              }
              return key;
            });
  }

  /**
   * The clinic of one file.
   *
   * @param doubts what is worth a second look, and no problem
   */
  static Optional<Clinic> read(Path file, Problems problems, Problems doubts) {
    return document(file, problems)
        .flatMap(
            settings -> {
              approvedBy(settings, problems);
              return new ClinicReader(Words.languages(), doubts).read(settings, problems);
            });
  }
}

package org.counterpose.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** What they are called. */
  static final String FILE = "clinic.yaml";

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

  /**
   * What the settings say of packs.
   *
   * @param keys those whose approval of a pack counts; where none is named, packs need no approval
   * @param chosen the ids of the programmes that are offered; where none is named, all are
   */
  private record OfPacks(Set<String> keys, List<Node.Text> chosen) {}

  private static Optional<Node> document(Path file, Problems problems) {
    return GivenFile.read(file, LARGEST, problems)
        .flatMap(bytes -> Documents.text(file.toString(), bytes, problems))
        .flatMap(text -> Documents.yaml(file.toString(), text, problems));
  }

  /** Where packs stand, and whose approval of them counts. */
  static Shelves shelves(Configuration configuration) {
    Problems toldByRead = new Problems();
    OfPacks settings =
        document(file(configuration), toldByRead)
            .flatMap(document -> ofPacks(document, toldByRead))
            .orElseGet(() -> new OfPacks(Set.of(), List.of()));
    return new Shelves(
        configuration.home().resolve(PROGRAMMES),
        Optional.of(configuration.data().resolve(PROGRAMMES)),
        settings.keys(),
        settings.chosen());
  }

  /**
   * What the clinic of one file chose of the programmes that ship and of those beside it, whoever
   * signed them; all of them where the file is not there or cannot be read.
   *
   * @param home where the folder of those that ship is
   */
  static Shelves choice(Path file, Path home) {
    Problems toldByRead = new Problems();
    return new Shelves(
        home.resolve(PROGRAMMES),
        Optional.of(file.resolveSibling(PROGRAMMES)),
        Set.of(),
        Optional.of(file)
            .filter(Files::exists)
            .flatMap(found -> document(found, toldByRead))
            .flatMap(document -> ofPacks(document, toldByRead))
            .map(OfPacks::chosen)
            .orElse(List.of()));
  }

  private static Optional<OfPacks> ofPacks(Node settings, Problems problems) {
    return Fields.of(settings, problems)
        .map(
            fields ->
                new OfPacks(
                    Set.copyOf(fields.listIfAny("approvedBy", node -> key(fields, node))),
                    chosen(fields)));
  }

  private static List<Node.Text> chosen(Fields settings) {
    List<Node.Text> chosen = settings.listIfAny(PROGRAMMES, settings::asTextNode);
    if (settings.any(PROGRAMMES).orElse(null) instanceof Node.Listing list
        && list.elements().isEmpty()) {
      settings.wrong(PROGRAMMES, "names none: leave the line out, and all are offered");
    }
    return chosen;
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
              ofPacks(settings, problems);
              return new ClinicReader(Words.languages(), doubts).read(settings, problems);
            });
  }
}

package org.counterpose.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.document.Shortened;
import org.counterpose.documents.Documents;

/**
 * In which order the programmes of a folder are offered: {@code order} in its {@code
 * programmes.yaml}. Those that it does not name, or all where there is no such file, follow by id.
 */
record OrderOfProgrammes(List<String> ids) {

  static final String FILE = "programmes.yaml";

  OrderOfProgrammes {
    ids = List.copyOf(ids);
  }

  /**
   * @param packs the folders of packs that there are
   */
  static OrderOfProgrammes read(Path programmesFolder, List<Path> packs, Problems problems) {
    Path file = programmesFolder.resolve(FILE);
    if (!Files.exists(file)) {
      return new OrderOfProgrammes(List.of());
    }
    Set<String> known =
        packs.stream().map(OrderOfProgrammes::id).collect(Collectors.toUnmodifiableSet());
    return new FilesOfAFolder(programmesFolder, problems)
        .text(file)
        .flatMap(text -> Documents.yaml(file.toString(), text, problems))
        .flatMap(document -> Fields.of(document, problems))
        .map(fields -> read(fields, known))
        .orElseGet(() -> new OrderOfProgrammes(List.of()));
  }

  private static OrderOfProgrammes read(Fields fields, Set<String> known) {
    Set<String> seen = new HashSet<>();
    List<String> ids = fields.list("order", node -> id(fields, node, known, seen));
    fields.noMore();
    return new OrderOfProgrammes(ids);
  }

  private static Optional<String> id(
      Fields fields, Node node, Set<String> known, Set<String> seen) {
    Optional<String> id = fields.asText(node);
    id.ifPresent(
        told -> {
          if (!known.contains(told)) {
            fields.problems().add(node, "there is no programme '" + Shortened.of(told) + "' here");
          } else if (!seen.add(told)) {
            fields.problems().add(node, "'" + told + "' is named twice");
          }
        });
    return id;
  }

  /** A pack's folder has the id of its programme, some with {@code @version} behind it. */
  private static String id(Path folder) {
    return folder.getFileName().toString().split("@", 2)[0];
  }

  List<Path> sorted(List<Path> packs) {
    return packs.stream().sorted(Comparator.comparingInt(this::place)).toList();
  }

  private int place(Path pack) {
    int named = ids.indexOf(id(pack));
    return named < 0 ? ids.size() : named;
  }
}

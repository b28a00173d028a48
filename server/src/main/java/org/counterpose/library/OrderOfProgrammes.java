package org.counterpose.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.counterpose.document.Fields;
import org.counterpose.document.Nearest;
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
    return new FilesOfAFolder(programmesFolder, problems)
        .text(file)
        .flatMap(text -> Documents.yaml(file.toString(), text, problems))
        .flatMap(document -> Fields.of(document, problems))
        .map(fields -> of(read(fields), packs, problems))
        .orElseGet(() -> new OrderOfProgrammes(List.of()));
  }

  private static List<Node.Text> read(Fields fields) {
    List<Node.Text> ids = fields.list("order", fields::asTextNode);
    fields.noMore();
    return ids;
  }

  /** The order in which somebody named them; a problem for each that is not here or named twice. */
  static OrderOfProgrammes of(List<Node.Text> named, List<Path> packs, Problems problems) {
    SortedSet<String> known =
        packs.stream().map(OrderOfProgrammes::id).collect(Collectors.toCollection(TreeSet::new));
    Set<String> ids = new LinkedHashSet<>();
    for (Node.Text id : named) {
      if (!known.contains(id.value())) {
        problems.add(
            id,
            "there is no programme '"
                + Shortened.of(id.value())
                + "' here; there are "
                + String.join(", ", known)
                + Nearest.hint(id.value(), List.copyOf(known)));
      } else if (!ids.add(id.value())) {
        problems.add(id, "'" + id.value() + "' is named twice");
      }
    }
    return new OrderOfProgrammes(List.copyOf(ids));
  }

  /** A pack's folder has the id of its programme, some with {@code @version} behind it. */
  static String id(Path folder) {
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

package org.counterpose.library;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterpose.document.Node;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;

/**
 * The files of a pack that nobody will ever see: pictures nothing names, and files nothing reads.
 */
final class UnreadFiles {

  private static final Pattern READ =
      Pattern.compile("programme\\.yaml|approval\\.sig|texts/[^/]+/[^/]+\\.md|figures/[^/]+\\.svg");
  private static final Pattern PICTURE = Pattern.compile("figures/(.+)\\.svg");

  private UnreadFiles() {}

  static void tell(Path folder, Node structure, Problems doubts) {
    Set<String> named = new HashSet<>();
    collect(structure, named);
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
      var picture = PICTURE.matcher(name);
      if (!READ.matcher(name).matches()) {
        doubts.add(new Place(file.toString(), 0, ""), "nothing reads this file");
      } else if (picture.matches() && !named.contains(picture.group(1))) {
        doubts.add(new Place(file.toString(), 0, ""), "nothing shows this picture");
      }
    }
  }

  private static void collect(Node node, Set<String> named) {
    switch (node) {
      case Node.Mapping mapping -> mapping.fields().values().forEach(one -> collect(one, named));
      case Node.Listing listing -> listing.elements().forEach(one -> collect(one, named));
      case Node.Text text -> named.add(text.value());
      case Node.Number number -> {}
      case Node.Flag flag -> {}
      case Node.Nothing nothing -> {}
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // the reader told of a folder that cannot be read
    }
  }
}

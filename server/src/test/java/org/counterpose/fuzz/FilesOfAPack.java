package org.counterpose.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterpose.document.Node;
import org.counterpose.documents.Json;
import org.counterpose.library.Starter;

/**
 * The files of a pack as one input: {@code programme.yaml}, and after each line {@code @@ NAME} the
 * file of that name. They are written to memory where the system has a folder there.
 */
final class FilesOfAPack {

  private static final String STRUCTURE = "programme.yaml";
  private static final String ID = "wrists";
  private static final int MOST_FILES = 20;
  private static final Pattern MARK = Pattern.compile("(?m)^@@ (.*)\n");

  /** No name of an input leads out of the folder: what a pack's own names may do is read. */
  private static final Pattern NAME =
      Pattern.compile("(?!.*(^|/)\\.\\.?(/|$))[A-Za-z0-9._-]{1,60}(/[A-Za-z0-9._-]{1,60}){0,5}");

  /** The folder of packs, with one. */
  static final Path PACKS = root();

  private static final Map<String, byte[]> STARTER = starter();

  private FilesOfAPack() {}

  /** The folder of the pack with these files, until the next one is written. */
  static Path write(byte[] input) {
    Map<String, byte[]> files = new LinkedHashMap<>(STARTER);
    files.putAll(parts(new String(input, StandardCharsets.ISO_8859_1)));
    return write(files);
  }

  /** The pack that was written last, its structure as JSON. */
  static Path withStructure(Node structure) {
    Path folder = PACKS.resolve(ID);
    try {
      Files.writeString(folder.resolve(STRUCTURE), escaped(Json.write(structure)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** JSON that is YAML as well: what YAML does not let stand is escaped. */
  private static String escaped(String json) {
    StringBuilder escaped = new StringBuilder();
    json.chars()
        .forEach(
            unit -> {
              if (unit < 0x7F) {
                escaped.append((char) unit);
              } else {
                escaped.append("\\u%04x".formatted(unit));
              }
            });
    return escaped.toString();
  }

  private static Path write(Map<String, byte[]> files) {
    Path folder = PACKS.resolve(ID);
    delete(folder);
    files.forEach(
        (name, content) -> {
          Path file = folder.resolve(name);
          try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
          } catch (IOException e) {
            // the name of another file's folder: such a file there cannot be
          }
        });
    return folder;
  }

  private static Map<String, byte[]> parts(String input) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    Matcher mark = MARK.matcher(input);
    String name = STRUCTURE;
    int from = 0;
    while (mark.find()) {
      put(parts, name, input.substring(from, mark.start()));
      name = mark.group(1);
      from = mark.end();
    }
    put(parts, name, input.substring(from));
    return parts;
  }

  /** An empty beginning leaves the structure as it was. */
  private static void put(Map<String, byte[]> parts, String name, String content) {
    boolean isKept = NAME.matcher(name).matches() && parts.size() < MOST_FILES;
    if (isKept && !(name.equals(STRUCTURE) && content.isEmpty())) {
      parts.put(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static Map<String, byte[]> starter() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try {
      Path folder = Starter.write(PACKS.resolve("starter"), ID);
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
          files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    delete(PACKS.resolve("starter"));
    return files;
  }

  private static Path root() {
    Path memory = Path.of("/dev/shm");
    try {
      Path root =
          Files.isWritable(memory)
              ? Files.createTempDirectory(memory, "counterpose-pack")
              : Files.createTempDirectory("counterpose-pack");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = new ArrayList<>(all.toList());
      deepestFirst.sort(Comparator.reverseOrder());
      for (Path each : deepestFirst) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

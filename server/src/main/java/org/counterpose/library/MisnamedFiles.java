package org.counterpose.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;

/**
 * Files and folders of a pack that are not read because of their name, though what they are is
 * plain: a structure that is no {@code programme.yaml}, texts in another folder, texts that do not
 * end in {@code .md}.
 */
final class MisnamedFiles {

  private static final Pattern STRUCTURE = Pattern.compile("(?i)program(me)?\\.ya?ml(\\.txt)?");
  private static final Pattern KEY = Pattern.compile("(?m)^#+ *[a-z]+\\.[a-z0-9-]+");
  private static final long LARGEST = 2_000_000;
  private static final int MOST = 500;

  private MisnamedFiles() {}

  /** A file of a folder that was most likely meant to be its structure, where it has none. */
  private static Optional<Path> structure(Path folder) {
    return PackFolder.is(folder)
        ? Optional.empty()
        : in(folder).stream()
            .filter(Files::isRegularFile)
            .filter(file -> STRUCTURE.matcher(name(file)).matches())
            .findFirst();
  }

  /** Tells a folder and those in it that a structure has another name; false without any. */
  static boolean tellStructures(Path programmes, Problems problems) {
    boolean told = tellStructure(programmes, problems);
    for (Path folder : in(programmes)) {
      told |= tellStructure(folder, problems);
    }
    return told;
  }

  private static boolean tellStructure(Path folder, Problems problems) {
    Optional<Path> structure = structure(folder);
    structure.ifPresent(
        file ->
            problems.add(
                new Place(file.toString(), 0, ""),
                "the structure of a programme is called "
                    + PackFolder.STRUCTURE
                    + ": rename this file"));
    return structure.isPresent();
  }

  /** Tells the texts of a language that are not where they are read. */
  static void tell(Path folder, String language, Problems problems) {
    Path texts = folder.resolve("texts");
    Path own = texts.resolve(language);
    if (!Files.isDirectory(own)) {
      problems.add(
          new Place(own.toString(), 0, ""), "there is no such folder of texts" + there(texts));
      return;
    }
    for (Path other : in(texts)) {
      for (Path file : in(other)) {
        if (!name(file).endsWith(".md") && isText(file)) {
          problems.add(
              new Place(file.toString(), 0, ""),
              "texts are read from files that end in .md: rename it");
        }
      }
    }
  }

  private static String there(Path texts) {
    List<String> folders =
        in(texts).stream().filter(Files::isDirectory).map(MisnamedFiles::name).toList();
    return folders.isEmpty()
        ? ""
        : "; there is "
            + folders.stream().map(name -> "texts/" + name).collect(Collectors.joining(" and "));
  }

  /** Whether a file holds what looks like the keys of texts. */
  private static boolean isText(Path file) {
    try {
      return Files.isRegularFile(file)
          && Files.size(file) <= LARGEST
          && name(file).toLowerCase(Locale.ROOT).matches(".*\\.(txt|text|markdown|md.*)|[^.]+")
          && KEY.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      return false; // what is no text in UTF-8 is no text of a pack
    }
  }

  private static List<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.limit(MOST).sorted().toList();
    } catch (IOException e) {
      return List.of(); // that a folder cannot be read is told where it is read
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}

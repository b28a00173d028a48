package org.counterpose.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;

/**
 * The files of one folder, read with bounds: each of them, how many, and all of them together.
 * Whatever cannot be had is a problem.
 */
final class FilesOfAFolder {

  private static final long LARGEST = 2_000_000;
  private static final long LARGEST_TOGETHER = 20_000_000;
  private static final int MOST = 500;

  private final Path folder;
  private final Problems problems;
  private long bytes;

  FilesOfAFolder(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /** Those within it that end so, in the order of their names; none where they are too many. */
  List<Path> in(Path inner, String ending) {
    if (!Files.isDirectory(inner)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(inner)) {
      List<Path> found =
          files
              .filter(file -> file.getFileName().toString().endsWith(ending))
              .filter(Files::isRegularFile)
              .limit(MOST + 1)
              .sorted()
              .toList();
      if (found.size() <= MOST) {
        return found;
      }
      wrong(inner, "holds more than " + MOST + " files");
    } catch (IOException | UncheckedIOException e) {
      wrong(inner, "the folder cannot be read");
    }
    return List.of();
  }

  Optional<String> text(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        return wrong(file, "there is no such file");
      }
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        return wrong(file, "leads out of the pack");
      }
      long size = Files.size(file);
      if (size > LARGEST) {
        return wrong(file, "is larger than " + LARGEST + " bytes");
      }
      bytes += size;
      return bytes > LARGEST_TOGETHER
          ? wrong(file, "makes the pack larger than " + LARGEST_TOGETHER + " bytes")
          : Documents.text(file.toString(), Files.readAllBytes(file), problems);
    } catch (IOException e) {
      return wrong(file, "cannot be read");
    }
  }

  private Optional<String> wrong(Path at, String message) {
    problems.add(new Place(at.toString(), 0, ""), message);
    return Optional.empty();
  }
}

package org.counterpose.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;

/** A file that a command was given to read. */
final class GivenFile {

  private GivenFile() {}

  /** Its content, unless there is more of it than expected; where there is none that is noted. */
  static Optional<byte[]> read(Path file, long mostBytes, Problems problems) {
    long bytes = file.toFile().length();
    if (bytes <= mostBytes) {
      return read(file, problems);
    }
    problems.add(
        new Place(file.toString(), 0, ""),
        "must be at most " + mostBytes + " bytes, has " + bytes + ": give a part of it");
    return Optional.empty();
  }

  /** Its content; where there is none the problem is noted. */
  static Optional<byte[]> read(Path file, Problems problems) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      problems.add(
          new Place(file.toString(), 0, ""),
          Files.exists(file) ? "cannot be read" : "there is no such file");
      return Optional.empty();
    }
  }
}

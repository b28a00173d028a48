package org.counterpose.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpose.document.Problems;

/** A copy of a shipped pack that a test may spoil. */
public final class PackToBreak {

  /** Stands in a replacement before what the problem should point at; it is not written. */
  static final String HERE = "§";

  private final Path folder;

  private PackToBreak(Path folder) {
    this.folder = folder;
  }

  /** The mid-back pack. */
  public static PackToBreak in(Path temporary) throws IOException {
    return of("mid-back", temporary);
  }

  public static PackToBreak of(String id, Path temporary) throws IOException {
    Path shipped = ShippedPack.programmes().resolve(id);
    Path folder = temporary.resolve(id);
    try (Stream<Path> files = Files.walk(shipped)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(shipped.relativize(file).toString()));
      }
    }
    return new PackToBreak(folder);
  }

  /** Adds a language whose texts are made of those that are there, line by line. */
  void translate(String language, UnaryOperator<String> line) throws IOException {
    Path own = folder.resolve("texts").resolve("en");
    Path other = Files.createDirectories(folder.resolve("texts").resolve(language));
    try (Stream<Path> files = Files.list(own)) {
      for (Path file : files.toList()) {
        String text =
            Files.readString(file)
                .lines()
                .map(each -> each.startsWith("# ") || each.isBlank() ? each : line.apply(each))
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(other.resolve(file.getFileName().toString()), text);
      }
    }
  }

  public Path folder() {
    return folder;
  }

  /**
   * Replaces a text that stands once in a file.
   *
   * @return the line, from 1, of the mark in the replacement, or of its beginning
   */
  public int replace(String file, String old, String with) {
    String text = text(file);
    int at = text.indexOf(old);
    if (at < 0 || text.indexOf(old, at + 1) >= 0) {
      throw new AssertionError(file + " must hold once: " + old);
    }
    int mark = Math.max(0, with.indexOf(HERE));
    String changed =
        text.substring(0, at) + with.replace(HERE, "") + text.substring(at + old.length());
    write(file, changed);
    return lineAt(changed, at + mark);
  }

  /** The line, from 1, on which a text stands once in a file. */
  int lineOf(String file, String wanted) {
    String text = text(file);
    int at = text.indexOf(wanted);
    if (at < 0 || text.indexOf(wanted, at + 1) >= 0) {
      throw new AssertionError(file + " must hold once: " + wanted);
    }
    return lineAt(text, at);
  }

  public void write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with it now, each with the name of the file within the pack. */
  List<String> problems() {
    Problems problems = new Problems();
    boolean read = PackFolder.read(folder, problems).isPresent();
    if (read != problems.isEmpty()) {
      throw new AssertionError("a pack is read exactly when nothing is wrong");
    }
    String prefix = folder + "/";
    return problems.list().stream()
        .map(Object::toString)
        .map(problem -> problem.startsWith(prefix) ? problem.substring(prefix.length()) : problem)
        .toList();
  }

  private static int lineAt(String text, int position) {
    return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
  }
}

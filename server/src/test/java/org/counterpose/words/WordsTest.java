package org.counterpose.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

  /**
   * A key as code and templates write it; a trailing dot or dash begins a key that is put together.
   */
  private static final Pattern SAID = Pattern.compile("\"([a-z]+(?:\\.[a-z0-9-]*)+)\"");

  private static final Pattern SAID_AT_ONCE =
      Pattern.compile("say\\(\\s*\"([a-z.0-9-]+)\"\\s*[,)]");

  private static final Path SOURCES = Path.of("src", "main");

  private final Words words = Words.load("en");

  @Test
  void every_key_that_is_said_is_there() throws IOException {
    Set<String> missing =
        sources()
            .flatMap(source -> found(SAID_AT_ONCE, source))
            .filter(key -> !key.endsWith("."))
            .filter(key -> !words.keys().contains(key))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(missing).isEmpty();
  }

  @Test
  void every_key_is_said_somewhere() throws IOException {
    List<String> said = sources().flatMap(source -> found(SAID, source)).toList();
    Set<String> whole = Set.copyOf(said);
    Set<String> unused =
        words.keys().stream()
            .filter(key -> !whole.contains(key))
            .filter(key -> said.stream().noneMatch(part -> puts(part, key)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(unused).isEmpty();
  }

  /** Whether a key is put together from a beginning that ends in a dot, or a stem and an ending. */
  private static boolean puts(String part, String key) {
    return part.endsWith(".") && key.startsWith(part)
        || key.startsWith(part + ".") && key.matches(".*\\.(title|body|go)");
  }

  @Test
  void a_key_that_is_not_there_is_a_fault() {
    assertThatThrownBy(() -> words.say("no.such.key")).hasMessageContaining("no.such.key");
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group(1));
  }

  private static Stream<String> sources() throws IOException {
    return Stream.concat(files(SOURCES.resolve("java")), files(SOURCES.resolve("jte")))
        .map(WordsTest::read);
  }

  private static Stream<Path> files(Path folder) throws IOException {
    return Files.walk(folder)
        .filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(".jte"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.counterpose.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A language is whole, or it is not there. */
class WordsInEveryLanguageTest {

  private static final Path WORDS = Path.of("src", "main", "resources", "words");
  private static final String FIRST = "en";

  /** An argument, whether the page or its script fills it in. */
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)");

  /** What English says where a date or a time is written. */
  private static final Pattern DATE = Pattern.compile("(E+ )?d M+( y+)?(, HH:mm)?|HH:mm");

  private static final int MOST_ARGUMENTS = 10;

  static List<String> languages() throws IOException {
    try (Stream<Path> folders = Files.list(WORDS)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void there_are_english_and_spanish() throws IOException {
    assertThat(languages()).contains("en", "es");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void each_file_says_what_the_english_one_says_and_no_more(String language) throws IOException {
    assertThat(keysByFile(language)).isEqualTo(keysByFile(FIRST));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void each_text_takes_the_same_arguments(String language) throws IOException {
    assertThat(arguments(language)).isEqualTo(arguments(FIRST));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void each_text_can_be_said_with_none_one_and_many(String language) throws IOException {
    Locale locale = Locale.of(language);
    patterns(language)
        .forEach(
            (key, pattern) ->
                IntStream.of(0, 1, 2, 1000)
                    .forEach(
                        count ->
                            assertThatCode(() -> say(pattern, locale, count))
                                .as(key)
                                .doesNotThrowAnyException()));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void a_single_apostrophe_swallows_no_argument(String language) throws IOException {
    patterns(language)
        .forEach(
            (key, pattern) ->
                assertThat(pattern.replace("''", "").replaceAll("'\\{\\w+}'", ""))
                    .as(key)
                    .doesNotContain("'"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void each_date_is_written_of_the_same_parts(String language) throws IOException {
    assertThat(partsOfDates(language)).isEqualTo(partsOfDates(FIRST));
  }

  private static String say(String pattern, Locale locale, int count) {
    Object[] counts = IntStream.range(0, MOST_ARGUMENTS).mapToObj(i -> count).toArray();
    return new MessageFormat(pattern, locale).format(counts);
  }

  private static Map<String, Set<Integer>> partsOfDates(String language) throws IOException {
    Set<String> dates =
        patterns(FIRST).entrySet().stream()
            .filter(entry -> DATE.matcher(entry.getValue()).matches())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    Map<String, Set<Integer>> parts = new TreeMap<>();
    patterns(language)
        .forEach(
            (key, said) -> {
              if (dates.contains(key)) {
                parts.put(key, parts(said));
              }
            });
    return parts;
  }

  /** The letters of a pattern of dates that stand for parts, not for themselves. */
  private static Set<Integer> parts(String said) {
    return new MessageFormat(said)
        .format(new Object[0])
        .replaceAll("'[^']*'", "")
        .chars()
        .filter(Character::isLetter)
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Set<String>> arguments(String language) throws IOException {
    Map<String, Set<String>> arguments = new TreeMap<>();
    patterns(language)
        .forEach(
            (key, pattern) ->
                arguments.put(
                    key,
                    ARGUMENT
                        .matcher(pattern)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new))));
    return arguments;
  }

  private static Map<String, String> patterns(String language) throws IOException {
    Map<String, String> patterns = new TreeMap<>();
    for (Properties file : files(language).values()) {
      file.forEach((key, pattern) -> patterns.put((String) key, (String) pattern));
    }
    return patterns;
  }

  private static Map<String, Set<String>> keysByFile(String language) throws IOException {
    Map<String, Set<String>> keys = new TreeMap<>();
    files(language)
        .forEach((name, file) -> keys.put(name, new TreeSet<>(file.stringPropertyNames())));
    return keys;
  }

  private static Map<String, Properties> files(String language) throws IOException {
    Map<String, Properties> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(WORDS.resolve(language))) {
      for (Path file : found.toList()) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
          properties.load(reader);
        }
        files.put(file.getFileName().toString(), properties);
      }
    }
    return files;
  }
}

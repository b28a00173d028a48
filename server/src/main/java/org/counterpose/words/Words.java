package org.counterpose.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the product says in one language, by key; the patterns are {@link MessageFormat}'s. What a
 * programme says stands in its pack instead.
 */
public final class Words {

  /** The files of each language. */
  private static final List<String> ROOMS =
      List.of(
          "site",
          "refused",
          "check",
          "trial",
          "device",
          "coach",
          "verdict",
          "compare",
          "booking",
          "people",
          "clinic",
          "reminder",
          "sheet");

  private static final String FIRST = "en";

  /**
   * The key of the tag by which figures are written: not all who share a language write them alike.
   */
  private static final String FIGURES = "site.figures";

  private final Locale locale;
  private final Locale figures;

  private final Map<String, Saying> sayings;

  /**
   * How dates are written, by the keys that say it: reading a pattern takes longer than using it.
   */
  private final Map<List<String>, DateTimeFormatter> dates = new ConcurrentHashMap<>();

  private Words(Locale locale, Locale figures, Map<String, Saying> sayings) {
    this.locale = locale;
    this.figures = figures;
    this.sayings = Map.copyOf(sayings);
  }

  /**
   * The words of a language.
   *
   * @param language such as {@code en}
   * @throws IllegalStateException where a file of it is missing or two files say the same key
   */
  public static Words load(String language) {
    return of(Locale.of(language), patterns(language));
  }

  /** Words of a language that has no files. */
  public static Words of(Locale locale, Map<String, String> patterns) {
    Locale figures =
        Optional.ofNullable(patterns.get(FIGURES)).map(Locale::forLanguageTag).orElse(locale);
    Map<String, Saying> sayings = new HashMap<>();
    patterns.forEach((key, pattern) -> sayings.put(key, Saying.of(pattern, figures)));
    return new Words(locale, figures, sayings);
  }

  /** What is written in the files of a language, by key. */
  public static Map<String, String> patterns(String language) {
    Map<String, String> patterns = new HashMap<>();
    for (String room : ROOMS) {
      read(file(language, room))
          .forEach(
              (key, pattern) -> {
                if (patterns.put((String) key, (String) pattern) != null) {
                  throw new IllegalStateException("'" + key + "' is said twice in " + language);
                }
              });
    }
    return patterns;
  }

  /** Every language that there are words in, English first: it is enough to add the files. */
  public static List<String> languages() {
    return Stream.concat(
            Stream.of(FIRST),
            Stream.of(Locale.getISOLanguages())
                .filter(language -> !language.equals(FIRST))
                .filter(
                    language -> Words.class.getResource(file(language, ROOMS.getFirst())) != null)
                .sorted())
        .toList();
  }

  private static String file(String language, String room) {
    return "/words/" + language + "/" + room + ".properties";
  }

  private static Properties read(String file) {
    try (InputStream stream = Words.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("no words at " + file);
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words for a key, with the arguments in their places. */
  public String say(String key, Object... arguments) {
    Saying saying = sayings.get(key);
    if (saying == null) {
      throw new IllegalArgumentException("no words for '" + key + "'");
    }
    return saying.with(arguments);
  }

  /** What is written under a key: whole as it stands, or with places for arguments. */
  private sealed interface Saying {

    static Saying of(String pattern, Locale figures) {
      MessageFormat format = new MessageFormat(pattern, figures);
      return format.getFormats().length == 0
          ? new Whole(format.format(new Object[0]))
          : new Places(format);
    }

    String with(Object... arguments);

    record Whole(String text) implements Saying {
      @Override
      public String with(Object... arguments) {
        return text;
      }
    }

    record Places(MessageFormat format) implements Saying {
      @Override
      public String with(Object... arguments) {
        return ((MessageFormat) format.clone()).format(arguments); // one is for one thread
      }
    }
  }

  /** How dates and times are written: the patterns under these keys, one after the other. */
  public DateTimeFormatter dates(String... keys) {
    return dates.computeIfAbsent(
        List.of(keys),
        asked ->
            DateTimeFormatter.ofPattern(
                asked.stream().map(this::say).collect(Collectors.joining(", ")), locale));
  }

  public Locale locale() {
    return locale;
  }

  /** How figures are written. */
  Locale figures() {
    return figures;
  }

  /** The language, such as {@code en}. */
  public String language() {
    return locale.getLanguage();
  }

  /** What a language is called in this one, such as {@code Spanish}. */
  public String named(String other) {
    return Locale.of(other).getDisplayLanguage(locale);
  }

  /** Every key there is. */
  public Set<String> keys() {
    return sayings.keySet();
  }
}

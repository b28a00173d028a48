package org.counterpose.booking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a clinic says of itself: in its own language, and in others where it wrote it in them.
 *
 * @param own the clinic's language, for who reads none of the others
 * @param each the texts by language, one in the clinic's own among them
 * @param numbers telephone numbers that stand in some of them and can be dialled, as they are
 *     written there
 */
public record ClinicText(String own, Map<String, String> each, List<String> numbers) {

  public ClinicText {
    each = Map.copyOf(each);
    numbers = List.copyOf(numbers);
    if (!each.containsKey(own)) {
      throw new IllegalArgumentException(
          "what a clinic says is there in its own language '" + own + "', got " + each.keySet());
    }
  }

  /** In which nothing can be dialled. */
  ClinicText(String own, Map<String, String> each) {
    this(own, each, List.of());
  }

  /** In one language alone. */
  public static ClinicText in(String language, String text) {
    return new ClinicText(language, Map.of(language, text));
  }

  /** The same, with numbers in it that can be dialled. */
  ClinicText dialling(List<String> these) {
    return new ClinicText(own, each, these);
  }

  /** As who reads a language is told it. */
  public String to(String reader) {
    return Objects.requireNonNull(each.get(languageFor(reader)));
  }

  /** The language of what who reads one is told. */
  public String languageFor(String reader) {
    return each.containsKey(reader) ? reader : own;
  }

  /** A stretch of a text: words, or a number that can be dialled. */
  public record Piece(String text, boolean number) {}

  /** As who reads a language is told it, with the numbers that can be dialled apart. */
  public List<Piece> pieces(String reader) {
    String text = to(reader);
    if (numbers.isEmpty()) {
      return List.of(new Piece(text, false));
    }
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    Matcher found = anyNumber().matcher(text);
    while (found.find()) {
      if (found.start() > from) {
        pieces.add(new Piece(text.substring(from, found.start()), false));
      }
      pieces.add(new Piece(found.group(), true));
      from = found.end();
    }
    if (from < text.length()) {
      pieces.add(new Piece(text.substring(from), false));
    }
    return List.copyOf(pieces);
  }

  /** The longest first, and none within another number: 911 is not a part of 9115. */
  private Pattern anyNumber() {
    return Pattern.compile(
        numbers.stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?<![0-9])(?:", ")(?![0-9])")));
  }
}

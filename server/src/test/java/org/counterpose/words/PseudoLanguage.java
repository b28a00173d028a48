package org.counterpose.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A language that nobody speaks, made of English: it is written from right to left in Hebrew
 * letters, each text is longer, and stands in brackets. What is still in Latin letters where it is
 * read was never translated.
 */
public final class PseudoLanguage {

  /** Its dates and names are those of the letters that it is written in. */
  public static final String LANGUAGE = "he";

  private static final String LETTERS =
      "\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8\u05d9\u05db\u05dc\u05de"
          + "\u05e0\u05e1\u05e2\u05e4\u05e6\u05e7\u05e8\u05e9\u05ea\u05d0\u05d1\u05d2\u05d3";

  /** What English says where a date or a time is written. */
  private static final Pattern DATE = Pattern.compile("(E+,? )?d M+( y+)?(, HH:mm)?|HH:mm");

  private static final Pattern CHOICE = Pattern.compile("(\\{\\d+,choice,)(.*)}", Pattern.DOTALL);

  private PseudoLanguage() {}

  /** English, and this. */
  public static AllWords withEnglish() {
    return new AllWords(List.of(Words.load("en"), words()));
  }

  static Words words() {
    Map<String, String> patterns = new HashMap<>();
    Words.patterns("en").forEach((key, english) -> patterns.put(key, of(english)));
    patterns.put("site.direction", "rtl");
    patterns.put("site.figures", LANGUAGE);
    return Words.of(Locale.of(LANGUAGE), patterns);
  }

  private static String of(String english) {
    if (DATE.matcher(english).matches() || english.chars().noneMatch(Character::isLetter)) {
      return english;
    }
    int longer = english.length() / 4;
    return "[" + message(english) + " " + LETTERS.substring(0, Math.min(longer, 20)) + "]";
  }

  /** The letters of a pattern of messages; arguments, and what is quoted, stay. */
  private static String message(String pattern) {
    StringBuilder written = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      int end =
          switch (pattern.charAt(at)) {
            case '\'' -> pattern.indexOf('\'', at + 1) + 1;
            case '{' -> closing(pattern, at);
            default -> at + 1;
          };
      String part = pattern.substring(at, end);
      written.append(
          part.startsWith("{") ? argument(part) : part.startsWith("'") ? part : letters(part));
      at = end;
    }
    return written.toString();
  }

  private static int closing(String pattern, int from) {
    int depth = 0;
    for (int at = from; at < pattern.length(); at++) {
      depth += pattern.charAt(at) == '{' ? 1 : pattern.charAt(at) == '}' ? -1 : 0;
      if (depth == 0) {
        return at + 1;
      }
    }
    throw new IllegalArgumentException("no end of an argument in " + pattern);
  }

  /** An argument as it is, or the texts of its choices. */
  private static String argument(String argument) {
    Matcher choice = CHOICE.matcher(argument);
    if (!choice.matches()) {
      return argument;
    }
    List<String> choices = new ArrayList<>();
    for (String each : choice.group(2).split("\\|(?![^{]*})", -1)) {
      int text = each.indexOf('#') >= 0 ? each.indexOf('#') : each.indexOf('<');
      choices.add(each.substring(0, text + 1) + message(each.substring(text + 1)));
    }
    return choice.group(1) + String.join("|", choices) + "}";
  }

  private static String letters(String text) {
    return text.chars()
        .mapToObj(
            each ->
                each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z'
                    ? LETTERS.substring((each | 32) - 'a', (each | 32) - 'a' + 1)
                    : String.valueOf((char) each))
        .collect(Collectors.joining());
  }

  /** Puts this language beside the texts of every pack in a folder of packs. */
  public static void translatePacks(Path programmes) {
    for (Path english : files(programmes, path -> path.endsWith("texts/en"))) {
      Path folder = english.resolveSibling(LANGUAGE);
      for (Path file : files(english, path -> path.toString().endsWith(".md"))) {
        try {
          Files.createDirectories(folder);
          Files.write(
              folder.resolve(file.getFileName()),
              Files.readAllLines(file).stream()
                  .map(line -> line.startsWith("# ") ? line : letters(line))
                  .toList());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static List<Path> files(Path folder, Predicate<Path> which) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(which).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.counterpose.programme;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many years at an English-speaking school a text asks for: the Flesch-Kincaid grade (Kincaid
 * and others, 1975). A reader's age is about the grade and five. Syllables are counted by their
 * vowels, which is right for about nine words in ten.
 */
final class ReadingGrade {

  /**
   * Above this a text is told: our readers are eleven, grade 6, and one grade more is within what a
   * rough count may err by.
   */
  static final double MOST = 7;

  /** In shorter texts one long word that cannot be avoided would decide. */
  static final int FEWEST_WORDS = 25;

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'’-]*|[0-9][0-9.,]*");
  private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?:;]+(?=\\s|$)");
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

  /** The last vowel of "side", "while" and "turned", not that of "table", "knee" and "rated". */
  private static final Pattern SILENT = Pattern.compile("([^el]|[aeiouy]l)e$|[^td]ed$");

  private static final Pattern MARK = Pattern.compile("^\\s*([-*+]|[0-9]+[.)]|#+)\\s+");
  private static final Pattern TARGET = Pattern.compile("\\]\\([^)]*\\)");

  private ReadingGrade() {}

  /** The grade of a Markdown text; empty where it is too short to tell. */
  static OptionalDouble of(String markdown) {
    String text = plain(markdown);
    List<String> words = WORD.matcher(text).results().map(found -> found.group()).toList();
    if (words.size() < FEWEST_WORDS) {
      return OptionalDouble.empty();
    }
    long sentences =
        SENTENCE_END.splitAsStream(text).filter(part -> LETTER.matcher(part).find()).count();
    int syllables = words.stream().mapToInt(ReadingGrade::syllables).sum();
    double longSentences = (double) words.size() / Math.max(1, sentences);
    double longWords = (double) syllables / words.size();
    return OptionalDouble.of(0.39 * longSentences + 11.8 * longWords - 15.59);
  }

  /** An item of a list, a heading and a paragraph each end a sentence. */
  private static String plain(String markdown) {
    StringBuilder plain = new StringBuilder();
    for (String line : TARGET.matcher(markdown).replaceAll("]").lines().toList()) {
      Matcher mark = MARK.matcher(line);
      if (line.isBlank()) {
        plain.append(". ");
      } else if (mark.find()) {
        plain.append(". ").append(line.substring(mark.end())).append(' ');
      } else {
        plain.append(line).append(' ');
      }
    }
    return plain.toString();
  }

  private static int syllables(String word) {
    String letters = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    int groups = (int) VOWELS.matcher(letters).results().count();
    boolean silent = groups > 1 && SILENT.matcher(letters).find();
    return Math.max(1, silent ? groups - 1 : groups);
  }
}

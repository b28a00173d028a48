package org.counterpose.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;

/**
 * Numbers as people are told them: to a tenth, the same on every machine, with the separator of
 * their language.
 */
public final class Points {

  private Points() {}

  /**
   * What lies between two levels as they are told to so many places: 8.34 and 7.16 are told as 8.3
   * and 7.2, and so is 1.1 between them and not 1.2. Whoever subtracts would find the other wrong.
   * What is decided is decided on the levels as they are.
   */
  public static double between(double first, double last, int places) {
    return rounded(first, places).subtract(rounded(last, places)).doubleValue();
  }

  private static BigDecimal rounded(double value, int places) {
    return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN);
  }

  /** To a tenth, without a tenth that is nought. */
  public static String tenth(double value, Words words) {
    BigDecimal rounded = rounded(value, 1).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : written(rounded, words);
  }

  /** To a hundredth, always with two places. */
  public static String hundredth(double value, Words words) {
    BigDecimal rounded = rounded(value, 2);
    return written(rounded.signum() == 0 ? rounded.abs() : rounded, words);
  }

  /** To a tenth, with its sign where there is one. */
  public static String signed(double value, Words words) {
    String told = tenth(value, words);
    return told.startsWith("-") || told.equals("0") ? told : "+" + told;
  }

  private static String written(BigDecimal value, Words words) {
    char separator = DecimalFormatSymbols.getInstance(words.figures()).getDecimalSeparator();
    return value.toPlainString().replace('.', separator);
  }

  /** How many points, as {@code 1 point} or {@code 2.5 points}. */
  public static String of(double value, Words words) {
    String told = tenth(value, words);
    return told.equals("1")
        ? words.say("verdict.points.one")
        : words.say("verdict.points.some", told);
  }

  /** A change in words: relief, above 0, is less, and worsening is more. */
  public static String moved(double change, Words words) {
    String size = tenth(Math.abs(change), words);
    if (size.equals("0")) {
      return words.say("verdict.same");
    }
    return change > 0 ? words.say("verdict.less", size) : words.say("verdict.more", size);
  }
}

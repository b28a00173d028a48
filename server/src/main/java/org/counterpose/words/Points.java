package org.counterpose.words;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people are told them: to a tenth, the same in every language and on every machine. */
public final class Points {

  private Points() {}

  /** To a tenth, without a tenth that is nought. */
  public static String tenth(double value) {
    BigDecimal rounded =
        new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  /** To a hundredth, always with two places. */
  public static String hundredth(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN);
    return (rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString();
  }

  /** To a tenth, with its sign where there is one. */
  public static String signed(double value) {
    String told = tenth(value);
    return told.startsWith("-") || told.equals("0") ? told : "+" + told;
  }

  /** How many points, as {@code 1 point} or {@code 2.5 points}. */
  public static String of(double value, Words words) {
    String told = tenth(value);
    return told.equals("1")
        ? words.say("verdict.points.one")
        : words.say("verdict.points.some", told);
  }

  /** A change in words: relief, above 0, is less, and worsening is more. */
  public static String moved(double change, Words words) {
    String size = tenth(Math.abs(change));
    if (size.equals("0")) {
      return words.say("verdict.same");
    }
    return change > 0 ? words.say("verdict.less", size) : words.say("verdict.more", size);
  }
}

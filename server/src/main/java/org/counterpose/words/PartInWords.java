package org.counterpose.words;

import org.counterpose.verdict.PartEffect;

/**
 * What the days without a step show, as it is told to the person.
 *
 * @param title the answer in a line
 * @param rests the days it rests on, and how open it is
 */
public record PartInWords(String title, String rests) {

  /**
   * Tells one comparison.
   *
   * @param step the step's title
   */
  public static PartInWords of(String step, PartEffect effect, Words words) {
    String title =
        switch (effect.answer()) {
          case TOO_FEW_DAYS -> words.say("compare.too-few", step);
          case NO_DIFFERENCE_SEEN -> words.say("compare.no-difference", step);
          case MORE_PAIN_WITHOUT ->
              words.say("compare.more", step, Points.tenth(Math.abs(effect.estimate()), words));
          case LESS_PAIN_WITHOUT ->
              words.say("compare.less", step, Points.tenth(Math.abs(effect.estimate()), words));
        };
    return new PartInWords(
        title,
        words.say(
            "compare.rests",
            effect.daysWithout(),
            effect.daysWith(),
            signed(effect.low(), words),
            signed(effect.high(), words)));
  }

  private static String signed(double change, Words words) {
    String size = Points.tenth(Math.abs(change), words);
    if (size.equals("0")) {
      return words.say("compare.none");
    }
    return change > 0
        ? words.say("compare.points-more", size)
        : words.say("compare.points-less", size);
  }
}

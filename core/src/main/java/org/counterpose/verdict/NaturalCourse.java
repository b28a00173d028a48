package org.counterpose.verdict;

import java.util.Optional;

/**
 * Of a hundred people with this start value and no programme, how many show an important change
 * after four weeks; and how unsure that is.
 *
 * <p>The level at six weeks as a share of the level at the start, from the pooled course of back
 * pain (Menezes Costa and others, CMAJ 2012;184:E613: acute 52 to 23 of 100, persistent 51 to 33),
 * runs down by the same share each day. Around that mean, people differ: a natural drift anywhere
 * from 0 to 1.5 points (measures.md), and a difference of weekly means whose days scatter with an
 * SD of 1.2 and a lag-1 correlation of 0.3 (measures.md). The bounds are the outermost of the 95 %
 * limits of the published course and of a scatter up to 1.6 (measures.md). Those people had back
 * pain in general, and many had some care.
 *
 * @param inHundred the likeliest figure, 0 to 100; {@code low} and {@code high} bound it
 */
public record NaturalCourse(int inHundred, int low, int high) {

  /** From the middle of the first week to the middle of the last, over the six weeks published. */
  private static final double SHARE_OF_SIX_WEEKS = 21.0 / 42;

  private static final double USUAL_SD = 1.2;
  private static final double MOST_SD = 1.6;
  private static final double RHO = 0.3;

  /** The spread of a drift that may lie anywhere in 0 to 1.5 points. */
  private static final double SPREAD_OF_DRIFT = 1.5 / Math.sqrt(12);

  /**
   * A published course: pain at the start and at six weeks, each with its 95 % limits, of 100.
   *
   * @param startWidth the width of the limits of {@code start}
   */
  private record Published(double start, double startWidth, double later, double laterWidth) {

    /** What is left at six weeks, as a share. */
    double left() {
      return later / start;
    }

    /** The standard error of the logarithm of {@link #left}, from the widths of the limits. */
    double error() {
      double ofStart = startWidth / (2 * 1.96) / start;
      double ofLater = laterWidth / (2 * 1.96) / later;
      return Math.sqrt(ofStart * ofStart + ofLater * ofLater);
    }

    double leftAtLeast() {
      return left() * StrictMath.exp(-1.96 * error());
    }

    double leftAtMost() {
      return left() * StrictMath.exp(1.96 * error());
    }
  }

  /** Under 12 weeks: 52 (48 to 57) fell to 23 (21 to 25). */
  private static final Published ACUTE = new Published(52, 57 - 48, 23, 25 - 21);

  /** Over 12 weeks: 51 (44 to 59) fell to 33 (29 to 38). */
  private static final Published PERSISTENT = new Published(51, 59 - 44, 33, 38 - 29);

  /**
   * For a start value, an important change and a duration of the complaint. The published groups
   * are those under and over 12 weeks, and most of the first had just begun. So between 6 and 12
   * weeks, and where nothing was told, the slower course gives the figure and the bounds reach over
   * both.
   */
  static NaturalCourse ofBackPain(double start, int important, Optional<ComplaintDuration> lasted) {
    return switch (lasted.orElse(ComplaintDuration.FROM_6_TO_12_WEEKS)) {
      case UNDER_6_WEEKS ->
          between(start, important, ACUTE.left(), ACUTE.leftAtMost(), ACUTE.leftAtLeast());
      case FROM_6_TO_12_WEEKS ->
          between(
              start, important, PERSISTENT.left(), PERSISTENT.leftAtMost(), ACUTE.leftAtLeast());
      case OVER_12_WEEKS ->
          between(
              start,
              important,
              PERSISTENT.left(),
              PERSISTENT.leftAtMost(),
              PERSISTENT.leftAtLeast());
    };
  }

  /**
   * @param left what is left at six weeks, as a share; {@code most} and {@code least} its bounds
   */
  private static NaturalCourse between(
      double start, int important, double left, double most, double least) {
    return new NaturalCourse(
        inHundred(fall(start, left), USUAL_SD, important),
        Math.min(
            inHundred(fall(start, most), USUAL_SD, important),
            inHundred(fall(start, most), MOST_SD, important)),
        Math.max(
            inHundred(fall(start, least), USUAL_SD, important),
            inHundred(fall(start, least), MOST_SD, important)));
  }

  private static double fall(double start, double left) {
    return start * (1 - StrictMath.pow(left, SHARE_OF_SIX_WEEKS));
  }

  private static int inHundred(double fall, double sd, int change) {
    double scatter = sd * sd * 2 * varianceOfWeeklyMean();
    double spread = Math.sqrt(scatter + SPREAD_OF_DRIFT * SPREAD_OF_DRIFT);
    return (int) Math.round(100 * Normal.below((fall - change) / spread));
  }

  private static double varianceOfWeeklyMean() {
    int days = LevelModel.WINDOW;
    double sum = days;
    for (int lag = 1; lag < days; lag++) {
      sum += 2 * (days - lag) * StrictMath.pow(RHO, lag);
    }
    return sum / (days * days);
  }
}

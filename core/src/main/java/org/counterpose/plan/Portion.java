package org.counterpose.plan;

import java.util.List;
import java.util.Optional;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Side;

/**
 * How much of a step at one time of one day.
 *
 * @param seconds the whole of it, returns included
 */
record Portion(
    int seconds, List<Side> sides, Optional<Integer> holds, Optional<Integer> holdSeconds) {

  /** What a dose asks for in a week of the trial, from 1; {@code lighter} the day after pain. */
  static Portion of(Dose dose, int week, boolean lighter) {
    return switch (dose) {
      case Dose.Timed timed -> plain(amount(timed.seconds(), week, lighter));
      case Dose.Worn worn -> plain(amount(worn.seconds(), week, lighter));
      case Dose.Breaks breaks -> plain(breaks.seconds());
      case Dose.Holds holds -> {
        int each = amount(holds.holds(), week, lighter);
        int seconds = amount(holds.holdSeconds(), week, lighter);
        int all = each * holds.sides().size();
        yield new Portion(
            all * seconds + Math.max(0, all - 1) * holds.returnSeconds(),
            holds.sides(),
            Optional.of(each),
            Optional.of(seconds));
      }
    };
  }

  private static Portion plain(int seconds) {
    return new Portion(seconds, List.of(), Optional.empty(), Optional.empty());
  }

  private static int amount(Dose.Amount amount, int week, boolean lighter) {
    int usual = amount.inWeek(week);
    return lighter ? Math.min(usual, amount.lighter()) : usual;
  }
}

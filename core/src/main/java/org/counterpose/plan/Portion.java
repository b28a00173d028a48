package org.counterpose.plan;

import java.util.List;
import java.util.Optional;
import org.counterpose.journal.Adaptation;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Side;

/**
 * How much of a step at one time of one day.
 *
 * @param seconds the whole of it, returns included
 */
record Portion(
    int seconds, List<Side> sides, Optional<Integer> holds, Optional<Integer> holdSeconds) {

  /**
   * What a dose asks for in a week of the trial, from 1.
   *
   * @param set what the clinic set in place of the programme's amounts; never more than the largest
   *     of them, however it came into the journal
   * @param lighter the day after pain
   */
  static Portion of(Dose dose, Optional<Adaptation.Portioned> set, int week, boolean lighter) {
    Optional<Integer> setSeconds = set.map(Adaptation.Portioned::seconds);
    return switch (dose) {
      case Dose.Timed timed -> plain(amount(timed.seconds(), setSeconds, week, lighter));
      case Dose.Worn worn -> plain(amount(worn.seconds(), setSeconds, week, lighter));
      case Dose.Breaks breaks -> plain(breaks.seconds());
      case Dose.Holds holds -> {
        int each = amount(holds.holds(), set.flatMap(Adaptation.Portioned::holds), week, lighter);
        int seconds = amount(holds.holdSeconds(), setSeconds, week, lighter);
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

  private static int amount(Dose.Amount amount, Optional<Integer> set, int week, boolean lighter) {
    int usual =
        set.map(wished -> Math.min(wished, amount.largest())).orElseGet(() -> amount.inWeek(week));
    return lighter ? Math.min(usual, amount.lighter()) : usual;
  }
}

package org.counterpose.handout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Side;
import org.counterpose.programme.Sides;
import org.counterpose.words.Words;

/** How much of a step, week by week, in words. */
record Amounts(Words words) {

  /** What the programme asks of everybody. */
  List<String> ofProgramme(Dose dose, int weeks) {
    SortedMap<Integer, String> byWeek = new TreeMap<>();
    for (int week = 1; week <= weeks; week++) {
      byWeek.put(week, inWeek(dose, week));
    }
    return lines(byWeek);
  }

  private String inWeek(Dose dose, int week) {
    return switch (dose) {
      case Dose.Timed timed -> length(timed.seconds().inWeek(week));
      case Dose.Worn worn -> length(worn.seconds().inWeek(week));
      case Dose.Holds holds ->
          holds(holds.holds().inWeek(week), holds.holdSeconds().inWeek(week), where(holds.sides()));
      case Dose.Reps reps ->
          sets(
              reps.sets().inWeek(week),
              reps.reps().inWeek(week),
              where(reps.sides()),
              reps.moves().size());
      case Dose.Breaks breaks -> length(breaks.seconds());
    };
  }

  /** What the plan asks of one person. */
  String of(PlannedStep planned) {
    Where where = where(planned.sides());
    if (planned.sets().isPresent()) {
      Today.Sets sets = planned.sets().get();
      return sets(sets.sets(), sets.reps(), where, sets.moves().size());
    }
    return planned.holds().isPresent()
        ? holds(planned.holds().get(), planned.holdSeconds().orElse(0), where)
        : length(planned.seconds());
  }

  private String holds(int holds, int seconds, Where where) {
    return words.say("sheet.dose.holds", holds, length(seconds), where.ordinal());
  }

  private String sets(int sets, int reps, Where where, int moves) {
    return words.say("sheet.dose.sets", sets, reps, where.ordinal(), moves);
  }

  /** The sides, in the order in which the words choose among them. */
  private enum Where {
    TOGETHER,
    LEFT,
    RIGHT,
    EACH,
    AFFECTED
  }

  private static Where where(Sides sides) {
    return switch (sides) {
      case Sides.Named named -> where(named.sides());
      case Sides.Affected affected -> Where.AFFECTED;
    };
  }

  private static Where where(List<Side> sides) {
    if (sides.isEmpty()) {
      return Where.TOGETHER;
    }
    if (sides.size() > 1) {
      return Where.EACH;
    }
    return sides.getFirst() == Side.LEFT ? Where.LEFT : Where.RIGHT;
  }

  String length(int seconds) {
    return seconds % 60 == 0
        ? words.say("sheet.length.minutes", seconds / 60)
        : seconds < 120
            ? words.say("sheet.length.seconds", seconds)
            : words.say("sheet.length.both", seconds / 60, seconds % 60);
  }

  /** Weeks that ask for the same stand in one line; the last line holds to the end. */
  List<String> lines(SortedMap<Integer, String> byWeek) {
    List<String> lines = new ArrayList<>();
    int from = byWeek.isEmpty() ? 0 : byWeek.firstKey();
    for (Map.Entry<Integer, String> week : byWeek.entrySet()) {
      SortedMap<Integer, String> later = byWeek.tailMap(week.getKey() + 1);
      if (later.isEmpty()) {
        lines.add(
            lines.isEmpty()
                ? words.say("sheet.weeks.all", week.getValue())
                : words.say("sheet.weeks.on", from, week.getValue()));
      } else if (!week.getValue().equals(later.get(later.firstKey()))) {
        lines.add(
            from == week.getKey()
                ? words.say("sheet.week", from, week.getValue())
                : words.say("sheet.weeks", from, week.getKey(), week.getValue()));
        from = later.firstKey();
      }
    }
    return lines;
  }
}

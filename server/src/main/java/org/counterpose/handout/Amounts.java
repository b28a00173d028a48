package org.counterpose.handout;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** How much at one time, and on which sides. */
  record Amount(String much, Where where) {

    /** The same of a stage. */
    Amount of(String stage, Words words) {
      return new Amount(words.say("sheet.dose.stage", stage, much), where);
    }
  }

  /** What the programme asks of everybody. */
  Sheet.HowMuch ofProgramme(Dose dose, int weeks) {
    SortedMap<Integer, Amount> byWeek = new TreeMap<>();
    for (int week = 1; week <= weeks; week++) {
      byWeek.put(week, inWeek(dose, week));
    }
    return told(byWeek);
  }

  private Amount inWeek(Dose dose, int week) {
    return switch (dose) {
      case Dose.Timed timed -> lasting(timed.seconds().inWeek(week));
      case Dose.Worn worn -> lasting(worn.seconds().inWeek(week));
      case Dose.Holds holds ->
          holds(holds.holds().inWeek(week), holds.holdSeconds().inWeek(week), where(holds.sides()));
      case Dose.Reps reps ->
          sets(
              reps.sets().inWeek(week),
              reps.reps().inWeek(week),
              where(reps.sides()),
              reps.moves().size());
      case Dose.Breaks breaks -> lasting(breaks.seconds());
    };
  }

  /** What the plan asks of one person. */
  Amount of(PlannedStep planned) {
    Where where = where(planned.sides());
    if (planned.sets().isPresent()) {
      Today.Sets sets = planned.sets().get();
      return sets(sets.sets(), sets.reps(), where, sets.moves().size());
    }
    return planned.holds().isPresent()
        ? holds(planned.holds().get(), planned.holdSeconds().orElse(0), where)
        : lasting(planned.seconds());
  }

  private Amount lasting(int seconds) {
    return new Amount(length(seconds), Where.TOGETHER);
  }

  private Amount holds(int holds, int seconds, Where where) {
    return new Amount(words.say("sheet.dose.holds", holds, length(seconds)), where);
  }

  private Amount sets(int sets, int reps, Where where, int moves) {
    return new Amount(words.say("sheet.dose.sets", sets, reps, moves), where);
  }

  /** The sides, in the order in which the words choose among them. */
  enum Where {
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

  /**
   * Weeks that ask for the same stand in one line; the last of them holds to the end. Sides that
   * are the same all the time are told once, beside them.
   */
  Sheet.HowMuch told(SortedMap<Integer, Amount> byWeek) {
    Set<Where> wheres = EnumSet.noneOf(Where.class);
    SortedMap<Integer, String> told = new TreeMap<>();
    byWeek.values().forEach(amount -> wheres.add(amount.where()));
    byWeek.forEach(
        (week, amount) ->
            told.put(
                week,
                wheres.size() == 1
                    ? amount.much()
                    : words.say("sheet.dose.on", amount.much(), amount.where().ordinal())));
    boolean once = wheres.size() == 1 && !wheres.contains(Where.TOGETHER);
    return new Sheet.HowMuch(
        weeks(told),
        once
            ? Optional.of(words.say("sheet.where", wheres.iterator().next().ordinal()))
            : Optional.empty());
  }

  private List<String> weeks(SortedMap<Integer, String> byWeek) {
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

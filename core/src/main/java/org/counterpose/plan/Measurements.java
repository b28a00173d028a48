package org.counterpose.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.counterpose.journal.Entry;
import org.counterpose.programme.Measure;
import org.counterpose.programme.Side;
import org.counterpose.programme.Stage;
import org.counterpose.verdict.MeasureChange;

/** What somebody measured, by date; the last value of a day counts, as with ratings. */
final class Measurements {

  /** What was measured; without a side where left and right are not told apart. */
  private record What(String measure, Optional<Side> side) {}

  private final List<Side> affected;
  private final Map<What, NavigableMap<LocalDate, Double>> values = new HashMap<>();

  /**
   * @param affected the person's sides
   */
  Measurements(List<Side> affected) {
    this.affected = affected;
  }

  void add(LocalDate date, Entry.Measured entry) {
    values
        .computeIfAbsent(new What(entry.measure(), entry.side()), what -> new TreeMap<>())
        .put(date, entry.value());
  }

  private NavigableMap<LocalDate, Double> of(What what) {
    return values.getOrDefault(what, new TreeMap<>());
  }

  /** What a measure asks of the person: one value, or one for each of their sides. */
  private List<What> asked(Measure measure) {
    return measure.sides().areTold()
        ? measure.sides().of(affected).stream()
            .map(side -> new What(measure.id(), Optional.of(side)))
            .toList()
        : List.of(new What(measure.id(), Optional.empty()));
  }

  /**
   * Whether a goal is reached on a date by what was measured before it; the latest value counts, on
   * each of the person's sides.
   */
  boolean reach(Measure measure, Stage.Goal goal, LocalDate date) {
    return asked(measure).stream()
        .allMatch(
            what ->
                Optional.ofNullable(of(what).lowerEntry(date))
                    .filter(latest -> measure.reaches(latest.getValue(), goal.reach()))
                    .isPresent());
  }

  /** The sides on which nothing was measured in a stretch of dates; both ends belong to it. */
  MeasuresDue.Missing missing(Measure measure, LocalDate from, LocalDate to) {
    List<Side> sides = new ArrayList<>();
    boolean any = false;
    for (What what : asked(measure)) {
      if (of(what).subMap(from, true, to, true).isEmpty()) {
        any = true;
        what.side().ifPresent(sides::add);
      }
    }
    return new MeasuresDue.Missing(measure.id(), any, sides);
  }

  /**
   * The change from the first day of a stretch with a value to its last one, for each side that was
   * measured on two days.
   *
   * @param began the date of day 1
   */
  List<MeasureChange> changes(Measure measure, LocalDate began, LocalDate to) {
    List<MeasureChange> changes = new ArrayList<>();
    List<Optional<Side>> sides =
        measure.sides().areTold()
            ? List.of(Optional.of(Side.LEFT), Optional.of(Side.RIGHT))
            : List.of(Optional.empty());
    for (Optional<Side> side : sides) {
      NavigableMap<LocalDate, Double> counted =
          of(new What(measure.id(), side)).subMap(began, true, to, true);
      if (counted.size() > 1) {
        changes.add(
            new MeasureChange(
                measure,
                side,
                new MeasureChange.Value(
                    Course.dayOf(began, counted.firstKey()), counted.firstEntry().getValue()),
                new MeasureChange.Value(
                    Course.dayOf(began, counted.lastKey()), counted.lastEntry().getValue())));
      }
    }
    return changes;
  }
}

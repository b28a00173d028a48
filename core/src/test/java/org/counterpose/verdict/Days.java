package org.counterpose.verdict;

import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.counterpose.programme.Programme;

/** Diaries that are written down day by day; not a number is a day without a rating. */
record Days(SortedMap<Integer, Double> byDay, int last) {

  static final Programme.Trial TRIAL = Programme.Trial.forBackPain(21, 28);

  static Days of(int last, IntToDoubleFunction rating) {
    SortedMap<Integer, Double> byDay = new TreeMap<>();
    for (int day = 1; day <= last; day++) {
      double value = rating.applyAsDouble(day);
      if (!Double.isNaN(value)) {
        byDay.put(day, value);
      }
    }
    return new Days(byDay, last);
  }

  /** The ratings from the first day on; -1 is a day without one. */
  static Days of(double... ratings) {
    return of(ratings.length, day -> ratings[day - 1] < 0 ? Double.NaN : ratings[day - 1]);
  }

  Days shifted(double points) {
    return of(last, day -> byDay.containsKey(day) ? byDay.get(day) + points : Double.NaN);
  }

  /** Upside down: 10 becomes 0. */
  Days mirrored() {
    return of(last, day -> byDay.containsKey(day) ? 10 - byDay.get(day) : Double.NaN);
  }

  /** Every so many days one is left out, the first of them {@code from}. */
  Days without(int from, int every) {
    return of(
        last,
        day ->
            (day < from || (day - from) % every != 0) && byDay.containsKey(day)
                ? byDay.get(day)
                : Double.NaN);
  }

  Ratings ratings() {
    return new Ratings(byDay, last, OptionalDouble.empty());
  }

  Verdict judged() {
    return Judge.judge(ratings(), TRIAL);
  }

  Change change() {
    return judged().change().orElseThrow();
  }
}

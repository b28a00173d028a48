package org.counterpose.bench;

import java.util.Locale;

/**
 * One line of the table, in words.
 *
 * @param what what was measured
 * @param value what came out
 * @param against what the other gave; empty where there is nothing to compare
 * @param ratio the first over the second, and {@code target} what it should be
 */
record Row(String what, String value, String against, String ratio, String target) {

  /** A comparison that should reach a ratio. */
  static Row ratio(String what, String value, String against, double ratio, double atLeast) {
    return new Row(
        what,
        value,
        against,
        String.format(Locale.ROOT, "%.2f", ratio),
        String.format(Locale.ROOT, ">= %.1f %s", atLeast, ratio >= atLeast ? "met" : "MISSED"));
  }

  /** A comparison that has no target. */
  static Row ratio(String what, String value, String against, double ratio) {
    return new Row(what, value, against, String.format(Locale.ROOT, "%.2f", ratio), "");
  }

  /** A figure that stands by itself. */
  static Row figure(String what, String value) {
    return new Row(what, value, "", "", "");
  }

  /** Points, of which there must be so many. */
  static Row points(String what, String value, int points, int atLeast) {
    return new Row(what, value, "", "", ">= " + atLeast + (points >= atLeast ? " met" : " MISSED"));
  }

  boolean isMissed() {
    return target.endsWith("MISSED");
  }

  /** A condition that must hold, such as no place booked twice. */
  static Row holds(String what, String value, boolean holds) {
    return new Row(what, value, "", "", holds ? "met" : "MISSED");
  }
}

package org.counterpose.fuzz;

import java.util.function.Supplier;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;

/** What must hold whatever was read. */
final class Must {

  /** A problem is one line that anybody can print: its longest parts are cut. */
  private static final int LONGEST = 1200;

  private Must() {}

  static void hold(boolean holds, Supplier<String> promise) {
    if (!holds) {
      throw new AssertionError(promise.get());
    }
  }

  /**
   * Something was read exactly when nothing was wrong with it, and each problem can be printed, in
   * one line, with a place.
   */
  static void beReadOrTold(boolean read, Problems problems) {
    hold(read == problems.isEmpty(), () -> "read: " + read + ", problems: " + problems.list());
    for (Problem problem : problems.list()) {
      String line = problem.toString();
      hold(
          !problem.message().isBlank()
              && problem.place().line() >= 0
              && line.length() <= LONGEST
              && line.codePoints().allMatch(Must::isPrintable),
          () -> "cannot be printed in a line: " + line);
    }
  }

  private static boolean isPrintable(int point) {
    return !Character.isISOControl(point)
        && Character.getType(point) != Character.SURROGATE
        && Character.getType(point) != Character.LINE_SEPARATOR
        && Character.getType(point) != Character.PARAGRAPH_SEPARATOR
        && !turnsDirection(point);
  }

  /** Whether a character makes what follows it be shown in another order than it is written. */
  static boolean turnsDirection(int point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  }
}

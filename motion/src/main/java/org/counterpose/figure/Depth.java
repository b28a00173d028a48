package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts parts in the order of painting: what is further away first. One order holds for a whole
 * movement, so that nothing jumps before something else on the way.
 */
final class Depth {

  private Depth() {}

  /**
   * The names of the parts in the order of painting. Parts of which none is before the other stay
   * in the order that they come in. Where they go round in a circle, the one that is least before
   * the others is painted next.
   *
   * @param looks the same parts at some moments of the movement
   */
  static List<String> order(List<List<Part>> looks, Screen screen) {
    int count = looks.get(0).size();
    double[][] before = new double[count][count];
    for (List<Part> parts : looks) {
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
          before[i][j] += i == j ? 0 : parts.get(i).before(parts.get(j), screen);
        }
      }
    }
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      left.add(i);
    }
    List<String> painted = new ArrayList<>();
    while (!left.isEmpty()) {
      Integer next = least(left, before);
      painted.add(looks.get(0).get(next).name());
      left.remove(next);
    }
    return painted;
  }

  private static Integer least(List<Integer> left, double[][] before) {
    Integer next = left.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (Integer part : left) {
      double sum = 0;
      for (Integer other : left) {
        sum += Math.max(0, before[part][other]);
      }
      if (sum < least - 1e-9) {
        least = sum;
        next = part;
      }
    }
    return next;
  }
}

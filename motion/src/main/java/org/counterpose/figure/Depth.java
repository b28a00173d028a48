package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;

/** Puts parts in the order of painting: what is further away first. */
final class Depth {

  private Depth() {}

  /** Where parts go round in a circle, the one that is least before the others is painted next. */
  static List<Part> order(List<Part> parts, Screen screen) {
    List<Part> left = new ArrayList<>(parts);
    List<Part> painted = new ArrayList<>();
    while (!left.isEmpty()) {
      Part next = left.get(0);
      double least = Double.POSITIVE_INFINITY;
      for (Part part : left) {
        double before = 0;
        for (Part other : left) {
          if (other != part) {
            before += Math.max(0, part.before(other, screen));
          }
        }
        if (before < least - 1e-9) {
          least = before;
          next = part;
        }
      }
      painted.add(next);
      left.remove(next);
    }
    return painted;
  }
}

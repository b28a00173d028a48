package org.counterpose.figure;

import java.util.List;

/**
 * What is before or behind other parts as a whole.
 *
 * @param solids what it is made of, for telling which part is nearer
 * @param lift how much nearer it is taken to be, in metres
 */
record Part(String name, List<? extends Solid> solids, double lift, List<Shape> shapes) {

  Part {
    solids = List.copyOf(solids);
    shapes = List.copyOf(shapes);
  }

  /**
   * How clearly this part is before another where both are seen: how much of them overlaps, times
   * how much nearer it is there; below 0 if it is behind it.
   */
  double before(Part other, Screen screen) {
    double vote = 0;
    for (Solid one : solids) {
      for (Solid two : other.solids) {
        double apart = screen.dot(one.centre()).distanceTo(screen.dot(two.centre())) / Screen.SCALE;
        double overlap = one.radius() + two.radius() - apart;
        if (overlap > 0) {
          double nearer = screen.nearness(one.centre()) - screen.nearness(two.centre());
          vote += overlap * (nearer + lift - other.lift);
        }
      }
    }
    return vote;
  }
}

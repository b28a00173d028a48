package org.counterpose.figure;

import java.util.List;

/**
 * What is before or behind other parts as a whole.
 *
 * @param solids what it is made of, for telling which part is nearer
 * @param lift how much nearer it is taken to be, in metres
 */
record Part(String name, List<? extends Solid> solids, double lift, List<Shape> shapes) {

  Part(String name, List<? extends Solid> solids, List<Shape> shapes) {
    this(name, solids, 0, shapes);
  }

  Part {
    solids = List.copyOf(solids);
    shapes = List.copyOf(shapes);
  }

  /**
   * How clearly this part is before another where both are seen: above 0 is before, below is
   * behind, 0 is neither.
   */
  double before(Part other, Screen screen) {
    double vote = 0;
    for (Solid one : solids) {
      for (Solid two : other.solids) {
        double apart = screen.dot(one.centre()).distanceTo(screen.dot(two.centre())) / Screen.SCALE;
        double overlap = one.radius() + two.radius() - apart;
        if (overlap > 0) {
          vote +=
              overlap
                  * (screen.nearness(one.centre())
                      + lift
                      - screen.nearness(two.centre())
                      - other.lift);
        }
      }
    }
    return vote;
  }
}

package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Position;

/**
 * Draws solids as paths. A path has the same commands whatever the posture is, so that one can be
 * turned into the other.
 */
final class Outline {

  private static final int FEW = 10;
  private static final int MANY = 32;

  private final Screen screen;

  Outline(Screen screen) {
    this.screen = screen;
  }

  /** What lies between solids that follow one another, as one shape. */
  void chain(Path path, List<? extends Solid> solids) {
    for (int i = 1; i < solids.size(); i++) {
      Solid one = solids.get(i - 1);
      Solid other = solids.get(i);
      if (one instanceof Solid.Ball a && other instanceof Solid.Ball b) {
        between(path, a, b);
      } else {
        around(path, List.of(one, other), FEW);
      }
    }
  }

  /**
   * A skin without corners along solids that follow one another, and what lies between them a
   * little thinner below it, for where the row points at the viewer and has no sides.
   */
  void skin(Path path, List<? extends Solid> solids) {
    List<Dot> right = new ArrayList<>();
    List<Dot> left = new ArrayList<>();
    int last = solids.size() - 1;
    for (int i = 0; i <= last; i++) {
      Dot before = screen.dot(solids.get(Math.max(0, i - 1)).centre());
      Dot after = screen.dot(solids.get(Math.min(last, i + 1)).centre());
      Dot along = after.minus(before).unit();
      Solid solid = solids.get(i);
      if (i == 0) {
        left.add(edge(solid, along.times(-1)));
        left.add(edge(solid, along.left().minus(along)));
        right.add(edge(solid, along.times(-1).minus(along.left())));
      }
      right.add(edge(solid, along.left().times(-1)));
      left.add(edge(solid, along.left()));
      if (i == last) {
        right.add(edge(solid, along));
      }
    }
    List<Dot> all = new ArrayList<>(eased(right, 1, 1));
    all.addAll(eased(left, 2, 0).reversed());
    path.around(all);
    List<Solid> core = new ArrayList<>();
    for (Solid solid : solids) {
      core.add(solid.times(0.86));
    }
    for (int i = 2; i < core.size(); i += 2) {
      around(path, core.subList(i - 2, i + 1), 8);
    }
  }

  /** A side with its small dents taken out; its ends stay as they are. */
  private static List<Dot> eased(List<Dot> side, int first, int last) {
    List<Dot> eased = new ArrayList<>(side);
    for (int i = first + 1; i < side.size() - last - 2; i++) {
      eased.set(i, side.get(i).towards(side.get(i - 1).towards(side.get(i + 1), 0.5), 0.5));
    }
    return eased;
  }

  private Dot edge(Solid solid, Dot way) {
    return screen.dot(solid.furthest(screen.way(Math.atan2(-way.y(), way.x()))));
  }

  /** A skin drawn tight around solids. */
  void around(Path path, List<? extends Solid> solids) {
    around(path, solids, MANY);
  }

  /** The same for something small. */
  void aroundSmall(Path path, List<? extends Solid> solids) {
    around(path, solids, FEW);
  }

  private void around(Path path, List<? extends Solid> solids, int corners) {
    for (int i = 0; i < corners; i++) {
      Dot dot = screen.dot(furthest(solids, screen.way(2 * Math.PI * i / corners)));
      if (i == 0) {
        path.move(dot);
      } else {
        path.line(dot);
      }
    }
    path.close();
  }

  private static Position furthest(List<? extends Solid> solids, Position way) {
    Position best = solids.get(0).furthest(way);
    for (Solid solid : solids) {
      Position reached = solid.furthest(way);
      if (reached.dot(way) > best.dot(way)) {
        best = reached;
      }
    }
    return best;
  }

  /** Two balls and what is between them: two arcs and two straight lines. */
  private void between(Path path, Solid.Ball one, Solid.Ball other) {
    Solid.Ball big = one.radius() >= other.radius() ? one : other;
    Solid.Ball small = big == one ? other : one;
    Dot from = screen.dot(big.centre());
    Dot to = screen.dot(small.centre());
    double reach = big.radius() * Screen.SCALE;
    double end = small.radius() * Screen.SCALE;
    Dot apart = to.minus(from);
    Dot along = apart.length() > 1e-6 ? apart.unit() : new Dot(1, 0);
    Dot across = along.left();
    double cos = Math.min(0.97, (reach - end) / Math.max(1e-6, apart.length()));
    double sin = Math.sqrt(1 - cos * cos);
    Dot lean = along.times(cos);
    Dot left = lean.plus(across.times(sin));
    Dot right = lean.minus(across.times(sin));
    path.move(from.plus(left.times(reach)));
    path.arc(from, reach, true, from.plus(right.times(reach)));
    path.line(to.plus(right.times(end)));
    path.arc(to, end, false, to.plus(left.times(end)));
    path.close();
  }
}

package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Position;
import org.counterpose.body.Turn;

/** A rolled towel that lies across. Sizes are metres. */
final class Towel {

  static final double RADIUS = 0.046;
  private static final double HALF_LENGTH = 0.27;
  private static final double TURNS = 2.4;

  private final Position middle;
  private final Screen screen;
  private final Outline outline;

  Towel(Position floor, Screen screen) {
    this.middle = floor.plus(new Position(0, RADIUS, 0));
    this.screen = screen;
    this.outline = new Outline(screen);
  }

  Part part() {
    double near = screen.towardsViewer().z() >= 0 ? HALF_LENGTH : -HALF_LENGTH;
    Path roll = new Path();
    outline.around(roll, List.of(end(-near), end(near)));
    Path end = new Path();
    outline.around(end, List.of(end(near)));
    List<Dot> spiral = new ArrayList<>();
    for (int i = 0; i <= 20; i++) {
      double angle = TURNS * 2 * Math.PI * i / 20;
      double radius = RADIUS * 0.82 * i / 20;
      Position way = new Position(radius * Math.cos(angle), radius * Math.sin(angle), near);
      spiral.add(screen.dot(middle.plus(way)));
    }
    List<Solid> solids = new ArrayList<>();
    for (double at : new double[] {-1, -0.5, 0, 0.5, 1}) {
      solids.add(new Solid.Ball(middle.plus(new Position(0, 0, at * HALF_LENGTH)), RADIUS));
    }
    return new Part(
        "towel",
        solids,
        0,
        List.of(
            Shape.solid("towel", Tone.TOWEL, roll),
            Shape.plain("towel-end", Tone.TOWEL_END, end),
            Shape.line("towel-roll", Tone.TOWEL_ROLL, 1.3, new Path().through(spiral))));
  }

  private Solid end(double across) {
    return new Solid.Egg(
        middle.plus(new Position(0, 0, across)), Turn.NONE, new Position(RADIUS, RADIUS, 0.004));
  }
}

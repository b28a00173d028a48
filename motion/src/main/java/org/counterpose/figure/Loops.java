package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;

/** The bands of a picture: two strands from about a limb to where they are held. */
final class Loops {

  private static final double WIDTH = 4;
  private static final double KNOT = 3.4;
  private static final double APART = 0.022; // metres, at the limb
  private static final double TOGETHER = 0.3; // of that, at the other end

  private final Figure figure;
  private final Staged staged;
  private final Screen screen;

  Loops(Figure figure, Staged staged, Screen screen) {
    this.figure = figure;
    this.staged = staged;
    this.screen = screen;
  }

  /** The bands of a posture. */
  List<Shape> at(Posed posed) {
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < figure.loops().size(); i++) {
      Loop loop = figure.loops().get(i);
      Dot limb = screen.dot(posed.at(loop.round()));
      Position held = staged.first().at(loop.round()).plus(loop.towards());
      Dot end = screen.dot(held);
      Dot aside = end.minus(limb).unit().left().times(APART * Screen.SCALE);
      Path path = new Path();
      path.move(end.plus(aside.times(TOGETHER)));
      path.line(limb.plus(aside)).line(limb.minus(aside));
      path.line(end.minus(aside.times(TOGETHER)));
      Path knot = new Path();
      knot.move(end.plus(aside.times(TOGETHER))).line(end.minus(aside.times(TOGETHER)));
      shapes.add(Shape.line("loop-" + i + "-rim", Tone.PAPER, WIDTH + 2.6, path));
      shapes.add(Shape.line("loop-" + i, Tone.BAND, WIDTH, path));
      shapes.add(Shape.line("loop-" + i + "-end", Tone.BAND_EDGE, WIDTH + KNOT, knot));
    }
    return shapes;
  }
}

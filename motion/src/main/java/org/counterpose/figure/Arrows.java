package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Posed;

/** The arrows of a picture. */
final class Arrows {

  private static final int STEPS = 12;
  private static final int SMOOTHINGS = 12;
  private static final double WIDTH = 2.8;
  private static final double BARB = 8;
  private static final double NEAR = 0.1; // of its length, from the point that it starts at

  private final Figure figure;
  private final Staged staged;
  private final Screen screen;

  Arrows(Figure figure, Staged staged, Screen screen) {
    this.figure = figure;
    this.staged = staged;
    this.screen = screen;
  }

  /** The arrows of a posture. */
  List<Shape> at(Posed posed) {
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < figure.arrows().size(); i++) {
      List<Dot> way =
          switch (figure.arrows().get(i)) {
            case Arrow.OfSpot of -> way(of);
            case Arrow.Drawn drawn -> way(drawn, posed);
          };
      Path path = new Path().through(way);
      barbs(path, way);
      shapes.add(Shape.line("arrow-" + i + "-rim", Tone.PAPER, WIDTH + 3, path));
      shapes.add(Shape.line("arrow-" + i, Tone.ACCENT, WIDTH, path));
    }
    return shapes;
  }

  private List<Dot> way(Arrow.OfSpot of) {
    List<Dot> way = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      way.add(screen.dot(staged.at(i / (double) STEPS).at(of.spot())));
    }
    return smooth(way);
  }

  /** Without the corners that a movement has at its postures; both ends stay. */
  private static List<Dot> smooth(List<Dot> way) {
    List<Dot> smooth = new ArrayList<>(way);
    for (int round = 0; round < SMOOTHINGS; round++) {
      List<Dot> before = List.copyOf(smooth);
      for (int i = 1; i < way.size() - 1; i++) {
        Dot middle = before.get(i - 1).towards(before.get(i + 1), 0.5);
        smooth.set(i, before.get(i).towards(middle, 0.5));
      }
    }
    return smooth;
  }

  private List<Dot> way(Arrow.Drawn drawn, Posed posed) {
    Dot from = screen.dot(posed.at(drawn.at()));
    Dot way = screen.dot(drawn.towards());
    List<Dot> dots = new ArrayList<>();
    for (int i = 0; i <= 4; i++) {
      double share = NEAR + (1 - NEAR) * i / 4.0;
      double out = 4 * share * (1 - share) * drawn.bend();
      dots.add(from.plus(way.times(share)).plus(way.left().times(out)));
    }
    return dots;
  }

  private static void barbs(Path path, List<Dot> way) {
    Dot tip = way.get(way.size() - 1);
    Dot before = tip;
    for (int i = way.size() - 2; i >= 0 && before.distanceTo(tip) < BARB; i--) {
      before = way.get(i);
    }
    Dot back = before.minus(tip).unit();
    Dot side = back.left();
    path.move(tip.plus(back.times(BARB * 0.87)).plus(side.times(BARB * 0.55)));
    path.line(tip);
    path.line(tip.plus(back.times(BARB * 0.87)).minus(side.times(BARB * 0.55)));
  }
}

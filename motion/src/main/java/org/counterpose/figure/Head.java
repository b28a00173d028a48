package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.body.Segment;
import org.counterpose.body.Spot;
import org.counterpose.body.Turn;

/**
 * A head: a skull with a face before it and hair on it. The hair is cut off the skull along two
 * planes, so that from any side it ends at the forehead, at the ears and at the nape. Sizes are
 * shares of the stature, from the atlas.
 */
final class Head {

  private final Posed posed;
  private final Screen screen;
  private final Outline outline;
  private final Turn turn;
  private final double tall;

  Head(Posed posed, Screen screen) {
    this.posed = posed;
    this.screen = screen;
    this.outline = new Outline(screen);
    this.turn = posed.turnOf(Segment.HEAD);
    this.tall = posed.build().stature();
  }

  Part part() {
    Solid.Egg skull = egg(-0.001, 0.045, 0.058, 0.051, 0.0455);
    Solid.Egg hair = egg(-0.003, 0.0465, 0.06, 0.0525, 0.0475);
    Solid.Slice crown = new Solid.Slice(hair, own(0.046, 0.018, 0), new Position(-0.72, 1, 0));
    Solid.Slice nape = new Solid.Slice(hair, own(-0.01, -0.02, 0), new Position(-1, 0.12, 0));
    List<Shape> shapes = new ArrayList<>();
    boolean crownBefore = crown.before(screen.towardsViewer());
    boolean napeBefore = nape.before(screen.towardsViewer());
    shapes.add(Shape.solid("head", Tone.MIDDLE, face(skull)));
    if (!crownBefore) {
      shapes.add(Shape.plain("crown", Tone.NEAR, tight(crown)));
    }
    if (!napeBefore) {
      shapes.add(Shape.plain("nape", Tone.NEAR, tight(nape)));
    }
    if (!crownBefore || !napeBefore) {
      shapes.add(Shape.plain("face", Tone.MIDDLE, mask(skull)));
    }
    if (crownBefore) {
      shapes.add(Shape.plain("crown", Tone.NEAR, tight(crown)));
    }
    if (napeBefore) {
      shapes.add(Shape.plain("nape", Tone.NEAR, tight(nape)));
    }
    for (Side side : List.of(Side.LEFT, Side.RIGHT)) {
      ear(side, shapes);
      eye(side, shapes);
    }
    return new Part("head", List.of(skull, ball(0.035, -0.005, 0, 0.02)), shapes);
  }

  void silhouette(Path path) {
    outline.around(path, List.of(egg(-0.003, 0.0465, 0.06, 0.0525, 0.0475)));
    features(path);
  }

  /** All of the skin. */
  private Path face(Solid.Egg skull) {
    Path path = new Path();
    outline.around(path, List.of(skull));
    features(path);
    return path;
  }

  /** The skin that is before the hair. */
  private Path mask(Solid.Egg skull) {
    Path path = new Path();
    outline.around(
        path,
        List.of(
            new Solid.Slice(
                new Solid.Egg(skull.centre(), skull.turn(), skull.half()),
                own(0.02, 0, 0),
                new Position(1, -0.9, 0))));
    features(path);
    return path;
  }

  private void features(Path path) {
    outline.around(
        path,
        List.of(
            ball(0.03, 0.032, 0, 0.0265),
            ball(0.014, -0.004, -0.022, 0.014),
            ball(0.014, -0.004, 0.022, 0.014),
            ball(0.043, -0.023, 0, 0.0115)));
    outline.chain(path, List.of(ball(0.052, 0.03, 0, 0.005), ball(0.0665, 0.0085, 0, 0.0058)));
    outline.chain(path, List.of(ball(0.0665, 0.0085, 0, 0.0058), ball(0.05, -0.005, 0, 0.0075)));
  }

  private void ear(Side side, List<Shape> shapes) {
    double facing = turn.right().times(side.outwards()).dot(screen.towardsViewer());
    if (facing > 0.25) {
      Path path = new Path();
      Position place = place(-0.001, 0.019, side.outwards() * 0.0465);
      outline.aroundSmall(
          path,
          List.of(
              new Solid.Egg(
                  place,
                  turn.then(Turn.aboutRight(12)),
                  new Position(0.0085, 0.0135, 0.004).times(tall))));
      shapes.add(Shape.plain(side.name() + "-ear", Tone.MIDDLE, path));
    }
  }

  /** A closed eye. */
  private void eye(Side side, List<Shape> shapes) {
    double across = side.outwards();
    Position looking = turn.of(new Position(0.8, 0, 0.6 * across));
    if (looking.dot(screen.towardsViewer()) > 0.4) {
      Path path =
          new Path()
              .through(
                  List.of(
                      screen.dot(place(0.051, 0.027, across * 0.012)),
                      screen.dot(place(0.0495, 0.024, across * 0.0185)),
                      screen.dot(place(0.043, 0.027, across * 0.026))));
      shapes.add(Shape.line(side.name() + "-eye", Tone.NEAR, 1.2, path));
    }
  }

  private Path tight(Solid solid) {
    Path path = new Path();
    outline.around(path, List.of(solid));
    return path;
  }

  private Solid.Egg egg(double x, double y, double deep, double high, double wide) {
    return new Solid.Egg(place(x, y, 0), turn, own(deep, high, wide));
  }

  private Solid.Ball ball(double x, double y, double z, double radius) {
    return new Solid.Ball(place(x, y, z), radius * tall);
  }

  private Position place(double x, double y, double z) {
    return posed.at(Spot.ATLAS).plus(turn.of(own(x, y, z)));
  }

  private Position own(double x, double y, double z) {
    return new Position(x, y, z).times(tall);
  }
}

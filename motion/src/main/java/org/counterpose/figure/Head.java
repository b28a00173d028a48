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

  /** A head that is about as near as the trunk is painted on it, in metres. */
  private static final double LIFT = 0.2;

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
    shapes.add(Shape.solid("head", Tone.MIDDLE, face(skull)));
    List<Shape> hairs =
        List.of(
            Shape.plain("crown", Tone.NEAR, tight(crown)),
            Shape.plain(
                "nape",
                Tone.NEAR,
                tight(nape, ball(-0.02, 0.004, -0.012, 0.024), ball(-0.02, 0.004, 0.012, 0.024))));
    hairs.stream().filter(lock -> !before(lock, crown, nape)).forEach(shapes::add);
    shapes.add(Shape.plain("face", Tone.MIDDLE, mask(skull)));
    hairs.stream().filter(lock -> before(lock, crown, nape)).forEach(shapes::add);
    for (Side side : List.of(Side.LEFT, Side.RIGHT)) {
      ear(side, shapes);
      eye(side, shapes);
    }
    return new Part("head", List.of(skull, ball(0.035, -0.005, 0, 0.02)), LIFT, shapes);
  }

  private boolean before(Shape hair, Solid.Slice crown, Solid.Slice nape) {
    return (hair.key().equals("crown") ? crown : nape).before(screen.towardsViewer());
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
    outline.aroundSmall(path, nape());
    return path;
  }

  /** The skin that is before the hair. */
  private Path mask(Solid.Egg skull) {
    Path path = new Path();
    List<Solid> skin = new ArrayList<>(jaw());
    skin.add(new Solid.Slice(skull, own(0.02, 0, 0), new Position(1, -0.9, 0)));
    outline.around(path, skin);
    return path;
  }

  /** The top of the neck, which is before the jaw only for who stands behind. */
  private List<Solid> nape() {
    boolean seen = turn.forwards().dot(screen.towardsViewer()) < -0.3;
    return seen
        ? List.of(ball(-0.004, 0.0, 0, 0.031), ball(-0.006, -0.02, 0, 0.0305))
        : List.of(ball(0, 0.04, 0, 0.001));
  }

  private void features(Path path) {
    outline.around(path, jaw());
    outline.chain(
        path,
        List.of(
            ball(0.0475, 0.034, 0, 0.008),
            ball(0.0635, 0.0095, 0, 0.0063),
            ball(0.048, 0.0, 0, 0.0095),
            ball(0.0485, -0.0085, 0, 0.0078)));
  }

  private List<Solid> jaw() {
    return List.of(
        ball(0.028, 0.03, 0, 0.0265),
        ball(0.012, -0.003, -0.022, 0.014),
        ball(0.012, -0.003, 0.022, 0.014),
        ball(0.0405, -0.0225, 0, 0.013));
  }

  /** An ear, shrunk to nothing on the side that is not seen. */
  private void ear(Side side, List<Shape> shapes) {
    double facing = turn.right().times(side.outwards()).dot(screen.towardsViewer());
    double size = facing > 0.25 ? tall : tall * 1e-4;
    Path path = new Path();
    outline.aroundSmall(
        path,
        List.of(
            new Solid.Egg(
                place(-0.001, 0.019, side.outwards() * 0.0465),
                turn.then(Turn.aboutRight(12)),
                new Position(0.0085, 0.0135, 0.004).times(size))));
    shapes.add(Shape.plain(side.name() + "-ear", Tone.MIDDLE, path));
  }

  /** A closed eye, shrunk to nothing on the side that is not seen. */
  private void eye(Side side, List<Shape> shapes) {
    double across = side.outwards();
    boolean seen = turn.of(new Position(0.75, 0, 0.66 * across)).dot(screen.towardsViewer()) > 0.02;
    Dot inner = screen.dot(place(0.051, 0.0262, across * 0.011));
    Dot middle = screen.dot(place(0.0492, 0.0232, across * 0.0185));
    Dot outer = screen.dot(place(0.043, 0.0262, across * 0.0265));
    Dot thick = middle.minus(inner.towards(outer, 0.5)).unit();
    Path path = new Path();
    if (seen) {
      path.around(
          List.of(inner, middle.minus(thick.times(0.7)), outer, middle.plus(thick.times(0.7))));
    } else {
      path.around(List.of(middle, middle, middle, middle));
    }
    shapes.add(Shape.plain(side.name() + "-eye", Tone.NEAR, path));
  }

  private Path tight(Solid... solids) {
    Path path = new Path();
    outline.around(path, List.of(solids));
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

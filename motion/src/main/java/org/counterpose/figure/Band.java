package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.body.Segment;
import org.counterpose.body.Spot;
import org.counterpose.body.Turn;

/**
 * A posture band: a loop about each shoulder, joined between the shoulder blades. A loop that is
 * only being put on runs about a point of that arm. Sizes are shares of the stature.
 */
final class Band {

  private static final double WIDTH = 5.4;

  private final Posed posed;
  private final Screen screen;
  private final Prop.Placement placement;
  private final Turn thorax;
  private final double tall;

  Band(Posed posed, Screen screen, Prop.Placement placement) {
    this.posed = posed;
    this.screen = screen;
    this.placement = placement;
    this.thorax = posed.turnOf(Segment.THORAX);
    this.tall = posed.build().stature();
  }

  /** What the trunk covers. */
  List<Shape> underTrunk() {
    List<Shape> shapes = new ArrayList<>();
    for (Side side : List.of(Side.LEFT, Side.RIGHT)) {
      if (!loose(side)) {
        strand(
            shapes,
            "band-" + side.name() + (fromBehind() ? "-front" : "-back"),
            fromBehind() ? front(side) : back(side));
      }
    }
    return shapes;
  }

  /** What lies on the trunk. */
  List<Shape> onTrunk() {
    List<Shape> shapes = new ArrayList<>();
    for (Side side : List.of(Side.LEFT, Side.RIGHT)) {
      if (loose(side)) {
        strand(shapes, "band-" + side.name() + "-under-arm", List.of(looseUpper(side)));
      } else {
        strand(
            shapes,
            "band-" + side.name() + (fromBehind() ? "-back" : "-front"),
            fromBehind() ? back(side) : front(side));
      }
    }
    if (!loose(Side.LEFT) && !loose(Side.RIGHT)) {
      knot(shapes);
    }
    return shapes;
  }

  /** What lies on an arm that is only on its way through. */
  List<Shape> onArm(Side side) {
    List<Shape> shapes = new ArrayList<>();
    if (loose(side)) {
      strand(shapes, "band-" + side.name() + "-over-arm", List.of(looseLower(side)));
      knot(shapes);
    }
    return shapes;
  }

  /** What joins the loops, as far as it is seen. */
  private void knot(List<Shape> shapes) {
    if (fromBehind()) {
      double size = 0.007 * tall;
      Path knot = new Path();
      new Outline(screen)
          .aroundSmall(
              knot,
              List.of(
                  new Solid.Ball(on(-0.066, 0.108, 0.013), size),
                  new Solid.Ball(on(-0.066, 0.108, -0.013), size),
                  new Solid.Ball(on(-0.066, 0.076, 0.013), size),
                  new Solid.Ball(on(-0.066, 0.076, -0.013), size)));
      shapes.add(Shape.solid("band-knot", Tone.BAND_EDGE, knot));
    }
  }

  private boolean fromBehind() {
    return thorax.forwards().dot(screen.towardsViewer()) < 0;
  }

  private boolean loose(Side side) {
    return placement instanceof Prop.Under(Spot spot)
        && (spot == side.elbow() || spot == side.wrist());
  }

  private List<List<Position>> back(Side side) {
    double out = side.outwards();
    return List.of(
        List.of(
            on(-0.066, 0.098, 0),
            on(-0.062, 0.122, out * 0.028),
            on(-0.045, 0.152, out * 0.058),
            on(-0.012, 0.17, out * 0.078)),
        List.of(
            on(-0.066, 0.088, 0),
            on(-0.066, 0.079, out * 0.035),
            on(-0.055, 0.076, out * 0.075),
            on(-0.03, 0.08, out * 0.105)));
  }

  private List<List<Position>> front(Side side) {
    double out = side.outwards();
    return List.of(
        List.of(
            on(-0.012, 0.17, out * 0.078),
            on(0.03, 0.158, out * 0.082),
            on(0.058, 0.12, out * 0.088),
            on(0.04, 0.085, out * 0.1),
            on(-0.03, 0.08, out * 0.105)));
  }

  private Position ring(Side side) {
    return posed.at(side.elbow()).towards(posed.at(side.wrist()), 0.3);
  }

  private List<Position> looseUpper(Side side) {
    double out = side.outwards();
    Position ring = ring(side);
    return List.of(
        on(-0.066, 0.098, 0),
        on(-0.068, 0.122, out * 0.07),
        ring.plus(thorax.of(new Position(-0.01, 0.052, -out * 0.035).times(tall))),
        ring.plus(thorax.of(new Position(0, 0.03, out * 0.026).times(tall))),
        ring.plus(thorax.of(new Position(0, -0.008, out * 0.036).times(tall))));
  }

  private List<Position> looseLower(Side side) {
    double out = side.outwards();
    Position ring = ring(side);
    return List.of(
        on(-0.066, 0.085, out * 0.016),
        on(-0.068, 0.06, out * 0.07),
        ring.plus(thorax.of(new Position(-0.02, -0.05, -out * 0.04).times(tall))),
        ring.plus(thorax.of(new Position(-0.01, -0.04, out * 0.022).times(tall))),
        ring.plus(thorax.of(new Position(0, -0.008, out * 0.036).times(tall))));
  }

  private void strand(List<Shape> shapes, String key, List<List<Position>> strands) {
    Path path = new Path();
    for (List<Position> strand : strands) {
      List<Dot> dots = new ArrayList<>();
      for (Position place : strand) {
        dots.add(screen.dot(place));
      }
      path.through(dots);
    }
    shapes.add(Shape.line(key + "-rim", Tone.PAPER, WIDTH + 2.6, path));
    shapes.add(Shape.line(key, Tone.BAND, WIDTH, path));
  }

  /** A place about the chest, from the twelfth vertebra of the back. */
  private Position on(double x, double y, double z) {
    return posed
        .at(Spot.T12)
        .plus(
            thorax.of(
                new Position(x, y * posed.build().trunk(), z * posed.build().breadth())
                    .times(tall)));
  }
}

package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.body.Rest;
import org.counterpose.body.Spot;

/**
 * The things that stand still about a body: mat, chair, desk, laptop, wall, cushion. Sizes are
 * metres.
 */
final class Furniture {

  static final double DESK_HEIGHT = 0.424; // of the stature, a hand above a bent elbow's

  private static final double MAT_HALF = 0.46;
  private static final double WALL_HALF = 0.4;
  private static final double WALL_HEIGHT = 1.9;
  private static final double WALL_THICK = 0.015;
  private static final double CUSHION_HALF = 0.026;
  private static final double MAT_LONG = 140; // units of the picture

  private final Figure figure;
  private final Staged staged;
  private final Screen screen;
  private final Outline outline;

  Furniture(Figure figure, Staged staged, Screen screen) {
    this.figure = figure;
    this.staged = staged;
    this.screen = screen;
    this.outline = new Outline(screen);
  }

  List<Shape> behind() {
    List<Shape> shapes = new ArrayList<>();
    for (Prop prop : figure.props()) {
      switch (prop.kind()) {
        case MAT -> mat(place(prop), shapes);
        case CHAIR -> seat().chair(place(prop), shapes);
        case DESK -> desk(place(prop), shapes);
        case LAPTOP -> laptop(place(prop), shapes);
        case WALL -> wall(place(prop), shapes);
        case TOWEL,
            STOOL,
            DISC,
            BAND,
            CUSHION -> {} // these are before some parts and behind others
      }
    }
    return shapes;
  }

  /** Those that are among the parts of the body. */
  List<Part> among() {
    List<Part> parts = new ArrayList<>();
    for (Prop prop : figure.props()) {
      switch (prop.kind()) {
        case TOWEL -> parts.add(new Towel(place(prop), screen).part());
        case STOOL -> parts.add(seat().stool(place(prop)));
        case DISC -> parts.add(seat().disc(place(prop)));
        case CUSHION -> parts.add(cushion(place(prop)));
        case MAT, CHAIR, DESK, LAPTOP, BAND, WALL -> {}
      }
    }
    return parts;
  }

  private Position place(Prop prop) {
    return switch (prop.placement()) {
      case Prop.At at -> at.place();
      case Prop.Under under -> floor(staged.last().at(under.spot()));
      case Prop.Usual usual ->
          switch (prop.kind()) {
            case MAT -> middle();
            case WALL -> new Position(furthest(), 0, 0);
            case CUSHION -> floor(carryingFoot());
            case TOWEL, CHAIR, STOOL, DISC, DESK, LAPTOP, BAND -> floor(seated());
          };
    };
  }

  /** How far forwards anything of the body reaches in the end. */
  private double furthest() {
    double most = Double.NEGATIVE_INFINITY;
    for (Spot spot : Spot.values()) {
      Position at = staged.last().at(spot);
      most = Math.max(most, at.x() + staged.build().girthAt(spot));
    }
    return most;
  }

  private Position carryingFoot() {
    Position left = staged.last().at(Spot.LEFT_ANKLE);
    Position right = staged.last().at(Spot.RIGHT_ANKLE);
    return left.y() <= right.y() ? left : right;
  }

  private static Position floor(Position place) {
    return new Position(place.x(), 0, place.z());
  }

  /** Where somebody sits during the movement, or where they end. */
  private Position seated() {
    for (int i = 0; i < staged.movement().poses().size(); i++) {
      if (staged.movement().poses().get(i).rest() == Rest.SEAT) {
        return staged.posture(i).at(Spot.PELVIS);
      }
    }
    return staged.last().at(Spot.PELVIS);
  }

  /** The middle of the place that the body takes from head to foot. */
  private Position middle() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Posed posed : List.of(staged.first(), staged.last())) {
      for (Spot spot : Spot.values()) {
        least = Math.min(least, posed.at(spot).x());
        most = Math.max(most, posed.at(spot).x());
      }
    }
    return new Position((least + most) / 2, 0, 0);
  }

  /** A disc on it does not make somebody sit higher: the seat is lower. */
  private Seat seat() {
    return new Seat(
        staged.build().seatHeight() - (has(Prop.Kind.DISC) ? Seat.DISC_HEIGHT : 0), screen);
  }

  private boolean has(Prop.Kind kind) {
    return figure.props().stream().anyMatch(prop -> prop.kind() == kind);
  }

  /** A mat lies along the picture from whichever side the body is seen. */
  private void mat(Position at, List<Shape> shapes) {
    Dot middle = screen.dot(at);
    double slope = Math.max(4, screen.towardsViewer().y() * MAT_HALF * Screen.SCALE);
    Dot far = new Dot(MAT_LONG - slope * 0.45, -slope);
    Dot near = new Dot(MAT_LONG + slope * 0.45, slope + 1);
    Path area = new Path();
    area.move(middle.plus(new Dot(-far.x(), far.y()))).line(middle.plus(far));
    area.line(middle.plus(near)).line(middle.plus(new Dot(-near.x(), near.y()))).close();
    Path edge = new Path();
    edge.move(middle.plus(new Dot(-near.x(), near.y() + 1.2)));
    edge.line(middle.plus(new Dot(near.x(), near.y() + 1.2)));
    shapes.add(Shape.plain("mat", Tone.MAT, area));
    shapes.add(Shape.line("mat-edge", Tone.MAT_EDGE, 2.6, edge));
  }

  private void wall(Position at, List<Shape> shapes) {
    List<Solid> corners = new ArrayList<>();
    for (double aside : new double[] {-WALL_HALF, WALL_HALF}) {
      for (double up : new double[] {WALL_THICK, WALL_HEIGHT}) {
        corners.add(new Solid.Ball(at.plus(new Position(WALL_THICK, up, aside)), WALL_THICK));
      }
    }
    Path wall = new Path();
    outline.around(wall, corners);
    shapes.add(Shape.plain("wall", Tone.FLOOR, wall));
  }

  /** Soft: the foot sinks in. */
  private Part cushion(Position at) {
    Position middle = at.plus(new Position(0.03, CUSHION_HALF, 0));
    List<Solid> solids = box(middle, 0.17, CUSHION_HALF, 0.14);
    Path whole = new Path();
    outline.around(whole, solids);
    return new Part("cushion", solids, 0, List.of(Shape.solid("cushion", Tone.TOWEL, whole)));
  }

  private double desk() {
    return DESK_HEIGHT * staged.build().stature();
  }

  private void desk(Position at, List<Shape> shapes) {
    double away = screen.towardsViewer().z() >= 0 ? -1 : 1;
    for (double aside : new double[] {away, -away}) {
      Path leg = new Path();
      leg.move(screen.dot(at.plus(new Position(1.04, desk() - 0.03, aside * 0.2))));
      leg.line(screen.dot(at.plus(new Position(1.04, 0.015, aside * 0.2))));
      String name = aside == away ? "desk-far" : "desk-near";
      shapes.add(Shape.line(name, aside == away ? Tone.FLOOR : Tone.WOOD, 5.5, leg));
    }
    Path top = new Path();
    outline.around(top, box(at.plus(new Position(0.735, desk() - 0.017, 0)), 0.375, 0.017, 0.3));
    shapes.add(Shape.plain("desk", Tone.WOOD_EDGE, top));
  }

  private void laptop(Position at, List<Shape> shapes) {
    Position hinge = at.plus(new Position(0.79, desk() + 0.012, 0));
    Path base = new Path();
    outline.around(base, box(hinge.plus(new Position(-0.12, 0, 0)), 0.12, 0.006, 0.16));
    Path lid = new Path();
    outline.around(
        lid,
        List.of(
            new Solid.Ball(hinge.plus(new Position(0.004, 0.006, -0.16)), 0.009),
            new Solid.Ball(hinge.plus(new Position(0.004, 0.006, 0.16)), 0.009),
            new Solid.Ball(hinge.plus(new Position(0.075, 0.21, -0.16)), 0.009),
            new Solid.Ball(hinge.plus(new Position(0.075, 0.21, 0.16)), 0.009)));
    shapes.add(Shape.plain("laptop-base", Tone.METAL_LIGHT, base));
    shapes.add(Shape.plain("laptop", Tone.METAL, lid));
  }

  static List<Solid> box(Position at, double x, double y, double z) {
    List<Solid> corners = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Position corner = new Position(i % 2 == 0 ? -x : x, 0, i < 2 ? -z : z);
      corners.add(new Solid.Ball(at.plus(corner), y));
    }
    return corners;
  }
}

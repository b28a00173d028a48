package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.body.Rest;
import org.counterpose.body.Spot;

/** The things that stand still behind a body: mat, chair, desk, laptop. Sizes are metres. */
final class Furniture {

  static final double DISC_HEIGHT = 0.055;
  static final double DESK_HEIGHT = 0.424; // of the stature, a hand above a bent elbow's

  private static final double MAT_HALF = 0.46;
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
        case CHAIR -> chair(place(prop), shapes);
        case DESK -> desk(place(prop), shapes);
        case LAPTOP -> laptop(place(prop), shapes);
        case TOWEL, STOOL, DISC, BAND -> {} // these are before some parts and behind others
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
        case STOOL -> parts.add(stool(place(prop)));
        case DISC -> parts.add(disc(place(prop)));
        case MAT, CHAIR, DESK, LAPTOP, BAND -> {}
      }
    }
    return parts;
  }

  private Position place(Prop prop) {
    return switch (prop.placement()) {
      case Prop.At at -> at.place();
      case Prop.Under under -> floor(staged.last().at(under.spot()));
      case Prop.Usual usual -> prop.kind() == Prop.Kind.MAT ? middle() : floor(seated());
    };
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

  private double seat() {
    return staged.build().seatHeight() - (has(Prop.Kind.DISC) ? DISC_HEIGHT : 0);
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

  private void chair(Position at, List<Shape> shapes) {
    double seat = seat();
    double away = screen.towardsViewer().z() >= 0 ? -1 : 1;
    Position back = at.plus(new Position(-0.215, 0, 0));
    Position front = at.plus(new Position(0.185, 0, 0));
    Path far = new Path();
    leg(far, back, front, seat, away * 0.17);
    shapes.add(Shape.line("chair-far", Tone.FLOOR, 5, far));
    Path near = new Path();
    leg(near, back, front, seat, -away * 0.17);
    near.move(screen.dot(back.plus(new Position(0.005, seat, -away * 0.16))));
    near.line(screen.dot(back.plus(new Position(-0.05, seat + 0.4, -away * 0.16))));
    Path rest = new Path();
    outline.around(
        rest,
        List.of(
            new Solid.Ball(back.plus(new Position(-0.026, seat + 0.22, -0.17)), 0.013),
            new Solid.Ball(back.plus(new Position(-0.026, seat + 0.22, 0.17)), 0.013),
            new Solid.Ball(back.plus(new Position(-0.052, seat + 0.4, -0.17)), 0.013),
            new Solid.Ball(back.plus(new Position(-0.052, seat + 0.4, 0.17)), 0.013)));
    shapes.add(Shape.plain("chair-rest", Tone.WOOD, rest));
    shapes.add(Shape.line("chair-near", Tone.WOOD, 5, near));
    Path board = new Path();
    outline.around(board, box(at.plus(new Position(-0.015, seat - 0.02, 0)), 0.205, 0.018, 0.18));
    shapes.add(Shape.plain("chair-seat", Tone.WOOD_EDGE, board));
  }

  private void leg(Path path, Position back, Position front, double seat, double aside) {
    path.move(screen.dot(back.plus(new Position(0.02, seat - 0.03, aside))));
    path.line(screen.dot(back.plus(new Position(-0.02, 0.012, aside))));
    path.move(screen.dot(front.plus(new Position(-0.01, seat - 0.03, aside))));
    path.line(screen.dot(front.plus(new Position(0.02, 0.012, aside))));
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

  private Part stool(Position at) {
    double seat = seat();
    Position up = new Position(0, 1, 0);
    List<Solid> board =
        List.of(
            plate(at.plus(up.times(seat - 0.012)), 0.19, 0.012),
            plate(at.plus(up.times(seat - 0.036)), 0.185, 0.012));
    Path post = new Path();
    post.move(screen.dot(at.plus(up.times(seat - 0.04))));
    post.line(screen.dot(at.plus(up.times(0.05))));
    for (Position foot :
        List.of(
            new Position(0.17, 0.012, 0), new Position(-0.17, 0.012, 0),
            new Position(0, 0.012, 0.17), new Position(0, 0.012, -0.17))) {
      post.move(screen.dot(at.plus(up.times(0.06))));
      post.line(screen.dot(at.plus(foot)));
    }
    Path top = new Path();
    outline.around(top, board);
    return new Part(
        "stool",
        List.of(new Solid.Ball(at.plus(up.times(seat)).minus(behind(0.02)), 0.15)),
        0,
        List.of(
            Shape.line("stool-post", Tone.WOOD, 5.5, post),
            Shape.solid("stool", Tone.WOOD_EDGE, top)));
  }

  private Part disc(Position at) {
    Position up = new Position(0, 1, 0);
    double seat = seat();
    Path side = new Path();
    outline.around(
        side,
        List.of(
            plate(at.plus(up.times(seat + 0.022)), 0.172, 0.022),
            plate(at.plus(up.times(seat + 0.045)), 0.172, 0.022)));
    Path top = new Path();
    outline.around(top, List.of(plate(at.plus(up.times(seat + 0.058)), 0.16, 0.01)));
    return new Part(
        "disc",
        List.of(new Solid.Ball(at.plus(up.times(seat + 0.03)).minus(behind(0.15)), 0.15)),
        0,
        List.of(
            Shape.solid("disc-side", Tone.DISC_EDGE, side), Shape.plain("disc", Tone.DISC, top)));
  }

  /** So much away from the viewer: what somebody sits on is behind them as far as it touches. */
  private Position behind(double metres) {
    return screen.towardsViewer().times(metres);
  }

  private static Solid plate(Position at, double radius, double half) {
    return new Solid.Egg(at, org.counterpose.body.Turn.NONE, new Position(radius, half, radius));
  }

  private static List<Solid> box(Position at, double x, double y, double z) {
    List<Solid> corners = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Position corner = new Position(i % 2 == 0 ? -x : x, 0, i < 2 ? -z : z);
      corners.add(new Solid.Ball(at.plus(corner), y));
    }
    return corners;
  }
}

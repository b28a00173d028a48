package org.counterpose.figure;

import java.util.List;
import org.counterpose.body.Position;
import org.counterpose.body.Turn;

/** What somebody sits on. Sizes are metres. */
final class Seat {

  static final double DISC_HEIGHT = 0.055;

  private final double seat;
  private final Screen screen;
  private final Outline outline;

  /**
   * @param seat how high the seat is, without the disc
   */
  Seat(double seat, Screen screen) {
    this.seat = seat;
    this.screen = screen;
    this.outline = new Outline(screen);
  }

  void chair(Position at, List<Shape> shapes) {
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
    outline.around(
        board, Furniture.box(at.plus(new Position(-0.015, seat - 0.02, 0)), 0.205, 0.018, 0.18));
    shapes.add(Shape.plain("chair-seat", Tone.WOOD_EDGE, board));
  }

  private void leg(Path path, Position back, Position front, double seat, double aside) {
    path.move(screen.dot(back.plus(new Position(0.02, seat - 0.03, aside))));
    path.line(screen.dot(back.plus(new Position(-0.02, 0.012, aside))));
    path.move(screen.dot(front.plus(new Position(-0.01, seat - 0.03, aside))));
    path.line(screen.dot(front.plus(new Position(0.02, 0.012, aside))));
  }

  Part stool(Position at) {
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

  Part disc(Position at) {
    Position up = new Position(0, 1, 0);
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
    return new Solid.Egg(at, Turn.NONE, new Position(radius, half, radius));
  }
}

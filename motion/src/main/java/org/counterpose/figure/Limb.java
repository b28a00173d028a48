package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.body.Segment;
import org.counterpose.body.Spot;
import org.counterpose.body.Turn;

/** The flesh of arms and legs. Thicknesses are shares of the stature. */
final class Limb {

  private final Posed posed;
  private final Side side;
  private final double thick;
  private final double tall;

  Limb(Posed posed, Side side) {
    this.posed = posed;
    this.side = side;
    this.tall = posed.build().stature();
    this.thick = tall * posed.build().girth();
  }

  /** From the shoulder to the wrist. */
  List<Solid> arm() {
    List<Solid> arm = new ArrayList<>();
    Spot shoulder = side.shoulder();
    Spot elbow = side.elbow();
    Position down = posed.turnOf(Segment.THORAX).of(own(0, -0.006, -0.004));
    arm.add(ball(posed.at(shoulder).plus(down), 0.0285));
    arm.add(on(shoulder, elbow, 0.17, 0.0335));
    arm.add(on(shoulder, elbow, 0.36, 0.0315));
    arm.add(on(shoulder, elbow, 0.72, 0.0255));
    arm.add(ball(posed.at(elbow), 0.0235));
    arm.add(on(elbow, side.wrist(), 0.26, 0.0245));
    arm.add(on(elbow, side.wrist(), 0.65, 0.0188));
    arm.add(ball(posed.at(side.wrist()), 0.0148));
    return arm;
  }

  /** The hand, from the wrist to the fingertips. */
  List<Solid> hand() {
    Turn turn = posed.turnOf(side.hand());
    return List.of(
        ball(posed.at(side.wrist()), 0.0148),
        egg(on(side.wrist(), side.knuckles(), 0.8, 0), turn, 0.012, 0.016, 0.0225),
        egg(on(side.knuckles(), side.fingertips(), 0.45, 0), turn, 0.0105, 0.015, 0.019),
        egg(on(side.knuckles(), side.fingertips(), 0.86, 0), turn, 0.0075, 0.008, 0.012));
  }

  /** The thumb, on the side of the body's middle while the palm looks back. */
  List<Solid> thumb() {
    Turn turn = posed.turnOf(side.hand());
    Position root = posed.at(side.wrist()).plus(turn.of(own(0.002, -0.014, -0.008)));
    Position tip = posed.at(side.wrist()).plus(turn.of(own(0.0, -0.05, -0.03)));
    return List.of(ball(root, 0.011), ball(tip, 0.0068));
  }

  /** From the hip to the ankle. */
  List<Solid> leg() {
    List<Solid> leg = new ArrayList<>();
    Spot hip = side.hip();
    Spot knee = side.knee();
    Turn shank = posed.turnOf(side.shank());
    leg.add(ball(posed.at(hip), 0.053));
    leg.add(on(hip, knee, 0.25, 0.0505));
    leg.add(on(hip, knee, 0.6, 0.0415));
    leg.add(on(hip, knee, 0.85, 0.034));
    leg.add(ball(posed.at(knee), 0.032));
    leg.add(calf(shank, 0.13, 0.0305, -0.003));
    leg.add(calf(shank, 0.3, 0.0335, -0.009));
    leg.add(calf(shank, 0.48, 0.0305, -0.009));
    leg.add(calf(shank, 0.75, 0.022, -0.002));
    leg.add(ball(posed.at(side.ankle()), 0.0185));
    return leg;
  }

  /** The foot: heel, instep, ball and toes. */
  List<List<Solid>> foot() {
    Turn turn = posed.turnOf(side.foot());
    Position ankle = posed.at(side.ankle());
    Solid top = ball(ankle, 0.0185);
    Solid heel = ball(ankle.plus(turn.of(own(-0.026, -0.022, 0))), 0.0165);
    Solid instep = egg(ankle.plus(turn.of(own(0.035, -0.017, 0))), turn, 0.02, 0.0155, 0.02);
    Solid pad = egg(ankle.plus(turn.of(own(0.08, -0.0275, 0))), turn, 0.02, 0.0115, 0.026);
    Solid toes = egg(ankle.plus(turn.of(own(0.11, -0.03, 0))), turn, 0.014, 0.009, 0.021);
    return List.of(List.of(top, heel, instep), List.of(instep, heel, pad), List.of(pad, toes));
  }

  private Solid.Ball calf(Turn shank, double share, double thickness, double forwards) {
    Position place = posed.at(side.knee()).towards(posed.at(side.ankle()), share);
    return ball(place.plus(shank.of(own(forwards, 0, 0))), thickness);
  }

  private Solid.Ball on(Spot from, Spot to, double share, double thickness) {
    return ball(posed.at(from).towards(posed.at(to), share), thickness);
  }

  private Solid.Ball ball(Position place, double thickness) {
    return new Solid.Ball(place, Math.max(1e-4, thickness * thick));
  }

  private Solid egg(Solid.Ball at, Turn turn, double x, double y, double z) {
    return egg(at.centre(), turn, x, y, z);
  }

  private Solid egg(Position place, Turn turn, double x, double y, double z) {
    return new Solid.Egg(place, turn, new Position(x, y, z).times(thick));
  }

  /** In the segment's own axes, with z outwards. */
  private Position own(double x, double y, double z) {
    return new Position(x, y, side.outwards() * z).times(tall);
  }
}

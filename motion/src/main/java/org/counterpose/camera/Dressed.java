package org.counterpose.camera;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.body.Segment;
import org.counterpose.body.Spot;
import org.counterpose.body.Turn;

/** A body with flesh, hair and clothes, as many overlapping balls. */
final class Dressed {

  private final Posed body;
  private final double stature;
  private final List<Ball> balls = new ArrayList<>();

  private Dressed(Posed body) {
    this.body = body;
    this.stature = body.build().stature();
  }

  static List<Ball> balls(Posed body) {
    Dressed dressed = new Dressed(body);
    dressed.trunk();
    dressed.head();
    dressed.arm(Spot.LEFT_SHOULDER, Spot.LEFT_ELBOW, Spot.LEFT_WRIST, Spot.LEFT_FINGERTIPS);
    dressed.arm(Spot.RIGHT_SHOULDER, Spot.RIGHT_ELBOW, Spot.RIGHT_WRIST, Spot.RIGHT_FINGERTIPS);
    dressed.leg(Spot.LEFT_HIP, Spot.LEFT_KNEE, Spot.LEFT_ANKLE, Spot.LEFT_HEEL, Spot.LEFT_TOES);
    dressed.leg(
        Spot.RIGHT_HIP, Spot.RIGHT_KNEE, Spot.RIGHT_ANKLE, Spot.RIGHT_HEEL, Spot.RIGHT_TOES);
    return dressed.balls;
  }

  private void trunk() {
    Turn pelvis = body.turnOf(Segment.PELVIS);
    Turn lumbar = body.turnOf(Segment.LUMBAR);
    Turn thorax = body.turnOf(Segment.THORAX);
    Position hips = body.at(Spot.PELVIS);
    Position waist = body.at(Spot.L3).plus(lumbar.forwards().times(0.03 * stature));
    Position chest = body.at(Spot.T6).plus(thorax.forwards().times(0.05 * stature));
    Position top = body.between(Spot.LEFT_SHOULDER, Spot.RIGHT_SHOULDER);
    for (double side : new double[] {-1, -0.5, 0, 0.5, 1}) {
      double less = 1 - 0.25 * Math.abs(side);
      Position seat = hips.plus(pelvis.right().times(side * 0.05 * stature));
      Position middle = waist.plus(lumbar.right().times(side * 0.042 * stature));
      Position ribs = chest.plus(thorax.right().times(side * 0.062 * stature));
      Position shoulders = top.plus(thorax.right().times(side * 0.085 * stature));
      tube(seat, 0.062 * less, middle, 0.056 * less, Colour.TROUSERS, Colour.SHIRT);
      tube(middle, 0.056 * less, ribs, 0.066 * less, Colour.SHIRT, Colour.SHIRT);
      tube(ribs, 0.066 * less, shoulders, 0.042 * less, Colour.SHIRT, Colour.SHIRT);
    }
    Position nape = in(body.at(Spot.C7), body.turnOf(Segment.NECK), 0.012, 0.012, 0);
    tube(nape, 0.03, body.at(Spot.ATLAS), 0.032, Colour.SKIN, Colour.SKIN);
  }

  private void head() {
    Turn head = body.turnOf(Segment.HEAD);
    Position skull = body.at(Spot.SKULL);
    ball(skull, 0.056, Colour.SKIN);
    ball(in(skull, head, 0.018, 0.008, 0), 0.046, Colour.SKIN);
    tube(
        in(skull, head, 0.022, -0.02, 0),
        0.043,
        in(body.at(Spot.CHIN), head, -0.012, 0.012, 0),
        0.022,
        Colour.SKIN,
        Colour.SKIN);
    tube(
        in(body.at(Spot.NOSE), head, -0.01, 0.022, 0),
        0.006,
        in(body.at(Spot.NOSE), head, -0.005, 0, 0),
        0.010,
        Colour.SKIN,
        Colour.SKIN);
    hair(head, skull);
    for (double side : new double[] {-1, 1}) {
      Position eye = body.at(side < 0 ? Spot.LEFT_EYE : Spot.RIGHT_EYE);
      ball(in(eye, head, 0.003, 0, 0), 0.0095, Colour.EYE);
      ball(in(eye, head, 0.009, 0, 0), 0.0048, Colour.PUPIL);
      tube(
          in(eye, head, 0.004, 0.013, -0.009 * side),
          0.003,
          in(eye, head, 0.0, 0.014, 0.009 * side),
          0.003,
          Colour.HAIR,
          Colour.HAIR);
      ball(in(skull, head, -0.006, -0.018, 0.053 * side), 0.012, Colour.SKIN);
      ball(in(skull, head, -0.004, -0.026, 0.054 * side), 0.009, Colour.SKIN);
    }
    tube(
        in(body.at(Spot.MOUTH_LEFT), head, 0.004, 0, 0),
        0.005,
        in(body.at(Spot.MOUTH_RIGHT), head, 0.004, 0, 0),
        0.005,
        Colour.LIPS,
        Colour.LIPS);
  }

  private void hair(Turn head, Position skull) {
    ball(in(skull, head, -0.014, 0.012, 0), 0.058, Colour.HAIR);
    ball(in(skull, head, -0.024, -0.008, 0), 0.05, Colour.HAIR);
    ball(in(skull, head, 0.006, 0.024, 0), 0.05, Colour.HAIR);
  }

  private void arm(Spot shoulder, Spot elbow, Spot wrist, Spot fingers) {
    Position sleeve = body.at(shoulder).towards(body.at(elbow), 0.55);
    tube(body.at(shoulder), 0.036, sleeve, 0.03, Colour.SHIRT, Colour.SHIRT);
    tube(sleeve, 0.026, body.at(elbow), 0.023, Colour.SKIN, Colour.SKIN);
    Position thick = body.at(elbow).towards(body.at(wrist), 0.25);
    tube(body.at(elbow), 0.023, thick, 0.025, Colour.SKIN, Colour.SKIN);
    tube(thick, 0.025, body.at(wrist), 0.016, Colour.SKIN, Colour.SKIN);
    tube(body.at(wrist), 0.017, body.at(fingers), 0.008, Colour.SKIN, Colour.SKIN);
  }

  private void leg(Spot hip, Spot knee, Spot ankle, Spot heel, Spot toes) {
    Colour cloth = Colour.TROUSERS;
    tube(body.at(hip), 0.052, body.at(knee), 0.034, cloth, cloth);
    Position calf = body.at(knee).towards(body.at(ankle), 0.3);
    tube(body.at(knee), 0.034, calf, 0.035, cloth, cloth);
    tube(calf, 0.035, body.at(ankle), 0.022, cloth, cloth);
    tube(body.at(heel), 0.02, body.at(toes), 0.015, Colour.SHOE, Colour.SHOE);
    tube(body.at(ankle), 0.02, body.at(heel), 0.019, Colour.SHOE, Colour.SHOE);
  }

  private Position in(Position from, Turn turn, double forwards, double upwards, double right) {
    return from.plus(turn.of(new Position(forwards, upwards, right).times(stature)));
  }

  private void ball(Position centre, double statures, Colour colour) {
    balls.add(new Ball(centre, statures * stature * body.build().girth(), colour));
  }

  /** Balls in a row, close enough to look like one piece. */
  private void tube(Position from, double thick, Position to, double thin, Colour one, Colour two) {
    int count = Math.max(2, (int) Math.ceil(from.distanceTo(to) / (0.008 * stature)));
    for (int i = 0; i <= count; i++) {
      double share = i / (double) count;
      ball(from.towards(to, share), thick + (thin - thick) * share, share < 0.5 ? one : two);
    }
  }
}

package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.body.Segment;
import org.counterpose.body.Spot;
import org.counterpose.body.Turn;

/** The flesh from seat to neck, and the line of the spine. Sizes are shares of the stature. */
final class Trunk {

  private final Posed posed;
  private final double tall;

  Trunk(Posed posed) {
    this.posed = posed;
    this.tall = posed.build().stature();
  }

  List<Solid> flesh() {
    List<Solid> flesh = new ArrayList<>();
    flesh.add(slab(Spot.PELVIS, Segment.PELVIS, -0.014, -0.024, 0.05, 0.03, 0.084));
    flesh.add(slab(Spot.PELVIS, Segment.PELVIS, -0.01, 0.006, 0.064, 0.03, 0.096));
    flesh.add(slab(Spot.PELVIS, Segment.PELVIS, -0.006, 0.04, 0.063, 0.025, 0.093));
    flesh.add(slab(Spot.SACRUM, Segment.LUMBAR, 0.024, 0.028, 0.06, 0.022, 0.083));
    flesh.add(slab(Spot.L3, Segment.LUMBAR, 0.009, 0.012, 0.0565, 0.02, 0.076));
    flesh.add(slab(Spot.T12, Segment.THORAX, 0.011, 0, 0.058, 0.02, 0.077));
    flesh.add(slab(Spot.T12, Segment.THORAX, 0.012, 0.04, 0.063, 0.02, 0.085));
    flesh.add(slab(Spot.T12, Segment.THORAX, 0.008, 0.082, 0.067, 0.02, 0.095));
    flesh.add(slab(Spot.T12, Segment.THORAX, 0.006, 0.12, 0.06, 0.018, 0.105));
    flesh.add(slab(Spot.T12, Segment.THORAX, 0.006, 0.15, 0.043, 0.012, 0.1));
    flesh.add(slab(Spot.C7, Segment.THORAX, 0.01, 0.008, 0.034, 0.01, 0.055));
    flesh.add(ball(Spot.C7, Segment.NECK, 0.014, 0.022, 0.0305));
    flesh.add(ball(Spot.ATLAS, Segment.NECK, 0.004, -0.006, 0.0295));
    return flesh;
  }

  /** The spine from tail to atlas. */
  List<Position> spine() {
    return List.of(
        posed.at(Spot.PELVIS).plus(own(Segment.PELVIS, -0.04, 0.004)),
        posed.at(Spot.SACRUM).plus(own(Segment.PELVIS, -0.008, 0)),
        posed.at(Spot.L3).plus(own(Segment.LUMBAR, -0.022, 0)),
        posed.at(Spot.T12).plus(own(Segment.THORAX, -0.018, 0)),
        posed.at(Spot.T6).plus(own(Segment.THORAX, -0.009, 0)),
        posed.at(Spot.C7).plus(own(Segment.THORAX, -0.002, 0)),
        posed.at(Spot.ATLAS).plus(own(Segment.NECK, -0.008, 0)));
  }

  private Solid slab(
      Spot from, Segment segment, double x, double y, double deep, double high, double wide) {
    double girth = posed.build().girth() * tall;
    double breadth = posed.build().breadth() * tall;
    return new Solid.Egg(
        posed.at(from).plus(own(segment, x, y)),
        posed.turnOf(segment),
        new Position(deep * girth, high * girth, wide * breadth));
  }

  private Solid ball(Spot from, Segment segment, double x, double y, double radius) {
    return new Solid.Ball(
        posed.at(from).plus(own(segment, x, y)), radius * posed.build().girth() * tall);
  }

  private Position own(Segment segment, double x, double y) {
    Turn turn = posed.turnOf(segment);
    return turn.of(new Position(x, y * posed.build().trunk(), 0).times(tall));
  }
}

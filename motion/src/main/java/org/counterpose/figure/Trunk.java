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
    flesh.add(slab(Spot.PELVIS, Segment.PELVIS, -0.012, -0.018, 0.056, 0.03, 0.088));
    flesh.add(slab(Spot.PELVIS, Segment.PELVIS, -0.01, 0.026, 0.065, 0.03, 0.095));
    flesh.add(slab(Spot.SACRUM, Segment.LUMBAR, 0.026, 0.022, 0.06, 0.022, 0.086));
    flesh.add(slab(Spot.L3, Segment.LUMBAR, 0.014, 0.008, 0.055, 0.02, 0.076));
    flesh.add(slab(Spot.T12, Segment.THORAX, 0.013, 0, 0.056, 0.02, 0.077));
    flesh.add(slab(Spot.T12, Segment.THORAX, 0.01, 0.045, 0.063, 0.02, 0.085));
    flesh.add(slab(Spot.T6, Segment.THORAX, 0.023, 0, 0.067, 0.02, 0.096));
    flesh.add(slab(Spot.T12, Segment.THORAX, 0.004, 0.122, 0.055, 0.018, 0.101));
    flesh.add(slab(Spot.T12, Segment.THORAX, 0.006, 0.147, 0.041, 0.012, 0.09));
    flesh.add(slab(Spot.C7, Segment.THORAX, 0.012, 0, 0.033, 0.012, 0.046));
    flesh.add(ball(Spot.C7, Segment.NECK, 0.016, 0.022, 0.03));
    flesh.add(ball(Spot.ATLAS, Segment.NECK, 0.004, -0.006, 0.0295));
    return flesh;
  }

  /** The spine from tail to atlas. */
  List<Position> spine() {
    return List.of(
        posed.at(Spot.PELVIS).plus(own(Segment.PELVIS, -0.045, 0.008)),
        posed.at(Spot.SACRUM).plus(own(Segment.PELVIS, -0.008, 0)),
        posed.at(Spot.L3).plus(own(Segment.LUMBAR, -0.008, 0)),
        posed.at(Spot.T12).plus(own(Segment.THORAX, -0.008, 0)),
        posed.at(Spot.T6).plus(own(Segment.THORAX, -0.008, 0)),
        posed.at(Spot.C7),
        posed.at(Spot.ATLAS).plus(own(Segment.NECK, -0.006, 0)));
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

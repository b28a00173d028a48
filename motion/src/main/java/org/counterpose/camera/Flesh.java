package org.counterpose.camera;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.body.Spot;

/** The rough solid shape of a body: what of it stands before what. */
final class Flesh {

  /** A point so much deeper than the surface, as a share of its thickness, lies within. */
  private static final double WITHIN = 1.15;

  private record Part(Position from, double thick, Position to, double thin) {

    /** How far a place is from the middle of this part, in thicknesses there. */
    double far(Position place) {
      Position axis = to.minus(from);
      double share = Math.clamp(place.minus(from).dot(axis) / axis.dot(axis), 0, 1);
      return place.distanceTo(from.towards(to, share)) / (thick + (thin - thick) * share);
    }

    /** Whether the straight way from one place to another leads through this part. */
    boolean isOnTheWay(Position one, Position other) {
      Position way = other.minus(one);
      Position axis = to.minus(from);
      double across = way.dot(axis);
      double flat = way.dot(way) * axis.dot(axis) - across * across;
      Position between = from.minus(one);
      double share =
          flat > 0
              ? (way.dot(between) * axis.dot(axis) - axis.dot(between) * across) / flat
              : way.dot(between) / way.dot(way);
      return far(one.towards(other, Math.clamp(share, 0, 1))) < 1;
    }
  }

  private final List<Part> parts = new ArrayList<>();

  Flesh(Posed body) {
    add(body, Spot.PELVIS, Spot.L3);
    add(body, Spot.L3, Spot.T6);
    add(body, Spot.T6, Spot.C7);
    add(body, Spot.LEFT_SHOULDER, Spot.RIGHT_SHOULDER);
    add(body, Spot.LEFT_HIP, Spot.RIGHT_HIP);
    add(body, Spot.ATLAS, Spot.SKULL);
    for (Spot[] limb :
        new Spot[][] {
          {Spot.RIGHT_SHOULDER, Spot.RIGHT_ELBOW, Spot.RIGHT_WRIST, Spot.RIGHT_FINGERTIPS},
          {Spot.RIGHT_HIP, Spot.RIGHT_KNEE, Spot.RIGHT_ANKLE, Spot.RIGHT_TOES}
        }) {
      for (int i = 1; i < limb.length; i++) {
        add(body, limb[i - 1], limb[i]);
        add(body, limb[i - 1].mirrored(), limb[i].mirrored());
      }
    }
  }

  private void add(Posed body, Spot from, Spot to) {
    double thick = body.build().girthAt(from);
    parts.add(new Part(body.at(from), thick, body.at(to), body.build().girthAt(to)));
  }

  /** Whether the body itself hides a place from an eye; a joint's own flesh does not hide it. */
  boolean hides(Position place, Position eye) {
    for (Part part : parts) {
      if (part.far(place) > WITHIN && part.isOnTheWay(place, eye)) {
        return true;
      }
    }
    return false;
  }
}

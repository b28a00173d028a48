package org.counterpose.camera;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.body.Spot;

/**
 * The rough solid shape of a body: what of it stands before what. Arms hide arms alone: the pose
 * model gave a knee 0.91 with an arm right before it.
 */
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

  private final List<Part> trunkAndLegs = new ArrayList<>();
  private final List<Part> arms = new ArrayList<>();

  Flesh(Posed body) {
    add(body, trunkAndLegs, Spot.PELVIS, Spot.L3, Spot.T6, Spot.C7);
    add(body, trunkAndLegs, Spot.LEFT_SHOULDER, Spot.RIGHT_SHOULDER);
    add(body, trunkAndLegs, Spot.LEFT_HIP, Spot.RIGHT_HIP);
    add(body, trunkAndLegs, Spot.ATLAS, Spot.SKULL);
    add(body, trunkAndLegs, Spot.LEFT_HIP, Spot.LEFT_KNEE, Spot.LEFT_ANKLE, Spot.LEFT_TOES);
    add(body, trunkAndLegs, Spot.RIGHT_HIP, Spot.RIGHT_KNEE, Spot.RIGHT_ANKLE, Spot.RIGHT_TOES);
    add(body, arms, Spot.LEFT_SHOULDER, Spot.LEFT_ELBOW, Spot.LEFT_WRIST, Spot.LEFT_FINGERTIPS);
    add(body, arms, Spot.RIGHT_SHOULDER, Spot.RIGHT_ELBOW, Spot.RIGHT_WRIST, Spot.RIGHT_FINGERTIPS);
  }

  private static void add(Posed body, List<Part> parts, Spot... spots) {
    for (int i = 1; i < spots.length; i++) {
      double thick = body.build().girthAt(spots[i - 1]);
      double thin = body.build().girthAt(spots[i]);
      parts.add(new Part(body.at(spots[i - 1]), thick, body.at(spots[i]), thin));
    }
  }

  /** Whether the body itself hides a place of an arm from an eye. */
  boolean hidesOfArm(Position place, Position eye) {
    return isHidden(trunkAndLegs, place, eye) || isHidden(arms, place, eye);
  }

  /** Whether the body itself hides a place of a leg from an eye. */
  boolean hidesOfLeg(Position place, Position eye) {
    return isHidden(trunkAndLegs, place, eye);
  }

  /** A joint's own flesh does not hide it. */
  private static boolean isHidden(List<Part> parts, Position place, Position eye) {
    for (Part part : parts) {
      if (part.far(place) > WITHIN && part.isOnTheWay(place, eye)) {
        return true;
      }
    }
    return false;
  }
}

package org.counterpose.body;

import java.util.EnumMap;
import java.util.Map;

/**
 * Puts a body together from the pelvis outwards: each segment hangs on the one before, turned by
 * the angles of the joint between them. The pelvis is at the origin here.
 */
final class Assembly {

  private final Build build;
  private final Pose pose;
  private final Map<Spot, Position> spots = new EnumMap<>(Spot.class);
  private final Map<Segment, Turn> turns = new EnumMap<>(Segment.class);

  Assembly(Build build, Pose pose) {
    this.build = build;
    this.pose = pose;
    Turn pelvis = whole(pose.of(Joint.PELVIS));
    turns.put(Segment.PELVIS, pelvis);
    spots.put(Spot.PELVIS, Position.ORIGIN);
    trunk(pelvis);
    for (Limbs limbs : Limbs.values()) {
      arm(limbs);
      leg(limbs, pelvis);
    }
  }

  Map<Spot, Position> spots() {
    return spots;
  }

  Map<Segment, Turn> turns() {
    return turns;
  }

  private static Turn whole(Angles angles) {
    return Turn.aboutUpwards(-angles.third())
        .then(Turn.aboutRight(-angles.first()))
        .then(Turn.aboutUpwards(-angles.second()));
  }

  private Turn spine(Turn below, Joint joint) {
    Angles angles = pose.of(joint);
    return below
        .then(Turn.aboutRight(-angles.first()))
        .then(Turn.aboutForwards(angles.second()))
        .then(Turn.aboutUpwards(-angles.third()));
  }

  /** The natural bends of the spine stand in these ways: hollow in the loins, rounded above. */
  private void trunk(Turn pelvis) {
    put(Spot.SACRUM, Spot.PELVIS, pelvis, trunkWay(-0.032, 0.045));
    Turn lumbar = spine(pelvis, Joint.LUMBAR);
    turns.put(Segment.LUMBAR, lumbar);
    put(Spot.L3, Spot.SACRUM, lumbar, trunkWay(0.014, 0.05));
    put(Spot.T12, Spot.SACRUM, lumbar, trunkWay(0.006, 0.1));
    Turn thorax = spine(lumbar, Joint.THORAX);
    turns.put(Segment.THORAX, thorax);
    put(Spot.T6, Spot.T12, thorax, trunkWay(-0.022, 0.092));
    put(Spot.C7, Spot.T12, thorax, trunkWay(-0.004, 0.17));
    double half = Build.HALF_SHOULDERS * build.breadth();
    put(Spot.LEFT_SHOULDER, Spot.T12, thorax, trunkWay(0.02, 0.143).plus(right(-half)));
    put(Spot.RIGHT_SHOULDER, Spot.T12, thorax, trunkWay(0.02, 0.143).plus(right(half)));
    Turn neck = spine(thorax, Joint.NECK);
    turns.put(Segment.NECK, neck);
    put(Spot.ATLAS, Spot.C7, neck, trunkWay(0.024, 0.06));
    head(spine(neck, Joint.HEAD));
  }

  private void head(Turn head) {
    turns.put(Segment.HEAD, head);
    put(Spot.SKULL, Spot.ATLAS, head, way(0.008, 0.038, 0));
    put(Spot.CROWN, Spot.ATLAS, head, way(0, 0.096, 0));
    put(Spot.CHIN, Spot.ATLAS, head, way(0.05, -0.032, 0));
    put(Spot.NOSE, Spot.ATLAS, head, way(0.072, 0.012, 0));
    put(Spot.LEFT_EYE, Spot.ATLAS, head, way(0.057, 0.029, -0.019));
    put(Spot.RIGHT_EYE, Spot.ATLAS, head, way(0.057, 0.029, 0.019));
    put(Spot.MOUTH_LEFT, Spot.ATLAS, head, way(0.058, -0.01, -0.014));
    put(Spot.MOUTH_RIGHT, Spot.ATLAS, head, way(0.058, -0.01, 0.014));
    put(Spot.LEFT_EAR, Spot.ATLAS, head, way(0.002, 0.018, -0.045));
    put(Spot.RIGHT_EAR, Spot.ATLAS, head, way(0.002, 0.018, 0.045));
  }

  private void arm(Limbs limbs) {
    Turn thorax = turn(Segment.THORAX);
    Turn upper = limbs.ball(thorax, pose.of(limbs.shoulder));
    Turn forearm = upper.then(Turn.aboutRight(pose.of(limbs.elbow).first()));
    Turn hand = forearm.then(Turn.aboutRight(-pose.of(limbs.wrist).first()));
    turns.put(limbs.upperArm, upper);
    turns.put(limbs.forearm, forearm);
    turns.put(limbs.hand, hand);
    double arms = build.arms();
    put(limbs.elbowSpot, limbs.shoulderSpot, upper, way(0, -Build.UPPER_ARM * arms, 0));
    put(limbs.wristSpot, limbs.elbowSpot, forearm, way(0, -Build.FOREARM * arms, 0));
    put(limbs.knuckles, limbs.wristSpot, hand, way(0, -Build.HAND * 0.5 * arms, 0));
    put(limbs.fingertips, limbs.wristSpot, hand, way(0, -Build.HAND * arms, 0));
  }

  private void leg(Limbs limbs, Turn pelvis) {
    Turn thigh = limbs.ball(pelvis, pose.of(limbs.hip));
    Turn shank = thigh.then(Turn.aboutRight(-pose.of(limbs.knee).first()));
    Turn foot = shank.then(Turn.aboutRight(pose.of(limbs.ankle).first()));
    turns.put(limbs.thigh, thigh);
    turns.put(limbs.shank, shank);
    turns.put(limbs.foot, foot);
    double legs = build.legs();
    put(
        limbs.hipSpot,
        Spot.PELVIS,
        pelvis,
        right(limbs.outwards * Build.HALF_HIPS * build.breadth()));
    put(limbs.kneeSpot, limbs.hipSpot, thigh, way(0, -Build.THIGH * legs, 0));
    put(limbs.ankleSpot, limbs.kneeSpot, shank, way(0, -Build.SHANK * legs, 0));
    put(limbs.heel, limbs.ankleSpot, foot, way(-0.03, -0.021, 0));
    put(limbs.toes, limbs.ankleSpot, foot, way(0.105, -0.028, 0));
  }

  private void put(Spot spot, Spot from, Turn turn, Position own) {
    Position base = spots.get(from);
    if (base == null) {
      throw new IllegalStateException(spot + " hangs on " + from + ", which is not there yet");
    }
    spots.put(spot, base.plus(turn.of(own)));
  }

  private Turn turn(Segment segment) {
    Turn turn = turns.get(segment);
    if (turn == null) {
      throw new IllegalStateException(segment + " is not turned yet");
    }
    return turn;
  }

  private Position trunkWay(double forwards, double upwards) {
    return way(forwards, upwards * build.trunk(), 0);
  }

  private Position right(double statures) {
    return way(0, 0, statures);
  }

  private Position way(double forwards, double upwards, double right) {
    return new Position(forwards, upwards, right).times(build.stature());
  }
}

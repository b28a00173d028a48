package org.counterpose.body;

/** The joints, segments and points of one side's arm and leg. */
enum Limbs {
  LEFT(
      -1,
      new Joint[] {
        Joint.LEFT_SHOULDER, Joint.LEFT_ELBOW, Joint.LEFT_WRIST,
        Joint.LEFT_HIP, Joint.LEFT_KNEE, Joint.LEFT_ANKLE
      },
      new Segment[] {
        Segment.LEFT_UPPER_ARM, Segment.LEFT_FOREARM, Segment.LEFT_HAND,
        Segment.LEFT_THIGH, Segment.LEFT_SHANK, Segment.LEFT_FOOT
      },
      new Spot[] {
        Spot.LEFT_SHOULDER,
        Spot.LEFT_ELBOW,
        Spot.LEFT_WRIST,
        Spot.LEFT_KNUCKLES,
        Spot.LEFT_FINGERTIPS,
        Spot.LEFT_HIP,
        Spot.LEFT_KNEE,
        Spot.LEFT_ANKLE,
        Spot.LEFT_HEEL,
        Spot.LEFT_TOES
      }),
  RIGHT(
      1,
      new Joint[] {
        Joint.RIGHT_SHOULDER, Joint.RIGHT_ELBOW, Joint.RIGHT_WRIST,
        Joint.RIGHT_HIP, Joint.RIGHT_KNEE, Joint.RIGHT_ANKLE
      },
      new Segment[] {
        Segment.RIGHT_UPPER_ARM, Segment.RIGHT_FOREARM, Segment.RIGHT_HAND,
        Segment.RIGHT_THIGH, Segment.RIGHT_SHANK, Segment.RIGHT_FOOT
      },
      new Spot[] {
        Spot.RIGHT_SHOULDER,
        Spot.RIGHT_ELBOW,
        Spot.RIGHT_WRIST,
        Spot.RIGHT_KNUCKLES,
        Spot.RIGHT_FINGERTIPS,
        Spot.RIGHT_HIP,
        Spot.RIGHT_KNEE,
        Spot.RIGHT_ANKLE,
        Spot.RIGHT_HEEL,
        Spot.RIGHT_TOES
      });

  final double outwards;
  final Joint shoulder;
  final Joint elbow;
  final Joint wrist;
  final Joint hip;
  final Joint knee;
  final Joint ankle;
  final Segment upperArm;
  final Segment forearm;
  final Segment hand;
  final Segment thigh;
  final Segment shank;
  final Segment foot;
  final Spot shoulderSpot;
  final Spot elbowSpot;
  final Spot wristSpot;
  final Spot knuckles;
  final Spot fingertips;
  final Spot hipSpot;
  final Spot kneeSpot;
  final Spot ankleSpot;
  final Spot heel;
  final Spot toes;

  Limbs(double outwards, Joint[] joints, Segment[] segments, Spot[] spots) {
    this.outwards = outwards;
    shoulder = joints[0];
    elbow = joints[1];
    wrist = joints[2];
    hip = joints[3];
    knee = joints[4];
    ankle = joints[5];
    upperArm = segments[0];
    forearm = segments[1];
    hand = segments[2];
    thigh = segments[3];
    shank = segments[4];
    foot = segments[5];
    shoulderSpot = spots[0];
    elbowSpot = spots[1];
    wristSpot = spots[2];
    knuckles = spots[3];
    fingertips = spots[4];
    hipSpot = spots[5];
    kneeSpot = spots[6];
    ankleSpot = spots[7];
    heel = spots[8];
    toes = spots[9];
  }

  /** A ball joint: out to the side first, then forwards, each seen from the trunk. */
  Turn ball(Turn trunk, Angles angles) {
    return trunk
        .then(Turn.aboutRight(angles.first()))
        .then(Turn.aboutForwards(-outwards * angles.second()))
        .then(Turn.aboutUpwards(outwards * angles.third()));
  }
}

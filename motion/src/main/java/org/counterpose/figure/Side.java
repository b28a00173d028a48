package org.counterpose.figure;

import org.counterpose.body.Segment;
import org.counterpose.body.Spot;

/** The points and segments of one side. */
record Side(
    String name,
    double outwards,
    Spot shoulder,
    Spot elbow,
    Spot wrist,
    Spot knuckles,
    Spot fingertips,
    Segment hand,
    Spot hip,
    Spot knee,
    Spot ankle,
    Spot toes,
    Segment shank,
    Segment foot) {

  static final Side LEFT =
      new Side(
          "left",
          -1,
          Spot.LEFT_SHOULDER,
          Spot.LEFT_ELBOW,
          Spot.LEFT_WRIST,
          Spot.LEFT_KNUCKLES,
          Spot.LEFT_FINGERTIPS,
          Segment.LEFT_HAND,
          Spot.LEFT_HIP,
          Spot.LEFT_KNEE,
          Spot.LEFT_ANKLE,
          Spot.LEFT_TOES,
          Segment.LEFT_SHANK,
          Segment.LEFT_FOOT);

  static final Side RIGHT =
      new Side(
          "right",
          1,
          Spot.RIGHT_SHOULDER,
          Spot.RIGHT_ELBOW,
          Spot.RIGHT_WRIST,
          Spot.RIGHT_KNUCKLES,
          Spot.RIGHT_FINGERTIPS,
          Segment.RIGHT_HAND,
          Spot.RIGHT_HIP,
          Spot.RIGHT_KNEE,
          Spot.RIGHT_ANKLE,
          Spot.RIGHT_TOES,
          Segment.RIGHT_SHANK,
          Segment.RIGHT_FOOT);
}

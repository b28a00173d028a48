package org.counterpose.scenes;

import static org.counterpose.body.Joint.HEAD;
import static org.counterpose.body.Joint.LEFT_ANKLE;
import static org.counterpose.body.Joint.LEFT_ELBOW;
import static org.counterpose.body.Joint.LEFT_HIP;
import static org.counterpose.body.Joint.LEFT_KNEE;
import static org.counterpose.body.Joint.LEFT_SHOULDER;
import static org.counterpose.body.Joint.LEFT_WRIST;
import static org.counterpose.body.Joint.LUMBAR;
import static org.counterpose.body.Joint.NECK;
import static org.counterpose.body.Joint.PELVIS;
import static org.counterpose.body.Joint.RIGHT_ELBOW;
import static org.counterpose.body.Joint.RIGHT_SHOULDER;
import static org.counterpose.body.Joint.RIGHT_WRIST;
import static org.counterpose.body.Joint.THORAX;

import java.util.Map;
import org.counterpose.body.Joint;
import org.counterpose.body.Pose;
import org.counterpose.body.Rest;

/** The postures that scenes are made of. */
final class Postures {

  static final Pose TABLE_TOP =
      kneeling(76, 76, 88.5)
          .with(THORAX, 2)
          .with(NECK, -14)
          .with(HEAD, -6)
          .with(LEFT_SHOULDER, 76.5)
          .with(RIGHT_SHOULDER, 76.5)
          .with(LEFT_WRIST, -88.5)
          .with(RIGHT_WRIST, -88.5);

  static final Pose RIGHT_UNDER =
      kneeling(110, 112, 91)
          .with(LUMBAR, 25, 10, -15)
          .with(THORAX, -1, -13.5, -45)
          .with(NECK, -13, 0.5, -10.5)
          .with(HEAD, -23.5, -15, -29.5)
          .with(LEFT_SHOULDER, 80, -42.5, 5.5)
          .with(RIGHT_SHOULDER, 82, -14, -1)
          .with(LEFT_ELBOW, 115.5)
          .with(LEFT_WRIST, -20.5);

  static final Pose RIGHT_HALF_UNDER =
      kneeling(85, 92, 97)
          .with(LUMBAR, 4, 14.5, 2)
          .with(THORAX, 0, -11, -14)
          .with(NECK, -13, 0.5, -5)
          .with(HEAD, -15, -8, -15)
          .with(LEFT_SHOULDER, 70, -4, -1)
          .with(RIGHT_SHOULDER, 65, -33, 18)
          .with(LEFT_ELBOW, 46)
          .with(LEFT_WRIST, -57)
          .with(RIGHT_WRIST, -58);

  /** Sitting back on the heels with the arms stretched out on the floor. */
  static final Pose ON_THE_HEELS =
      kneeling(105, 140, 155)
          .with(LUMBAR, 20)
          .with(LEFT_SHOULDER, 165)
          .with(RIGHT_SHOULDER, 165)
          .with(NECK, 10);

  static final Pose KNEELING_UP = kneeling(0, 0, 88).with(LEFT_SHOULDER, 5).with(RIGHT_SHOULDER, 5);

  static final Pose LOOKING_ABOUT = KNEELING_UP.with(NECK, 0, 0, 50).with(THORAX, 0, 0, 30);

  static final Pose WAVING =
      KNEELING_UP.with(RIGHT_SHOULDER, 0, 150, 0).with(RIGHT_ELBOW, 30).with(THORAX, 0, 8, 0);

  /** Both elbows bent, the chest low over the floor. */
  static final Pose PUSHED_DOWN =
      kneeling(104, 100, 86)
          .with(LEFT_SHOULDER, 40)
          .with(RIGHT_SHOULDER, 40)
          .with(LEFT_ELBOW, 100)
          .with(RIGHT_ELBOW, 100)
          .with(NECK, -20);

  /** On all fours, one arm stretched out forwards for something. */
  static final Pose REACHING =
      kneeling(82, 82, 88)
          .with(LEFT_SHOULDER, 82)
          .with(LEFT_WRIST, -85)
          .with(RIGHT_SHOULDER, 165)
          .with(THORAX, 4, 0, 8)
          .with(NECK, -20);

  /** Hips up, chest and arms stretched out on the floor: both shoulders low. */
  static final Pose CHEST_DOWN =
      kneeling(118, 118, 88)
          .with(LUMBAR, -5)
          .with(THORAX, -10)
          .with(LEFT_SHOULDER, 165)
          .with(RIGHT_SHOULDER, 165)
          .with(NECK, -20);

  /** The chest opened to the right, that arm straight up. */
  static final Pose RIGHT_ARM_UP =
      TABLE_TOP
          .with(LUMBAR, 0, 0, 12)
          .with(THORAX, 2, 0, 42)
          .with(RIGHT_SHOULDER, 10, 95, 0)
          .with(RIGHT_WRIST, 0)
          .with(NECK, -14, 0, 30);

  static final Pose ROUNDED = TABLE_TOP.with(LUMBAR, 35).with(THORAX, 30).with(NECK, 35);

  static final Pose SITTING =
      both(new Pose(Rest.SEAT, Map.of()), LEFT_HIP, 88)
          .with(LEFT_KNEE, 88)
          .with(Joint.RIGHT_KNEE, 88)
          .with(LEFT_SHOULDER, 40)
          .with(RIGHT_SHOULDER, 40)
          .with(LEFT_ELBOW, 60)
          .with(RIGHT_ELBOW, 60);

  static final Pose SLUMPED =
      SITTING
          .with(PELVIS, -14)
          .with(LEFT_HIP, 74)
          .with(Joint.RIGHT_HIP, 74)
          .with(LUMBAR, 32)
          .with(THORAX, 26)
          .with(NECK, 22)
          .with(HEAD, -22);

  static final Pose LOOKING_DOWN = SITTING.with(NECK, 35).with(HEAD, 18);

  static final Pose LYING =
      both(both(new Pose(Rest.FLOOR, Map.of()).with(PELVIS, -86), LEFT_HIP, 52), LEFT_KNEE, 104)
          .with(LEFT_ANKLE, -35)
          .with(Joint.RIGHT_ANKLE, -35)
          .with(LEFT_SHOULDER, 20, 60, 0)
          .with(RIGHT_SHOULDER, 20, 60, 0);

  static final Pose OVER_THE_TOWEL = LYING.with(LUMBAR, 4).with(THORAX, -22).with(NECK, -2);

  static final Pose SITTING_ON_THE_FLOOR =
      both(both(new Pose(Rest.FLOOR, Map.of()).with(PELVIS, -25), LEFT_HIP, 78), LEFT_KNEE, 104)
          .with(LEFT_SHOULDER, -40)
          .with(RIGHT_SHOULDER, -40);

  /** On the back with straight legs. */
  static final Pose STRETCHED_OUT = both(both(LYING, LEFT_HIP, 2), LEFT_KNEE, 4).with(PELVIS, -88);

  static final Pose ON_THE_BELLY =
      new Pose(Rest.FLOOR, Map.of())
          .with(PELVIS, 88)
          .with(LEFT_ANKLE, -60)
          .with(Joint.RIGHT_ANKLE, -60)
          .with(LEFT_SHOULDER, 150)
          .with(RIGHT_SHOULDER, 150)
          .with(LEFT_ELBOW, 80)
          .with(RIGHT_ELBOW, 80);

  /** Kneeling on the mat with both hands before the knees: somebody who lays a towel. */
  static final Pose LAYING_A_TOWEL =
      kneeling(30, 90, 150)
          .with(LUMBAR, 16)
          .with(LEFT_SHOULDER, 84)
          .with(RIGHT_SHOULDER, 84)
          .with(LEFT_ELBOW, 20)
          .with(RIGHT_ELBOW, 20);

  static final Pose SIT_UP = LYING.with(PELVIS, -62).with(LUMBAR, 25).with(THORAX, 15);

  static final Pose ON_THE_SIDE =
      LYING.with(PELVIS, -86, 85, 0).with(LEFT_SHOULDER, 70).with(RIGHT_SHOULDER, 90);

  private Postures() {}

  private static Pose kneeling(double lean, double hips, double knees) {
    Pose pose = new Pose(Rest.KNEES, Map.of()).with(PELVIS, lean);
    return both(both(both(pose, LEFT_HIP, hips), LEFT_KNEE, knees), LEFT_ANKLE, -69);
  }

  private static Pose both(Pose pose, Joint left, double degrees) {
    return pose.with(left, degrees).with(left.mirrored(), degrees);
  }
}

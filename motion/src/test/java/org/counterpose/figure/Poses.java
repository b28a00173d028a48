package org.counterpose.figure;

import java.util.Map;
import org.counterpose.body.Angles;
import org.counterpose.body.Joint;
import org.counterpose.body.Pose;
import org.counterpose.body.Rest;

/** The postures of the mid-back programme, as the pack names them. */
final class Poses {

  static final Pose TABLE_TOP =
      on(Rest.KNEES)
          .with(Joint.PELVIS, 76)
          .with(Joint.THORAX, 2)
          .with(Joint.NECK, -14)
          .with(Joint.HEAD, -6)
          .both(Joint.LEFT_SHOULDER, 77)
          .both(Joint.LEFT_WRIST, -89)
          .both(Joint.LEFT_HIP, 76)
          .both(Joint.LEFT_KNEE, 90)
          .both(Joint.LEFT_ANKLE, -63.5)
          .pose();

  static final Pose NEEDLE_RIGHT =
      on(Rest.KNEES)
          .with(Joint.PELVIS, 111, -1, 14.5)
          .with(Joint.LUMBAR, 23, 6.5, -14.5)
          .with(Joint.THORAX, 1.5, -17, -44.5)
          .with(Joint.NECK, -23.5, 4.5, 1)
          .with(Joint.HEAD, -26.5, -6.5, -35.5)
          .with(Joint.LEFT_SHOULDER, 77, -40.5, -0.5)
          .with(Joint.RIGHT_SHOULDER, 87, -12, 15)
          .with(Joint.LEFT_ELBOW, 104)
          .with(Joint.RIGHT_ELBOW, -2.5)
          .with(Joint.LEFT_WRIST, -28.5)
          .with(Joint.RIGHT_WRIST, 2)
          .with(Joint.LEFT_HIP, 109.5, 0, -15)
          .with(Joint.RIGHT_HIP, 115.5, -0.5, 15)
          .with(Joint.LEFT_KNEE, 88.5)
          .with(Joint.RIGHT_KNEE, 95)
          .both(Joint.LEFT_ANKLE, -63.5)
          .pose();

  static final Pose NEEDLE_RIGHT_LIFT =
      on(Rest.KNEES)
          .with(Joint.PELVIS, 83.5, 0, 9.5)
          .with(Joint.LUMBAR, 4, 15, 1.5)
          .with(Joint.THORAX, 2.5, -11.5, -8.5)
          .with(Joint.NECK, -17, 1.5, 0.5)
          .with(Joint.HEAD, -12, -2, -10.5)
          .with(Joint.LEFT_SHOULDER, 68.5, 21, -18.5)
          .with(Joint.RIGHT_SHOULDER, 72.5, -46, 3)
          .with(Joint.LEFT_ELBOW, 21)
          .with(Joint.RIGHT_ELBOW, -5)
          .with(Joint.LEFT_WRIST, -80)
          .with(Joint.RIGHT_WRIST, -61.5)
          .with(Joint.LEFT_HIP, 78.5, 22.5, -12.5)
          .with(Joint.RIGHT_HIP, 82.5, -23, 10.5)
          .with(Joint.LEFT_KNEE, 89)
          .with(Joint.RIGHT_KNEE, 93)
          .both(Joint.LEFT_ANKLE, -63.5)
          .pose();

  static final Pose NEEDLE_RIGHT_REACH =
      on(Rest.KNEES)
          .with(Joint.PELVIS, 97, -0.5, 11.5)
          .with(Joint.LUMBAR, 10.5, 7, -9)
          .with(Joint.THORAX, 1, -15, -29.5)
          .with(Joint.NECK, -20.5, 3, 0.5)
          .with(Joint.HEAD, -20, -4.5, -24)
          .with(Joint.LEFT_SHOULDER, 72.5, -23.5, -1)
          .with(Joint.RIGHT_SHOULDER, 77, -26, 24)
          .with(Joint.LEFT_ELBOW, 62.5)
          .with(Joint.RIGHT_ELBOW, -2.5)
          .with(Joint.LEFT_WRIST, -55.5)
          .with(Joint.RIGHT_WRIST, -30.5)
          .with(Joint.LEFT_HIP, 95, 8.5, -12.5)
          .with(Joint.RIGHT_HIP, 99.5, -9, 11.5)
          .with(Joint.LEFT_KNEE, 90)
          .with(Joint.RIGHT_KNEE, 94.5)
          .both(Joint.LEFT_ANKLE, -63)
          .pose();

  static final Pose OVER_TOWEL =
      on(Rest.FLOOR)
          .with(Joint.PELVIS, -79)
          .with(Joint.LUMBAR, 19.5)
          .with(Joint.THORAX, -25)
          .with(Joint.NECK, -45)
          .with(Joint.HEAD, -28.5)
          .both(Joint.LEFT_SHOULDER, 155, 140.5, -24.5)
          .both(Joint.LEFT_ELBOW, -5)
          .both(Joint.LEFT_WRIST, 17)
          .both(Joint.LEFT_HIP, 67)
          .both(Joint.LEFT_KNEE, 125.5)
          .both(Joint.LEFT_ANKLE, -21)
          .pose();

  static final Pose SIT_ON_MAT =
      on(Rest.FLOOR)
          .with(Joint.PELVIS, -50.5)
          .with(Joint.LUMBAR, 30)
          .with(Joint.THORAX, 15)
          .with(Joint.NECK, 6)
          .both(Joint.LEFT_SHOULDER, -40.5, 8, -20)
          .both(Joint.LEFT_ELBOW, 28.5)
          .both(Joint.LEFT_WRIST, -90.5)
          .both(Joint.LEFT_HIP, 99)
          .both(Joint.LEFT_KNEE, 132.5)
          .both(Joint.LEFT_ANKLE, -17.5)
          .pose();

  static final Pose LAY_TOWEL =
      on(Rest.KNEES)
          .with(Joint.PELVIS, 37.5)
          .with(Joint.LUMBAR, 15.5)
          .with(Joint.THORAX, 7)
          .with(Joint.NECK, 5)
          .with(Joint.HEAD, 10)
          .both(Joint.LEFT_SHOULDER, 81.5, 2, 0)
          .both(Joint.LEFT_ELBOW, 22)
          .both(Joint.LEFT_WRIST, -30)
          .both(Joint.LEFT_HIP, 83.5)
          .both(Joint.LEFT_KNEE, 136.5)
          .both(Joint.LEFT_ANKLE, -63.5)
          .pose();

  static final Pose PUSH_UP_FROM_SIDE =
      on(Rest.FLOOR)
          .with(Joint.PELVIS, -83, 100.5, 0)
          .with(Joint.LUMBAR, 0, -23.5, 0)
          .with(Joint.THORAX, 0, -20.5, 14.5)
          .with(Joint.NECK, 0, -10, 0)
          .with(Joint.LEFT_SHOULDER, 33, -34, 9)
          .with(Joint.RIGHT_SHOULDER, 8.5, 73, 26.5)
          .with(Joint.LEFT_ELBOW, 23)
          .with(Joint.RIGHT_ELBOW, 102.5)
          .with(Joint.LEFT_WRIST, -57)
          .with(Joint.RIGHT_WRIST, -16.5)
          .with(Joint.LEFT_HIP, 42.5, -0.5, -11.5)
          .with(Joint.RIGHT_HIP, 29.5, -6.5, 5)
          .with(Joint.LEFT_KNEE, 60)
          .with(Joint.RIGHT_KNEE, 48.5)
          .both(Joint.LEFT_ANKLE, -25)
          .pose();

  static final Pose SIT_TALL =
      on(Rest.SEAT)
          .both(Joint.LEFT_SHOULDER, 37.5, -2.5, 13.5)
          .both(Joint.LEFT_ELBOW, 63.5)
          .both(Joint.LEFT_WRIST, 13)
          .both(Joint.LEFT_HIP, 90)
          .both(Joint.LEFT_KNEE, 90)
          .pose();

  static final Pose SLUMP_AT_DESK =
      on(Rest.SEAT)
          .with(Joint.PELVIS, -16)
          .with(Joint.LUMBAR, 34)
          .with(Joint.THORAX, 34)
          .with(Joint.NECK, 8)
          .with(Joint.HEAD, -24)
          .both(Joint.LEFT_SHOULDER, 75.5, -11.5, 13.5)
          .both(Joint.LEFT_ELBOW, 132)
          .both(Joint.LEFT_WRIST, 68.5)
          .both(Joint.LEFT_HIP, 74)
          .both(Joint.LEFT_KNEE, 90)
          .pose();

  static final Pose SIT_SLUMPED =
      on(Rest.SEAT)
          .with(Joint.PELVIS, -16)
          .with(Joint.LUMBAR, 34)
          .with(Joint.THORAX, 34)
          .with(Joint.NECK, 8)
          .with(Joint.HEAD, -24)
          .both(Joint.LEFT_SHOULDER, 32.5, 2, 31)
          .both(Joint.LEFT_ELBOW, 130.5)
          .both(Joint.LEFT_WRIST, 39.5)
          .both(Joint.LEFT_HIP, 74)
          .both(Joint.LEFT_KNEE, 90)
          .pose();

  static final Pose STAND =
      on(Rest.FEET)
          .both(Joint.LEFT_SHOULDER, 2, 5, 25)
          .both(Joint.LEFT_ELBOW, 10)
          .pose();

  static final Pose SIT_ON_STOOL =
      on(Rest.SEAT)
          .both(Joint.LEFT_SHOULDER, -4, 9, 20)
          .both(Joint.LEFT_ELBOW, 12)
          .both(Joint.LEFT_HIP, 88, 12, -8)
          .both(Joint.LEFT_KNEE, 88)
          .pose();

  static final Pose BAND_HALFWAY =
      on(Rest.SEAT)
          .with(Joint.LEFT_SHOULDER, -12, 55, -55)
          .with(Joint.RIGHT_SHOULDER, -4, 9, 20)
          .with(Joint.LEFT_ELBOW, 75)
          .with(Joint.RIGHT_ELBOW, 12)
          .both(Joint.LEFT_HIP, 88, 12, -8)
          .both(Joint.LEFT_KNEE, 88)
          .pose();

  private Poses() {}

  private static Making on(Rest rest) {
    return new Making(new Pose(rest, Map.of()));
  }

  private record Making(Pose pose) {

    Making with(Joint joint, double first, double second, double third) {
      return new Making(pose.with(joint, first, second, third));
    }

    Making with(Joint joint, double first) {
      return with(joint, first, 0, 0);
    }

    Making both(Joint joint, double first, double second, double third) {
      Angles angles = new Angles(first, second, third);
      return new Making(pose.with(joint, angles).with(joint.mirrored(), angles));
    }

    Making both(Joint joint, double first) {
      return both(joint, first, 0, 0);
    }
  }
}

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
          .both(Joint.LEFT_SHOULDER, 76.5)
          .both(Joint.LEFT_ELBOW, 0.5)
          .both(Joint.LEFT_WRIST, -88.5)
          .both(Joint.LEFT_HIP, 76)
          .both(Joint.LEFT_KNEE, 88.5)
          .both(Joint.LEFT_ANKLE, -69)
          .pose();

  static final Pose NEEDLE_RIGHT =
      on(Rest.KNEES)
          .with(Joint.PELVIS, 111.5)
          .with(Joint.LUMBAR, 23.5, 9.5, -15)
          .with(Joint.THORAX, -2.5, -13, -45)
          .with(Joint.NECK, -10.5, 3.5, -10)
          .with(Joint.HEAD, -25.5, -15, -32)
          .with(Joint.LEFT_SHOULDER, 77.5, -41.5, 7)
          .with(Joint.RIGHT_SHOULDER, 96, -26, 7)
          .with(Joint.LEFT_ELBOW, 114.5)
          .with(Joint.RIGHT_ELBOW, -4)
          .with(Joint.LEFT_WRIST, -21.5)
          .with(Joint.RIGHT_WRIST, 2.5)
          .both(Joint.LEFT_HIP, 113.5)
          .both(Joint.LEFT_KNEE, 91)
          .both(Joint.LEFT_ANKLE, -67)
          .pose();

  static final Pose NEEDLE_RIGHT_LIFT =
      on(Rest.KNEES)
          .with(Joint.PELVIS, 72)
          .with(Joint.LUMBAR, -2.5, -4, 9.5)
          .with(Joint.THORAX, 5, -4.5, 2)
          .with(Joint.NECK, -13, 1, -2.5)
          .with(Joint.HEAD, -11, -3.5, -8)
          .with(Joint.LEFT_SHOULDER, 76.5, 9.5, 3)
          .with(Joint.RIGHT_SHOULDER, 59, -25, 9.5)
          .with(Joint.LEFT_ELBOW, 20)
          .with(Joint.RIGHT_ELBOW, 43)
          .with(Joint.LEFT_WRIST, -67)
          .with(Joint.RIGHT_WRIST, -60)
          .both(Joint.LEFT_HIP, 84)
          .both(Joint.LEFT_KNEE, 99)
          .both(Joint.LEFT_ANKLE, -73)
          .pose();

  static final Pose NEEDLE_RIGHT_UNDER =
      on(Rest.KNEES)
          .with(Joint.PELVIS, 78.5)
          .with(Joint.LUMBAR, 5.5, 18, 4)
          .with(Joint.THORAX, 3.5, -9, -12.5)
          .with(Joint.NECK, -12, 2, -5)
          .with(Joint.HEAD, -15.5, -7.5, -16)
          .with(Joint.LEFT_SHOULDER, 76, -1, -8)
          .with(Joint.RIGHT_SHOULDER, 60, -39.5, 20.5)
          .with(Joint.LEFT_ELBOW, 43)
          .with(Joint.RIGHT_ELBOW, 40.5)
          .with(Joint.LEFT_WRIST, -54.5)
          .with(Joint.RIGHT_WRIST, -37.5)
          .both(Joint.LEFT_HIP, 94.5)
          .both(Joint.LEFT_KNEE, 103.5)
          .both(Joint.LEFT_ANKLE, -71.5)
          .pose();

  static final Pose NEEDLE_RIGHT_LOW =
      on(Rest.KNEES)
          .with(Joint.PELVIS, 97)
          .with(Joint.LUMBAR, 16, 24, -8)
          .with(Joint.THORAX, -1, -13.5, -32)
          .with(Joint.NECK, -11.5, 2.5, -7.5)
          .with(Joint.HEAD, -20.5, -11, -24)
          .with(Joint.LEFT_SHOULDER, 71, -24.5, -8.5)
          .with(Joint.RIGHT_SHOULDER, 72.5, -40, 9.5)
          .with(Joint.LEFT_ELBOW, 80.5)
          .with(Joint.RIGHT_ELBOW, 9)
          .with(Joint.LEFT_WRIST, -40.5)
          .with(Joint.RIGHT_WRIST, -3)
          .both(Joint.LEFT_HIP, 105)
          .both(Joint.LEFT_KNEE, 96)
          .both(Joint.LEFT_ANKLE, -69)
          .pose();

  static final Pose OVER_TOWEL =
      on(Rest.FLOOR)
          .with(Joint.PELVIS, -72.5)
          .with(Joint.LUMBAR, 6.5)
          .with(Joint.THORAX, -25)
          .with(Joint.NECK, -36.5)
          .with(Joint.HEAD, -15.5)
          .both(Joint.LEFT_SHOULDER, 67, 126, -31.5)
          .both(Joint.LEFT_ELBOW, 92)
          .both(Joint.LEFT_WRIST, -2)
          .both(Joint.LEFT_HIP, 66.5)
          .both(Joint.LEFT_KNEE, 113)
          .both(Joint.LEFT_ANKLE, -25.5)
          .pose();

  static final Pose SIT_ON_MAT =
      on(Rest.FLOOR)
          .with(Joint.PELVIS, -54.5)
          .with(Joint.LUMBAR, 27)
          .with(Joint.THORAX, 21)
          .with(Joint.NECK, 12)
          .both(Joint.LEFT_SHOULDER, -45, 8, -20)
          .both(Joint.LEFT_ELBOW, 28)
          .both(Joint.LEFT_WRIST, -95)
          .both(Joint.LEFT_HIP, 95)
          .both(Joint.LEFT_KNEE, 132)
          .both(Joint.LEFT_ANKLE, -17.5)
          .pose();

  static final Pose LAY_TOWEL =
      on(Rest.KNEES)
          .with(Joint.PELVIS, 30.5)
          .with(Joint.LUMBAR, 16.5)
          .with(Joint.THORAX, 6.5)
          .with(Joint.NECK, 5)
          .with(Joint.HEAD, 10)
          .both(Joint.LEFT_SHOULDER, 84.5, 2, 0)
          .both(Joint.LEFT_ELBOW, 19.5)
          .both(Joint.LEFT_WRIST, -24)
          .both(Joint.LEFT_HIP, 90.5)
          .both(Joint.LEFT_KNEE, 150.5)
          .both(Joint.LEFT_ANKLE, -63.5)
          .pose();

  static final Pose PUSH_UP_FROM_SIDE =
      on(Rest.FLOOR)
          .with(Joint.PELVIS, -78.5, 100, 0)
          .with(Joint.LUMBAR, 0, -25, 0)
          .with(Joint.THORAX, 0, -11.5, 20)
          .with(Joint.NECK, 0, -10, 0)
          .with(Joint.LEFT_SHOULDER, 24.5, -27, 9.5)
          .with(Joint.RIGHT_SHOULDER, 7, 62, 13)
          .with(Joint.LEFT_ELBOW, 28.5)
          .with(Joint.RIGHT_ELBOW, 101)
          .with(Joint.LEFT_WRIST, -63.5)
          .with(Joint.RIGHT_WRIST, -11)
          .with(Joint.LEFT_HIP, 42.5, 2.5, -8)
          .with(Joint.RIGHT_HIP, 28, -10, 2.5)
          .with(Joint.LEFT_KNEE, 60.5)
          .with(Joint.RIGHT_KNEE, 49.5)
          .both(Joint.LEFT_ANKLE, -25)
          .pose();

  static final Pose SIT_TALL =
      on(Rest.SEAT)
          .both(Joint.LEFT_SHOULDER, 44, -3.5, 12.5)
          .both(Joint.LEFT_ELBOW, 52)
          .both(Joint.LEFT_WRIST, 11)
          .both(Joint.LEFT_HIP, 90)
          .both(Joint.LEFT_KNEE, 90)
          .pose();

  static final Pose DISC_BACK =
      on(Rest.SEAT)
          .with(Joint.PELVIS, -8)
          .with(Joint.LUMBAR, 8)
          .both(Joint.LEFT_SHOULDER, 44, -3.5, 12.5)
          .both(Joint.LEFT_ELBOW, 52)
          .both(Joint.LEFT_WRIST, 11)
          .both(Joint.LEFT_HIP, 82)
          .both(Joint.LEFT_KNEE, 90)
          .pose();

  static final Pose DISC_FORWARD =
      on(Rest.SEAT)
          .with(Joint.PELVIS, 8)
          .with(Joint.LUMBAR, -8)
          .both(Joint.LEFT_SHOULDER, 44, -3.5, 12.5)
          .both(Joint.LEFT_ELBOW, 52)
          .both(Joint.LEFT_WRIST, 11)
          .both(Joint.LEFT_HIP, 98)
          .both(Joint.LEFT_KNEE, 90)
          .pose();

  static final Pose SLUMP_AT_DESK =
      on(Rest.SEAT)
          .with(Joint.PELVIS, -20)
          .with(Joint.LUMBAR, 28)
          .with(Joint.THORAX, 26)
          .with(Joint.NECK, 10)
          .with(Joint.HEAD, -20)
          .both(Joint.LEFT_SHOULDER, 61.5, -4.5, 12)
          .both(Joint.LEFT_ELBOW, 102.5)
          .both(Joint.LEFT_WRIST, 45)
          .both(Joint.LEFT_HIP, 70)
          .both(Joint.LEFT_KNEE, 90)
          .pose();

  static final Pose SIT_SLUMPED =
      on(Rest.SEAT)
          .with(Joint.PELVIS, -20)
          .with(Joint.LUMBAR, 28)
          .with(Joint.THORAX, 26)
          .with(Joint.NECK, 10)
          .with(Joint.HEAD, -20)
          .both(Joint.LEFT_SHOULDER, 31.5, -1.5, 19.5)
          .both(Joint.LEFT_ELBOW, 94)
          .both(Joint.LEFT_WRIST, 12.5)
          .both(Joint.LEFT_HIP, 70)
          .both(Joint.LEFT_KNEE, 90)
          .pose();

  static final Pose RISE =
      on(Rest.FEET)
          .with(Joint.PELVIS, 33)
          .with(Joint.LUMBAR, 16)
          .with(Joint.THORAX, 12)
          .with(Joint.NECK, -6)
          .with(Joint.HEAD, -14)
          .both(Joint.LEFT_SHOULDER, 40, 4, 0)
          .both(Joint.LEFT_ELBOW, 25)
          .both(Joint.LEFT_HIP, 94)
          .both(Joint.LEFT_KNEE, 81.5)
          .both(Joint.LEFT_ANKLE, 20)
          .pose();

  static final Pose STAND =
      on(Rest.FEET)
          .with(Joint.LEFT_SHOULDER, 14, 5, 25)
          .with(Joint.RIGHT_SHOULDER, -10, 5, 25)
          .both(Joint.LEFT_ELBOW, 14)
          .with(Joint.LEFT_HIP, -18.5)
          .with(Joint.RIGHT_HIP, 16)
          .with(Joint.LEFT_KNEE, 5.5)
          .with(Joint.RIGHT_KNEE, 10)
          .with(Joint.LEFT_ANKLE, 11)
          .with(Joint.RIGHT_ANKLE, -6)
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

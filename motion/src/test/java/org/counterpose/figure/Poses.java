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
          .with(Joint.PELVIS, 110)
          .with(Joint.LUMBAR, 25, 10, -15)
          .with(Joint.THORAX, -1, -13.5, -45)
          .with(Joint.NECK, -13, 0.5, -10.5)
          .with(Joint.HEAD, -23.5, -15, -29.5)
          .with(Joint.LEFT_SHOULDER, 80, -42.5, 5.5)
          .with(Joint.RIGHT_SHOULDER, 82, -14, -1)
          .with(Joint.LEFT_ELBOW, 115.5)
          .with(Joint.RIGHT_ELBOW, -1.5)
          .with(Joint.LEFT_WRIST, -20.5)
          .with(Joint.RIGHT_WRIST, 3)
          .both(Joint.LEFT_HIP, 112)
          .both(Joint.LEFT_KNEE, 91)
          .both(Joint.LEFT_ANKLE, -66.5)
          .pose();

  static final Pose NEEDLE_RIGHT_LIFT =
      on(Rest.KNEES)
          .with(Joint.PELVIS, 77.5)
          .with(Joint.LUMBAR, -5, -4.5, 8.5)
          .with(Joint.THORAX, -4, -13, 1.5)
          .with(Joint.NECK, -13.5, 0, -2.5)
          .with(Joint.HEAD, -10.5, -3.5, -7.5)
          .with(Joint.LEFT_SHOULDER, 70.5, 8, 12.5)
          .with(Joint.RIGHT_SHOULDER, 62, -24.5, -0.5)
          .with(Joint.LEFT_ELBOW, 12)
          .with(Joint.RIGHT_ELBOW, -5)
          .with(Joint.LEFT_WRIST, -73.5)
          .with(Joint.RIGHT_WRIST, -65.5)
          .both(Joint.LEFT_HIP, 80.5)
          .both(Joint.LEFT_KNEE, 91.5)
          .both(Joint.LEFT_ANKLE, -69.5)
          .pose();

  static final Pose NEEDLE_RIGHT_UNDER =
      on(Rest.KNEES)
          .with(Joint.PELVIS, 81.5)
          .with(Joint.LUMBAR, 3.5, 14.5, 4.5)
          .with(Joint.THORAX, -0.5, -11.5, -11.5)
          .with(Joint.NECK, -13.5, 0.5, -5)
          .with(Joint.HEAD, -14.5, -7.5, -14.5)
          .with(Joint.LEFT_SHOULDER, 70.5, -2, -1.5)
          .with(Joint.RIGHT_SHOULDER, 65.5, -33.5, 18.5)
          .with(Joint.LEFT_ELBOW, 43.5)
          .with(Joint.RIGHT_ELBOW, 1.5)
          .with(Joint.LEFT_WRIST, -58)
          .with(Joint.RIGHT_WRIST, -60)
          .both(Joint.LEFT_HIP, 90.5)
          .both(Joint.LEFT_KNEE, 97.5)
          .both(Joint.LEFT_ANKLE, -69.5)
          .pose();

  static final Pose NEEDLE_RIGHT_LOW =
      on(Rest.KNEES)
          .with(Joint.PELVIS, 97)
          .with(Joint.LUMBAR, 13.5, 16.5, -8.5)
          .with(Joint.THORAX, 0, -8.5, -32)
          .with(Joint.NECK, -13, 0.5, -8)
          .with(Joint.HEAD, -19, -11, -22)
          .with(Joint.LEFT_SHOULDER, 65.5, -29, 0)
          .with(Joint.RIGHT_SHOULDER, 68, -22, -1)
          .with(Joint.LEFT_ELBOW, 77.5)
          .with(Joint.RIGHT_ELBOW, -5)
          .with(Joint.LEFT_WRIST, -48.5)
          .with(Joint.RIGHT_WRIST, -3.5)
          .both(Joint.LEFT_HIP, 98)
          .both(Joint.LEFT_KNEE, 90)
          .both(Joint.LEFT_ANKLE, -68)
          .pose();

  static final Pose OVER_TOWEL =
      on(Rest.FLOOR)
          .with(Joint.PELVIS, -81.5)
          .with(Joint.LUMBAR, 11)
          .with(Joint.THORAX, -24.5)
          .with(Joint.NECK, -16.5)
          .with(Joint.HEAD, -7.5)
          .both(Joint.LEFT_SHOULDER, 177, 67, 61.5)
          .both(Joint.LEFT_ELBOW, 87)
          .both(Joint.LEFT_WRIST, 76.5)
          .both(Joint.LEFT_HIP, 61)
          .both(Joint.LEFT_KNEE, 120)
          .both(Joint.LEFT_ANKLE, -22.5)
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
          .with(Joint.PELVIS, -83, 101, 0)
          .with(Joint.LUMBAR, 0, -24, 0)
          .with(Joint.THORAX, 0, -19.5, 12)
          .with(Joint.NECK, 0, -10, 0)
          .with(Joint.LEFT_SHOULDER, 28.5, -29, 8.5)
          .with(Joint.RIGHT_SHOULDER, 7, 75.5, 27)
          .with(Joint.LEFT_ELBOW, 25)
          .with(Joint.RIGHT_ELBOW, 102.5)
          .with(Joint.LEFT_WRIST, -59)
          .with(Joint.RIGHT_WRIST, -18.5)
          .with(Joint.LEFT_HIP, 42.5, 0, -12)
          .with(Joint.RIGHT_HIP, 29.5, -6.5, 5.5)
          .with(Joint.LEFT_KNEE, 60)
          .with(Joint.RIGHT_KNEE, 48.5)
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

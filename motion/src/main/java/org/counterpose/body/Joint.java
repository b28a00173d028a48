package org.counterpose.body;

import java.util.List;
import java.util.Optional;

/**
 * A joint, and what it can do. In a pose of nought degrees everywhere somebody stands upright with
 * hanging arms and the palms to the back.
 *
 * <p>The ranges are those of healthy adults (American Academy of Orthopaedic Surgeons, Joint
 * Motion: Method of Measuring and Recording, 1965). Where a floor or a hand pushes further than
 * muscles do, the range is the passive one, widened by us: hips and knees in kneeling and
 * squatting, wrists on the floor, feet that lie on their backs, and a trunk that lies over
 * something. The trunk's flexion is shared out between lumbar spine and thorax, the neck's between
 * neck and head.
 */
public enum Joint {
  /**
   * The whole body: leaning forwards, rolled about its length to the right, turned to the right.
   */
  PELVIS(new Limit("lean", -180, 180), new Limit("roll", -180, 180), new Limit("turn", -180, 180)),
  LUMBAR(new Limit("flexion", -30, 60), new Limit("side", -25, 25), new Limit("rotation", -15, 15)),
  THORAX(new Limit("flexion", -25, 45), new Limit("side", -30, 30), new Limit("rotation", -45, 45)),
  NECK(new Limit("flexion", -45, 45), new Limit("side", -35, 35), new Limit("rotation", -60, 60)),
  HEAD(new Limit("flexion", -30, 30), new Limit("side", -15, 15), new Limit("rotation", -40, 40)),
  LEFT_SHOULDER(Limits.SHOULDER),
  RIGHT_SHOULDER(Limits.SHOULDER),
  LEFT_ELBOW(Limits.ELBOW),
  RIGHT_ELBOW(Limits.ELBOW),
  LEFT_WRIST(Limits.WRIST),
  RIGHT_WRIST(Limits.WRIST),
  LEFT_HIP(Limits.HIP),
  RIGHT_HIP(Limits.HIP),
  LEFT_KNEE(Limits.KNEE),
  RIGHT_KNEE(Limits.KNEE),
  LEFT_ANKLE(Limits.ANKLE),
  RIGHT_ANKLE(Limits.ANKLE);

  /**
   * What both sides share. Inwards is the rotation of a limb that brings its front to the middle.
   */
  private static final class Limits {
    static final Limit[] SHOULDER = {
      new Limit("flexion", -60, 180),
      new Limit("abduction", -90, 180),
      new Limit("inwards", -90, 90)
    };
    static final Limit[] ELBOW = {new Limit("flexion", -5, 150)};
    static final Limit[] WRIST = {new Limit("flexion", -95, 80)};
    static final Limit[] HIP = {
      new Limit("flexion", -30, 140), new Limit("abduction", -30, 50), new Limit("inwards", -50, 50)
    };
    static final Limit[] KNEE = {new Limit("flexion", -5, 160)};
    static final Limit[] ANKLE = {new Limit("flexion", -80, 35)};
  }

  private final List<Limit> limits;
  private final String named;

  Joint(Limit... limits) {
    this.limits = List.of(limits);
    this.named = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The name that packs use, such as {@code left-shoulder}. */
  public String named() {
    return named;
  }

  /** What it can do: one movement or three. */
  public List<Limit> limits() {
    return limits;
  }

  public static Optional<Joint> named(String name) {
    for (Joint joint : values()) {
      if (joint.named.equals(name)) {
        return Optional.of(joint);
      }
    }
    return Optional.empty();
  }

  public boolean isLeft() {
    return named.startsWith("left-");
  }

  public boolean isRight() {
    return named.startsWith("right-");
  }

  /** The same joint of the other side; those of the middle are their own. */
  public Joint mirrored() {
    if (isLeft()) {
      return valueOf("RIGHT" + name().substring(4));
    }
    return isRight() ? valueOf("LEFT" + name().substring(5)) : this;
  }
}

package org.counterpose.body;

/** A point of a body that is drawn, carried or seen. */
public enum Spot {
  /** Between the hip joints. */
  PELVIS(0.062),
  /**
   * The spine, from below: sacrum, third lumbar vertebra, twelfth and sixth thoracic, last of neck.
   */
  SACRUM(0.04),
  L3(0.05),
  T12(0.055),
  T6(0.05),
  C7(0.03),
  /** Where the head stands on the neck. */
  ATLAS(0.035),
  CROWN(0),
  CHIN(0.01),
  NOSE(0.005),
  MOUTH_LEFT(0),
  MOUTH_RIGHT(0),
  LEFT_EYE(0),
  RIGHT_EYE(0),
  LEFT_EAR(0),
  RIGHT_EAR(0),
  /** The middle of the skull. */
  SKULL(0.058),
  LEFT_SHOULDER(0.036),
  RIGHT_SHOULDER(0.036),
  LEFT_ELBOW(0.024),
  RIGHT_ELBOW(0.024),
  LEFT_WRIST(0.016),
  RIGHT_WRIST(0.016),
  LEFT_KNUCKLES(0.014),
  RIGHT_KNUCKLES(0.014),
  LEFT_FINGERTIPS(0.008),
  RIGHT_FINGERTIPS(0.008),
  LEFT_HIP(0.052),
  RIGHT_HIP(0.052),
  LEFT_KNEE(0.032),
  RIGHT_KNEE(0.032),
  LEFT_ANKLE(0.021),
  RIGHT_ANKLE(0.021),
  LEFT_HEEL(0.018),
  RIGHT_HEEL(0.018),
  LEFT_TOES(0.011),
  RIGHT_TOES(0.011);

  private final double girth;

  Spot(double girth) {
    this.girth = girth;
  }

  /** How thick the flesh is about it, in statures. */
  double girth() {
    return girth;
  }

  /** The same point of the other side; those of the middle are their own. */
  public Spot mirrored() {
    String name = name();
    if (name.contains("LEFT")) {
      return valueOf(name.replace("LEFT", "RIGHT"));
    }
    return name.contains("RIGHT") ? valueOf(name.replace("RIGHT", "LEFT")) : this;
  }
}

package org.counterpose.body;

/**
 * How somebody is built. Lengths of segments are the usual shares of the stature (Drillis and
 * Contini, Body Segment Parameters, 1966, as in Winter, Biomechanics and Motor Control of Human
 * Movement); a factor of 1 is that share.
 *
 * @param stature metres
 * @param trunk factor on the length of trunk and neck
 * @param arms factor on the length of the arms
 * @param legs factor on the length of the legs
 * @param breadth factor on the distance between the shoulders and between the hips
 * @param girth factor on the thickness of everything
 */
public record Build(
    double stature, double trunk, double arms, double legs, double breadth, double girth) {

  public static final Build ADULT = new Build(1.7, 1, 1, 1, 1, 1);

  // In statures: from hip to knee, knee to ankle, ankle to sole, and on to the arm.
  static final double THIGH = 0.245;
  static final double SHANK = 0.246;
  static final double ANKLE_HEIGHT = 0.039;
  static final double UPPER_ARM = 0.186;
  static final double FOREARM = 0.146;
  static final double HAND = 0.108;
  static final double HALF_SHOULDERS = 0.112;
  static final double HALF_HIPS = 0.05;

  public Build {
    check("stature", stature, 0.5, 2.5);
    check("trunk", trunk, 0.5, 2);
    check("arms", arms, 0.5, 2);
    check("legs", legs, 0.5, 2);
    check("breadth", breadth, 0.5, 2);
    check("girth", girth, 0.5, 2);
  }

  private static void check(String what, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          what + " must be within " + least + " and " + most + ", got " + value);
    }
  }

  /** How thick the flesh is about a point, in metres from the point to the skin. */
  public double girthAt(Spot spot) {
    return spot.girth() * girth * stature;
  }

  /** How high a seat is on which the feet stand flat and the thighs lie level, in metres. */
  public double seatHeight() {
    return stature * (SHANK * legs + ANKLE_HEIGHT) - girthAt(Spot.PELVIS);
  }
}

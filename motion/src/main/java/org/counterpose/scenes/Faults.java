package org.counterpose.scenes;

/**
 * What the pose model gets wrong. On rendered bodies it was late by 25 ms in the middle of a
 * movement, drew a far arm that is under towards the near one by up to a quarter of the way, and
 * trembled by up to 0.0025 heights of the picture in a noisy one. What goes beyond is our judgement
 * of rooms that are dark, and of people in wide clothes.
 *
 * @param jitter deviation of each landmark, in heights of the picture
 * @param late how long its smoothing takes, in milliseconds
 * @param pull how much of the way the shoulders are drawn together while the far arm is under
 * @param lost share of single frames without a body
 * @param away how often in a minute it loses the body for up to 0.9 seconds
 * @param doubted share of frames whose visibility is nonsense
 * @param strayed deviation of limbs that the body hides, in heights of the picture
 */
record Faults(
    double jitter,
    double late,
    double pull,
    double lost,
    double away,
    double doubted,
    double strayed) {

  /** A bright room and a still device. */
  static Faults few(Chance chance) {
    return new Faults(
        chance.within(0, 0.003),
        chance.within(10, 140),
        chance.within(0, 0.35),
        chance.within(0, 0.02),
        0,
        0,
        chance.within(0, 0.01));
  }

  Faults shaky(Chance chance) {
    return new Faults(chance.within(0.004, 0.008), late, pull, lost, away, doubted, strayed);
  }

  Faults oftenLost(Chance chance) {
    return new Faults(
        jitter, late, pull, chance.within(0.05, 0.25), chance.within(2, 8), doubted, strayed);
  }

  Faults hidden(Chance chance) {
    return new Faults(
        jitter, late, pull, lost, away, chance.within(0.05, 0.2), chance.within(0.01, 0.03));
  }
}

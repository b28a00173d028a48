package org.counterpose.body;

import java.util.List;

/** Postures one after the other, evenly in time, each way between them begun and ended softly. */
public record Movement(List<Pose> poses) {

  public Movement {
    poses = List.copyOf(poses);
    if (poses.isEmpty()) {
      throw new IllegalArgumentException("a movement has at least one posture");
    }
  }

  /**
   * The posture at a moment.
   *
   * @param moment 0 is the first posture, 1 the last
   */
  public Pose at(double moment) {
    if (!(moment >= 0 && moment <= 1)) {
      throw new IllegalArgumentException("a moment is within 0 and 1, got " + moment);
    }
    double at = moment * (poses.size() - 1);
    int from = Math.min((int) at, Math.max(0, poses.size() - 2));
    int to = Math.min(from + 1, poses.size() - 1);
    return poses.get(from).towards(poses.get(to), softly(at - from));
  }

  /** Slow at both ends: what a calm person does. */
  private static double softly(double share) {
    return share * share * (3 - 2 * share);
  }
}

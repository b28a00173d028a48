package org.counterpose.scenes;

import java.util.List;
import java.util.Optional;
import org.counterpose.coach.Side;
import org.counterpose.pose.Frame;

/**
 * What a camera sees of somebody, and what they really did.
 *
 * @param seed makes the same scene again
 * @param kind what is done, or how it is seen
 * @param holds what was held; empty where nothing was
 */
public record Scene(long seed, String kind, List<Frame> frames, List<Hold> holds) {

  public Scene {
    frames = List.copyOf(frames);
    holds = List.copyOf(holds);
  }

  /** When the last frame was taken, in milliseconds. */
  double endMillis() {
    return frames.getLast().millis();
  }

  /**
   * A posture that is kept, from and to in milliseconds.
   *
   * @param side whose arm is under, where the step has sides
   */
  public record Hold(Optional<Side> side, double from, double to) {}
}

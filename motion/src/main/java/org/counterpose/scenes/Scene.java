package org.counterpose.scenes;

import java.util.List;
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

  /** A hold with its arm under, from and to in milliseconds. */
  public record Hold(Side side, double from, double to) {}
}

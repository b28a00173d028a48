package org.counterpose.programme;

import java.util.List;
import java.util.Optional;

/**
 * One part of the fix. Texts: {@code steps.<id>.title}, {@code .short}, {@code .why}, {@code
 * .setup}, {@code .finish}, {@code .cue.<moment>}, {@code .known}, {@code .avoid.<who>}.
 */
public record Step(
    String id,
    Dose dose,
    List<Slot> times,
    List<NeededAid> aids,
    Figures figures,
    List<String> avoid,
    List<String> sources) {

  /** A time of day at which the step is due, counted from an anchor of the person's day. */
  public record Slot(String id, When workDay, Optional<When> dayOff) {}

  /**
   * Due from {@code offsetMinutes} after the anchor (before it, where negative), for {@code
   * windowMinutes}; an empty window is the whole working time.
   */
  public record When(Anchor anchor, int offsetMinutes, Optional<Integer> windowMinutes) {}

  public enum Anchor {
    WAKE,
    SLEEP,
    WORK_START,
    WORK_END
  }

  /** An aid the step uses, and what happens for those who do not own it. */
  public record NeededAid(String aid, Without without) {}

  public enum Without {
    /** The household substitute serves. */
    SUBSTITUTE,
    /** The step is left out of the plan. */
    LEAVE_OUT
  }

  /**
   * The main figure and those by moment, in order; names of files in the pack's {@code figures}
   * folder without ending.
   */
  public record Figures(String main, List<Moment> moments) {}

  public record Moment(String at, String figure) {}

  /** The moments at which the player speaks, for this kind of dose. */
  public List<String> cueMoments() {
    return switch (dose) {
      case Dose.Timed t -> List.of("start", "hold", "end");
      case Dose.Holds h -> List.of("start", "hold", "return", "switch", "end");
      case Dose.Worn w -> List.of("start", "end");
      case Dose.Breaks b -> List.of("start");
    };
  }
}

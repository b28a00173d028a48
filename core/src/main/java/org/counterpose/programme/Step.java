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
    return cueMoments(
        switch (dose) {
          case Dose.Timed t -> "timed";
          case Dose.Holds h -> "holds";
          case Dose.Worn w -> "worn";
          case Dose.Breaks b -> "breaks";
        });
  }

  /** The moments for a dose of a kind, by the name that packs give it; none for no such kind. */
  static List<String> cueMoments(String kind) {
    return switch (kind) {
      case "timed" -> List.of("start", "hold", "end");
      case "holds" -> List.of("start", "hold", "return", "switch", "end");
      case "worn" -> List.of("start", "end");
      case "breaks" -> List.of("start");
      default -> List.of();
    };
  }
}

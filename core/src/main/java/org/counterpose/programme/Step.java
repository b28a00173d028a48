package org.counterpose.programme;

import java.util.List;
import java.util.Optional;

/**
 * One part of the fix. Texts: {@code steps.<id>.title}, {@code .short}, {@code .why}, {@code
 * .setup}, {@code .finish}, {@code .cue.<moment>}, {@code .move.<move>}, {@code .known}, {@code
 * .avoid.<who>}.
 *
 * @param stages at least one, all of them with doses of one kind
 * @param days on which days of the trial it is done
 */
public record Step(
    String id,
    List<Stage> stages,
    Days days,
    List<Slot> times,
    List<NeededAid> aids,
    Figures figures,
    List<String> avoid,
    List<String> sources) {

  public Step {
    stages = List.copyOf(stages);
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("a step has at least one stage, " + id + " has none");
    }
  }

  /** The dose of its first stage; those of the others are of the same kind. */
  public Dose dose() {
    return stages.getFirst().dose();
  }

  /** The pictures of a stage by its id; those of the step where it has none of its own. */
  public Figures figuresOf(Optional<String> stage) {
    return stages.stream()
        .filter(one -> stage.filter(one.id()::equals).isPresent())
        .findFirst()
        .flatMap(Stage::figures)
        .orElse(figures);
  }

  /**
   * Every so many days of the trial, from its {@code first} one on.
   *
   * @param every 1 for each day
   */
  public record Days(int every, int first) {
    public static final Days EACH = new Days(1, 1);

    /** Whether a day of the trial, from 1, is one of them. */
    public boolean hold(int day) {
      return day >= first && (day - first) % every == 0;
    }
  }

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
    return cueMoments(dose().kindName());
  }

  /** The moments for a dose of a kind, by the name that packs give it; none for no such kind. */
  static List<String> cueMoments(String kind) {
    return switch (kind) {
      case "timed" -> List.of("start", "hold", "end");
      case "holds" -> List.of("start", "hold", "return", "switch", "end");
      case "reps" -> List.of("start", "rest", "switch", "end");
      case "worn" -> List.of("start", "end");
      case "breaks" -> List.of("start");
      default -> List.of();
    };
  }
}

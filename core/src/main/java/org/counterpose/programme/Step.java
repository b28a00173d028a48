package org.counterpose.programme;

import java.util.List;
import java.util.Optional;
import org.counterpose.document.Fields;

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

  /** The dose of a stage by its id; that of the first where there is no such stage. */
  public Dose doseOf(Optional<String> stage) {
    return named(stage).map(Stage::dose).orElse(dose());
  }

  /** The pictures of a stage by its id; those of the step where it has none of its own. */
  public Figures figuresOf(Optional<String> stage) {
    return named(stage).flatMap(Stage::figures).orElse(figures);
  }

  private Optional<Stage> named(Optional<String> stage) {
    return stages.stream().filter(one -> stage.filter(one.id()::equals).isPresent()).findFirst();
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
  public record Figures(String main, List<Moment> moments) {

    /** The figure of a moment. */
    public Optional<String> at(String moment) {
      return moments.stream()
          .filter(one -> one.at().equals(moment))
          .map(Moment::figure)
          .findFirst();
    }

    /** The main figure as it is on that side, where one side alone is done. */
    public String mainOn(List<Side> sides) {
      return moments.stream()
          .filter(moment -> moment.figure().equals(main))
          .flatMap(moment -> onSide(moment, sides).stream())
          .findFirst()
          .orElse(main);
    }

    /** How it begins on these sides. */
    public String firstOn(List<Side> sides) {
      if (moments.isEmpty()) {
        return main;
      }
      Moment first = moments.getFirst();
      return sides.stream()
          .filter(side -> sides.size() == 1)
          .findFirst()
          .flatMap(side -> at("start-" + Fields.dashed(side)))
          .or(() -> onSide(first, sides))
          .orElse(first.figure());
    }

    /** The figure of the same moment on the one side that is done, where it is of the other. */
    private Optional<String> onSide(Moment moment, List<Side> sides) {
      if (sides.size() != 1) {
        return Optional.empty();
      }
      String side = Fields.dashed(sides.getFirst());
      String other = Fields.dashed(sides.getFirst() == Side.LEFT ? Side.RIGHT : Side.LEFT);
      String at = moment.at();
      return at.equals(other) || at.endsWith("-" + other)
          ? at(at.substring(0, at.length() - other.length()) + side)
          : Optional.empty();
    }
  }

  public record Moment(String at, String figure) {}

  /** The moments at which the player speaks, for this kind of dose. */
  public List<String> cueMoments() {
    boolean moves =
        stages.stream()
            .map(Stage::dose)
            .allMatch(one -> one instanceof Dose.Reps reps && !reps.moves().isEmpty());
    return cueMoments(dose().kindName(), moves);
  }

  /**
   * The moments for a dose of a kind, by the name that packs give it; none for no such kind.
   *
   * @param moves whether the movements of a set are named, and so speak for it
   */
  static List<String> cueMoments(String kind, boolean moves) {
    return switch (kind) {
      case "timed" -> List.of("start", "hold", "end");
      case "holds" -> List.of("start", "hold", "return", "switch", "end");
      case "reps" ->
          moves
              ? List.of("start", "rest", "switch", "end")
              : List.of("start", "work", "rest", "switch", "end");
      case "worn" -> List.of("start", "end");
      case "breaks" -> List.of("start");
      default -> List.of();
    };
  }
}

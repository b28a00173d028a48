package org.counterpose.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.counterpose.document.Fields;
import org.counterpose.plan.GuidedTime;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.programme.Step;
import org.counterpose.words.Words;

/**
 * A guided session as its parts in time: getting into place, the holds of each side with their
 * returns, the changes of side. The player counts them through; the server decides them.
 */
public record Session(PlannedStep planned, Step step, List<Part> parts) {

  /**
   * @param moment where in the movement this is: start, hold, return, switch
   * @param say spoken and shown when it begins
   * @param half spoken half-way, for long holds
   * @param figure the figure's name in the pack
   * @param counts whether its seconds count towards the dose
   * @param reps in a set of repetitions: how many are asked for
   */
  public record Part(
      String moment,
      Optional<Side> side,
      int seconds,
      String title,
      String say,
      Optional<String> half,
      String figure,
      boolean counts,
      Optional<Integer> reps) {

    /** A part in which nothing is counted. */
    Part(
        String moment,
        Optional<Side> side,
        int seconds,
        String title,
        String say,
        Optional<String> half,
        String figure,
        boolean counts) {
      this(moment, side, seconds, title, say, half, figure, counts, Optional.empty());
    }
  }

  /** The session of a planned step; empty for a step that is worn or is only a break. */
  static Optional<Session> of(Programme programme, PlannedStep planned, Words words) {
    Step step = programme.step(planned.step()).orElseThrow();
    return switch (step.doseOf(planned.stage())) {
      case Dose.Timed timed ->
          Optional.of(new Session(planned, step, timed(programme, step, planned, words)));
      case Dose.Holds holds ->
          Optional.of(new Session(planned, step, holds(programme, step, holds, planned, words)));
      case Dose.Reps reps -> SetsInTime.of(programme, planned, words);
      case Dose.Worn worn -> Optional.empty();
      case Dose.Breaks breaks -> Optional.empty();
    };
  }

  /** The whole of it in seconds, getting into place included. */
  int seconds() {
    return parts.stream().mapToInt(Part::seconds).sum();
  }

  private static List<Part> timed(
      Programme programme, Step step, PlannedStep planned, Words words) {
    return List.of(
        getReady(programme, step, planned, words, Optional.empty()),
        new Part(
            "hold",
            Optional.empty(),
            planned.seconds(),
            words.say("player.hold"),
            cue(programme, step, "hold"),
            Optional.of(words.say("player.half")),
            figure(planned, step, "hold"),
            true));
  }

  private static List<Part> holds(
      Programme programme, Step step, Dose.Holds dose, PlannedStep planned, Words words) {
    int holds = planned.holds().orElse(1);
    int holdSeconds = planned.holdSeconds().orElse(dose.holdSeconds().least());
    List<Part> parts = new ArrayList<>();
    List<Side> sides = planned.sides();
    parts.add(getReady(programme, step, planned, words, sides.stream().findFirst()));
    for (Side side : sides) {
      if (side != sides.getFirst()) {
        parts.add(
            new Part(
                "switch",
                Optional.of(side),
                GuidedTime.CHANGE_SIDES_SECONDS,
                words.say("player.switch"),
                cue(programme, step, "switch"),
                Optional.empty(),
                figure(planned, step, starting(Optional.of(side))),
                false));
      }
      for (int hold = 1; hold <= holds; hold++) {
        parts.add(
            new Part(
                "hold",
                Optional.of(side),
                holdSeconds,
                words.say("player.hold-of", named(programme, step, side, words), hold, holds),
                cue(programme, step, "hold"),
                Optional.empty(),
                figure(planned, step, Fields.dashed(side)),
                true));
        parts.add(
            new Part(
                "return",
                Optional.of(side),
                dose.returnSeconds(),
                words.say("player.return"),
                cue(programme, step, "return"),
                Optional.empty(),
                figure(planned, step, back(side)),
                true));
      }
    }
    return List.copyOf(parts);
  }

  /** The side as the pack calls it, such as the arm that goes under; left or right without that. */
  static String named(Programme programme, Step step, Side side, Words words) {
    String name = "side." + side.name().toLowerCase(Locale.ROOT);
    return programme
        .textIfAny("steps." + step.id() + "." + name)
        .map(String::strip)
        .orElseGet(() -> words.say("player." + name));
  }

  static Part getReady(
      Programme programme, Step step, PlannedStep planned, Words words, Optional<Side> side) {
    return new Part(
        "start",
        side,
        GuidedTime.GET_READY_SECONDS,
        words.say("player.get-ready"),
        cue(programme, step, "start"),
        Optional.empty(),
        figure(planned, step, starting(side)),
        false);
  }

  /** Getting into place: as that side does, or as both do, or what will be held or moved then. */
  static String[] starting(Optional<Side> side) {
    String named = side.map(Fields::dashed).orElse("");
    return new String[] {"start-" + named, "down", "start", named};
  }

  /** The way back on that side, or on both, or what was held. */
  private static String[] back(Side side) {
    String named = Fields.dashed(side);
    return new String[] {"return-" + named, "return", named};
  }

  static String cue(Programme programme, Step step, String moment) {
    return programme.text("steps." + step.id() + ".cue." + moment);
  }

  /** The first of these moments that the pack has a figure for, or the main one. */
  static String figure(PlannedStep planned, Step step, String... moments) {
    Step.Figures figures = step.figuresOf(planned.stage());
    return Arrays.stream(moments)
        .flatMap(moment -> figures.at(moment).stream())
        .findFirst()
        .orElse(figures.main());
  }
}

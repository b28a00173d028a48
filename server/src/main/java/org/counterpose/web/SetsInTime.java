package org.counterpose.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpose.document.Fields;
import org.counterpose.plan.GuidedTime;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.programme.Step;
import org.counterpose.web.Session.Part;
import org.counterpose.words.Words;

/**
 * Sets of repetitions as parts in time: every movement on one side, set by set with rests, then the
 * other side. A set lasts as long as its repetitions at the pack's pace.
 */
final class SetsInTime {

  private final Programme programme;
  private final Step step;
  private final PlannedStep planned;
  private final Today.Sets sets;
  private final Words words;
  private final List<Part> parts = new ArrayList<>();

  private SetsInTime(
      Programme programme, Step step, PlannedStep planned, Today.Sets sets, Words words) {
    this.programme = programme;
    this.step = step;
    this.planned = planned;
    this.sets = sets;
    this.words = words;
  }

  static Optional<Session> of(Programme programme, PlannedStep planned, Words words) {
    Step step = programme.step(planned.step()).orElseThrow();
    return planned
        .sets()
        .map(
            sets ->
                new Session(
                    planned,
                    step,
                    new SetsInTime(programme, step, planned, sets, words).parts(planned.sides())));
  }

  private List<Part> parts(List<Side> sides) {
    List<Optional<Side>> worked =
        sides.isEmpty() ? List.of(Optional.empty()) : sides.stream().map(Optional::of).toList();
    parts.add(Session.getReady(programme, step, planned, words, worked.getFirst()));
    for (Optional<Side> side : worked) {
      if (!side.equals(worked.getFirst())) {
        between("switch", side, GuidedTime.CHANGE_SIDES_SECONDS);
      }
      side(side);
    }
    return List.copyOf(parts);
  }

  private void side(Optional<Side> side) {
    List<Optional<String>> moves =
        sets.moves().isEmpty()
            ? List.of(Optional.empty())
            : sets.moves().stream().map(Optional::of).toList();
    for (Optional<String> move : moves) {
      for (int set = 1; set <= sets.sets(); set++) {
        boolean first = set == 1 && move.equals(moves.getFirst());
        if (!first && sets.restSeconds() > 0) {
          between("rest", side, sets.restSeconds());
        }
        set(side, move, set);
      }
    }
  }

  private void set(Optional<Side> side, Optional<String> move, int set) {
    parts.add(
        new Part(
            "set",
            side,
            sets.reps() * sets.repSeconds(),
            words.say("player.set-of", set, sets.sets(), sets.reps()),
            move.map(name -> programme.text("steps." + step.id() + ".move." + name))
                .orElseGet(() -> Session.cue(programme, step, "work")),
            Optional.empty(),
            Session.figure(planned, step, moments(side, move)),
            true,
            Optional.of(sets.reps())));
  }

  /** The picture of the movement on that side, or of the movement, or of the side. */
  private static String[] moments(Optional<Side> side, Optional<String> move) {
    Optional<String> named = side.map(one -> one.name().toLowerCase(Locale.ROOT));
    String both = Stream.of(move, named).flatMap(Optional::stream).collect(Collectors.joining("-"));
    return Stream.of(Optional.of(both), move, named)
        .flatMap(Optional::stream)
        .toArray(String[]::new);
  }

  /** The picture of a rest, or else of getting into place on the side that comes then. */
  private static String[] resting(String moment, Optional<Side> side) {
    return Stream.of(
            side.stream().map(one -> moment + "-" + Fields.dashed(one)),
            Stream.of(moment),
            Arrays.stream(Session.starting(side)))
        .flatMap(moments -> moments)
        .toArray(String[]::new);
  }

  private void between(String moment, Optional<Side> side, int seconds) {
    parts.add(
        new Part(
            moment,
            side,
            seconds,
            words.say("player." + moment),
            Session.cue(programme, step, moment),
            Optional.empty(),
            Session.figure(planned, step, resting(moment, side)),
            moment.equals("rest")));
  }
}

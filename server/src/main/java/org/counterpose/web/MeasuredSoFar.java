package org.counterpose.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.LeftOut;
import org.counterpose.programme.Measure;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.programme.Stage;
import org.counterpose.programme.Step;
import org.counterpose.words.MeasuredInWords;
import org.counterpose.words.Words;

/** What somebody measured, each measure and side once: first, latest, and what it still opens. */
public record MeasuredSoFar(Journey journey, Instant now, Words words) {

  /**
   * A measure on one side.
   *
   * @param latest empty where it was measured once
   * @param goals what opens at which value, as far as it is still to be reached
   */
  public record Row(String what, Value first, Optional<Value> latest, List<String> goals) {}

  /** What was measured, and on which day. */
  public record Value(String value, String date) {}

  /** What there is one row of. */
  private record Key(String measure, Optional<Side> side) {}

  List<Row> rows() {
    Map<Key, List<Entry.Measured>> all = new LinkedHashMap<>();
    for (Measure measure : journey.programme().measures()) {
      journey
          .journal()
          .of(Entry.Measured.class)
          .filter(entry -> entry.measure().equals(measure.id()))
          .sorted(Comparator.comparing(MeasuredSoFar::side))
          .forEach(
              entry ->
                  all.computeIfAbsent(
                          new Key(entry.measure(), entry.side()), key -> new ArrayList<>())
                      .add(entry));
    }
    return all.entrySet().stream().map(one -> row(one.getKey(), one.getValue())).toList();
  }

  private static int side(Entry.Measured entry) {
    return entry.side().map(Side::ordinal).orElse(0);
  }

  private Row row(Key key, List<Entry.Measured> entries) {
    Entry.Measured latest = entries.getLast();
    return new Row(
        new MeasuredInWords(journey.programme(), words).title(key.measure(), key.side()),
        value(entries.getFirst()),
        entries.size() > 1 ? Optional.of(value(latest)) : Optional.empty(),
        journey
            .programme()
            .measure(key.measure())
            .map(one -> goals(one, latest))
            .orElse(List.of()));
  }

  private Value value(Entry.Measured entry) {
    DateTimeFormatter format = words.dates("calendar.date");
    return new Value(
        new MeasuredInWords(journey.programme(), words).value(entry), entry.at().format(format));
  }

  /**
   * Nothing is told of a step that the plan leaves out for another reason than that it is early.
   */
  private List<String> goals(Measure measure, Entry.Measured latest) {
    Today today = journey.today(now);
    int week = today.week();
    Set<String> without =
        today.leftOut().stream()
            .filter(left -> !(left.cause() instanceof LeftOut.Cause.NotYet))
            .map(LeftOut::step)
            .collect(Collectors.toSet());
    List<String> goals = new ArrayList<>();
    for (Step step : journey.programme().steps()) {
      for (Stage stage : step.stages()) {
        if (!without.contains(step.id()) && stage.opens().isPresent()) {
          Stage.Opening opens = stage.opens().get();
          opens.goals().stream()
              .filter(goal -> goal.measure().equals(measure.id()))
              .filter(goal -> !measure.reaches(latest.value(), goal.reach()))
              .map(
                  goal ->
                      goal(
                          measure,
                          goal,
                          names(step, stage),
                          opens.week() > week ? opens.week() : 0))
              .forEach(goals::add);
        }
      }
    }
    return goals;
  }

  /**
   * @param week before which it cannot open; 0 where that is over
   */
  private String goal(Measure measure, Stage.Goal goal, String opens, int week) {
    return words.say(
        "measured.goal",
        new MeasuredInWords(journey.programme(), words).value(measure, goal.reach()),
        week,
        opens);
  }

  private String names(Step step, Stage stage) {
    String title = "steps." + step.id() + ".title";
    String of = "steps." + step.id() + ".stage." + stage.id();
    Programme programme = journey.programme();
    return programme.text(title)
        + programme.textIfAny(of).map(name -> ", " + name.strip()).orElse("");
  }
}

package org.counterpose.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.counterpose.journeys.Journeys;
import org.counterpose.journeys.ProgrammeNotHere;
import org.counterpose.store.SqlAccounts;
import org.counterpose.words.Words;

/** Trials of one person to choose from, told apart by their programme and the day they began. */
public record TrialsView(List<Row> rows) {

  /** A trial. */
  public record Row(String id, String name) {}

  static TrialsView of(List<SqlAccounts.Trial> trials, Journeys journeys, Layout layout) {
    Words words = layout.words();
    DateTimeFormatter day = DateTimeFormatter.ofPattern(words.say("trials.day"), words.locale());
    return new TrialsView(
        trials.stream()
            .map(
                trial -> {
                  String began = trial.begunAt().atZone(layout.clinic().zone()).format(day);
                  return new Row(
                      trial.journey().toString(), name(trial.journey(), began, journeys, words));
                })
            .toList());
  }

  private static String name(UUID trial, String began, Journeys journeys, Words words) {
    try {
      return journeys
          .shared(trial)
          .map(one -> words.say("trials.one", one.programme().text("programme.title"), began))
          .orElseGet(() -> words.say("trials.one-without", began));
    } catch (ProgrammeNotHere e) {
      return words.say("trials.one-without", began);
    }
  }
}

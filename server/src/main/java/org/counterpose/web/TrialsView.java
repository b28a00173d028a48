package org.counterpose.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.counterpose.store.SqlAccounts;

/** Trials of one person to choose from, told apart by the day they began. */
public record TrialsView(List<Row> rows) {

  /** A trial. */
  public record Row(String id, String name) {}

  static TrialsView of(List<SqlAccounts.Trial> trials, Layout layout) {
    DateTimeFormatter day =
        DateTimeFormatter.ofPattern(layout.words().say("trials.day"), layout.words().locale());
    return new TrialsView(
        trials.stream()
            .map(
                trial ->
                    new Row(
                        trial.journey().toString(),
                        layout
                            .words()
                            .say(
                                "trials.one",
                                trial.begunAt().atZone(layout.clinic().zone()).format(day))))
            .toList());
  }
}

package org.counterpose.web;

import java.time.Instant;
import java.util.Locale;
import org.counterpose.document.Nodes;
import org.counterpose.documents.Json;
import org.counterpose.plan.Today.PlannedStep;

/**
 * What a tap on a row of the day keeps, for the page's script: an entry as the API reads it, that
 * gets its id and time on the device.
 */
final class EntryOfARow {

  private EntryOfARow() {}

  static String done(PlannedStep planned) {
    Nodes.Growing entry =
        Nodes.object()
            .with("type", "session-done")
            .with("step", planned.step())
            .with("seconds", planned.seconds());
    if (!planned.sides().isEmpty()) {
      entry.with(
          "sides",
          Nodes.texts(
              planned.sides().stream().map(side -> side.name().toLowerCase(Locale.ROOT)).toList()));
    }
    return Json.write(entry.node());
  }

  /** What is worn; {@code since}, where it is now, becomes its seconds on the device. */
  static String worn(PlannedStep planned) {
    return Json.write(
        Nodes.object()
            .with("type", "worn")
            .with("step", planned.step())
            .withIfAny(
                "since", planned.runningSince().map(Instant::toEpochMilli).map(Nodes::number))
            .node());
  }
}

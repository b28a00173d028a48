package org.counterpose.journal;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.screening.AnswersDocument;

/** Writes entries as documents: what is stored, exported and answered by the API. */
public final class EntryDocument {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private EntryDocument() {}

  /** The entry with all it holds; {@link StoredEntryReader} reads the same entry from it. */
  public static Node.Mapping write(Entry entry) {
    Nodes.Growing document =
        Nodes.object()
            .with("id", entry.id().toString())
            .with("type", entry.type())
            .with("at", entry.at().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    return switch (entry) {
      case Entry.Screened e ->
          document
              .with("programme", e.programme())
              .with("version", e.version())
              .with("answers", AnswersDocument.write(e.answers()))
              .node();
      case Entry.Started e -> with(document, e.routine()).node();
      case Entry.RoutineChanged e -> with(document, e.routine()).node();
      case Entry.Rated e ->
          document
              .with("pain", e.pain())
              .withIfAny("stiffness", e.stiffness().map(Nodes::number))
              .node();
      case Entry.SessionDone e ->
          document
              .with("step", e.step())
              .with("seconds", e.seconds())
              .with("sides", Nodes.texts(e.sides().stream().map(Fields::dashed).toList()))
              .withIfAny("reps", e.reps().map(Nodes::number))
              .node();
      case Entry.SessionStopped e -> document.with("step", e.step()).with("why", e.why()).node();
      case Entry.WearStarted e -> document.with("step", e.step()).node();
      case Entry.Worn e -> document.with("step", e.step()).with("seconds", e.seconds()).node();
      case Entry.WeeklyCheck e ->
          document
              .with("safety", AnswersDocument.write(e.safety()))
              .with("activities", activities(e.activities()))
              .withIfAny("change", e.change().map(Nodes::number))
              .node();
      case Entry.Activities e -> document.with("activities", activities(e.activities())).node();
      case Entry.GotWorse e -> document.with("answers", AnswersDocument.write(e.answers())).node();
      case Entry.Posture e ->
          document
              .with("earShoulderDegrees", e.earShoulderDegrees())
              .with("shoulderHipDegrees", e.shoulderHipDegrees())
              .with("confidence", e.confidence())
              .node();
      case Entry.Measured e ->
          document
              .with("measure", e.measure())
              .with("value", e.value())
              .withIfAny("side", e.side().map(Nodes::text))
              .node();
      case Entry.Comparing e ->
          document.withIfAny("step", e.step().map(Nodes::text)).with("pooled", e.pooled()).node();
      case Entry.Adapted e ->
          document
              .with("by", e.by())
              .with("reason", e.reason())
              .with("changes", Nodes.list(e.changes().stream().map(EntryDocument::change).toList()))
              .withIfAny("answers", idsIfAny(e.answers()))
              .node();
      case Entry.Paused e ->
          document.withIfAny("by", e.by().map(Nodes::text)).with("reason", e.reason()).node();
      case Entry.Resumed e -> document.withIfAny("by", e.by().map(Nodes::text)).node();
      case Entry.Noted e ->
          document
              .with("by", e.by())
              .with("text", e.text())
              .withIfAny("answers", idsIfAny(e.answers()))
              .node();
      case Entry.Asked e -> document.with("text", e.text()).node();
      case Entry.ClearedByClinic e ->
          document.with("by", e.by()).with("why", e.why()).with("answers", ids(e.answers())).node();
      case Entry.MadeSafer e ->
          document
              .with("by", e.by())
              .with("why", e.why())
              .with("to", e.to())
              .with("parts", Nodes.texts(e.parts().stream().sorted().map(Fields::dashed).toList()))
              .with("steps", Nodes.texts(e.steps().stream().sorted().toList()))
              .withIfAny("stops", idsIfAny(e.stops()))
              .node();
      case Entry.Void e ->
          document.with("entry", e.entry().toString()).with("reason", e.reason()).node();
    };
  }

  private static Node ids(Set<UUID> ids) {
    return Nodes.texts(ids.stream().map(UUID::toString).sorted().toList());
  }

  private static Optional<Node> idsIfAny(Set<UUID> ids) {
    return ids.isEmpty() ? Optional.empty() : Optional.of(ids(ids));
  }

  private static Nodes.Growing with(Nodes.Growing document, Routine routine) {
    Node day =
        Nodes.object()
            .with("wake", clock(routine.wake()))
            .with("sleep", clock(routine.sleep()))
            .with("workStart", clock(routine.workStart()))
            .with("workEnd", clock(routine.workEnd()))
            .with(
                "workDays",
                Nodes.list(
                    routine.workDays().stream()
                        .sorted()
                        .map(DayOfWeek::getValue)
                        .map(Nodes::number)
                        .toList()))
            .withIfAny("breakMinutes", routine.breakMinutes().map(Nodes::number))
            .node();
    return document
        .with("day", day)
        .with("aids", Nodes.texts(routine.aids().stream().sorted().toList()))
        .with("zone", routine.zone().getId());
  }

  private static Node change(Adaptation change) {
    Nodes.Growing document = Nodes.object().with("step", change.step());
    return switch (change) {
      case Adaptation.LeaveOut leave -> document.with("change", "leave-out").node();
      case Adaptation.AsBefore before -> document.with("change", "as-before").node();
      case Adaptation.Portioned portioned ->
          document
              .with("change", "portion")
              .with("seconds", portioned.seconds())
              .withIfAny("holds", portioned.holds().map(Nodes::number))
              .node();
      case Adaptation.Repeated repeated ->
          document
              .with("change", "repetitions")
              .with("sets", repeated.sets())
              .with("reps", repeated.reps())
              .node();
      case Adaptation.AtTimes times ->
          document
              .with("change", "times")
              .with("times", Nodes.texts(times.times().stream().map(EntryDocument::clock).toList()))
              .node();
    };
  }

  private static Node activities(List<Entry.Activity> activities) {
    return Nodes.list(activities.stream().map(EntryDocument::activity).toList());
  }

  private static Node activity(Entry.Activity activity) {
    return Nodes.object().with("name", activity.name()).with("score", activity.score()).node();
  }

  private static String clock(LocalTime time) {
    return time.format(CLOCK);
  }
}

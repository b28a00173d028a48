package org.counterpose.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.document.Shortened;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
import org.counterpose.screening.Answers;
import org.counterpose.screening.AnswersReader;
import org.counterpose.screening.Screening;

/**
 * Reads entries that come from outside, checked against the pack and the trial they belong to.
 * Every problem of an entry is noted at its own place, and an entry with one is not read.
 */
public final class EntryReader {

  /** How far a person's clock may run ahead of ours. */
  public static final Duration MOST_AHEAD = Duration.ofMinutes(10);

  /** How long before the start an entry may lie: a diary that was begun earlier. */
  public static final Duration MOST_BEFORE_START = Duration.ofDays(31);

  /** A comparison is chosen for days to come. */
  private static final Duration COMPARING_AT_LATEST = Duration.ofDays(1);

  /** The most entries that come at once. */
  public static final int MOST_AT_ONCE = 500;

  static final int LONGEST_SECONDS = 24 * 60 * 60;
  private static final int LONGEST_REASON = 500;

  /** The longest message to the clinic, and from it, in characters. */
  public static final int LONGEST_MESSAGE = 2000;

  private static final String TYPES =
      "rated, session-done, session-stopped, wear-started, worn, weekly-check, activities, got-worse,"
          + " posture, measured, routine-changed, comparing, paused, resumed, asked, void";

  private final Programme programme;
  private final TrialSoFar trial;
  private final Instant now;
  private final Problems problems;

  private EntryReader(Programme programme, Instant now, TrialSoFar trial, Problems problems) {
    this.programme = programme;
    this.now = now;
    this.trial = trial;
    this.problems = problems;
  }

  /** One entry of a trial. */
  public static Optional<Entry> read(
      Programme programme, Node node, Instant now, TrialSoFar trial, Problems problems) {
    return new EntryReader(programme, now, trial, problems).entry(node);
  }

  /** A batch of 1 to {@link #MOST_AT_ONCE}, or of none; one bad entry refuses them all. */
  public static Optional<List<Entry>> readAll(
      Programme programme, Node batch, Instant now, TrialSoFar trial, Problems problems) {
    if (!(batch instanceof Node.Listing listing)) {
      problems.add(batch, "must be a list, is " + batch.kind());
      return Optional.empty();
    }
    if (listing.elements().size() > MOST_AT_ONCE) {
      problems.add(
          batch,
          "must hold at most " + MOST_AT_ONCE + " entries, got " + listing.elements().size());
      return Optional.empty();
    }
    int before = problems.count();
    EntryReader reader = new EntryReader(programme, now, trial, problems);
    List<Entry> entries = new ArrayList<>();
    listing.elements().forEach(node -> reader.entry(node).ifPresent(entries::add));
    return problems.noneSince(before) ? Optional.of(List.copyOf(entries)) : Optional.empty();
  }

  private Optional<Entry> entry(Node node) {
    int before = problems.count();
    Optional<Fields> object = Fields.of(node, problems);
    if (object.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = object.get();
    Optional<String> type = fields.text("type");
    Optional<Head> head = head(fields);
    Optional<Entry> entry =
        type.flatMap(known -> body(known, head.orElse(Head.UNREAD), fields, before));
    return head.isPresent() && problems.noneSince(before) ? entry : Optional.empty();
  }

  private Optional<Entry> body(String type, Head head, Fields fields, int before) {
    Optional<? extends Entry> entry =
        switch (type) {
          case "rated" -> rated(head, fields);
          case "session-done" -> sessionDone(head, fields);
          case "session-stopped" -> sessionStopped(head, fields);
          case "wear-started" ->
              wornStep(fields).map(step -> new Entry.WearStarted(head.id(), head.at(), step));
          case "worn" -> worn(head, fields);
          case "weekly-check" -> weeklyCheck(head, fields);
          case "activities" ->
              Optional.of(
                  new Entry.Activities(head.id(), head.at(), ActivitiesReader.atLeastOne(fields)));
          case "got-worse" ->
              safetyAnswers(fields, "answers")
                  .map(answers -> new Entry.GotWorse(head.id(), head.at(), answers));
          case "posture" -> posture(head, fields);
          case "measured" -> measured(head, fields);
          case "routine-changed" ->
              RoutineReader.read(programme, fields)
                  .map(routine -> new Entry.RoutineChanged(head.id(), head.at(), routine));
          case "comparing" -> comparing(head, fields);
          case "paused" ->
              Optional.of(
                  new Entry.Paused(
                      head.id(),
                      head.at(),
                      Optional.empty(),
                      fields.any("reason").isPresent()
                          ? Scalars.text(fields, "reason", LONGEST_REASON).orElse("")
                          : ""));
          case "resumed" -> Optional.of(new Entry.Resumed(head.id(), head.at(), Optional.empty()));
          case "asked" ->
              Scalars.text(fields, "text", LONGEST_MESSAGE)
                  .map(text -> new Entry.Asked(head.id(), head.at(), text));
          case "void" -> taken(head, fields);
          case "adapted", "noted", "cleared-by-clinic", "made-safer" -> {
            fields.wrong("type", "'" + type + "' is written by the clinic alone");
            yield Optional.<Entry>empty();
          }
          case "screened", "started" -> {
            fields.wrong("type", "'" + type + "' is written by the product alone");
            yield Optional.<Entry>empty();
          }
          default -> {
            fields.wrong("type", "must be one of " + TYPES + ", got '" + Shortened.of(type) + "'");
            yield Optional.<Entry>empty();
          }
        };
    if (entry.isPresent() || !problems.noneSince(before)) {
      noMoreOfKnownType(type, fields);
    }
    return entry.map(read -> read);
  }

  /** What else stands in an entry of an unknown type is not told: its fields are not known. */
  private void noMoreOfKnownType(String type, Fields fields) {
    if (List.of(TYPES.split(", ")).contains(type)) {
      fields.noMore();
    }
  }

  /** Id and time, which every entry has. */
  private record Head(UUID id, OffsetDateTime at) {
    /** Stands in where id or time could not be read, so that the rest is checked all the same. */
    static final Head UNREAD = new Head(new UUID(0, 0), OffsetDateTime.MIN);
  }

  private Optional<Head> head(Fields fields) {
    Optional<UUID> id = Scalars.uuid(fields, "id");
    Optional<OffsetDateTime> at = Scalars.time(fields, "at");
    at.ifPresent(
        time -> {
          if (time.toInstant().isAfter(now.plus(MOST_AHEAD))) {
            fields.wrong("at", "lies in the future: " + time);
          }
          if (time.toInstant().isBefore(trial.startedAt().minus(MOST_BEFORE_START))) {
            fields.wrong("at", "lies more than 31 days before the start: " + time);
          }
        });
    return id.flatMap(known -> at.map(time -> new Head(known, time)));
  }

  private Optional<Entry.Rated> rated(Head head, Fields fields) {
    Optional<Integer> pain = fields.whole("pain", 0, 10);
    Optional<Integer> stiffness = fields.wholeIfAny("stiffness", 0, 10);
    return pain.map(points -> new Entry.Rated(head.id(), head.at(), points, stiffness));
  }

  private Optional<Entry.SessionDone> sessionDone(Head head, Fields fields) {
    Optional<Step> step = step(fields);
    Optional<SessionReader.Told> told = SessionReader.read(fields, step);
    return step.flatMap(
        known ->
            told.map(
                how ->
                    new Entry.SessionDone(
                        head.id(), head.at(), known.id(), how.seconds(), how.sides(), how.reps())));
  }

  private Optional<Entry.SessionStopped> sessionStopped(Head head, Fields fields) {
    Optional<Step> step = step(fields);
    Optional<Entry.Why> why = fields.choice("why", Entry.Why.class);
    return step.flatMap(
        known ->
            why.map(cause -> new Entry.SessionStopped(head.id(), head.at(), known.id(), cause)));
  }

  private Optional<Entry.Worn> worn(Head head, Fields fields) {
    Optional<String> step = wornStep(fields);
    Optional<Integer> seconds = fields.whole("seconds", 0, LONGEST_SECONDS);
    return step.flatMap(
        known -> seconds.map(long_ -> new Entry.Worn(head.id(), head.at(), known, long_)));
  }

  private Optional<Step> step(Fields fields) {
    return fields
        .text("step")
        .flatMap(
            id -> {
              Optional<Step> step = programme.step(id);
              if (step.isEmpty()) {
                fields.wrong(
                    "step",
                    "must be one of "
                        + String.join(", ", programme.steps().stream().map(Step::id).toList())
                        + ", got '"
                        + Shortened.of(id)
                        + "'");
              }
              return step;
            });
  }

  private Optional<String> wornStep(Fields fields) {
    return step(fields)
        .flatMap(
            step -> {
              if (step.dose() instanceof Dose.Worn) {
                return Optional.of(step.id());
              }
              fields.wrong("step", step.id() + " is not worn or sat on");
              return Optional.empty();
            });
  }

  private Optional<Entry.WeeklyCheck> weeklyCheck(Head head, Fields fields) {
    Optional<Answers> safety = safetyAnswers(fields, "safety");
    List<Entry.Activity> activities = ActivitiesReader.any(fields);
    Optional<Integer> change = fields.wholeIfAny("change", -5, 5);
    return safety.map(
        answers -> new Entry.WeeklyCheck(head.id(), head.at(), answers, activities, change));
  }

  /** Every weekly question must be answered: one left out is never a no. */
  private Optional<Answers> safetyAnswers(Fields fields, String name) {
    return fields
        .required(name)
        .flatMap(
            node -> AnswersReader.some(programme, node, Screening.weekly(programme), problems));
  }

  private Optional<Entry.Measured> measured(Head head, Fields fields) {
    return new MeasuredReader(programme)
        .read(fields)
        .map(
            told ->
                new Entry.Measured(
                    head.id(), head.at(), told.measure(), told.value(), told.side()));
  }

  private static Optional<Entry.Posture> posture(Head head, Fields fields) {
    Optional<Double> earShoulder = fields.number("earShoulderDegrees", -180, 180);
    Optional<Double> shoulderHip = fields.number("shoulderHipDegrees", -180, 180);
    Optional<Double> confidence = fields.number("confidence", 0, 1);
    if (earShoulder.isEmpty() || shoulderHip.isEmpty() || confidence.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Entry.Posture(
            head.id(), head.at(), earShoulder.get(), shoulderHip.get(), confidence.get()));
  }

  /** Breaks are never left out, and no step is that this pack does not know. */
  private Optional<Entry.Comparing> comparing(Head head, Fields fields) {
    Optional<Boolean> pooled = fields.flagIfAny("pooled");
    Optional<Step> step = fields.any("step").isPresent() ? step(fields) : Optional.empty();
    step.filter(known -> known.dose() instanceof Dose.Breaks)
        .ifPresent(known -> fields.wrong("step", known.id() + " is never left out"));
    if (trial.find(head.id()).isEmpty()
        && head.at().toInstant().isBefore(now.minus(COMPARING_AT_LATEST))
        && head != Head.UNREAD) {
      fields.wrong("at", "a comparison is told within a day: days that are over were not drawn");
    }
    return Optional.of(
        new Entry.Comparing(head.id(), head.at(), step.map(Step::id), pooled.orElse(false)));
  }

  /**
   * A void may come before the entry it takes back; where that one is known, it must be of a kind
   * that can be taken back.
   */
  private Optional<Entry.Void> taken(Head head, Fields fields) {
    Optional<UUID> entry = Scalars.uuid(fields, "entry");
    Optional<String> reason = Scalars.text(fields, "reason", LONGEST_REASON);
    entry.ifPresent(
        id -> {
          if (id.equals(head.id())) {
            fields.wrong("entry", "must be another entry");
          }
          trial
              .find(id)
              .filter(known -> !Journal.mayBeVoided(known))
              .ifPresent(
                  known -> fields.wrong("entry", "an entry of type " + known.type() + " stays"));
        });
    return entry.flatMap(id -> reason.map(why -> new Entry.Void(head.id(), head.at(), id, why)));
  }
}

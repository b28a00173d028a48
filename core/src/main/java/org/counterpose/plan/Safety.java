package org.counterpose.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.counterpose.journal.Entry;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answers;
import org.counterpose.screening.Screened;

/**
 * What the safety answers of a trial, the first and the later ones, forbid; and what calls for
 * asking them again. A stop is not lifted by harmless answers that follow: a clinician lifts it. It
 * holds at every moment, those before it too: clocks run wrong and entries come late, and neither
 * may show a stopped trial as running.
 */
final class Safety {

  /**
   * A rating this much above the person's own mean asks at once. Our own choice, as are the two
   * below: docs/decisions/002-clinical-readings.md.
   */
  private static final double JUMP = 3;

  /** The mean is that of the seven days before, however few of them were rated. */
  private static final int DAYS_OF_MEAN = 7;

  private static final int MOST_PAIN = 10;

  private final Programme programme;
  private final Answers first;
  private final Weighing weighing;
  private final Set<String> leftOutSoFar = new LinkedHashSet<>();
  private final List<Screened.Reason> against = new ArrayList<>();
  private final Looked looked;
  private final Set<Screened.Reason> clearedAtTheCheck = new HashSet<>();
  private final Set<UUID> stopping = new LinkedHashSet<>();
  private final Map<UUID, List<Screened.Reason>> byEntry = new HashMap<>();
  private Instant since = Instant.MAX;
  private Instant liftedSince = Instant.MAX;
  private Instant answered = Instant.MIN;
  private Instant pain = Instant.MIN;
  private Instant anew = Instant.MIN;

  /**
   * @param looked what the clinic looked at and lifted: it stops nothing, and the steps that it
   *     rules out stay out
   */
  Safety(Programme programme, Entry.Screened check, Looked looked) {
    this.programme = programme;
    this.first = check.answers();
    this.looked = looked;
    this.weighing = new Weighing(programme);
    weigh(check, first, Answers.NONE);
    leftOutSoFar.addAll(leftOut());
  }

  /** Safety questions were answered again. What was not asked again stands as first answered. */
  void answered(Entry entry, Answers answers) {
    answeredLater(entry, answers);
    answered = entry.at().toInstant();
    leftOutSoFar.addAll(leftOut());
  }

  /**
   * They are answered only after the moment that the course is read to: what those answers forbid
   * is forbidden all the same, and nothing else of them is known yet.
   */
  void answeredLater(Entry entry, Answers answers) {
    weigh(entry, first.with(answers), answers);
  }

  /**
   * Weighs answers as they stand after an entry.
   *
   * @param given those of the entry itself; what it does not answer stands from the first check
   */
  private void weigh(Entry entry, Answers answers, Answers given) {
    List<Screened.Reason> stops =
        weighing.stops(answers).stream()
            .filter(reason -> !isClearedAtTheCheck(reason, given))
            .toList();
    if (!stops.isEmpty()) {
      byEntry.put(entry.id(), stops);
      Instant at = looked.stops(entry);
      if (looked.cleared().contains(entry.id())) {
        liftedSince = at.isBefore(liftedSince) ? at : liftedSince;
        if (entry instanceof Entry.Screened) {
          clearedAtTheCheck.addAll(stops);
        }
        return;
      }
      stopping.add(entry.id());
      since = at.isBefore(since) ? at : since;
      against.addAll(stops);
    }
  }

  /** Whether it is what the clinic lifted of the first check, and nobody answered it anew since. */
  private boolean isClearedAtTheCheck(Screened.Reason reason, Answers given) {
    return clearedAtTheCheck.contains(reason)
        && reason.because().stream().noneMatch(one -> given.to(one.question()).isPresent());
  }

  /** A session was stopped for pain. */
  void painAt(Instant at) {
    pain = at;
  }

  /** The weekly questions became others: the answers of before do not answer them. */
  void askedAnewAt(Instant at) {
    anew = at;
  }

  /** Steps that the answers rule out. */
  Set<String> leftOut() {
    return weighing.leftOut();
  }

  /** Steps that the answers ruled out by the moment that the course is read to. */
  Set<String> leftOutSoFar() {
    return leftOutSoFar;
  }

  /** The gravest outcome and the rules that led to a stop, gravest first; empty without one. */
  Optional<Today.State.Stopped> stop() {
    return against.stream()
        .map(Screened.Reason::outcome)
        .max(Comparator.naturalOrder())
        .map(Outcome.SEE_CLINICIAN_FIRST::gravest)
        .map(gravest -> new Today.State.Stopped(gravest, reasons()));
  }

  private List<Screened.Reason> reasons() {
    return against.stream()
        .sorted(Comparator.comparing(Screened.Reason::outcome, Comparator.<Outcome>reverseOrder()))
        .distinct()
        .toList();
  }

  /** The entries whose answers stop the trial, for a clinician to look at. */
  Set<UUID> stoppedBy() {
    return Set.copyOf(stopping);
  }

  /** Why an entry stops the trial, or stopped it before the clinic lifted that, gravest first. */
  List<Screened.Reason> reasons(UUID entry) {
    return byEntry.getOrDefault(entry, List.of());
  }

  /** Since when the answers stopped the trial that are cleared now; the end of time without any. */
  Instant liftedSince() {
    Instant stopped = liftedSince;
    liftedSince = Instant.MAX;
    return stopped;
  }

  /** When the trial was stopped; the end of time where it was not. */
  Instant stoppedSince() {
    return since;
  }

  /** Why the questions are due at once: what happened since they were last answered. */
  Set<Today.Trigger> triggers(SortedMap<Integer, Entry.Rated> ratings) {
    Set<Today.Trigger> triggers = EnumSet.noneOf(Today.Trigger.class);
    if (pain.isAfter(answered)) {
      triggers.add(Today.Trigger.SESSION_HURT);
    }
    if (ratings.entrySet().stream().anyMatch(day -> jumpedSinceAnswered(day, ratings))) {
      triggers.add(Today.Trigger.PAIN_ROSE);
    }
    if (anew.isAfter(answered)) {
      triggers.add(Today.Trigger.QUESTIONS_CHANGED);
    }
    return triggers;
  }

  /**
   * The least pain, 0 to 10, of a rating that has the safety questions asked first; empty where
   * none would.
   *
   * @param day of the rating, which takes the place of one that is there
   */
  Optional<Integer> asksFrom(int day, Instant at, SortedMap<Integer, Entry.Rated> ratings) {
    boolean asksAlready =
        ratings.entrySet().stream()
            .anyMatch(other -> other.getKey() != day && jumpedSinceAnswered(other, ratings));
    if (asksAlready) {
      return Optional.of(0);
    }
    OptionalDouble usual = usual(day, ratings);
    return IntStream.rangeClosed(0, MOST_PAIN)
        .filter(pain -> at.isAfter(answered) && jumped(pain, usual))
        .boxed()
        .findFirst();
  }

  private boolean jumpedSinceAnswered(
      Map.Entry<Integer, Entry.Rated> day, SortedMap<Integer, Entry.Rated> ratings) {
    int pain = day.getValue().pain();
    return day.getValue().at().toInstant().isAfter(answered)
        && pain >= JUMP // no mean is below 0
        && jumped(pain, usual(day.getKey(), ratings));
  }

  private static boolean jumped(int pain, OptionalDouble usual) {
    return usual.isPresent() && pain - usual.getAsDouble() >= JUMP;
  }

  /** The mean of the days before a day; the pain at entry where none of them was rated. */
  private OptionalDouble usual(int day, SortedMap<Integer, Entry.Rated> ratings) {
    OptionalDouble mean =
        ratings.subMap(day - DAYS_OF_MEAN, day).values().stream()
            .mapToInt(Entry.Rated::pain)
            .average();
    return mean.isPresent() ? mean : painBefore();
  }

  /** The pain before the trial, 0 to 10, as it was told at entry. */
  OptionalDouble painBefore() {
    return programme.trial().painBefore().map(first::amount).orElse(OptionalDouble.empty());
  }
}

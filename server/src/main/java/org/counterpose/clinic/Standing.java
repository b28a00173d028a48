package org.counterpose.clinic;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterpose.document.Fields;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.plan.Findings;
import org.counterpose.plan.Plan;
import org.counterpose.plan.Today;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.store.ListRow;
import org.counterpose.verdict.Change;
import org.counterpose.verdict.Verdict;

/**
 * How one trial stands for the clinic: why somebody is needed, if anyone is, and what a row of the
 * list tells. A pure reading of a journal at a moment. What the clinic wrote or changed since
 * answers everything but a stop for safety, which only clearing it answers. The spans are our own
 * choice: docs/decisions/012-who-needs-whom.md.
 */
final class Standing {

  static final int SILENT_DAYS = 3;
  private static final Duration LATELY = Duration.ofDays(7);
  private static final Duration PAIN_LATELY = Duration.ofDays(3);
  private static final Duration SILENCE = Duration.ofDays(SILENT_DAYS);
  private static final int SETTLING_IN_DAYS = 7;
  private static final int DAYS_SHOWN = 21;

  /** Bounds of the model's own chances, as the verdict's answer WORSE has them. */
  private static final double WORSENING_LIKELY = 0.5;

  private static final double WORSE_SURE = 0.9;

  private final Programme programme;
  private final Journal journal;
  private final Instant now;
  private final Today today;
  private final Findings findings;
  private final List<Instant> stops;

  private Standing(Programme programme, Journal journal, Instant now) {
    this.programme = programme;
    this.journal = journal;
    this.now = now;
    Plan plan = new Plan(programme);
    this.today = plan.today(journal, now);
    this.findings = plan.findings(journal, now);
    Set<UUID> answers = plan.stoppedBy(journal, now);
    this.stops =
        journal.standing().stream()
            .filter(entry -> answers.contains(entry.id()))
            .map(entry -> entry.at().toInstant())
            .sorted()
            .toList();
  }

  /** What a row tells of a journal at a moment. */
  static ListRow.Facts of(Programme programme, Journal journal, Instant now) {
    return new Standing(programme, journal, now).facts();
  }

  private ListRow.Facts facts() {
    Reason reason = reason();
    Verdict verdict = findings.pain().verdict();
    boolean ended = today.state() instanceof Today.State.Over;
    boolean anyDone = findings.done().days() > 0;
    return new ListRow.Facts(
        journal.all().size(),
        dueAt(ended),
        programme.id(),
        programme.version(),
        reason.need().ordinal(),
        reason.kept(),
        reason.since(),
        Math.min(today.day(), today.of()),
        today.of(),
        ended,
        journal.all().getLast().at().toInstant(),
        loggedDay(),
        ratings(),
        anyDone
            ? OptionalInt.of(percent(findings.done().adherence().overall()))
            : OptionalInt.empty(),
        anyDone
            ? findings.done().adherence().byStep().entrySet().stream()
                .map(step -> step.getKey() + "=" + percent(step.getValue()))
                .collect(Collectors.joining(","))
            : "",
        verdict.soFar() ? Optional.empty() : Optional.of(verdict.answer().name()),
        verdict.soFar() ? Optional.empty() : verdict.change().map(Standing::told),
        stops);
  }

  private Reason reason() {
    return Stream.<Optional<Reason>>of(stop(), gettingWorse(), pain(), unclear(), asked(), silent())
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(this::nothingPressing);
  }

  private Optional<Reason> stop() {
    if (today.state() instanceof Today.State.Stopped stopped) {
      boolean urgent = stopped.outcome().compareTo(Outcome.SAME_DAY) >= 0;
      return Optional.of(
          Reason.of(
                  urgent ? Need.URGENT_STOP : Need.SAFETY_STOP,
                  "stop",
                  stops.stream().findFirst().orElse(now))
              .about(Fields.dashed(stopped.outcome())));
    }
    return Optional.empty();
  }

  private Optional<Reason> gettingWorse() {
    if (today.state() instanceof Today.State.Over
        && findings.pain().verdict().answer() == Verdict.Answer.WORSE) {
      return unanswered(Reason.of(Need.GETTING_WORSE, "ended-worse", endedAt()));
    }
    Optional<Reason> said =
        latest(Entry.GotWorse.class, LATELY)
            .map(at -> Reason.of(Need.GETTING_WORSE, "said-worse", at))
            .flatMap(this::unanswered);
    return said.or(this::rising);
  }

  private Optional<Reason> rising() {
    boolean rises =
        !(today.state() instanceof Today.State.Over)
            && findings
                .pain()
                .verdict()
                .change()
                .filter(change -> change.worsening() >= WORSENING_LIKELY)
                .filter(change -> change.worse() >= WORSE_SURE)
                .isPresent();
    return rises
        ? latest(Entry.Rated.class, LATELY)
            .map(at -> Reason.of(Need.GETTING_WORSE, "rising", at))
            .flatMap(this::unanswered)
        : Optional.empty();
  }

  private Optional<Reason> pain() {
    List<Entry.SessionStopped> stops =
        journal
            .of(Entry.SessionStopped.class)
            .filter(entry -> entry.why() == Entry.Why.PAIN && isWithin(entry, PAIN_LATELY))
            .toList();
    return stops.isEmpty()
        ? Optional.empty()
        : unanswered(
            Reason.of(Need.STOPPED_FOR_PAIN, "pain", stops.getLast().at().toInstant())
                .about(stops.getLast().step()));
  }

  private Optional<Reason> unclear() {
    if (!(today.state() instanceof Today.State.Over)) {
      return Optional.empty();
    }
    return switch (findings.pain().verdict().answer()) {
      case NO_CLEAR_CHANGE -> unanswered(Reason.of(Need.NO_CLEAR_CHANGE, "unclear", endedAt()));
      case NOT_ENOUGH_DAYS -> unanswered(Reason.of(Need.NO_CLEAR_CHANGE, "not-enough", endedAt()));
      case BETTER, WORSE -> Optional.empty();
    };
  }

  private Optional<Reason> asked() {
    return journal
        .of(Entry.Asked.class)
        .filter(entry -> entry.at().toInstant().isAfter(answeredAt(Set.of("noted"))))
        .findFirst()
        .map(entry -> Reason.of(Need.ASKED, "asked", entry.at().toInstant()));
  }

  private Optional<Reason> silent() {
    if (!(today.state() instanceof Today.State.Running)) {
      return Optional.empty();
    }
    Instant last = lastByPerson();
    long days = Duration.between(last, now).toDays();
    return days >= SILENT_DAYS && answeredAt(BY_CLINIC).isBefore(now.minus(SILENCE))
        ? Optional.of(Reason.of(Need.SILENT, "silent", last).about(Long.toString(days)))
        : Optional.empty();
  }

  private Reason nothingPressing() {
    Instant since = lastByPerson();
    return switch (today.state()) {
      case Today.State.Paused paused -> Reason.of(Need.GOING_WELL, "paused", paused.since());
      case Today.State.Over over ->
          Reason.of(
              Need.GOING_WELL,
              findings.pain().verdict().answer() == Verdict.Answer.BETTER ? "better" : "answered",
              endedAt());
      case Today.State.Running running ->
          Reason.of(
              Need.GOING_WELL, today.day() <= SETTLING_IN_DAYS ? "settling-in" : "going-on", since);
      case Today.State.Stopped stopped -> throw new IllegalStateException("a stop is pressing");
    };
  }

  private static final Set<String> BY_CLINIC = Set.of("noted", "adapted", "cleared-by-clinic");

  /** The reason, unless the clinic did something about it since. */
  private Optional<Reason> unanswered(Reason reason) {
    return Optional.of(reason).filter(one -> answeredAt(BY_CLINIC).isBefore(one.since()));
  }

  private Instant answeredAt(Set<String> types) {
    return journal.standing().stream()
        .filter(entry -> types.contains(entry.type()))
        .map(entry -> entry.at().toInstant())
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  private <E extends Entry> Optional<Instant> latest(Class<E> type, Duration within) {
    return journal
        .of(type)
        .filter(entry -> isWithin(entry, within))
        .map(entry -> entry.at().toInstant())
        .max(Comparator.naturalOrder());
  }

  private boolean isWithin(Entry entry, Duration within) {
    return entry.at().toInstant().isAfter(now.minus(within));
  }

  private Instant lastByPerson() {
    return journal.standing().stream()
        .filter(Standing::isLogged)
        .map(entry -> entry.at().toInstant())
        .max(Comparator.naturalOrder())
        .orElseGet(journal::startedAt);
  }

  /** Whether the person did it themselves; what the clinic did is no sign of life. */
  private static boolean isLogged(Entry entry) {
    return switch (entry) {
      case Entry.Adapted e -> false;
      case Entry.Noted e -> false;
      case Entry.ClearedByClinic e -> false;
      case Entry.Paused e -> e.by().isEmpty();
      case Entry.Resumed e -> e.by().isEmpty();
      case Entry.Screened e -> true;
      case Entry.Started e -> true;
      case Entry.RoutineChanged e -> true;
      case Entry.Rated e -> true;
      case Entry.SessionDone e -> true;
      case Entry.SessionStopped e -> true;
      case Entry.WearStarted e -> true;
      case Entry.Worn e -> true;
      case Entry.WeeklyCheck e -> true;
      case Entry.Activities e -> true;
      case Entry.GotWorse e -> true;
      case Entry.Posture e -> true;
      case Entry.Comparing e -> true;
      case Entry.Asked e -> true;
      case Entry.Void e -> false;
    };
  }

  private int loggedDay() {
    ZonedDateTime last = lastByPerson().atZone(journal.routine().zone());
    long day = ChronoUnit.DAYS.between(findings.span().began(), last.toLocalDate()) + 1;
    return Math.clamp(day, 0, today.of());
  }

  private Instant endedAt() {
    return findings.span().date(today.of() + 1).atStartOfDay(journal.routine().zone()).toInstant();
  }

  /**
   * Early tomorrow by the person's clock, when the day of the trial has turned; rarely once over.
   */
  private Instant dueAt(boolean ended) {
    ZonedDateTime local = now.atZone(journal.routine().zone());
    ZonedDateTime turn = local.toLocalDate().atTime(5, 0).atZone(local.getZone());
    ZonedDateTime next = turn.isAfter(local) ? turn : turn.plusDays(1);
    return next.plusDays(ended ? 30 : 0).toInstant();
  }

  private String ratings() {
    int last = findings.span().day();
    return IntStream.rangeClosed(last - DAYS_SHOWN + 1, last)
        .filter(day -> day >= 1)
        .mapToObj(
            day -> {
              Double rating = findings.pain().ratings().byDay().get(day);
              return rating == null ? "" : Long.toString(Math.round(rating));
            })
        .collect(Collectors.joining(","));
  }

  private static int percent(double share) {
    return (int) Math.round(100 * share);
  }

  private static String told(Change change) {
    return String.format(
        Locale.ROOT, "%.1f %.1f %.1f", change.estimate(), change.low(), change.high());
  }
}

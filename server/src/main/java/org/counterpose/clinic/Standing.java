package org.counterpose.clinic;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterpose.document.Fields;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.journal.SignsOfLife;
import org.counterpose.plan.Findings;
import org.counterpose.plan.Moment;
import org.counterpose.plan.Plan;
import org.counterpose.plan.Today;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.store.Concern;
import org.counterpose.store.FirstLook;
import org.counterpose.store.ListRow;
import org.counterpose.verdict.Change;
import org.counterpose.verdict.Verdict;

/**
 * How one trial stands for the clinic: why somebody is needed, if anyone is, and what a row of the
 * list tells. A pure reading of a journal, and of who looked at what of it, at a moment. The spans
 * are our own choice: docs/decisions/012-who-needs-whom.md.
 */
final class Standing {

  static final int SILENT_DAYS = 3;
  private static final Duration SILENCE = Duration.ofDays(SILENT_DAYS);
  private static final int SETTLING_IN_DAYS = 7;

  /** Bounds of the model's own chances, as the verdict's answer WORSE has them. */
  private static final double WORSENING_LIKELY = 0.5;

  private static final double WORSE_SURE = 0.9;

  private final Programme programme;
  private final Journal journal;
  private final Instant now;
  private final Today today;
  private final Findings findings;
  private final Set<UUID> stopping;
  private final Instant stoppedSince;
  private final Unanswered unanswered;

  private Standing(
      Programme programme, Journal journal, Map<UUID, Optional<FirstLook>> known, Instant now) {
    this.programme = programme;
    this.journal = journal;
    this.now = now;
    Moment moment = new Plan(programme).at(journal, now);
    this.today = moment.today();
    this.findings = moment.findings();
    this.stopping = moment.stoppedBy();
    this.stoppedSince = moment.stoppedSince().orElse(now);
    this.unanswered = new Unanswered(journal, stopping, known, now);
  }

  /**
   * What a row tells of a journal at a moment.
   *
   * @param known the entries that called before, with who first looked at each
   */
  static ListRow.Facts of(
      Programme programme, Journal journal, Map<UUID, Optional<FirstLook>> known, Instant now) {
    return new Standing(programme, journal, known, now).facts();
  }

  /** The entries that wait for an answer, those aside that stop the trial. */
  static Set<UUID> waiting(
      Programme programme, Journal journal, Map<UUID, Optional<FirstLook>> known, Instant now) {
    Standing standing = new Standing(programme, journal, known, now);
    return standing.unanswered.all(standing.rising()).stream()
        .filter(concern -> !concern.stops())
        .map(Concern::entry)
        .collect(Collectors.toUnmodifiableSet());
  }

  private ListRow.Facts facts() {
    Reason reason = reason();
    Verdict verdict = findings.pain().verdict();
    List<Concern> concerns = unanswered.all(rising());
    boolean ended = today.state() instanceof Today.State.Over;
    boolean settled = today.day() > programme.trial().extendTo();
    boolean anyDone = findings.done().days() > 0;
    return new ListRow.Facts(
        journal.all().size(),
        dueAt(ended && settled && concerns.isEmpty()),
        programme.id(),
        programme.version(),
        reason.need().ordinal(),
        reason.kept(),
        reason.since(),
        Math.min(today.day(), today.of()),
        today.of(),
        hasBegun(),
        ended,
        settled,
        journal.all().getLast().at().toInstant(),
        stillLogging(),
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
        concerns);
  }

  /**
   * Whether the first day has begun: not while the answers of the check itself stop the trial,
   * unless only a safer table stops them.
   */
  private boolean hasBegun() {
    UUID check = journal.screened().id();
    return !stopping.contains(check)
        || journal.of(Entry.MadeSafer.class).anyMatch(safer -> safer.stops().contains(check));
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
          Reason.of(urgent ? Need.URGENT_STOP : Need.SAFETY_STOP, "stop", stoppedSince)
              .about(Fields.dashed(stopped.outcome())));
    }
    return Optional.empty();
  }

  private Optional<Reason> gettingWorse() {
    return endedWorse()
        .or(() -> unanswered.worse().map(of(Need.GETTING_WORSE, "said-worse")))
        .or(() -> rising().map(of(Need.GETTING_WORSE, "rising")));
  }

  private Optional<Reason> endedWorse() {
    return today.state() instanceof Today.State.Over
            && findings.pain().verdict().answer() == Verdict.Answer.WORSE
        ? unlessActed(Reason.of(Need.GETTING_WORSE, "ended-worse", endedAt()))
        : Optional.empty();
  }

  private Optional<Entry.Rated> rising() {
    return today.state() instanceof Today.State.Over
        ? Optional.empty()
        : unanswered.rating(isRising());
  }

  private boolean isRising() {
    return findings
        .pain()
        .verdict()
        .change()
        .filter(change -> change.worsening() >= WORSENING_LIKELY)
        .filter(change -> change.worse() >= WORSE_SURE)
        .isPresent();
  }

  private Optional<Reason> pain() {
    return unanswered
        .pain()
        .map(stop -> of(Need.STOPPED_FOR_PAIN, "pain").apply(stop).about(stop.step()));
  }

  private static Function<Entry, Reason> of(Need need, String code) {
    return entry -> Reason.of(need, code, entry.at().toInstant());
  }

  private Optional<Reason> unclear() {
    if (!(today.state() instanceof Today.State.Over)) {
      return Optional.empty();
    }
    return switch (findings.pain().verdict().answer()) {
      case NO_CLEAR_CHANGE -> unlessActed(Reason.of(Need.NO_CLEAR_CHANGE, "unclear", endedAt()));
      case NOT_ENOUGH_DAYS -> unlessActed(Reason.of(Need.NO_CLEAR_CHANGE, "not-enough", endedAt()));
      case BETTER, WORSE -> Optional.empty();
    };
  }

  private Optional<Reason> asked() {
    return unanswered.asked().map(of(Need.ASKED, "asked"));
  }

  private Optional<Reason> silent() {
    if (!(today.state() instanceof Today.State.Running)) {
      return Optional.empty();
    }
    Instant last = SignsOfLife.lastOrCouldGoOn(journal, now).orElseGet(journal::startedAt);
    long days = Duration.between(last, now).toDays();
    return days >= SILENT_DAYS && lastActed().isBefore(now.minus(SILENCE))
        ? Optional.of(Reason.of(Need.SILENT, "silent", last).about(Long.toString(days)))
        : Optional.empty();
  }

  private Reason nothingPressing() {
    Instant since = lastByPerson();
    return switch (today.state()) {
      case Today.State.Paused paused -> Reason.of(Need.GOING_WELL, "paused", paused.since());
      case Today.State.Over over ->
          Reason.of(Need.GOING_WELL, over(findings.pain().verdict().answer()), endedAt());
      case Today.State.Running running -> Reason.of(Need.GOING_WELL, running(), since);
      case Today.State.Stopped stopped -> throw new IllegalStateException("a stop is pressing");
    };
  }

  private String running() {
    if (today.day() <= SETTLING_IN_DAYS) {
      return "settling-in";
    }
    return findings.pain().ratings().byDay().isEmpty() ? "unrated" : "going-on";
  }

  private static String over(Verdict.Answer answer) {
    return switch (answer) {
      case BETTER -> "better";
      case WORSE -> "worse-answered";
      case NO_CLEAR_CHANGE, NOT_ENOUGH_DAYS -> "answered";
    };
  }

  /** A reason that hangs on the clinic's own time, unless it did something since. */
  private Optional<Reason> unlessActed(Reason reason) {
    return Optional.of(reason).filter(one -> lastActed().isBefore(one.since()));
  }

  private Instant lastActed() {
    return journal.standing().stream()
        .filter(
            entry ->
                entry instanceof Entry.Noted
                    || entry instanceof Entry.Adapted
                    || entry instanceof Entry.ClearedByClinic)
        .map(entry -> entry.at().toInstant())
        .reduce((earlier, later) -> later)
        .orElse(Instant.MIN);
  }

  private Instant lastByPerson() {
    return SignsOfLife.last(journal, now).orElseGet(journal::startedAt);
  }

  /**
   * For each of some days, whether anything was logged then or later. Only of days that are over
   * and on which the plan asked for something the whole day.
   */
  private String stillLogging() {
    ZonedDateTime last = lastByPerson().atZone(journal.routine().zone());
    long logged = ChronoUnit.DAYS.between(findings.span().began(), last.toLocalDate()) + 1;
    return Outcomes.DAYS.stream()
        .filter(day -> day <= findings.done().days())
        .filter(day -> !findings.done().rested().contains(day))
        .map(day -> day + (logged >= day ? "=1" : "=0"))
        .collect(Collectors.joining(","));
  }

  private Instant endedAt() {
    return findings.span().date(today.of() + 1).atStartOfDay(journal.routine().zone()).toInstant();
  }

  /**
   * Early tomorrow by the person's clock, when the day of the trial has turned; rarely where days
   * change nothing any more.
   */
  private Instant dueAt(boolean closed) {
    ZonedDateTime local = now.atZone(journal.routine().zone());
    ZonedDateTime turn = local.toLocalDate().atTime(5, 0).atZone(local.getZone());
    ZonedDateTime next = turn.isAfter(local) ? turn : turn.plusDays(1);
    return next.plusDays(closed ? 30 : 0).toInstant();
  }

  private String ratings() {
    int last = findings.span().day();
    return IntStream.rangeClosed(last - ListRow.DAYS_RATED + 1, last)
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

package org.counterpose.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The entries of one trial, each once, in the order of their instants (of equal ones, of their
 * ids). Two journals of one trial are joined by union: whatever the order of arrival, the result is
 * the same.
 */
public final class Journal implements TrialSoFar {

  private static final Comparator<Entry> IN_TIME =
      Comparator.<Entry, Instant>comparing(entry -> entry.at().toInstant())
          .thenComparing(Entry::id);

  private final List<Entry> all;
  private final List<Entry> standing;

  /** What every page asks for; empty in a part of a journal, which has no beginning. */
  private final Optional<Beginning> beginning;

  /** How the trial began, and what holds of it now. */
  private record Beginning(
      Entry.Screened screened,
      Entry.Started started,
      Instant startedAt,
      Routine routine,
      String version) {}

  private Journal(Collection<Entry> entries) {
    Map<UUID, Entry> once = new LinkedHashMap<>();
    entries.forEach(entry -> once.putIfAbsent(entry.id(), entry));
    this.all = once.values().stream().sorted(IN_TIME).toList();
    Set<UUID> voided = new HashSet<>();
    all.forEach(
        entry -> {
          if (entry instanceof Entry.Void taken) {
            voided.add(taken.entry());
          }
        });
    this.standing =
        all.stream()
            .filter(entry -> !(entry instanceof Entry.Void))
            .filter(entry -> !(voided.contains(entry.id()) && mayBeVoided(entry)))
            .toList();
    this.beginning =
        of(Entry.Screened.class)
            .findFirst()
            .flatMap(
                screened ->
                    of(Entry.Started.class).findFirst().map(started -> begun(screened, started)));
  }

  public static Journal of(Collection<? extends Entry> entries) {
    return new Journal(List.copyOf(entries));
  }

  /** Both journals' entries, each once. */
  public Journal union(Journal other) {
    List<Entry> both = new ArrayList<>(all);
    both.addAll(other.all);
    return new Journal(both);
  }

  public Journal with(Entry entry) {
    return union(of(List.of(entry)));
  }

  /** Every entry, the voided ones and the voids included. */
  public List<Entry> all() {
    return all;
  }

  /** The entries that count: without the voided ones and the voids. */
  public List<Entry> standing() {
    return standing;
  }

  /** The standing entries of one type, in time. */
  public <E extends Entry> Stream<E> of(Class<E> type) {
    return standing.stream().filter(type::isInstance).map(type::cast);
  }

  @Override
  public Optional<Entry> find(UUID id) {
    return all.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  private Beginning begun(Entry.Screened screened, Entry.Started started) {
    Instant at = startedAt(screened, started);
    return new Beginning(
        screened,
        started,
        at,
        of(Entry.RoutineChanged.class)
            .filter(change -> holds(change, at))
            .map(Entry.RoutineChanged::routine)
            .reduce((earlier, later) -> later)
            .orElseGet(started::routine),
        of(Entry.MadeSafer.class)
            .map(Entry.MadeSafer::to)
            .reduce((earlier, later) -> later)
            .orElseGet(screened::version));
  }

  private Instant startedAt(Entry.Screened screened, Entry.Started started) {
    return of(Entry.ClearedByClinic.class)
        .filter(cleared -> cleared.answers().contains(screened.id()))
        .map(cleared -> cleared.at().toInstant())
        .findFirst()
        .filter(cleared -> !ranUntilMadeSaferBefore(cleared, screened.id()))
        .orElseGet(() -> started.at().toInstant());
  }

  private boolean ranUntilMadeSaferBefore(Instant cleared, UUID check) {
    return of(Entry.MadeSafer.class)
        .filter(safer -> safer.stops().contains(check))
        .anyMatch(safer -> !safer.at().toInstant().isAfter(cleared));
  }

  private Beginning beginning() {
    return beginning.orElseThrow(
        () -> new IllegalStateException("a journal without its check or its start"));
  }

  /** The check that opened the trial. */
  public Entry.Screened screened() {
    return beginning().screened();
  }

  /** The version of its programme that the trial runs on: that of its check, or a safer one. */
  public String version() {
    return beginning().version();
  }

  public Entry.Started started() {
    return beginning().started();
  }

  /**
   * When the trial's first day began: when it was started, or, where the first check had stopped
   * it, when the clinic cleared that. A trial that ran until a safer version stopped its check goes
   * on where it was.
   */
  @Override
  public Instant startedAt() {
    return beginning().startedAt();
  }

  /** The person's day as it is now: the last change of it, or what the trial began with. */
  public Routine routine() {
    return beginning().routine();
  }

  /** Whether a change of the person's day counts: one that is dated before the start does not. */
  public boolean holds(Entry.RoutineChanged change) {
    return holds(change, startedAt());
  }

  private static boolean holds(Entry.RoutineChanged change, Instant startedAt) {
    return !change.at().toInstant().isBefore(startedAt);
  }

  /**
   * What may be taken back: not what the trial stands on, no answer to a safety question and no
   * stop for pain, which asks those questions; no comparison, since its days have been lived; and
   * nothing that passed between the person and the clinic.
   */
  public static boolean mayBeVoided(Entry entry) {
    return switch (entry) {
      case Entry.Screened e -> false;
      case Entry.Started e -> false;
      case Entry.WeeklyCheck e -> false;
      case Entry.GotWorse e -> false;
      case Entry.Void e -> false;
      case Entry.RoutineChanged e -> true;
      case Entry.Rated e -> true;
      case Entry.SessionDone e -> true;
      case Entry.SessionStopped e -> e.why() != Entry.Why.PAIN;
      case Entry.WearStarted e -> true;
      case Entry.Worn e -> true;
      case Entry.Activities e -> true;
      case Entry.Posture e -> true;
      case Entry.Measured e -> true;
      case Entry.Comparing e -> false;
      case Entry.Adapted e -> false;
      case Entry.Paused e -> false;
      case Entry.Resumed e -> false;
      case Entry.Noted e -> false;
      case Entry.Asked e -> false;
      case Entry.ClearedByClinic e -> false;
      case Entry.MadeSafer e -> false;
    };
  }
}

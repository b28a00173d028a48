package org.counterpose.journal;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When somebody on a trial was last heard of: what silence is counted from, for their clinic and
 * for their reminders alike. What the clinic did is no sign of life.
 */
public final class SignsOfLife {

  private SignsOfLife() {}

  /** When the person last did or told something themselves, up to a moment. */
  public static Optional<Instant> last(Journal journal, Instant now) {
    return latest(journal, SignsOfLife::isThePersons, now);
  }

  /**
   * The same, or when a rest or a stop last ended where that was later: days on which nothing was
   * to be done are not silent ones.
   */
  public static Optional<Instant> lastOrCouldGoOn(Journal journal, Instant now) {
    return latest(
        journal,
        entry ->
            isThePersons(entry)
                || entry instanceof Entry.Resumed
                || entry instanceof Entry.ClearedByClinic,
        now);
  }

  private static Optional<Instant> latest(Journal journal, Predicate<Entry> which, Instant now) {
    return journal.standing().stream()
        .filter(which)
        .map(entry -> entry.at().toInstant())
        .filter(at -> !at.isAfter(now))
        .max(Comparator.naturalOrder());
  }

  private static boolean isThePersons(Entry entry) {
    return switch (entry) {
      case Entry.Adapted e -> false;
      case Entry.Noted e -> false;
      case Entry.ClearedByClinic e -> false;
      case Entry.MadeSafer e -> false;
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
      case Entry.Measured e -> true;
      case Entry.Comparing e -> true;
      case Entry.Asked e -> true;
      case Entry.Void e -> false;
    };
  }
}

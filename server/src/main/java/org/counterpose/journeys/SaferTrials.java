package org.counterpose.journeys;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.plan.JudgedAgain;
import org.counterpose.plan.Plan;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.revision.SafetyFix;
import org.counterpose.store.Also;
import org.counterpose.store.AuditLine;
import org.counterpose.store.AuditTrail;
import org.counterpose.store.Database;
import org.counterpose.store.Kept;
import org.counterpose.store.SqlClinicList;
import org.counterpose.store.SqlJournals;

/**
 * Puts the running trials of one version of a programme on a safer one, all in one transaction:
 * each journal gets an entry that its person reads, and a line in the trail. Those that are over
 * stay as they were judged. A second time changes nothing. Whether the change is one for running
 * trials is settled before: {@link SafetyFix}.
 */
public final class SaferTrials {

  /** From which version to which, and what of it a trial is told. */
  public record Change(Programme from, Programme to, SafetyFix fix) {}

  /** Who does it and why, as the person reads it. */
  public record Act(String by, String why) {}

  /**
   * What a change reaches.
   *
   * @param running how many trials that are not over
   * @param stopped how many of them the answers that are there would stop, where they do not now
   */
  public record Reach(int running, int stopped) {}

  private final Database database;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  public SaferTrials(Database database, InstantSource clock, Supplier<UUID> ids) {
    this.database = database;
    this.clock = clock;
    this.ids = ids;
  }

  /** What a change would reach now; nothing is written. */
  public Reach reach(Change change) {
    int[] running = new int[1];
    int[] stopped = new int[1];
    new SqlJournals(database)
        .each(
            kept ->
                running(kept, change)
                    .ifPresent(
                        journal -> {
                          running[0]++;
                          stopped[0] += stops(journal, change).isEmpty() ? 0 : 1;
                        }));
    return new Reach(running[0], stopped[0]);
  }

  /**
   * Makes the change.
   *
   * @return how many trials run on the safer version by it
   */
  public int make(Change change, Act act) {
    SqlJournals journals = new SqlJournals(database);
    Map<UUID, SqlJournals.Addition> thoughtOut = new HashMap<>();
    journals.each(kept -> thoughtOut.put(kept.id(), addition(kept, change, act)));
    return journals.addToAll(thoughtOut, kept -> addition(kept, change, act));
  }

  private SqlJournals.Addition addition(Kept kept, Change change, Act act) {
    return running(kept, change)
        .map(journal -> entry(journal, change, act))
        .map(
            entry ->
                new SqlJournals.Addition(
                    kept.lines().size(),
                    Journeys.lines(List.of(entry)),
                    told(kept.id(), entry, change)))
        .orElseGet(() -> new SqlJournals.Addition(kept.lines().size(), List.of(), Also.NOTHING));
  }

  private Entry.MadeSafer entry(Journal journal, Change change, Act act) {
    return new Entry.MadeSafer(
        ids.get(),
        clock
            .instant()
            .truncatedTo(ChronoUnit.MILLIS)
            .atZone(journal.routine().zone())
            .toOffsetDateTime(),
        act.by(),
        act.why(),
        change.to().version(),
        change.fix().parts(),
        change.fix().steps(),
        stops(journal, change));
  }

  private static Also told(UUID journey, Entry.MadeSafer entry, Change change) {
    Instant at = entry.at().toInstant();
    return connection -> {
      SqlClinicList.unlook(connection, journey, entry.stops());
      AuditTrail.add(
          connection,
          new AuditLine(
              at,
              Optional.empty(),
              entry.by(),
              entry.type(),
              Optional.of(journey),
              change.from() + " -> " + entry.to()));
    };
  }

  private Optional<Journal> running(Kept kept, Change change) {
    Journal journal = Journal.of(Journeys.entries(kept));
    RunsOn from = new RunsOn(change.from().id(), change.from().version());
    return Optional.of(journal)
        .filter(one -> RunsOn.of(one).equals(from))
        .filter(
            one ->
                !(new Plan(change.from()).at(one, clock.instant()).today().state()
                    instanceof Today.State.Over));
  }

  /** The answers that only the safer version stops; what stops already stops since then. */
  private Set<UUID> stops(Journal journal, Change change) {
    Set<UUID> newly =
        new LinkedHashSet<>(JudgedAgain.newlyStopping(change.from(), change.to(), journal));
    newly.removeAll(new Plan(change.from()).at(journal, clock.instant()).stoppedBy());
    return newly;
  }
}

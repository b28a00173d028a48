package org.counterpose.clinic;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.counterpose.journal.Adaptation;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.people.Staff;
import org.counterpose.plan.Plan;
import org.counterpose.store.AuditTrail;

/**
 * What the clinic does for a person: each is an entry of their journal, which they read, and a line
 * of the audit trail, both written at once.
 */
public final class Care {

  private final Journeys journeys;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  public Care(Journeys journeys, InstantSource clock, Supplier<UUID> ids) {
    this.journeys = journeys;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Writes to the person.
   *
   * @param answers the entries that waited on the page: one that came since is not answered by it
   */
  public void note(Journey journey, Staff by, String text, Set<UUID> answers) {
    add(
        journey,
        by,
        new Entry.Noted(ids.get(), at(journey), by.name(), text, known(journey, answers)));
  }

  /** Changes the plan from today on; what it answers is told as of a note. */
  public void adapt(
      Journey journey, Staff by, String reason, List<Adaptation> changes, Set<UUID> answers) {
    add(
        journey,
        by,
        new Entry.Adapted(
            ids.get(), at(journey), by.name(), reason, changes, known(journey, answers)));
  }

  private Set<UUID> known(Journey journey, Set<UUID> answers) {
    return answers.stream()
        .filter(entry -> journey.journal().find(entry).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Pauses the plan, unless the clinic did so already. It is dated after any going on, since a
   * device's clock may run ahead of ours.
   */
  public void pause(Journey journey, Staff by, String reason) {
    if (isPausedByClinic(journey)) {
      return;
    }
    OffsetDateTime now = at(journey);
    OffsetDateTime at =
        journey
            .journal()
            .of(Entry.Resumed.class)
            .map(resumed -> resumed.at().plus(1, ChronoUnit.MILLIS))
            .filter(after -> after.isAfter(now))
            .reduce((earlier, later) -> later)
            .orElse(now);
    add(journey, by, new Entry.Paused(ids.get(), at, Optional.of(by.name()), reason));
  }

  /** Lets a plan go on that the clinic paused. */
  public void resume(Journey journey, Staff by) {
    if (!isPausedByClinic(journey)) {
      return;
    }
    add(journey, by, new Entry.Resumed(ids.get(), at(journey), Optional.of(by.name())));
  }

  private boolean isPausedByClinic(Journey journey) {
    return journey.pause(clock.instant()).flatMap(Entry.Paused::by).isPresent();
  }

  /** The answers that stop the trial now; empty where none do. */
  public Set<UUID> stoppedBy(Journey journey) {
    return new Plan(journey.programme()).at(journey.journal(), clock.instant()).stoppedBy();
  }

  /**
   * Lets a trial go on that safety answers stopped.
   *
   * @param answers those that were on the page: one that came since is not lifted with them
   * @return whether there was anything to lift
   */
  public boolean clear(Journey journey, Staff by, String why, Set<UUID> answers) {
    Set<UUID> stopping = stoppedBy(journey);
    if (answers.isEmpty() || !stopping.containsAll(answers)) {
      return false;
    }
    add(journey, by, new Entry.ClearedByClinic(ids.get(), at(journey), by.name(), why, answers));
    return true;
  }

  private void add(Journey journey, Staff by, Entry entry) {
    Instant now = clock.instant();
    journeys.append(
        journey,
        List.of(entry),
        connection ->
            AuditTrail.add(connection, by.line(now, entry.type(), Optional.of(journey.id()), "")));
  }

  private OffsetDateTime at(Journey journey) {
    return clock
        .instant()
        .truncatedTo(ChronoUnit.MILLIS)
        .atZone(journey.journal().routine().zone())
        .toOffsetDateTime();
  }
}

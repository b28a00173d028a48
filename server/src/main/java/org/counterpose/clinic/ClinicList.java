package org.counterpose.clinic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.journeys.ProgrammeNotHere;
import org.counterpose.store.Also;
import org.counterpose.store.FirstLook;
import org.counterpose.store.ListCounts;
import org.counterpose.store.ListQuery;
import org.counterpose.store.ListRow;
import org.counterpose.store.SqlClinicList;

/** The journeys that their persons share with the clinic, sorted by who needs somebody. */
public final class ClinicList {

  /** Rows that something arrived for, summed up anew before a page is shown. */
  private static final int BEFORE_A_PAGE = 5;

  private static final int AT_ONCE = 200;

  private static final Duration LATER = Duration.ofHours(1);

  private final SqlClinicList rows;
  private final Journeys journeys;
  private final InstantSource clock;

  public ClinicList(SqlClinicList rows, Journeys journeys, InstantSource clock) {
    this.rows = rows;
    this.journeys = journeys;
    this.clock = clock;
  }

  /** The same list, with trials whose programmes are in another language. */
  public ClinicList with(Journeys others) {
    return new ClinicList(rows, others, clock);
  }

  /** The person lets the clinic see their trial, under a name and at a place of theirs. */
  public void share(Journey journey, String place, String name, Also also) {
    rows.share(row(journey, place, name), also);
  }

  /** The same, to be written with the beginning of the journey. */
  public Also sharing(Journey journey, String place, String name) {
    SqlClinicList.Shared row = row(journey, place, name);
    return connection -> SqlClinicList.share(connection, row);
  }

  private SqlClinicList.Shared row(Journey journey, String place, String name) {
    Instant now = clock.instant();
    return new SqlClinicList.Shared(
        journey.id(),
        place,
        name,
        Standing.of(journey.programme(), journey.journal(), Map.of(), now),
        now);
  }

  /** The person takes that back. */
  public void withdraw(UUID journey, Also also) {
    rows.withdraw(journey, also);
  }

  /** How a person's row stands; empty where they do not share their trial. */
  public Optional<ListRow> row(UUID journey) {
    return rows.find(journey, clock.instant());
  }

  /** A shared journey that somebody of those places may see; no places at all means every place. */
  public Optional<Journey> open(UUID journey, Set<String> places) {
    return row(journey)
        .filter(row -> places.isEmpty() || places.contains(row.place()))
        .flatMap(row -> journeys.shared(journey));
  }

  /** The row of a shared journey as it stands now, whatever was due. */
  public Optional<ListRow> rowNow(Journey journey) {
    sumUp(List.of(journey.id()), clock.instant());
    return row(journey.id());
  }

  /**
   * A page of the list with what arrived until now. Rows whose day has turned, and more that
   * arrived than a page has time for, wait for the tick: in the morning that is every row.
   */
  public List<ListRow> page(ListQuery query) {
    Instant now = clock.instant();
    sumUp(rows.touched(BEFORE_A_PAGE), now);
    return rows.page(query, now);
  }

  /** How many there are on each version of a programme, for each need. */
  public ListCounts counts(Set<String> places) {
    return rows.counts(places);
  }

  /**
   * Notes that somebody of the clinic looked at a person.
   *
   * @param read the moment at which what they see was read
   */
  public void seen(UUID journey, String by, Instant read, Also also) {
    rows.seen(journey, by, clock.instant(), read, also);
  }

  /**
   * The entries of a shared journey that called for somebody, with who first looked at each; empty
   * where nobody did.
   */
  public Map<UUID, Optional<FirstLook>> concerns(UUID journey) {
    return rows.concerns(journey);
  }

  /** The entries that wait for an answer, those aside that stop the trial. */
  public Set<UUID> waiting(Journey journey) {
    return Standing.waiting(
        journey.programme(), journey.journal(), concerns(journey.id()), clock.instant());
  }

  /**
   * Whether entries of a person may be added. Where the clinic paused the plan, only the clinic
   * lets it go on, for as long as the person shares the trial with it.
   */
  public boolean mayAdd(UUID journey, List<Entry> entries) {
    return entries.stream().noneMatch(Entry.Resumed.class::isInstance) || !holds(journey);
  }

  /** Whether the clinic paused the plan and is the one to let it go on. */
  public boolean holds(UUID journey) {
    return open(journey, Set.of())
        .flatMap(one -> one.pause(clock.instant()))
        .flatMap(Entry.Paused::by)
        .isPresent();
  }

  /** Sums up every row that is due; how many there were. */
  public int sumUpAll() {
    int all = 0;
    int some;
    do {
      some = sumUp(AT_ONCE);
      all += some;
    } while (some == AT_ONCE);
    return all;
  }

  private int sumUp(int limit) {
    Instant now = clock.instant();
    List<UUID> due = rows.due(now, limit);
    sumUp(due, now);
    return due.size();
  }

  /** What cannot be summed up, since its programme is not here, is looked at again in an hour. */
  private void sumUp(List<UUID> due, Instant now) {
    List<SqlClinicList.Summed> summed = new ArrayList<>(due.size());
    List<UUID> stranded = new ArrayList<>();
    for (UUID journey : due) {
      shared(journey)
          .ifPresentOrElse(
              found -> summed.add(new SqlClinicList.Summed(journey, standing(found, now))),
              () -> stranded.add(journey));
    }
    rows.update(summed, now);
    if (!stranded.isEmpty()) {
      rows.putOff(stranded, now.plus(LATER));
    }
  }

  private ListRow.Facts standing(Journey journey, Instant now) {
    return Standing.of(journey.programme(), journey.journal(), rows.concerns(journey.id()), now);
  }

  /** A trial whose programme is not here stands as it was; {@code doctor} tells of it. */
  private Optional<Journey> shared(UUID journey) {
    try {
      return journeys.shared(journey);
    } catch (ProgrammeNotHere e) {
      return Optional.empty();
    }
  }
}

package org.counterpose.journeys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.library.Library;
import org.counterpose.plan.Compared;
import org.counterpose.plan.Plan;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.store.Database;
import org.counterpose.store.SqlJournals;
import org.counterpose.verdict.PartEffect;

/**
 * What the comparisons of those people show who let the clinic pool them, step by step and without
 * anything that tells who they are.
 */
public final class PooledComparisons {

  private PooledComparisons() {}

  /**
   * The effects of each step, such as {@code mid-back rolled-towel}, of trials that are over or
   * whose comparison was ended. A trial whose programme is not in the library is left out.
   *
   * @param tookBack whether the person of a trial took back that it may be pooled
   */
  public static SortedMap<String, List<PartEffect>> byStep(
      Database database, Library library, Instant now, Predicate<UUID> tookBack) {
    SqlJournals journals = new SqlJournals(database);
    SortedMap<String, List<PartEffect>> byStep = new TreeMap<>();
    for (UUID id : journals.withEntryOf("comparing")) {
      Optional.of(id)
          .filter(tookBack.negate())
          .flatMap(journals::find)
          .map(kept -> Journal.of(Journeys.entries(kept)))
          .ifPresent(journal -> add(byStep, journal, library, now));
    }
    return byStep;
  }

  private static void add(
      SortedMap<String, List<PartEffect>> byStep, Journal journal, Library library, Instant now) {
    Entry.Screened check = journal.screened();
    Optional<Programme> programme = library.programme(check.programme(), journal.version());
    programme
        .map(Plan::new)
        .flatMap(plan -> finished(plan, journal, now))
        .ifPresent(
            compared ->
                compared
                    .effect()
                    .filter(PartEffect::hasDays)
                    .ifPresent(
                        effect ->
                            byStep
                                .computeIfAbsent(
                                    check.programme() + " " + compared.comparison().step(),
                                    step -> new ArrayList<>())
                                .add(effect)));
  }

  private static Optional<Compared> finished(Plan plan, Journal journal, Instant now) {
    Today today = plan.at(journal, now).today();
    return plan.at(journal, now)
        .compared()
        .filter(Compared::pooled)
        .filter(
            compared ->
                !(today.state() instanceof Today.State.Running)
                    || !compared.comparison().runsOn(today.day()));
  }
}

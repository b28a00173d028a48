package org.counterpose.journeys;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.journal.Entry;
import org.counterpose.journal.StoredEntryReader;
import org.counterpose.library.Library;
import org.counterpose.store.Database;
import org.counterpose.store.SqlJournals;

/** The trials whose version of their programme is not in the library: none of them can go on. */
public final class StrandedTrials {

  private StrandedTrials() {}

  /** How many there are of each programme and version, such as {@code mid-back 1.0.0}. */
  public static SortedMap<String, Integer> count(Database database, Library library) {
    SqlJournals journals = new SqlJournals(database);
    Map<UUID, Entry.MadeSafer> safer = new HashMap<>();
    journals.eachOfType(
        "made-safer",
        (journal, body) ->
            entry(body)
                .map(Entry.MadeSafer.class::cast)
                .ifPresent(one -> safer.merge(journal, one, StrandedTrials::later)));
    Map<RunsOn, Integer> trials = new HashMap<>();
    journals.eachOfType(
        "screened",
        (journal, body) ->
            entry(body)
                .map(Entry.Screened.class::cast)
                .map(check -> runsOn(check, Optional.ofNullable(safer.get(journal))))
                .ifPresent(runsOn -> trials.merge(runsOn, 1, Integer::sum)));
    SortedMap<String, Integer> stranded = new TreeMap<>();
    trials.forEach(
        (runsOn, many) -> {
          if (library.programme(runsOn.programme(), runsOn.version()).isEmpty()) {
            stranded.put(runsOn.toString(), many);
          }
        });
    return stranded;
  }

  private static Optional<Entry> entry(String body) {
    Problems problems = new Problems();
    return Documents.json("journal", body.getBytes(StandardCharsets.UTF_8), problems)
        .flatMap(node -> StoredEntryReader.read(node, problems));
  }

  private static Entry.MadeSafer later(Entry.MadeSafer one, Entry.MadeSafer other) {
    return one.at().toInstant().isAfter(other.at().toInstant()) ? one : other;
  }

  private static RunsOn runsOn(Entry.Screened check, Optional<Entry.MadeSafer> safer) {
    return new RunsOn(check.programme(), safer.map(Entry.MadeSafer::to).orElseGet(check::version));
  }
}

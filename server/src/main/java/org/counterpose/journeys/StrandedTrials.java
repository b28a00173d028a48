package org.counterpose.journeys;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
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
    SortedMap<String, Integer> stranded = new TreeMap<>();
    new SqlJournals(database)
        .eachOfType(
            "screened",
            body -> {
              Problems problems = new Problems();
              Documents.json("journal", body.getBytes(StandardCharsets.UTF_8), problems)
                  .flatMap(node -> StoredEntryReader.read(node, problems))
                  .filter(Entry.Screened.class::isInstance)
                  .map(Entry.Screened.class::cast)
                  .filter(check -> library.programme(check.programme(), check.version()).isEmpty())
                  .ifPresent(check -> stranded.merge(runsOn(check), 1, Integer::sum));
            });
    return stranded;
  }

  /** The programme and version that a check was taken with. */
  static String runsOn(Entry.Screened check) {
    return check.programme() + " " + check.version();
  }
}

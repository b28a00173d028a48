package org.counterpose.fuzz;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpose.app.NothingToReport;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.journal.Entry;
import org.counterpose.journal.EntryDocument;
import org.counterpose.journal.EntryReader;
import org.counterpose.journal.Journal;
import org.counterpose.journal.Routine;
import org.counterpose.journal.StoredEntryReader;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Plan;
import org.counterpose.programme.Programme;

/**
 * A batch of entries, read as the API does and read again as the store does, for a trial of each
 * shipped programme; whatever a journal holds, its day, verdict and findings can be told.
 */
public final class EntriesTarget {

  /** When the trials began, by the clock of the one who is on them. */
  static final OffsetDateTime BEGAN = OffsetDateTime.parse("2026-11-02T08:00:00-05:00");

  static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

  private static final List<Journey> TRIALS =
      Sent.PROGRAMMES.stream().map(EntriesTarget::begun).toList();

  private EntriesTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    isRead(input);
  }

  /** Whether any trial took them for entries. */
  static boolean isRead(byte[] input) {
    boolean read = false;
    Optional<Node> batch = Sent.body(input);
    for (Journey trial : TRIALS) {
      read |= batch.map(node -> isKept(trial, node)).orElse(false);
    }
    return read;
  }

  private static boolean isKept(Journey trial, Node batch) {
    Problems problems = new Problems();
    Optional<List<Entry>> entries =
        EntryReader.readAll(trial.programme(), batch, NOW, trial.journal(), problems);
    Must.beReadOrTold(entries.isPresent(), problems);
    entries.ifPresent(
        read -> {
          read.forEach(EntriesTarget::isTheSameAgain);
          Journal journal = trial.journal().union(Journal.of(read));
          Must.hold(
              trial.journal().union(Journal.of(read.reversed())).all().size()
                  == journal.all().size(),
              () -> "the order of arrival changes what is kept");
          Journey grown = new Journey(trial.id(), trial.plan(), journal);
          Days.areTold(grown, NOW);
          Days.areTold(grown, NOW.plusSeconds(60L * 86_400));
        });
    return entries.isPresent();
  }

  private static void isTheSameAgain(Entry entry) {
    Problems problems = new Problems();
    Optional<Entry> again =
        StoredEntryReader.read(Sent.again(EntryDocument.write(entry)), problems);
    Must.hold(
        again.equals(Optional.of(entry)),
        () -> entry + " came back as " + again + ", " + problems.list());
  }

  static Journey begun(Programme programme) {
    Routine routine =
        new Routine(
            LocalTime.of(7, 0),
            LocalTime.of(23, 0),
            LocalTime.of(9, 0),
            LocalTime.of(17, 30),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.FRIDAY),
            programme.aids().stream().map(Programme.Aid::id).collect(Collectors.toSet()),
            ZoneId.of("America/New_York"),
            Optional.empty());
    return new Journey(
        new UUID(0, 0),
        new Plan(programme),
        Journal.of(
            List.of(
                new Entry.Screened(
                    new UUID(0, 1),
                    BEGAN,
                    programme.id(),
                    programme.version(),
                    NothingToReport.to(programme)),
                new Entry.Started(new UUID(0, 2), BEGAN, routine))));
  }
}

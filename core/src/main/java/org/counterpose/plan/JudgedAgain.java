package org.counterpose.plan;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answers;

/** The safety answers of a trial, judged by one version of its programme and then by another. */
public final class JudgedAgain {

  private record Stop(String rule, Outcome outcome) {}

  private JudgedAgain() {}

  /** The entries whose answers the later version stops by what the earlier one did not say. */
  public static Set<UUID> newlyStopping(Programme earlier, Programme later, Journal journal) {
    Answers first = journal.screened().answers();
    Weighing before = new Weighing(earlier);
    Weighing now = new Weighing(later);
    Set<UUID> newly = new LinkedHashSet<>();
    for (Entry entry : journal.standing()) {
      answers(entry, first)
          .filter(answers -> !stops(before, answers).containsAll(stops(now, answers)))
          .ifPresent(stopped -> newly.add(entry.id()));
    }
    return newly;
  }

  /** What stands after an entry: what it does not answer stands as first answered. */
  private static Optional<Answers> answers(Entry entry, Answers first) {
    return switch (entry) {
      case Entry.Screened check -> Optional.of(check.answers());
      case Entry.WeeklyCheck check -> Optional.of(first.with(check.safety()));
      case Entry.GotWorse told -> Optional.of(first.with(told.answers()));
      default -> Optional.empty();
    };
  }

  private static Set<Stop> stops(Weighing weighing, Answers answers) {
    return weighing.stops(answers).stream()
        .map(reason -> new Stop(reason.rule(), reason.outcome()))
        .collect(Collectors.toUnmodifiableSet());
  }
}

package org.counterpose.plan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.counterpose.journal.Adaptation;
import org.counterpose.journal.Entry;
import org.counterpose.plan.Today.LeftOut;

/** What the clinic changed of a plan, step by step, each change from the person's date on. */
final class Adaptations {

  /** How one step stands after the changes up to a date. */
  record Standing(
      Optional<LeftOut.Cause.ByClinic> leftOut,
      Optional<Adaptation.Amount> amount,
      List<LocalTime> times) {

    static final Standing AS_PROGRAMMED =
        new Standing(Optional.empty(), Optional.empty(), List.of());

    private Standing after(Adaptation change, Entry.Adapted entry) {
      return switch (change) {
        case Adaptation.LeaveOut leave ->
            new Standing(
                Optional.of(new LeftOut.Cause.ByClinic(entry.by(), entry.reason())), amount, times);
        case Adaptation.AsBefore before -> AS_PROGRAMMED;
        case Adaptation.Amount set -> new Standing(Optional.empty(), Optional.of(set), times);
        case Adaptation.AtTimes at -> new Standing(Optional.empty(), amount, at.times());
      };
    }
  }

  private final Map<String, NavigableMap<LocalDate, Standing>> byStep = new HashMap<>();

  /** Changes that hold from a date on. */
  void add(LocalDate from, Entry.Adapted entry) {
    for (Adaptation change : entry.changes()) {
      NavigableMap<LocalDate, Standing> dates =
          byStep.computeIfAbsent(change.step(), step -> new TreeMap<>());
      Standing before = dates.isEmpty() ? Standing.AS_PROGRAMMED : dates.lastEntry().getValue();
      dates.put(from, before.after(change, entry));
    }
  }

  Standing on(String step, LocalDate date) {
    NavigableMap<LocalDate, Standing> dates = byStep.get(step);
    if (dates == null) {
      return Standing.AS_PROGRAMMED;
    }
    Map.Entry<LocalDate, Standing> latest = dates.floorEntry(date);
    return latest == null ? Standing.AS_PROGRAMMED : latest.getValue();
  }
}

package org.counterpose.journal;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.counterpose.programme.Dose;

/**
 * A person's usual day, what they own and where they live. Sleep or the end of work at or before
 * its beginning on the clock belongs to the next date: nights and late evenings are ordinary.
 *
 * @param aids ids of the aids owned
 * @param breakMinutes minutes between changes of position, where the person chose their own
 */
public record Routine(
    LocalTime wake,
    LocalTime sleep,
    LocalTime workStart,
    LocalTime workEnd,
    Set<DayOfWeek> workDays,
    Set<String> aids,
    ZoneId zone,
    Optional<Integer> breakMinutes) {

  public Routine {
    workDays = Set.copyOf(workDays);
    aids = Set.copyOf(aids);
  }

  /** Minutes from one break to the next: the person's own choice within what the pack allows. */
  public int everyMinutes(Dose.Breaks breaks) {
    return breakMinutes
        .map(chosen -> Math.clamp(chosen, breaks.least(), breaks.most()))
        .orElse(breaks.everyMinutes());
  }
}

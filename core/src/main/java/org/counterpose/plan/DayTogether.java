package org.counterpose.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Programme;

/**
 * Several programmes of one person on one day. What comes first in the list keeps its times; a
 * session of a later one that would take the person at the same time begins after it, as long as
 * its own window has room, and else stays where it was.
 */
public final class DayTogether {

  /** To put one thing away and get ready for the next; our own choice. */
  private static final Duration BETWEEN = Duration.ofMinutes(2);

  /** A programme, and its day for the person. */
  public record Part(Programme programme, Today today) {}

  /** A stretch of time in which the person does a session. */
  private record Busy(Instant from, Instant to) {

    static Busy of(PlannedStep step, ZonedDateTime from) {
      return new Busy(from.toInstant(), from.toInstant().plusSeconds(step.seconds()));
    }

    boolean overlaps(Busy other) {
      return from.isBefore(other.to) && other.from.isBefore(to);
    }
  }

  private final List<Busy> taken = new ArrayList<>();

  private DayTogether() {}

  /** The days with their times, in the same order. */
  public static List<Today> plan(List<Part> parts) {
    DayTogether day = new DayTogether();
    return parts.stream().map(day::planned).toList();
  }

  private Today planned(Part part) {
    List<Busy> before = List.copyOf(taken);
    return part.today()
        .with(
            part.today().steps().stream()
                .map(step -> isSession(part.programme(), step) ? placed(step, before) : step)
                .sorted(Comparator.comparing(step -> step.dueFrom().toInstant()))
                .toList());
  }

  private PlannedStep placed(PlannedStep step, List<Busy> before) {
    Busy asPlanned = Busy.of(step, step.dueFrom());
    ZonedDateTime from =
        before.stream().anyMatch(asPlanned::overlaps) ? free(step, step.dueFrom()) : step.dueFrom();
    PlannedStep placed =
        from.plusSeconds(step.seconds()).isAfter(step.dueTo()) ? step : step.beginningAt(from);
    taken.add(Busy.of(placed, placed.dueFrom()));
    return placed;
  }

  private ZonedDateTime free(PlannedStep step, ZonedDateTime from) {
    return taken.stream()
        .filter(Busy.of(step, from)::overlaps)
        .map(Busy::to)
        .max(Comparator.naturalOrder())
        .map(end -> free(step, end.plus(BETWEEN).atZone(from.getZone())))
        .orElse(from);
  }

  /** Whether a step takes the person whole; what is worn and short breaks do not. */
  private static boolean isSession(Programme programme, PlannedStep step) {
    return switch (programme.step(step.step()).orElseThrow().dose()) {
      case Dose.Timed timed -> true;
      case Dose.Holds holds -> true;
      case Dose.Reps reps -> true;
      case Dose.Worn worn -> false;
      case Dose.Breaks breaks -> false;
    };
  }
}

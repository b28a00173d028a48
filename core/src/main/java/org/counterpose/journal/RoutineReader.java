package org.counterpose.journal;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.document.Shortened;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;

/**
 * Reads a person's usual day, aids and zone as they come from outside: {@code day {wake, sleep,
 * workStart, workEnd, workDays, breakMinutes?}}, {@code aids [..]} and {@code zone}.
 */
public final class RoutineReader {

  private final Programme programme;
  private final Problems problems;

  private RoutineReader(Programme programme, Problems problems) {
    this.programme = programme;
    this.problems = problems;
  }

  /** From an object with the fields {@code day}, {@code aids} and {@code zone}. */
  public static Optional<Routine> read(Programme programme, Fields fields) {
    Optional<Node> day = fields.required("day");
    Optional<Node> aids = fields.required("aids");
    Optional<Node> zone = fields.required("zone");
    return new RoutineReader(programme, fields.problems()).read(day, aids, zone);
  }

  /** From the three values; every problem is noted, and there is a routine only where none is. */
  public static Optional<Routine> read(
      Programme programme, Node day, Node aids, Node zone, Problems problems) {
    return new RoutineReader(programme, problems)
        .read(Optional.of(day), Optional.of(aids), Optional.of(zone));
  }

  private Optional<Routine> read(Optional<Node> day, Optional<Node> aids, Optional<Node> zone) {
    int before = problems.count();
    Optional<Set<String>> owned = aids.map(this::aids);
    Optional<ZoneId> home = zone.flatMap(node -> Scalars.zone(node, problems));
    Optional<Routine> routine =
        day.flatMap(node -> Fields.of(node, problems))
            .flatMap(fields -> day(fields, owned.orElse(Set.of()), home.orElse(ZoneId.of("UTC"))));
    return problems.noneSince(before) && owned.isPresent() && home.isPresent()
        ? routine
        : Optional.empty();
  }

  private Optional<Routine> day(Fields day, Set<String> aids, ZoneId zone) {
    Optional<LocalTime> wake = Scalars.clock(day, "wake");
    Optional<LocalTime> sleep = Scalars.clock(day, "sleep");
    Optional<LocalTime> workStart = Scalars.clock(day, "workStart");
    Optional<LocalTime> workEnd = Scalars.clock(day, "workEnd");
    Set<DayOfWeek> workDays = workDays(day);
    Optional<Integer> breakMinutes = breakMinutes(day);
    day.noMore();
    if (wake.isPresent() && wake.equals(sleep)) {
      day.wrong("sleep", "must not be the time of waking");
    }
    if (workStart.isPresent() && workStart.equals(workEnd) && !workDays.isEmpty()) {
      day.wrong("workEnd", "must not be the time at which work begins");
    }
    if (wake.isEmpty() || sleep.isEmpty() || workStart.isEmpty() || workEnd.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Routine(
            wake.get(),
            sleep.get(),
            workStart.get(),
            workEnd.get(),
            workDays,
            aids,
            zone,
            breakMinutes));
  }

  private Set<DayOfWeek> workDays(Fields day) {
    Set<DayOfWeek> workDays = EnumSet.noneOf(DayOfWeek.class);
    day.list(
        "workDays",
        node ->
            day.asWhole(node, 1, 7)
                .map(DayOfWeek::of)
                .filter(
                    weekday -> {
                      if (!workDays.add(weekday)) {
                        problems.add(node, weekday.getValue() + " is there twice");
                      }
                      return true;
                    }));
    return workDays;
  }

  private Optional<Integer> breakMinutes(Fields day) {
    List<Dose.Breaks> breaks =
        programme.steps().stream()
            .map(Step::dose)
            .filter(Dose.Breaks.class::isInstance)
            .map(Dose.Breaks.class::cast)
            .toList();
    int least = breaks.stream().mapToInt(Dose.Breaks::least).max().orElse(1);
    int most = breaks.stream().mapToInt(Dose.Breaks::most).min().orElse(24 * 60);
    return day.wholeIfAny("breakMinutes", least, most);
  }

  private Set<String> aids(Node node) {
    Set<String> owned = new LinkedHashSet<>();
    if (!(node instanceof Node.Listing listing)) {
      problems.add(node, "must be a list, is " + node.kind());
      return owned;
    }
    for (Node element : listing.elements()) {
      if (!(element instanceof Node.Text text)) {
        problems.add(element, "must be a text, is " + element.kind());
      } else if (programme.aid(text.value()).isPresent()) {
        owned.add(text.value());
      } else {
        problems.add(
            element,
            "must be one of "
                + String.join(", ", programme.aids().stream().map(aid -> aid.id()).toList())
                + ", got '"
                + Shortened.of(text.value())
                + "'");
      }
    }
    return owned;
  }
}

package org.counterpose.calendar;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Correspondence.Whole;

/**
 * Visits that belong together as events. A series is one event that recurs by a count on the
 * clinic's wall, with what was moved or cancelled told beside it.
 *
 * @param zones those that its events stand in, each with a moment near which its rules are needed
 */
record VisitEvents(List<VEvent> events, Map<ZoneId, Instant> zones) {

  /** Whether nothing of a series is left. */
  static boolean isCancelled(Whole whole) {
    return whole.visits().stream().allMatch(Appointment::cancelled);
  }

  /** A visit that was booked alone. */
  static VisitEvents of(VisitEvent visit, BiConsumer<VEvent, Appointment> also) {
    Appointment appointment = visit.appointment();
    VEvent event = visit.known(appointment.id().toString(), appointment.revision());
    also.accept(event, appointment);
    return new VisitEvents(List.of(event), Map.of(visit.zone(), appointment.start()));
  }

  /**
   * A whole series.
   *
   * @param link opens for the person the visit that it is told of
   * @param also what is said of each event beside when and where it is
   */
  static VisitEvents of(
      VisitCalendars by, Whole whole, URI link, BiConsumer<VEvent, Appointment> also) {
    Appointment first = whole.visits().getFirst();
    VisitEvent model = by.event(first, link);
    String id = whole.series().id().toString();
    int sequence = whole.series().revision();
    boolean cancelled = isCancelled(whole);
    Instant start = whole.series().start();
    Map<ZoneId, Instant> zones = new LinkedHashMap<>(Map.of(model.zone(), start));
    VEvent rule =
        model.rule(
            id,
            sequence,
            start,
            start.plus(Duration.between(first.start(), first.end())),
            cancelled,
            whole.visits().stream()
                .map(Appointment::changedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow());
    rule.add(
        new RRule<LocalDateTime>(
            "FREQ=WEEKLY;INTERVAL="
                + whole.series().weeks()
                + ";COUNT="
                + whole.series().visits()));
    also.accept(rule, first);
    List<VEvent> events = new ArrayList<>(List.of(rule));
    List<LocalDateTime> without = new ArrayList<>();
    for (Appointment each : whole.visits()) {
      LocalDateTime regular =
          model
              .local(start)
              .plusWeeks(
                  (long) whole.series().weeks() * (each.series().orElseThrow().number() - 1));
      if (each.cancelled() && !cancelled) {
        without.add(regular);
      } else if (!each.cancelled() && differs(each, first, regular, model)) {
        VisitEvent own = by.event(each, link);
        zones.putIfAbsent(own.zone(), each.start());
        VEvent instead = own.known(id, sequence);
        instead.add(model.inZone(new RecurrenceId<>(regular)));
        also.accept(instead, each);
        events.add(instead);
      }
    }
    if (!without.isEmpty()) {
      rule.add(model.inZone(new ExDate<>(new DateList<>(without))));
    }
    return new VisitEvents(List.copyOf(events), zones);
  }

  private static boolean differs(
      Appointment each, Appointment first, LocalDateTime regular, VisitEvent model) {
    return !each.start().equals(regular.atZone(model.zone()).toInstant())
        || !each.practitioner().equals(first.practitioner())
        || !each.place().equals(first.place());
  }
}

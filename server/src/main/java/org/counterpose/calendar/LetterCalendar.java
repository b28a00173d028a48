package org.counterpose.calendar;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.Correspondence.News;
import org.counterpose.booking.Correspondence.Whole;

/**
 * The calendar part of a letter (RFC 5546): a request, or a cancellation, to the one person who
 * comes. A series is one event that recurs by a count on the clinic's wall, with what was moved or
 * cancelled told beside it.
 *
 * @param link opens the first visit for the person
 */
public record LetterCalendar(Clinic clinic, News news, URI link) {

  /** {@code REQUEST} or {@code CANCEL}; the mail's part and the calendar say the same. */
  public String method() {
    return isCancelled() ? "CANCEL" : "REQUEST";
  }

  private boolean isCancelled() {
    return news.whole()
        .map(whole -> whole.visits().stream().allMatch(Appointment::cancelled))
        .orElse(news.changed().getFirst().cancelled());
  }

  /** The file. */
  public String write() {
    Map<ZoneId, Instant> zones = new LinkedHashMap<>();
    List<VEvent> events =
        news.whole().isPresent() ? series(news.whole().get(), zones) : List.of(alone(zones));
    Method method = isCancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST;
    return new CalendarFile(method, zones, events).write();
  }

  private VEvent alone(Map<ZoneId, Instant> zones) {
    Appointment appointment = news.changed().getFirst();
    VisitEvent event = new VisitEvent(clinic, appointment, link);
    zones.put(event.zone(), appointment.start());
    return attended(event.known(appointment.id().toString(), appointment.revision()), appointment);
  }

  private List<VEvent> series(Whole whole, Map<ZoneId, Instant> zones) {
    Appointment first = whole.visits().getFirst();
    VisitEvent model = new VisitEvent(clinic, first, link);
    String id = whole.series().id().toString();
    int sequence = whole.series().revision();
    Instant start = whole.series().start();
    Duration length = Duration.between(first.start(), first.end());
    zones.put(model.zone(), start);
    VEvent rule = model.rule(id, sequence, start, start.plus(length), isCancelled());
    rule.add(
        new RRule<LocalDateTime>(
            "FREQ=WEEKLY;INTERVAL="
                + whole.series().weeks()
                + ";COUNT="
                + whole.series().visits()));
    List<VEvent> events = new ArrayList<>(List.of(attended(rule, first)));
    List<LocalDateTime> without = new ArrayList<>();
    for (Appointment each : whole.visits()) {
      LocalDateTime regular =
          model
              .local(start)
              .plusWeeks(
                  (long) whole.series().weeks() * (each.series().orElseThrow().number() - 1));
      if (each.cancelled() && !isCancelled()) {
        without.add(regular);
      } else if (!each.cancelled() && differs(each, first, regular, model)) {
        VisitEvent own = new VisitEvent(clinic, each, link);
        zones.putIfAbsent(own.zone(), each.start());
        VEvent instead = own.known(id, sequence);
        instead.add(model.inZone(new RecurrenceId<>(regular)));
        events.add(attended(instead, each));
      }
    }
    if (!without.isEmpty()) {
      rule.add(model.inZone(new ExDate<>(new DateList<>(without))));
    }
    return events;
  }

  private static boolean differs(
      Appointment each, Appointment first, LocalDateTime regular, VisitEvent model) {
    return !each.start().equals(regular.atZone(model.zone()).toInstant())
        || !each.practitioner().equals(first.practitioner())
        || !each.place().equals(first.place());
  }

  private static VEvent attended(VEvent event, Appointment appointment) {
    Attendee attendee = new Attendee(CalendarFile.mail(appointment.person().email()));
    attendee.add(new Cn(quotable(appointment.person().name())));
    attendee.add(Role.REQ_PARTICIPANT);
    attendee.add(Rsvp.FALSE);
    event.add(attendee);
    return event;
  }

  /** A name within quotation marks cannot have one of its own. */
  private static String quotable(String name) {
    return name.replace('"', '\'');
  }
}

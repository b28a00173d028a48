package org.counterpose.calendar;

import java.net.URI;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Correspondence.News;

/**
 * The calendar part of a letter (RFC 5546): a request, or a cancellation, to the one person who
 * comes.
 *
 * @param link opens for the person the visit that it is told of
 */
public record LetterCalendar(VisitCalendars by, News news, URI link) {

  /** {@code REQUEST} or {@code CANCEL}; the mail's part and the calendar say the same. */
  public String method() {
    return isCancelled() ? "CANCEL" : "REQUEST";
  }

  private boolean isCancelled() {
    return news.whole().map(VisitEvents::isCancelled).orElse(news.changed().getFirst().cancelled());
  }

  /** The file. */
  public String write() {
    VisitEvents told =
        news.whole()
            .map(whole -> VisitEvents.of(by, whole, link, LetterCalendar::addAttendee))
            .orElseGet(
                () ->
                    VisitEvents.of(
                        by.event(news.changed().getFirst(), link), LetterCalendar::addAttendee));
    return new CalendarFile(
            isCancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST,
            told.zones(),
            told.events())
        .write();
  }

  private static void addAttendee(VEvent event, Appointment appointment) {
    Attendee attendee = new Attendee(CalendarFile.mail(appointment.person().email()));
    attendee.add(new Cn(quotable(appointment.person().name())));
    attendee.add(Role.REQ_PARTICIPANT);
    attendee.add(Rsvp.FALSE);
    event.add(attendee);
  }

  /** A name within quotation marks cannot have one of its own. */
  private static String quotable(String name) {
    return name.replace('"', '\'');
  }
}

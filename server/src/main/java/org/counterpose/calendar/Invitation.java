package org.counterpose.calendar;

import java.net.URI;
import java.util.Optional;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Correspondence.Whole;

/**
 * An appointment as a file for calendars (RFC 5545 and 5546), with all others of its series. A
 * calendar that has it already, from a letter or from an earlier file, replaces it: its id stays,
 * and its sequence grows with every change. Times stand in the clinic's zone, with the zone's rules
 * beside them.
 *
 * @param whole the series that it belongs to
 */
public record Invitation(
    VisitCalendars by, Appointment appointment, Optional<Whole> whole, URI link) {

  public static final String CONTENT_TYPE = "text/calendar;charset=utf-8";

  /** The file, with lines ended and folded as the standard has it. */
  public String write() {
    VisitEvents visits =
        whole
            .map(all -> VisitEvents.of(by, all, link, (event, visit) -> {}))
            .orElseGet(() -> VisitEvents.of(by.event(appointment, link), (event, visit) -> {}));
    boolean cancelled = whole.map(VisitEvents::isCancelled).orElse(appointment.cancelled());
    return new CalendarFile(
            cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH,
            visits.zones(),
            visits.events())
        .write();
  }
}

package org.counterpose.calendar;

import java.net.URI;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Clinic;

/**
 * An appointment as a file for calendars (RFC 5545 and 5546). A calendar that has it already
 * replaces it: its id stays, and its sequence grows with every move. Times stand in the clinic's
 * zone, with the zone's rules beside them.
 */
public record Invitation(Clinic clinic, Appointment appointment, URI link) {

  public static final String CONTENT_TYPE = "text/calendar;charset=utf-8";

  /** The file, with lines ended and folded as the standard has it. */
  public String write() {
    VisitEvent event = new VisitEvent(clinic, appointment, link);
    return new CalendarFile(
            appointment.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH,
            Map.of(event.zone(), appointment.start()),
            List.of(event.known(appointment.id().toString(), appointment.revision())))
        .write();
  }
}

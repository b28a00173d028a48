package org.counterpose.calendar;

import java.net.URI;
import java.util.Optional;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Clinic;
import org.counterpose.words.Words;

/**
 * Who writes visits for calendars, and in which words.
 *
 * @param sender the address that letters come from. It stands for the organizer where the clinic
 *     names no address of its own: calendars heed changes of the one who invited them.
 */
public record VisitCalendars(Clinic clinic, Optional<String> sender, Words words) {

  /**
   * One visit as an event.
   *
   * @param link opens it for the person
   */
  VisitEvent event(Appointment appointment, URI link) {
    return new VisitEvent(this, appointment, link);
  }

  Optional<String> organizer() {
    return clinic.contact().email().or(() -> sender);
  }
}

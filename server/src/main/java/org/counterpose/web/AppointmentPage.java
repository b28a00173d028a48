package org.counterpose.web;

import org.counterpose.booking.Appointment;

/**
 * An appointment for whoever has its link.
 *
 * @param over whether nothing can be changed any more
 * @param fresh whether it was booked a moment ago
 */
public record AppointmentPage(
    Visit visit, Appointment appointment, String path, String link, boolean over, boolean fresh) {

  public boolean cancelled() {
    return appointment.cancelled();
  }

  public String name() {
    return appointment.person().name();
  }

  public boolean shared() {
    return appointment.summary().isPresent();
  }
}

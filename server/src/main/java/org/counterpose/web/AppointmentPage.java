package org.counterpose.web;

import java.util.List;
import java.util.Optional;
import org.counterpose.booking.Appointment;

/**
 * An appointment for whoever has its link.
 *
 * @param over whether nothing can be changed any more
 * @param tooLate whether only the clinic can change it
 * @param others the other visits of its series
 * @param fresh whether it was booked a moment ago
 */
public record AppointmentPage(
    Visit visit,
    Appointment appointment,
    String path,
    String link,
    boolean over,
    boolean tooLate,
    List<Other> others,
    boolean fresh) {

  /** Another visit of the series, and where its page is. */
  public record Other(Visit visit, String path, boolean cancelled) {}

  public boolean cancelled() {
    return appointment.cancelled();
  }

  public String name() {
    return appointment.person().name();
  }

  public boolean shared() {
    return appointment.summary().isPresent();
  }

  /** What the clinic said when it changed it. */
  public Optional<String> reason() {
    return appointment.reason();
  }
}

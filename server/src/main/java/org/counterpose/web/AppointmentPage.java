package org.counterpose.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.counterpose.booking.Appointment;

/**
 * An appointment for whoever has its link.
 *
 * @param over whether nothing can be changed any more
 * @param tooLate whether only the clinic can change it
 * @param others the other visits of its series
 * @param done what was done with it a moment ago
 * @param letter whether a letter tells of that
 */
public record AppointmentPage(
    Visit visit,
    Appointment appointment,
    String path,
    String link,
    boolean over,
    boolean tooLate,
    List<Other> others,
    Done done,
    boolean letter) {

  /** What somebody did a moment ago. */
  public enum Done {
    NOTHING,
    BOOKED,
    MOVED,
    CANCELLED;

    /** How an address names it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What came of it, in words; a new visit has a heading that says it. */
    public Optional<String> said() {
      return this == MOVED ? Optional.of("book.moved") : Optional.empty();
    }
  }

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

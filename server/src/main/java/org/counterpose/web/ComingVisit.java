package org.counterpose.web;

import java.util.List;
import java.util.Optional;
import org.counterpose.booking.Appointment;
import org.counterpose.journeys.Journey;

/**
 * A visit to come that goes with a trial, on the pages of its person.
 *
 * @param path what opens it
 * @param reason what the clinic said when it last changed it
 */
public record ComingVisit(Visit visit, String path, boolean cancelled, Optional<String> reason) {

  /** Those of a trial in order of time, and those that the clinic cancelled and said why. */
  static List<ComingVisit> of(Journey journey, BookingDesk desk) {
    return desk.bookings().ofJourney(journey.id()).stream()
        .filter(one -> one.start().isAfter(desk.clock().instant()))
        .filter(one -> !one.cancelled() || one.reason().isPresent())
        .map(one -> of(one, journey, desk))
        .toList();
  }

  private static ComingVisit of(Appointment one, Journey journey, BookingDesk desk) {
    return new ComingVisit(
        desk.visit(one).on(journey.journal().routine().zone()),
        "/visits/" + one.id(),
        one.cancelled(),
        one.reason());
  }
}

package org.counterpose.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.Clinic;
import org.counterpose.words.Words;

/** What all pages of booking need: the clinic's dates, and visits in words. */
record BookingDesk(Bookings bookings, InstantSource clock, Words words) {

  Visit visit(Appointment appointment) {
    return new Visit(
        clinic(),
        appointment.service(),
        appointment.practitioner(),
        Optional.of(appointment.place()),
        appointment.start(),
        appointment.end(),
        appointment.zone(),
        words);
  }

  /** The visit of a service that an address ending in {@code /practitioner/start} asks for. */
  Optional<Visit> visit(Context context, Clinic.Service service) {
    String practitioner = context.pathParam("practitioner");
    return instant(context.pathParam("start"))
        .filter(
            start ->
                practitioner.equals(Clinic.ANYONE)
                    || clinic().practitioner(practitioner).isPresent())
        .map(
            start ->
                new Visit(
                    clinic(),
                    service.id(),
                    practitioner,
                    Optional.empty(),
                    start,
                    start.plusSeconds(60L * service.minutes()),
                    Visitor.zone(context),
                    words));
  }

  Clinic clinic() {
    return bookings.clinic();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clinic().zone());
  }

  /** The last day that can be booked. */
  LocalDate lastDay() {
    return today().plusDays(clinic().rules().aheadDays());
  }

  /** The date that an address asks for. */
  static Optional<LocalDate> date(Context context) {
    String date = context.queryParam("date");
    try {
      return date == null ? Optional.empty() : Optional.of(LocalDate.parse(date));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A moment of an address or a form, within the years that there are visits in. */
  static Optional<Instant> instant(String text) {
    try {
      Instant instant = Instant.parse(text);
      return instant.isAfter(Instant.EPOCH) && instant.getEpochSecond() < 32_503_680_000L
          ? Optional.of(instant)
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

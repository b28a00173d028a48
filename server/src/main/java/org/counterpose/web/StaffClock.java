package org.counterpose.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.counterpose.booking.Clinic;

/**
 * The clock by which staff read and type the times of a practitioner: that of the place where they
 * work on the date. On a day at two places it is the first one's.
 *
 * @param sees which places this member of staff sees, by their ids
 */
record StaffClock(Clinic clinic, Predicate<String> sees) {

  private static final int SOON = 60;

  ZoneId on(Clinic.Practitioner whose, LocalDate date) {
    List<Clinic.Place> seen = seen(whose);
    return seen.stream()
        .filter(place -> !clinic.hours(whose, place.id(), date).isEmpty())
        .findFirst()
        .orElseGet(seen::getFirst)
        .zone();
  }

  /** The next date after another on which one of these works, if there is one soon. */
  Optional<LocalDate> nextOpen(List<Clinic.Practitioner> practitioners, LocalDate after) {
    return after
        .plusDays(1)
        .datesUntil(after.plusDays(SOON))
        .filter(date -> practitioners.stream().anyMatch(one -> works(one, date)))
        .findFirst();
  }

  private boolean works(Clinic.Practitioner whose, LocalDate date) {
    return seen(whose).stream().anyMatch(place -> !clinic.hours(whose, place.id(), date).isEmpty());
  }

  /** The places of a practitioner that are seen; all where none is. */
  private List<Clinic.Place> seen(Clinic.Practitioner whose) {
    List<Clinic.Place> places = clinic.placesOf(whose);
    List<Clinic.Place> seen = places.stream().filter(place -> sees.test(place.id())).toList();
    return seen.isEmpty() ? places : seen;
  }

  /** The instant of a time as it is typed. */
  Instant read(Clinic.Practitioner whose, LocalDateTime typed) {
    return typed.atZone(on(whose, typed.toLocalDate())).toInstant();
  }

  /** An instant as it is typed, so that it is read as itself again. */
  LocalDateTime write(Clinic.Practitioner whose, Instant at) {
    List<LocalDateTime> local =
        seen(whose).stream().map(place -> LocalDateTime.ofInstant(at, place.zone())).toList();
    return local.stream()
        .filter(typed -> read(whose, typed).equals(at))
        .findFirst()
        .orElseGet(local::getFirst);
  }
}

package org.counterpose.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.Person;
import org.counterpose.booking.RepeatedVisits;
import org.counterpose.store.ListRow;

/**
 * The form in which staff book, as it was sent or as it is opened.
 *
 * @param person on the clinic's list, whose trial the visit goes with
 * @param at on the practitioner's wall
 */
public record StaffBooking(
    String key,
    Optional<ListRow> person,
    List<Clinic.Practitioner> practitioners,
    String practitioner,
    String service,
    String at,
    String name,
    String email,
    Repeats repeats,
    boolean onPurpose,
    String reason,
    Optional<String> notice) {

  static StaffBooking of(
      Context context, List<Clinic.Practitioner> practitioners, Optional<ListRow> person) {
    String key = CalendarDesk.field(context, "key");
    String name = CalendarDesk.field(context, "name");
    return new StaffBooking(
        key.isEmpty() ? UUID.randomUUID().toString() : key,
        person,
        practitioners,
        CalendarDesk.field(context, "practitioner"),
        CalendarDesk.field(context, "service"),
        CalendarDesk.field(context, "at"),
        name.isEmpty() ? person.map(ListRow::name).orElse("") : name,
        CalendarDesk.field(context, "email"),
        new Repeats(
            CalendarDesk.field(context, "visits"),
            CalendarDesk.field(context, "weeks"),
            RepeatedVisits.MOST),
        CalendarDesk.ticked(context, "on-purpose"),
        CalendarDesk.field(context, "reason"),
        Optional.empty());
  }

  StaffBooking told(String said) {
    return new StaffBooking(
        key,
        person,
        practitioners,
        practitioner,
        service,
        at,
        name,
        email,
        repeats,
        onPurpose,
        reason,
        Optional.of(said));
  }

  /** Who comes; empty where the name or the address is none. */
  Optional<Person> who() {
    try {
      return Optional.of(new Person(name, email));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

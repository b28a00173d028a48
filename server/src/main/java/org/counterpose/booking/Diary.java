package org.counterpose.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.store.Appointments;
import org.counterpose.store.CalendarCells;
import org.counterpose.store.KeptAppointment;
import org.counterpose.store.SqlLanguages;
import org.counterpose.store.Visit;
import org.counterpose.store.VisitSeries;
import org.counterpose.store.Work;
import org.jspecify.annotations.Nullable;

/** What all of booking shares: the clinic, its book, the clock, chance, and who writes letters. */
record Diary(
    Clinic clinic,
    FreeTimes freeTimes,
    Appointments appointments,
    InstantSource clock,
    Supplier<UUID> ids,
    RandomGenerator random,
    Correspondence letters) {

  /** The same as staff see it: how soon and how far ahead is for them to decide. */
  Diary ofStaff() {
    return new Diary(clinic, freeTimes.withoutLimits(), appointments, clock, ids, random, letters);
  }

  private record Cell(String practitioner, long number) {}

  /** Does a work in one transaction; what it frees is offered in the same one. */
  <T extends @Nullable Object> T write(Work<T> work) {
    return appointments.write(
        connection -> {
          T done = work.on(connection);
          new Offering(this).passOn(connection);
          return done;
        });
  }

  /** The visits of a series, in its order. */
  List<Appointment> ofSeries(Connection connection, UUID series) throws SQLException {
    return appointments.ofSeries(connection, series).stream().map(Diary::appointment).toList();
  }

  /** The appointment that a token opens. */
  Optional<Appointment> find(String token) {
    return appointments.find(Token.hash(token)).map(Diary::appointment);
  }

  /** An appointment as it is now. */
  Optional<Appointment> find(Connection connection, UUID id) throws SQLException {
    return appointments.find(connection, id).map(Diary::appointment);
  }

  /** A moment as the store keeps it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  String newToken() {
    byte[] secret = new byte[Token.BYTES];
    random.nextBytes(secret);
    return Token.of(secret);
  }

  /** What is claimed on these dates, but by those who are not in the way. */
  FreeTimes.Claimed claimed(LocalDate from, LocalDate to, Set<UUID> notInTheWay) {
    Instant now = now();
    return claimed(
        appointments.read(
            connection ->
                CalendarCells.claims(
                    connection,
                    Cells.of(from.minusDays(1).atStartOfDay(clinic.zone()).toInstant()),
                    Cells.of(to.plusDays(2).atStartOfDay(clinic.zone()).toInstant()),
                    now)),
        notInTheWay);
  }

  private static FreeTimes.Claimed claimed(
      List<CalendarCells.Claim> claims, Set<UUID> notInTheWay) {
    Set<Cell> claimed = new HashSet<>();
    for (CalendarCells.Claim claim : claims) {
      if (!notInTheWay.contains(claim.holder())) {
        claimed.add(new Cell(claim.practitioner(), claim.cell()));
      }
    }
    return (practitioner, cell) -> claimed.contains(new Cell(practitioner, cell));
  }

  List<FreeTime> free(Service service, LocalDate from, LocalDate to, Set<UUID> notInTheWay) {
    return freeTimes.between(service, from, to, claimed(from, to, notInTheWay), clock.instant());
  }

  Visit visit(Practitioner practitioner, Service service, Instant start) {
    return new Visit(
        practitioner.id(),
        freeTimes.placeAt(practitioner, service, start).id(),
        start,
        start.plusSeconds(60L * service.minutes()),
        Cells.claimed(service, start).boxed().toList());
  }

  static Appointment appointment(KeptAppointment kept) {
    return new Appointment(
        kept.id(),
        kept.practitioner(),
        kept.place(),
        kept.service(),
        kept.start(),
        kept.end(),
        kept.revision(),
        kept.cancelled(),
        new Person(kept.name(), kept.email(), kept.language()),
        kept.changedAt(),
        kept.journey(),
        kept.summary(),
        kept.zone().map(ZoneId::of),
        kept.series().map(in -> new Appointment.InSeries(in.series(), in.number())),
        switch (kept.attended().orElse("")) {
          case "arrived" -> Attendance.ARRIVED;
          case "no-show" -> Attendance.NO_SHOW;
          default -> Attendance.UNKNOWN;
        },
        kept.overbooked(),
        kept.reason(),
        kept.onPurpose());
  }

  /** The language of who comes, or else the one of the trial that the visit goes with. */
  Optional<String> language(Person person, Optional<UUID> journey) {
    return person
        .language()
        .or(
            () ->
                journey.flatMap(
                    id -> appointments.read(connection -> SqlLanguages.of(connection, id))));
  }

  /** Tells the person of a change, once it was counted in the series that they belong to. */
  void tell(
      Connection connection,
      Correspondence.Kind kind,
      List<Appointment> changed,
      String token,
      Optional<Instant> was,
      Optional<String> reason)
      throws SQLException {
    Optional<Appointment.InSeries> in = changed.getFirst().series();
    if (in.isPresent() && kind != Correspondence.Kind.BOOKED) {
      VisitSeries.changed(connection, in.get().series());
    }
    Optional<Correspondence.Whole> whole = whole(connection, changed.getFirst());
    if (changed.getFirst().person().hasEmail()) {
      letters.tell(connection, new Correspondence.News(kind, changed, whole, token, was, reason));
    }
  }

  /** The series that a visit belongs to, with all of its visits. */
  Optional<Correspondence.Whole> whole(Connection connection, Appointment visit)
      throws SQLException {
    if (visit.series().isEmpty()) {
      return Optional.empty();
    }
    UUID id = visit.series().get().series();
    List<Appointment> visits = ofSeries(connection, id);
    return VisitSeries.find(connection, id).map(series -> new Correspondence.Whole(series, visits));
  }

  /** A new private link for a letter of the clinic's; for a series it opens all of it. */
  String newLink(Connection connection, Appointment appointment) throws SQLException {
    String token = newToken();
    if (appointment.series().isEmpty()) {
      appointments.addLink(connection, appointment.id(), Token.hash(token));
      return token;
    }
    for (Appointment each : ofSeries(connection, appointment.series().get().series())) {
      appointments.addLink(
          connection,
          each.id(),
          Token.hash(Token.numbered(token, each.series().orElseThrow().number())));
    }
    return Token.numbered(token, appointment.series().get().number());
  }

  /** Whether the hours are open, on the clock's grid or not. */
  boolean isOpen(Practitioner practitioner, Service service, Instant start) {
    return freeTimes
        .refusal(practitioner, service, start, clock.instant())
        .filter(why -> why != NotOffered.Why.OFF_GRID)
        .isEmpty();
  }

  boolean isOver(Appointment appointment) {
    return appointment.cancelled() || !appointment.start().isAfter(clock.instant());
  }

  /** Whether an appointment is too near for its private link to change it. */
  boolean isTooLate(Appointment appointment) {
    return clock.instant().isAfter(changeableUntil(appointment));
  }

  /** Why the link of a visit cannot change it; empty where it can. */
  Optional<Unchangeable> unchangeable(Optional<Appointment> found) {
    if (found.isEmpty()) {
      return Optional.of(new Moving.Unknown());
    }
    Appointment appointment = found.get();
    if (isOver(appointment)) {
      return Optional.of(new Moving.Over(appointment));
    }
    return isTooLate(appointment) ? Optional.of(new Moving.TooLate(appointment)) : Optional.empty();
  }

  Instant changeableUntil(Appointment appointment) {
    return appointment.start().minus(clinic.rules().changeUntilHours(), ChronoUnit.HOURS);
  }
}

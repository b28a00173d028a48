package org.counterpose.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.counterpose.booking.Booking.Booked;
import org.counterpose.booking.Booking.KeyUsed;
import org.counterpose.booking.Booking.Taken;
import org.counterpose.booking.Cancelling.Cancelled;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.booking.Moving.Moved;
import org.counterpose.booking.Moving.Over;
import org.counterpose.booking.Moving.Unknown;
import org.counterpose.store.Appointments;
import org.counterpose.store.BookingAnswer;
import org.counterpose.store.BookingKey;
import org.counterpose.store.Conflict;
import org.counterpose.store.KeptAppointment;
import org.counterpose.store.NewAppointment;
import org.counterpose.store.Visit;

/**
 * Books, moves and cancels. What is offered is decided here; who was first is decided by the
 * store's key.
 */
public final class Bookings {

  private final Clinic clinic;
  private final FreeTimes freeTimes;
  private final Appointments appointments;
  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final RandomGenerator random;

  /**
   * @param random of cryptographic strength: what it gives opens appointments
   */
  public Bookings(
      Clinic clinic,
      Appointments appointments,
      InstantSource clock,
      Supplier<UUID> ids,
      RandomGenerator random) {
    this.clinic = clinic;
    this.freeTimes = new FreeTimes(clinic);
    this.appointments = appointments;
    this.clock = clock;
    this.ids = ids;
    this.random = random;
  }

  public Clinic clinic() {
    return clinic;
  }

  /** The free times of a service on these dates of the clinic, both included. */
  public List<FreeTime> free(Service service, LocalDate from, LocalDate to) {
    return free(service, from, to, Optional.empty());
  }

  /** The free times for moving an appointment, which is not in its own way. */
  public List<FreeTime> freeToMove(Appointment appointment, LocalDate from, LocalDate to) {
    return clinic
        .service(appointment.service())
        .map(service -> free(service, from, to, Optional.of(appointment)))
        .orElse(List.of());
  }

  private List<FreeTime> free(
      Service service, LocalDate from, LocalDate to, Optional<Appointment> notInTheWay) {
    Set<Cell> claimed = new HashSet<>();
    for (Appointments.Claim claim :
        appointments.claims(
            Cells.of(from.minusDays(1).atStartOfDay(clinic.zone()).toInstant()),
            Cells.of(to.plusDays(2).atStartOfDay(clinic.zone()).toInstant()))) {
      if (notInTheWay.filter(one -> one.id().equals(claim.appointment())).isEmpty()) {
        claimed.add(new Cell(claim.practitioner(), claim.cell()));
      }
    }
    return freeTimes.between(
        service,
        from,
        to,
        (practitioner, cell) -> claimed.contains(new Cell(practitioner, cell)),
        clock.instant());
  }

  private record Cell(String practitioner, long number) {}

  /** Why a visit cannot start at a time, whoever else may have it; empty where it can. */
  public Optional<NotOffered.Why> refusal(
      Practitioner practitioner, Service service, Instant start) {
    return freeTimes.refusal(practitioner, service, start, clock.instant());
  }

  /** Books, or says why not; the same request again changes nothing and gets the first answer. */
  public Booking book(BookingRequest request) {
    Optional<BookingAnswer> before =
        appointments.answer(Token.keyHash(request), Token.requestHash(request));
    if (before.isPresent()) {
      return said(request, before.get());
    }
    Instant now = clock.instant();
    Optional<Service> service = clinic.service(request.service());
    Optional<Practitioner> practitioner = clinic.practitioner(request.practitioner());
    if (service.isEmpty() || practitioner.isEmpty()) {
      return new NotOffered(NotOffered.Why.SERVICE);
    }
    Optional<NotOffered.Why> refusal =
        freeTimes.refusal(practitioner.get(), service.get(), request.start(), now);
    if (refusal.isPresent()) {
      return new NotOffered(refusal.get());
    }
    byte[] secret = new byte[Token.BYTES];
    random.nextBytes(secret);
    String token = Token.of(secret);
    return said(
        request,
        appointments.book(
            new BookingKey(
                Token.keyHash(request), Token.requestHash(request), Token.seal(token, request)),
            new NewAppointment(
                ids.get(),
                Token.hash(token),
                service.get().id(),
                visit(practitioner.get(), service.get(), request.start()),
                request.person().name(),
                request.person().email(),
                request.shared().map(BookingRequest.Shared::journey),
                request.shared().map(BookingRequest.Shared::summary),
                now)));
  }

  private static Booking said(BookingRequest request, BookingAnswer answer) {
    return switch (answer) {
      case BookingAnswer.Booked booked ->
          new Booked(
              Token.unseal(booked.sealedToken(), request),
              request.practitioner(),
              request.service(),
              request.start(),
              booked.end());
      case BookingAnswer.Taken taken -> new Taken();
      case BookingAnswer.OtherRequest other -> new KeyUsed();
    };
  }

  /** The appointment that a token opens. */
  public Optional<Appointment> find(String token) {
    return appointments.find(Token.hash(token)).map(Bookings::appointment);
  }

  /** Moves to another time, with the same practitioner where none is named. */
  public Moving move(String token, Instant start, Optional<String> practitioner) {
    Optional<Appointment> found = find(token);
    if (found.isEmpty()) {
      return new Unknown();
    }
    Appointment appointment = found.get();
    Instant now = clock.instant();
    if (isOver(appointment, now)) {
      return new Over(appointment);
    }
    Optional<Practitioner> whose =
        clinic.practitioner(practitioner.orElse(appointment.practitioner()));
    Optional<Service> service = clinic.service(appointment.service());
    if (whose.isEmpty() || service.isEmpty()) {
      return new NotOffered(NotOffered.Why.SERVICE);
    }
    if (start.equals(appointment.start()) && whose.get().id().equals(appointment.practitioner())) {
      return new Moved(appointment);
    }
    Optional<NotOffered.Why> refusal = freeTimes.refusal(whose.get(), service.get(), start, now);
    if (refusal.isPresent()) {
      return new NotOffered(refusal.get());
    }
    try {
      return appointments
          .move(appointment.id(), visit(whose.get(), service.get(), start), now)
          .map(Bookings::appointment)
          .<Moving>map(moved -> moved.cancelled() ? new Over(moved) : new Moved(moved))
          .orElseGet(Unknown::new);
    } catch (Conflict somebodyWasFirst) {
      return new Taken();
    }
  }

  /** Cancels, and the time is free at once. */
  public Cancelling cancel(String token) {
    Optional<Appointment> found = find(token);
    if (found.isEmpty()) {
      return new Unknown();
    }
    Instant now = clock.instant();
    if (!found.get().cancelled() && !found.get().start().isAfter(now)) {
      return new Over(found.get());
    }
    return appointments
        .cancel(found.get().id(), now)
        .map(Bookings::appointment)
        .<Cancelling>map(Cancelled::new)
        .orElseGet(Unknown::new);
  }

  /**
   * The visits to come that go with a journey when it is erased, since its summary is with them.
   */
  public List<Appointment> toComeOf(UUID journey) {
    return appointments.ofJourney(journey).stream()
        .map(Bookings::appointment)
        .filter(appointment -> !isOver(appointment))
        .toList();
  }

  /** Deletes the visits that were kept as long after their end as the clinic's settings say. */
  public int forgetPast() {
    return appointments.forget(
        clock.instant().minus(Duration.ofDays(clinic.rules().keepAppointmentsDays())));
  }

  /** Whether nothing can be changed about an appointment any more. */
  public boolean isOver(Appointment appointment) {
    return isOver(appointment, clock.instant());
  }

  private static boolean isOver(Appointment appointment, Instant now) {
    return appointment.cancelled() || !appointment.start().isAfter(now);
  }

  private static Visit visit(Practitioner practitioner, Service service, Instant start) {
    return new Visit(
        practitioner.id(),
        start,
        start.plusSeconds(60L * service.minutes()),
        Cells.claimed(service, start).boxed().toList());
  }

  private static Appointment appointment(KeptAppointment kept) {
    return new Appointment(
        kept.id(),
        kept.practitioner(),
        kept.service(),
        kept.start(),
        kept.end(),
        kept.revision(),
        kept.cancelled(),
        new Person(kept.name(), kept.email()),
        kept.changedAt(),
        kept.summary());
  }
}

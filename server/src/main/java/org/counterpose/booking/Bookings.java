package org.counterpose.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.counterpose.booking.Booking.Booked;
import org.counterpose.booking.Booking.KeyUsed;
import org.counterpose.booking.Booking.Taken;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.store.Also;
import org.counterpose.store.Appointments;
import org.counterpose.store.BookingAnswer;
import org.counterpose.store.BookingKey;
import org.counterpose.store.HeldTimes;
import org.counterpose.store.NewAppointment;

/**
 * Books, moves and cancels. What is offered is decided here; who was first is decided by the
 * store's key.
 */
public final class Bookings {

  private final Diary diary;
  private final Clinic clinic;
  private final FreeTimes freeTimes;
  private final Appointments appointments;
  private final Holds holds;
  private final Offers offers;
  private final WaitingList waitingList;
  private final RepeatedVisits repeated;
  private final VisitByLink byLink;
  private final BookedSeries series;
  private final FrontDesk frontDesk;

  /** That write to nobody. */
  public Bookings(
      Clinic clinic,
      Appointments appointments,
      InstantSource clock,
      Supplier<UUID> ids,
      RandomGenerator random) {
    this(clinic, appointments, clock, ids, random, Correspondence.NONE);
  }

  /**
   * @param random of cryptographic strength: what it gives opens appointments
   * @param letters who writes to people about their visits
   */
  public Bookings(
      Clinic clinic,
      Appointments appointments,
      InstantSource clock,
      Supplier<UUID> ids,
      RandomGenerator random,
      Correspondence letters) {
    this.clinic = clinic;
    this.freeTimes = new FreeTimes(clinic);
    this.appointments = appointments;
    this.diary = new Diary(clinic, freeTimes, appointments, clock, ids, random, letters);
    this.holds = new Holds(diary);
    this.offers = new Offers(diary);
    this.waitingList = new WaitingList(diary);
    this.repeated = new RepeatedVisits(diary, holds);
    this.byLink = new VisitByLink(diary);
    this.series = new BookedSeries(diary);
    this.frontDesk = new FrontDesk(diary, waitingList, holds);
  }

  public Clinic clinic() {
    return clinic;
  }

  /** The times that are kept for who fills in the form. */
  public Holds holds() {
    return holds;
  }

  public WaitingList waitingList() {
    return waitingList;
  }

  /** Freed times that are offered to who waits. */
  public Offers offers() {
    return offers;
  }

  /** Books visits week after week. */
  public RepeatedVisits repeated() {
    return repeated;
  }

  /** Visits that were booked together, for whoever has their link. */
  public BookedSeries series() {
    return series;
  }

  /** What staff do. */
  public FrontDesk frontDesk() {
    return frontDesk;
  }

  /** The free times of a service on these dates of the clinic, both included. */
  public List<FreeTime> free(Service service, LocalDate from, LocalDate to) {
    return diary.free(service, from, to, Set.of());
  }

  /** The same for a visitor, whose own hold is not in the way. */
  public List<FreeTime> free(
      Service service, LocalDate from, LocalDate to, Optional<String> visitor) {
    return diary.free(service, from, to, holds.idOf(visitor).map(Set::of).orElse(Set.of()));
  }

  /** The free times for moving an appointment, which is not in its own way. */
  public List<FreeTime> freeToMove(Appointment appointment, LocalDate from, LocalDate to) {
    return clinic
        .service(appointment.service())
        .map(service -> diary.free(service, from, to, Set.of(appointment.id())))
        .orElse(List.of());
  }

  /** Why a visit cannot start at a time, whoever else may have it; empty where it can. */
  public Optional<NotOffered.Why> refusal(
      Practitioner practitioner, Service service, Instant start) {
    return freeTimes.refusal(practitioner, service, start, diary.clock().instant());
  }

  /** Books, or says why not; the same request again changes nothing and gets the first answer. */
  public Booking book(BookingRequest request) {
    Optional<BookingAnswer> before =
        appointments.answer(Token.keyHash(request), Token.requestHash(request));
    if (before.isPresent()) {
      return said(request, before.get());
    }
    Optional<Service> service = clinic.service(request.service());
    if (service.isEmpty()) {
      return new NotOffered(NotOffered.Why.SERVICE);
    }
    Set<UUID> own = holds.idOf(request.visitor()).map(Set::of).orElse(Set.of());
    Choices choices = Choices.of(diary, service.get(), request, own);
    if (choices.visits().isEmpty()) {
      return new NotOffered(choices.refusal());
    }
    String token = diary.newToken();
    Instant now = diary.now();
    NewAppointment wished =
        new NewAppointment(
            diary.ids().get(),
            Token.hash(token),
            service.get().id(),
            choices.visits(),
            request.person().name(),
            request.person().email(),
            request.shared().map(BookingRequest.Shared::journey),
            request.shared().map(BookingRequest.Shared::summary),
            request.zone().map(ZoneId::getId),
            request.person().language(),
            Optional.empty(),
            now);
    BookingKey key =
        new BookingKey(
            Token.keyHash(request), Token.requestHash(request), Token.seal(token, request));
    return said(
        request,
        diary.write(
            connection -> {
              Optional<UUID> held =
                  Holds.of(connection, request.visitor(), now).map(HeldTimes.Held::id);
              BookingAnswer answer = appointments.book(connection, key, wished, held);
              if (answer instanceof BookingAnswer.Booked booked
                  && booked.sealedToken().equals(key.sealedToken())) {
                if (request.shared().isPresent()) {
                  request.shared().get().agreed().on(connection);
                }
                Appointment appointment = diary.find(connection, wished.id()).orElseThrow();
                diary.tell(
                    connection,
                    Correspondence.Kind.BOOKED,
                    List.of(appointment),
                    token,
                    Optional.empty(),
                    Optional.empty());
              }
              return answer;
            }));
  }

  private static Booking said(BookingRequest request, BookingAnswer answer) {
    return switch (answer) {
      case BookingAnswer.Booked booked ->
          new Booked(
              Token.unseal(booked.sealedToken(), request),
              booked.practitioner().orElse(request.practitioner()),
              request.service(),
              request.start(),
              booked.end());
      case BookingAnswer.Taken taken -> new Taken();
      case BookingAnswer.OtherRequest other -> new KeyUsed();
    };
  }

  /** The appointment that a token opens. */
  public Optional<Appointment> find(String token) {
    return diary.find(token);
  }

  /** The series that a visit belongs to, with all of its visits. */
  public Optional<Correspondence.Whole> whole(Appointment visit) {
    return appointments.read(connection -> diary.whole(connection, visit));
  }

  /** Moves to another time, with the same practitioner where none is named. */
  public Moving move(String token, Instant start, Optional<String> practitioner) {
    return byLink.move(token, start, practitioner);
  }

  /** Cancels, and the time is free at once, or offered to who waits for it. */
  public Cancelling cancel(String token) {
    return byLink.cancel(token);
  }

  /** A further private link to an appointment, for a letter that is written now. */
  public String newLink(Connection connection, Appointment appointment) throws SQLException {
    return diary.newLink(connection, appointment);
  }

  /** The same for who holds the trial that it goes with, and asks for it now. */
  public String newLink(Appointment appointment) {
    return diary.write(connection -> newLink(connection, appointment));
  }

  /** Every visit that goes with a journey, past and cancelled ones too, in order of time. */
  public List<Appointment> ofJourney(UUID journey) {
    return appointments.ofJourney(journey).stream().map(Diary::appointment).toList();
  }

  /** Takes the summary of a journey away from its visits to come. */
  public void withdrawSummary(UUID journey, Also also) {
    Instant now = diary.now();
    diary.write(
        connection -> {
          appointments.withoutSummary(connection, journey, now);
          also.on(connection);
          return Boolean.TRUE;
        });
  }

  /**
   * The visits to come that go with a journey when it is erased, since its summary is with them.
   */
  public List<Appointment> toComeOf(UUID journey) {
    return ofJourney(journey).stream().filter(appointment -> !isOver(appointment)).toList();
  }

  /** Deletes the visits that were kept as long after their end as the clinic's settings say. */
  public int forgetPast() {
    return appointments.forget(
        diary.now().minus(Duration.ofDays(clinic.rules().keepAppointmentsDays())));
  }

  /**
   * What is due: offers and holds that ended, and times that were freed by other rooms. To be
   * called again and again.
   */
  public void settle() {
    holds.purge();
    offers.settle();
  }

  /** Whether nothing can be changed about an appointment any more. */
  public boolean isOver(Appointment appointment) {
    return diary.isOver(appointment);
  }

  /** Whether an appointment is so near that its private link cannot change it any more. */
  public boolean isTooLate(Appointment appointment) {
    return diary.isTooLate(appointment);
  }

  /** Until when the private link of an appointment can change it. */
  public Instant changeableUntil(Appointment appointment) {
    return diary.changeableUntil(appointment);
  }
}

package org.counterpose.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.store.BookingAnswer;
import org.counterpose.store.BookingKey;
import org.counterpose.store.Conflict;
import org.counterpose.store.NewAppointment;
import org.counterpose.store.Visit;

/** What staff book for people: one visit, on purpose beside another, or several. */
public final class BookingAtDesk {

  private final Diary diary;
  private final RepeatedVisits repeated;

  BookingAtDesk(Diary diary, RepeatedVisits repeated) {
    this.diary = diary;
    this.repeated = repeated;
  }

  /**
   * Books for a person; the same request again changes nothing and gets the first answer. One that
   * was refused leaves nothing behind, so that its form can be sent with a reason.
   *
   * @param onPurpose why it is booked although somebody has the time or it is outside the hours;
   *     empty where it must be free
   */
  public DeskBooking book(
      AtDesk by, BookingRequest request, Optional<UUID> journey, Optional<String> onPurpose) {
    Practitioner practitioner = diary.clinic().practitioner(request.practitioner()).orElseThrow();
    Service service = diary.clinic().service(request.service()).orElseThrow();
    Instant start = request.start();
    Instant now = diary.now();
    Visit visit = diary.visit(practitioner, service, start);
    if (!by.sees(visit.place())
        || !practitioner.does(service)
        || !start.isAfter(now)
        || !Cells.isStart(start)) {
      return new DeskBooking.Refused();
    }
    boolean open = diary.isOpen(practitioner, service, start);
    if (!open && onPurpose.isEmpty()) {
      return new DeskBooking.NeedsReason(false);
    }
    String token = diary.newToken();
    NewAppointment wished =
        new NewAppointment(
            diary.ids().get(),
            Token.hash(token),
            service.id(),
            List.of(visit),
            request.person().name(),
            request.person().email(),
            journey,
            Optional.empty(),
            request.zone().map(ZoneId::getId),
            diary.language(request.person(), journey),
            Optional.empty(),
            now);
    BookingKey key =
        new BookingKey(
            Token.keyHash(request), Token.requestHash(request), Token.seal(token, request));
    try {
      return diary.write(
          connection -> {
            boolean asUsual = open && diary.appointments().isFree(connection, wished);
            return switch (diary
                .appointments()
                .bookOnPurpose(connection, key, wished, onPurpose.isPresent())) {
              case BookingAnswer.Booked kept when !kept.sealedToken().equals(key.sealedToken()) ->
                  before(connection, Token.unseal(kept.sealedToken(), request));
              case BookingAnswer.Booked kept ->
                  new DeskBooking.Booked(
                      written(
                          connection,
                          by,
                          wished,
                          token,
                          open,
                          onPurpose.filter(reason -> !asUsual)));
              case BookingAnswer.OtherRequest other -> new DeskBooking.SentBefore();
              case BookingAnswer.Taken taken -> new DeskBooking.SentBefore();
            };
          });
    } catch (Conflict somebodyHasIt) {
      return new DeskBooking.NeedsReason(true);
    }
  }

  /** What the same request booked before. */
  private DeskBooking before(Connection connection, String token) throws SQLException {
    return diary
        .appointments()
        .find(connection, Token.hash(token))
        .map(Diary::appointment)
        .<DeskBooking>map(DeskBooking.Booked::new)
        .orElseGet(DeskBooking.SentBefore::new);
  }

  /**
   * Writes down who booked, and tells the person.
   *
   * @param why where it had to be on purpose
   */
  private Appointment written(
      Connection connection,
      AtDesk by,
      NewAppointment wished,
      String token,
      boolean open,
      Optional<String> why)
      throws SQLException {
    if (why.isPresent()) {
      diary.appointments().onPurpose(connection, wished.id(), why.get());
    }
    Appointment booked = diary.find(connection, wished.id()).orElseThrow();
    String what = open ? "booked" : "booked outside the hours";
    by.record()
        .add(
            connection,
            booked.overbooked() ? "overbooked" : what,
            wished.journey(),
            VisitsAtDesk.written(booked) + why.map(reason -> ": " + reason).orElse(""));
    diary.tell(
        connection,
        Correspondence.Kind.BOOKED,
        List.of(booked),
        token,
        Optional.empty(),
        Optional.empty());
    return booked;
  }

  /**
   * What visits at these starts would be, each on its own.
   *
   * @param weeks between two of them
   */
  public List<Planned> plan(
      Practitioner practitioner, Service service, Instant first, int visits, int weeks) {
    return repeated.plan(practitioner, service, first, visits, weeks);
  }

  /**
   * Books visits of one person week after week, all of them or none.
   *
   * @param first the start by which the series goes
   */
  public SeriesBooking bookAll(
      AtDesk by,
      BookingRequest request,
      Optional<UUID> journey,
      Instant first,
      int weeks,
      List<Instant> starts) {
    Service service = diary.clinic().service(request.service()).orElseThrow();
    Practitioner whose = diary.clinic().practitioner(request.practitioner()).orElseThrow();
    boolean theirs =
        starts.stream()
            .allMatch(start -> by.sees(diary.freeTimes().placeAt(whose, service, start).id()));
    if (!theirs) {
      return new SeriesBooking.Conflicts(whose.id(), List.of());
    }
    return repeated.book(
        new RepeatedVisits.Settled(request, first, weeks, starts, journey),
        RepeatedVisits.MOST,
        (connection, booked) -> {
          for (Appointment each : booked) {
            by.record().add(connection, "booked", journey, VisitsAtDesk.written(each));
          }
        });
  }
}

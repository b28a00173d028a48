package org.counterpose.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.store.BookingAnswer;
import org.counterpose.store.BookingKey;
import org.counterpose.store.Conflict;
import org.counterpose.store.HeldTimes;
import org.counterpose.store.NewAppointment;
import org.counterpose.store.VisitSeries;

/** Books visits together, every so many weeks. All are booked, or none. */
public final class RepeatedVisits {

  /** How many staff may book at once. */
  public static final int MOST = 26;

  private final Diary diary;
  private final Holds holds;
  private final SeriesTimes times;

  RepeatedVisits(Diary diary, Holds holds) {
    this.diary = diary;
    this.holds = holds;
    this.times = new SeriesTimes(diary);
  }

  /**
   * What a series would be: each visit at the local time of the first, whether it is free, and if
   * not the nearest time that is.
   */
  public List<Planned> plan(
      Practitioner practitioner, Service service, Instant first, int visits, int weeks) {
    return times.look(
        practitioner, service, times.starts(practitioner, service, first, visits, weeks), Set.of());
  }

  /**
   * A series as a person wishes it: so many visits, the first at the request's start.
   *
   * @param chosen the starts that the person settled on; all of the series' own where it is empty
   */
  public record Series(BookingRequest request, int visits, int weeks, List<Instant> chosen) {
    public Series {
      chosen = List.copyOf(chosen);
    }
  }

  /**
   * Books a person's series, all of it or none; the same again gets the first answer. Each start
   * must be near one of the series' own, and no two near the same.
   */
  public SeriesBooking book(Series wish) {
    BookingRequest request = wish.request();
    Service service = diary.clinic().service(request.service()).orElseThrow();
    Practitioner any =
        diary
            .clinic()
            .practitioner(request.practitioner())
            .orElseGet(() -> whoDoes(service).getFirst());
    List<Instant> own = times.starts(any, service, request.start(), wish.visits(), wish.weeks());
    List<Instant> starts = wish.chosen().isEmpty() ? own : wish.chosen().stream().sorted().toList();
    if (wish.visits() > service.mostRepeats() || !SeriesTimes.areNear(starts, own)) {
      return new SeriesBooking.TooMany(service.mostRepeats());
    }
    return book(
        new Settled(
            request,
            request.start(),
            wish.weeks(),
            starts,
            request.shared().map(BookingRequest.Shared::journey)),
        service.mostRepeats(),
        (connection, booked) -> {});
  }

  private List<Practitioner> whoDoes(Service service) {
    return diary.clinic().practitioners().stream().filter(one -> one.does(service)).toList();
  }

  /**
   * A series of which every visit is settled.
   *
   * @param first the start by which the series goes
   */
  record Settled(
      BookingRequest request,
      Instant first,
      int weeks,
      List<Instant> starts,
      Optional<UUID> journey) {
    Settled {
      starts = List.copyOf(starts);
    }
  }

  /** What else is written where all are booked. */
  @FunctionalInterface
  interface Also {
    void write(Connection connection, List<Appointment> booked) throws SQLException;
  }

  SeriesBooking book(Settled wish, int most, Also also) {
    if (wish.starts().isEmpty() || wish.starts().size() > most) {
      return new SeriesBooking.TooMany(most);
    }
    BookingRequest request = wish.request();
    Service service = diary.clinic().service(request.service()).orElseThrow();
    String requestHash = Token.requestHash(request, wish.starts());
    Optional<BookingAnswer> before =
        diary.appointments().answer(Token.keyHash(request), requestHash);
    if (before.isPresent()) {
      return said(request, before.get());
    }
    Set<UUID> own = holds.idOf(request.visitor()).map(Set::of).orElse(Set.of());
    Practitioner practitioner = whose(request, service, wish.starts(), own);
    List<Planned> looked = times.look(practitioner, service, wish.starts(), own);
    if (!looked.stream().allMatch(Planned::free)) {
      return new SeriesBooking.Conflicts(practitioner.id(), looked);
    }
    Instant now = diary.now();
    String token = diary.newToken();
    UUID series = diary.ids().get();
    List<NewAppointment> wished = new ArrayList<>();
    for (Planned each : looked) {
      wished.add(
          new NewAppointment(
              diary.ids().get(),
              Token.hash(Token.numbered(token, each.number())),
              service.id(),
              List.of(diary.visit(practitioner, service, each.start())),
              request.person().name(),
              request.person().email(),
              wish.journey(),
              request.shared().map(BookingRequest.Shared::summary),
              request.zone().map(ZoneId::getId),
              diary.language(request.person(), wish.journey()),
              Optional.of(new NewAppointment.InSeries(series, each.number())),
              now));
    }
    BookingKey key =
        new BookingKey(Token.keyHash(request), requestHash, Token.seal(token, request));
    VisitSeries.Kept kept =
        new VisitSeries.Kept(series, wish.weeks(), wish.starts().size(), wish.first(), 0);
    try {
      return said(
          request,
          diary.write(
              connection -> {
                Optional<UUID> held =
                    Holds.of(connection, request.visitor(), now).map(HeldTimes.Held::id);
                BookingAnswer answer = diary.appointments().bookAll(connection, key, wished, held);
                if (answer instanceof BookingAnswer.Booked booked
                    && booked.sealedToken().equals(key.sealedToken())) {
                  booked(connection, request, kept, token, also);
                }
                return answer;
              }));
    } catch (Conflict somebodyWasFirst) {
      return new SeriesBooking.Conflicts(
          practitioner.id(), times.look(practitioner, service, wish.starts(), own));
    }
  }

  /** Writes down what goes with visits that are booked, and tells the person. */
  private void booked(
      Connection connection,
      BookingRequest request,
      VisitSeries.Kept series,
      String token,
      Also also)
      throws SQLException {
    if (request.shared().isPresent()) {
      request.shared().get().agreed().on(connection);
    }
    VisitSeries.add(connection, series);
    List<Appointment> booked = diary.ofSeries(connection, series.id());
    also.write(connection, booked);
    diary.tell(
        connection, Correspondence.Kind.BOOKED, booked, token, Optional.empty(), Optional.empty());
  }

  /** Who is named, or, where it is anyone, who has time for the most of it. */
  private Practitioner whose(
      BookingRequest request, Service service, List<Instant> starts, Set<UUID> own) {
    Stream<Practitioner> held =
        Choices.of(diary, service, request, own).visits().stream()
            .flatMap(visit -> diary.clinic().practitioner(visit.practitioner()).stream());
    return diary
        .clinic()
        .practitioner(request.practitioner())
        .or(
            () ->
                Stream.concat(held, whoDoes(service).stream())
                    .distinct()
                    .max(
                        Comparator.comparing(
                            one ->
                                times.look(one, service, starts, own).stream()
                                    .filter(Planned::free)
                                    .count())))
        .orElseThrow();
  }

  private static SeriesBooking said(BookingRequest request, BookingAnswer answer) {
    return switch (answer) {
      case BookingAnswer.Booked booked ->
          new SeriesBooking.Booked(Token.unseal(booked.sealedToken(), request));
      case BookingAnswer.Taken taken -> new SeriesBooking.KeyUsed();
      case BookingAnswer.OtherRequest other -> new SeriesBooking.KeyUsed();
    };
  }
}

package org.counterpose.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.store.Appointments;
import org.counterpose.store.BookingAnswer;
import org.counterpose.store.BookingKey;
import org.counterpose.store.Conflict;
import org.counterpose.store.HeldTimes;
import org.counterpose.store.NewAppointment;
import org.counterpose.store.VisitSeries;

/**
 * Visits that are booked together, every so many weeks at the same time on the clinic's wall,
 * whatever the clocks do meanwhile. All are booked, or none.
 */
public final class RepeatedVisits {

  /** How many staff may book at once. */
  public static final int MOST = 26;

  private static final int NEAR_DAYS = 6;
  private static final Duration NEAR = Duration.ofDays(NEAR_DAYS + 1);

  private final Diary diary;
  private final Offers offers;

  private final Holds holds;

  RepeatedVisits(Diary diary, Offers offers, Holds holds) {
    this.diary = diary;
    this.offers = offers;
    this.holds = holds;
  }

  /**
   * What a series would be: each visit at the local time of the first, whether it is free, and if
   * not the nearest time that is.
   */
  public List<Planned> plan(
      Practitioner practitioner, Service service, Instant first, int visits, int weeks) {
    return looked(
        practitioner, service, starts(practitioner, service, first, visits, weeks), Set.of());
  }

  private List<Instant> starts(
      Practitioner practitioner, Service service, Instant first, int visits, int weeks) {
    ZoneId zone = diary.freeTimes().placeAt(practitioner, service, first).zone();
    List<Instant> starts = new ArrayList<>();
    for (int i = 0; i < visits; i++) {
      starts.add(i == 0 ? first : later(first, zone, weeks * i));
    }
    return starts;
  }

  /** The same time on the wall so many weeks later. */
  static Instant later(Instant first, ZoneId zone, int weeks) {
    return LocalDateTime.ofInstant(first, zone).plusWeeks(weeks).atZone(zone).toInstant();
  }

  private List<Planned> looked(
      Practitioner practitioner, Service service, List<Instant> starts, Set<UUID> notInTheWay) {
    List<Planned> planned = new ArrayList<>();
    Set<Instant> used = new HashSet<>(starts);
    for (int i = 0; i < starts.size(); i++) {
      Instant start = starts.get(i);
      LocalDate date = LocalDate.ofInstant(start, diary.clinic().zone());
      List<FreeTime> around =
          diary
              .free(service, date.minusDays(NEAR_DAYS), date.plusDays(NEAR_DAYS), notInTheWay)
              .stream()
              .filter(time -> time.practitioner().equals(practitioner.id()))
              .toList();
      boolean free = around.stream().anyMatch(time -> time.start().equals(start));
      Optional<FreeTime> nearest =
          free
              ? Optional.empty()
              : around.stream()
                  .filter(time -> !used.contains(time.start()))
                  .min(Comparator.comparing(time -> Duration.between(start, time.start()).abs()));
      nearest.ifPresent(time -> used.add(time.start()));
      planned.add(new Planned(i + 1, start, free, nearest));
    }
    return List.copyOf(planned);
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
    List<Instant> own = starts(any, service, request.start(), wish.visits(), wish.weeks());
    List<Instant> starts = wish.chosen().isEmpty() ? own : wish.chosen().stream().sorted().toList();
    if (wish.visits() > service.mostRepeats() || !isNear(starts, own)) {
      return new SeriesBooking.TooMany(service.mostRepeats());
    }
    return book(
        request,
        request.start(),
        wish.weeks(),
        starts,
        service.mostRepeats(),
        request.shared().map(BookingRequest.Shared::journey),
        (connection, booked) -> {});
  }

  /** Whether each of some starts, in order, is near another one of a series' own. */
  private static boolean isNear(List<Instant> starts, List<Instant> own) {
    int next = 0;
    for (Instant start : starts) {
      while (next < own.size() && own.get(next).plus(NEAR).isBefore(start)) {
        next++;
      }
      if (next == own.size() || own.get(next).minus(NEAR).isAfter(start)) {
        return false;
      }
      next++;
    }
    return true;
  }

  private List<Practitioner> whoDoes(Service service) {
    return diary.clinic().practitioners().stream().filter(one -> one.does(service)).toList();
  }

  /** What else is written where all are booked. */
  @FunctionalInterface
  interface Also {
    void write(Connection connection, List<Appointment> booked) throws SQLException;
  }

  SeriesBooking book(
      BookingRequest request,
      Instant first,
      int weeks,
      List<Instant> starts,
      int most,
      Optional<UUID> journey,
      Also also) {
    if (starts.isEmpty() || starts.size() > most) {
      return new SeriesBooking.TooMany(most);
    }
    Service service = diary.clinic().service(request.service()).orElseThrow();
    String requestHash = Token.requestHash(request, starts);
    Optional<BookingAnswer> before =
        diary.appointments().answer(Token.keyHash(request), requestHash);
    if (before.isPresent()) {
      return said(request, before.get());
    }
    Set<UUID> own = holds.idOf(request.visitor()).map(Set::of).orElse(Set.of());
    Practitioner practitioner = whose(request, service, starts, own);
    List<Planned> looked = looked(practitioner, service, starts, own);
    if (!looked.stream().allMatch(Planned::free)) {
      return new SeriesBooking.Conflicts(practitioner.id(), looked);
    }
    Instant now = diary.now();
    String token = diary.newToken();
    UUID series = diary.ids().get();
    List<NewAppointment> wished = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      wished.add(
          new NewAppointment(
              diary.ids().get(),
              Token.hash(Token.numbered(token, i + 1)),
              service.id(),
              List.of(diary.visit(practitioner, service, starts.get(i))),
              request.person().name(),
              request.person().email(),
              journey,
              request.shared().map(BookingRequest.Shared::summary),
              request.zone().map(ZoneId::getId),
              Optional.of(new NewAppointment.InSeries(series, i + 1)),
              now));
    }
    BookingKey key =
        new BookingKey(Token.keyHash(request), requestHash, Token.seal(token, request));
    try {
      return said(
          request,
          diary
              .appointments()
              .write(
                  connection -> {
                    Optional<UUID> held =
                        Holds.of(connection, request.visitor(), now).map(HeldTimes.Held::id);
                    BookingAnswer answer =
                        diary.appointments().bookAll(connection, key, wished, held);
                    if (answer instanceof BookingAnswer.Booked kept
                        && kept.sealedToken().equals(key.sealedToken())) {
                      if (request.shared().isPresent()) {
                        request.shared().get().agreed().on(connection);
                      }
                      VisitSeries.add(
                          connection, new VisitSeries.Kept(series, weeks, starts.size(), first, 0));
                      List<Appointment> booked =
                          diary.appointments().ofSeries(connection, series).stream()
                              .map(Diary::appointment)
                              .toList();
                      also.write(connection, booked);
                      diary.tell(
                          connection,
                          Correspondence.Kind.BOOKED,
                          booked,
                          token,
                          Optional.empty(),
                          Optional.empty());
                    }
                    return answer;
                  }));
    } catch (Conflict somebodyWasFirst) {
      return new SeriesBooking.Conflicts(
          practitioner.id(), looked(practitioner, service, starts, own));
    }
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
                                looked(one, service, starts, own).stream()
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

  /** One visit of a series, and the token that opens it. */
  public record Opened(String token, Appointment appointment) {}

  /** All visits of the series that a visit's token belongs to; empty where it is alone. */
  public List<Opened> of(String token, Appointment appointment) {
    String own = Token.ofSeries(token);
    return together(appointment).stream()
        .map(each -> new Opened(Token.numbered(own, each.series().orElseThrow().number()), each))
        .toList();
  }

  /** All visits of a visit's series, in order; none where it is alone. */
  List<Appointment> together(Appointment appointment) {
    return appointment
        .series()
        .map(
            in ->
                diary
                    .appointments()
                    .read(connection -> diary.appointments().ofSeries(connection, in.series())))
        .orElse(List.of())
        .stream()
        .map(Diary::appointment)
        .toList();
  }

  /** A visit and those after it that are still to come and not cancelled. */
  List<Appointment> following(Appointment from) {
    int first = from.series().orElseThrow().number();
    return together(from).stream()
        .filter(each -> each.series().orElseThrow().number() >= first && !diary.isOver(each))
        .toList();
  }

  /** Cancels a visit and all that follow it in its series. */
  public Cancelling cancelFollowing(String token) {
    Optional<Appointment> found = found(token);
    Optional<Unchangeable> why = diary.unchangeable(found);
    return why.isPresent()
        ? why.get()
        : cancel(following(found.orElseThrow()), token, Optional.empty());
  }

  /** Cancels visits of one series with one letter. */
  Cancelling cancel(List<Appointment> visits, String token, Optional<String> reason) {
    Instant now = diary.now();
    return diary
        .appointments()
        .write(
            connection -> {
              List<Appointment> cancelled = new ArrayList<>();
              for (Appointment each : visits) {
                diary
                    .appointments()
                    .cancel(connection, each.id(), now, reason)
                    .map(Diary::appointment)
                    .ifPresent(cancelled::add);
              }
              if (cancelled.isEmpty()) {
                return new Moving.Unknown();
              }
              diary.tell(
                  connection,
                  Correspondence.Kind.CANCELLED,
                  cancelled,
                  token,
                  Optional.empty(),
                  reason);
              for (Appointment each : visits) {
                offers.freed(connection, each);
              }
              return new Cancelling.Cancelled(cancelled.getFirst());
            });
  }

  /**
   * Moves a visit and all that follow it by as many days and minutes on the wall as takes the first
   * to its new start; all of them or none.
   */
  public Moving moveFollowing(String token, Instant start) {
    Optional<Appointment> found = found(token);
    Optional<Unchangeable> why = diary.unchangeable(found);
    return why.isPresent() ? why.get() : move(found.orElseThrow(), start, token, Optional.empty());
  }

  Moving move(Appointment first, Instant start, String token, Optional<String> reason) {
    Optional<Practitioner> practitioner = diary.clinic().practitioner(first.practitioner());
    Optional<Service> service = diary.clinic().service(first.service());
    if (practitioner.isEmpty() || service.isEmpty()) {
      return new NotOffered(NotOffered.Why.SERVICE);
    }
    List<Appointment> visits = following(first);
    ZoneId zone = diary.clinic().zoneOf(first.place());
    LocalDateTime from = LocalDateTime.ofInstant(first.start(), zone);
    long minutes = ChronoUnit.MINUTES.between(from, LocalDateTime.ofInstant(start, zone));
    List<Instant> starts =
        visits.stream()
            .map(
                each ->
                    LocalDateTime.ofInstant(each.start(), zone)
                        .plusMinutes(minutes)
                        .atZone(zone)
                        .toInstant())
            .toList();
    Set<UUID> own = new HashSet<>(visits.stream().map(Appointment::id).toList());
    List<Planned> looked = looked(practitioner.get(), service.get(), starts, own);
    List<Planned> conflicts = looked.stream().filter(planned -> !planned.free()).toList();
    if (!conflicts.isEmpty()) {
      return new Moving.SomeTaken(conflicts);
    }
    List<Appointments.Move> moves = new ArrayList<>();
    for (int i = 0; i < visits.size(); i++) {
      moves.add(
          new Appointments.Move(
              visits.get(i).id(), diary.visit(practitioner.get(), service.get(), starts.get(i))));
    }
    Instant now = diary.now();
    try {
      return diary
          .appointments()
          .write(
              connection -> {
                diary.appointments().moveAll(connection, moves, now, reason);
                List<Appointment> moved = new ArrayList<>();
                for (Appointment each : visits) {
                  diary
                      .appointments()
                      .find(connection, each.id())
                      .map(Diary::appointment)
                      .ifPresent(moved::add);
                }
                diary.tell(
                    connection,
                    Correspondence.Kind.MOVED,
                    moved,
                    token,
                    Optional.of(first.start()),
                    reason);
                for (Appointment each : visits) {
                  offers.freed(connection, each);
                }
                return new Moving.Moved(moved.getFirst());
              });
    } catch (Conflict somebodyWasFirst) {
      return new Moving.SomeTaken(
          looked(practitioner.get(), service.get(), starts, own).stream()
              .filter(planned -> !planned.free())
              .toList());
    }
  }

  private Optional<Appointment> found(String token) {
    return diary
        .appointments()
        .find(Token.hash(token))
        .map(Diary::appointment)
        .filter(appointment -> appointment.series().isPresent());
  }
}

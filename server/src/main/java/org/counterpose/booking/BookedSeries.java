package org.counterpose.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.store.Appointments;
import org.counterpose.store.Conflict;

/** Visits that were booked together: which they are, and changes of one and all that follow it. */
public final class BookedSeries {

  private final Diary diary;
  private final SeriesTimes times;

  BookedSeries(Diary diary) {
    this.diary = diary;
    this.times = new SeriesTimes(diary);
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
        .map(in -> diary.appointments().read(connection -> diary.ofSeries(connection, in.series())))
        .orElse(List.of());
  }

  /** A visit and those after it that are still to come and not cancelled. */
  List<Appointment> following(Appointment from) {
    int first = from.series().orElseThrow().number();
    return together(from).stream()
        .filter(each -> each.series().orElseThrow().number() >= first && !diary.isOver(each))
        .toList();
  }

  /**
   * Cancels a visit and all that follow it in its series, with one letter; a second time changes
   * nothing.
   */
  public Cancelling cancelFollowing(String token) {
    Optional<Appointment> found = found(token);
    boolean again = found.map(Appointment::cancelled).orElse(false);
    List<Appointment> visits = found.map(this::following).orElse(List.of());
    if (again && visits.isEmpty()) {
      return new Cancelling.Cancelled(found.orElseThrow());
    }
    Optional<Unchangeable> why = again ? tooLate(visits) : unchangeable(found, visits);
    if (why.isPresent()) {
      return why.get();
    }
    Instant now = diary.now();
    return diary.write(
        connection -> {
          List<Appointment> cancelled = new ArrayList<>();
          for (Appointment each : stillToCome(connection, visits)) {
            diary
                .appointments()
                .cancel(connection, each.id(), now, Optional.empty())
                .map(Diary::appointment)
                .ifPresent(cancelled::add);
          }
          if (cancelled.isEmpty()) {
            return new Cancelling.Cancelled(
                diary.find(connection, visits.getFirst().id()).orElse(visits.getFirst()));
          }
          diary.tell(
              connection,
              Correspondence.Kind.CANCELLED,
              cancelled,
              token,
              Optional.empty(),
              Optional.empty());
          return new Cancelling.Cancelled(cancelled.getFirst());
        });
  }

  /** Why the link of the first of some visits cannot change all of them. */
  private Optional<Unchangeable> unchangeable(
      Optional<Appointment> first, List<Appointment> visits) {
    return diary.unchangeable(first).or(() -> tooLate(visits));
  }

  private Optional<Unchangeable> tooLate(List<Appointment> visits) {
    return visits.stream().filter(diary::isTooLate).findFirst().map(Moving.TooLate::new);
  }

  /** Of some visits those that nobody cancelled meanwhile, as they are now. */
  private List<Appointment> stillToCome(Connection connection, List<Appointment> visits)
      throws SQLException {
    List<Appointment> left = new ArrayList<>();
    for (Appointment each : visits) {
      diary.find(connection, each.id()).filter(now -> !diary.isOver(now)).ifPresent(left::add);
    }
    return left;
  }

  /**
   * Moves a visit and all that follow it by as many days and minutes on the wall as takes the first
   * to its new start; all of them or none.
   *
   * @param practitioner who sees the person from then on; those visits that were already with
   *     somebody else than the first stay with them
   */
  public Moving moveFollowing(String token, Instant start, String practitioner) {
    Optional<Appointment> found = found(token);
    List<Appointment> visits = found.map(this::following).orElse(List.of());
    Optional<Unchangeable> why = unchangeable(found, visits);
    if (why.isPresent()) {
      return why.get();
    }
    Appointment first = found.orElseThrow();
    Optional<Service> service = diary.clinic().service(first.service());
    if (service.isEmpty()) {
      return new NotOffered(NotOffered.Why.SERVICE);
    }
    List<Instant> starts = moved(visits, start);
    List<Wished> wished = new ArrayList<>();
    for (int i = 0; i < visits.size(); i++) {
      Appointment visit = visits.get(i);
      boolean follows = visit.practitioner().equals(first.practitioner());
      Optional<Practitioner> whose =
          diary.clinic().practitioner(follows ? practitioner : visit.practitioner());
      if (whose.isEmpty()) {
        return new NotOffered(NotOffered.Why.SERVICE);
      }
      wished.add(new Wished(visit, whose.get(), starts.get(i)));
    }
    if (wished.stream().allMatch(Wished::isThere)) {
      return new Moving.Moved(first);
    }
    List<Planned> conflicts = conflicts(service.get(), wished);
    if (!conflicts.isEmpty()) {
      return new Moving.SomeTaken(conflicts);
    }
    try {
      return moveAll(service.get(), wished, token);
    } catch (Conflict somebodyWasFirst) {
      return new Moving.SomeTaken(conflicts(service.get(), wished));
    }
  }

  /** With whom and when a visit is to be. */
  private record Wished(Appointment visit, Practitioner whose, Instant start) {
    boolean isThere() {
      return visit.start().equals(start) && visit.practitioner().equals(whose.id());
    }
  }

  private Moving moveAll(Service service, List<Wished> wished, String token) {
    Instant now = diary.now();
    return diary.write(
        connection -> {
          List<Appointments.Move> moves = new ArrayList<>();
          List<Appointment> before = new ArrayList<>();
          for (Wished each : wished) {
            for (Appointment was : stillToCome(connection, List.of(each.visit()))) {
              before.add(was);
              moves.add(
                  new Appointments.Move(
                      was.id(), diary.visit(each.whose(), service, each.start())));
            }
          }
          if (moves.isEmpty()) {
            return new Moving.Over(wished.getFirst().visit());
          }
          diary.appointments().moveAll(connection, moves, now, Optional.empty());
          List<Appointment> moved = new ArrayList<>();
          for (Appointments.Move move : moves) {
            diary.find(connection, move.id()).ifPresent(moved::add);
          }
          diary.tell(
              connection,
              Correspondence.Kind.MOVED,
              moved,
              token,
              Optional.of(before.getFirst().start()),
              Optional.empty());
          return new Moving.Moved(moved.getFirst());
        });
  }

  /** Where visits come to start that move with the first of them, by the clock on the wall. */
  private List<Instant> moved(List<Appointment> visits, Instant start) {
    Appointment first = visits.getFirst();
    ZoneId zone = diary.clinic().zoneOf(first.place());
    LocalDateTime from = LocalDateTime.ofInstant(first.start(), zone);
    long minutes = ChronoUnit.MINUTES.between(from, LocalDateTime.ofInstant(start, zone));
    return visits.stream()
        .map(
            each ->
                LocalDateTime.ofInstant(each.start(), zone)
                    .plusMinutes(minutes)
                    .atZone(zone)
                    .toInstant())
        .toList();
  }

  private List<Planned> conflicts(Service service, List<Wished> wished) {
    Set<UUID> own = wished.stream().map(each -> each.visit().id()).collect(Collectors.toSet());
    Map<Practitioner, List<Instant>> starts = new LinkedHashMap<>();
    wished.forEach(
        each -> starts.computeIfAbsent(each.whose(), first -> new ArrayList<>()).add(each.start()));
    return starts.entrySet().stream()
        .flatMap(each -> times.look(each.getKey(), service, each.getValue(), own).stream())
        .filter(planned -> !planned.free())
        .sorted(Comparator.comparing(Planned::start))
        .toList();
  }

  private Optional<Appointment> found(String token) {
    return diary.find(token).filter(appointment -> appointment.series().isPresent());
  }
}

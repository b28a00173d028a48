package org.counterpose.booking;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

  /** Cancels a visit and all that follow it in its series, with one letter. */
  public Cancelling cancelFollowing(String token) {
    Optional<Appointment> found = found(token);
    Optional<Unchangeable> why = diary.unchangeable(found);
    if (why.isPresent()) {
      return why.get();
    }
    List<Appointment> visits = following(found.orElseThrow());
    Instant now = diary.now();
    return diary.write(
        connection -> {
          List<Appointment> cancelled = new ArrayList<>();
          for (Appointment each : visits) {
            diary
                .appointments()
                .cancel(connection, each.id(), now, Optional.empty())
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
              Optional.empty());
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
    if (why.isPresent()) {
      return why.get();
    }
    Appointment first = found.orElseThrow();
    Optional<Practitioner> practitioner = diary.clinic().practitioner(first.practitioner());
    Optional<Service> service = diary.clinic().service(first.service());
    if (practitioner.isEmpty() || service.isEmpty()) {
      return new NotOffered(NotOffered.Why.SERVICE);
    }
    List<Appointment> visits = following(first);
    List<Instant> starts = moved(visits, start);
    Set<UUID> own = new HashSet<>(visits.stream().map(Appointment::id).toList());
    List<Planned> conflicts = conflicts(practitioner.get(), service.get(), starts, own);
    if (!conflicts.isEmpty()) {
      return new Moving.SomeTaken(conflicts);
    }
    List<Appointments.Move> moves = new ArrayList<>();
    for (int i = 0; i < visits.size(); i++) {
      moves.add(
          new Appointments.Move(
              visits.get(i).id(), diary.visit(practitioner.get(), service.get(), starts.get(i))));
    }
    try {
      return moveAll(moves, token, first.start());
    } catch (Conflict somebodyWasFirst) {
      return new Moving.SomeTaken(conflicts(practitioner.get(), service.get(), starts, own));
    }
  }

  private Moving moveAll(List<Appointments.Move> moves, String token, Instant was) {
    Instant now = diary.now();
    return diary.write(
        connection -> {
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
              Optional.of(was),
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

  private List<Planned> conflicts(
      Practitioner practitioner, Service service, List<Instant> starts, Set<UUID> own) {
    return times.look(practitioner, service, starts, own).stream()
        .filter(planned -> !planned.free())
        .toList();
  }

  private Optional<Appointment> found(String token) {
    return diary.find(token).filter(appointment -> appointment.series().isPresent());
  }
}

package org.counterpose.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.store.Conflict;
import org.counterpose.store.Visit;

/** What staff do with visits that are booked, as far as they see them. */
public final class VisitsAtDesk {

  private final Diary diary;
  private final BookedSeries series;

  VisitsAtDesk(Diary diary) {
    this.diary = diary;
    this.series = new BookedSeries(diary);
  }

  /** An appointment by its id, where it is theirs to see. */
  public Optional<Appointment> find(AtDesk by, UUID id) {
    return diary
        .appointments()
        .read(connection -> diary.find(connection, id))
        .filter(appointment -> by.sees(appointment.place()));
  }

  /** The other visits that one was booked with, in their order. */
  public List<Appointment> together(AtDesk by, Appointment appointment) {
    return series.together(appointment).stream()
        .filter(each -> by.sees(each.place()) && !each.id().equals(appointment.id()))
        .toList();
  }

  /** Moves a visit that is still to come within the hours, for a reason that the person reads. */
  public Moving move(
      AtDesk by, UUID id, Practitioner practitioner, Instant start, Optional<String> reason) {
    Optional<Appointment> found = find(by, id);
    if (found.isEmpty()) {
      return new Moving.Unknown();
    }
    Appointment before = found.get();
    if (diary.isOver(before)) {
      return new Moving.Over(before);
    }
    Optional<Service> service = diary.clinic().service(before.service());
    if (service.isEmpty() || !practitioner.does(service.get())) {
      return new NotOffered(NotOffered.Why.SERVICE);
    }
    if (before.start().equals(start) && before.practitioner().equals(practitioner.id())) {
      return new Moving.Moved(before);
    }
    Instant now = diary.now();
    Visit to = diary.visit(practitioner, service.get(), start);
    if (!start.isAfter(now)) {
      return new NotOffered(NotOffered.Why.PAST);
    }
    if (!Cells.isStart(start)) {
      return new NotOffered(NotOffered.Why.OFF_GRID);
    }
    if (!by.sees(to.place()) || !diary.isOpen(practitioner, service.get(), start)) {
      return new NotOffered(NotOffered.Why.CLOSED);
    }
    try {
      return diary.write(
          connection -> {
            Appointment was = diary.find(connection, id).orElseThrow();
            if (diary.isOver(was)) {
              return new Moving.Over(was);
            }
            Appointment after =
                diary
                    .appointments()
                    .move(connection, id, to, now, reason)
                    .map(Diary::appointment)
                    .orElseThrow();
            by.record()
                .add(
                    connection,
                    "moved",
                    after.journey(),
                    written(was) + " to " + after.practitioner() + " at " + after.start());
            diary.tell(
                connection,
                Correspondence.Kind.MOVED,
                List.of(after),
                diary.newLink(connection, after),
                Optional.of(was.start()),
                reason);
            return new Moving.Moved(after);
          });
    } catch (Conflict somebodyHasIt) {
      return new Booking.Taken();
    }
  }

  /**
   * Cancels a visit that is still to come, for a reason that the person reads.
   *
   * @param following whether those that follow it in its series, and are theirs to see, are
   *     cancelled too
   */
  public Cancelling cancel(AtDesk by, UUID id, String reason, boolean following) {
    Optional<Appointment> found = find(by, id);
    if (found.isEmpty()) {
      return new Moving.Unknown();
    }
    Instant now = diary.now();
    List<Appointment> visits =
        following && found.get().series().isPresent()
            ? series.following(found.get()).stream().filter(each -> by.sees(each.place())).toList()
            : List.of(found.get());
    return diary.write(
        connection -> {
          List<Appointment> cancelled = new ArrayList<>();
          for (Appointment each : visits) {
            Appointment was = diary.find(connection, each.id()).orElseThrow();
            if (!diary.isOver(was)) {
              diary
                  .appointments()
                  .cancel(connection, was.id(), now, Optional.of(reason))
                  .map(Diary::appointment)
                  .ifPresent(cancelled::add);
              by.record().add(connection, "cancelled", was.journey(), written(was) + ": " + reason);
            }
          }
          if (cancelled.isEmpty()) {
            return new Moving.Over(found.get());
          }
          diary.tell(
              connection,
              Correspondence.Kind.CANCELLED,
              cancelled,
              diary.newLink(connection, cancelled.getFirst()),
              Optional.empty(),
              Optional.of(reason));
          return new Cancelling.Cancelled(cancelled.getFirst());
        });
  }

  /** Whether a visit has begun: only then can anybody have come, or not. */
  public boolean hasBegun(Appointment visit) {
    return !visit.start().isAfter(diary.now());
  }

  /**
   * Says whether somebody came, or takes it back. False where it is not theirs, cancelled, or has
   * not begun.
   */
  public boolean attended(AtDesk by, UUID id, Attendance attendance) {
    Optional<Appointment> found = find(by, id).filter(one -> !one.cancelled() && hasBegun(one));
    if (found.isEmpty()) {
      return false;
    }
    Optional<String> kept =
        switch (attendance) {
          case UNKNOWN -> Optional.empty();
          case ARRIVED -> Optional.of("arrived");
          case NO_SHOW -> Optional.of("no-show");
        };
    return diary.write(
        connection -> {
          diary.appointments().attended(connection, id, kept);
          by.record()
              .add(
                  connection,
                  kept.orElse("attendance taken back"),
                  found.get().journey(),
                  written(found.get()));
          return true;
        });
  }

  /** A visit as the trail has it. */
  static String written(Appointment appointment) {
    return "visit "
        + appointment.id()
        + " with "
        + appointment.practitioner()
        + " at "
        + appointment.start();
  }
}

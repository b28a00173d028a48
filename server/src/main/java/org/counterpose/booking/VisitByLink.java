package org.counterpose.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.counterpose.booking.Booking.Taken;
import org.counterpose.booking.Cancelling.Cancelled;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.booking.Moving.Moved;
import org.counterpose.booking.Moving.Over;
import org.counterpose.booking.Moving.Unknown;
import org.counterpose.store.Conflict;
import org.counterpose.store.Visit;

/** Moves or cancels a visit for whoever has its private link. */
final class VisitByLink {

  private final Diary diary;

  VisitByLink(Diary diary) {
    this.diary = diary;
  }

  /** Moves to another time, with the same practitioner where none is named. */
  Moving move(String token, Instant start, Optional<String> practitioner) {
    Optional<Appointment> found = diary.find(token);
    Optional<Unchangeable> refused = diary.unchangeable(found);
    if (refused.isPresent()) {
      return refused.get();
    }
    Appointment appointment = found.orElseThrow();
    Optional<Practitioner> whose =
        diary.clinic().practitioner(practitioner.orElse(appointment.practitioner()));
    Optional<Service> service = diary.clinic().service(appointment.service());
    if (whose.isEmpty() || service.isEmpty()) {
      return new NotOffered(NotOffered.Why.SERVICE);
    }
    if (start.equals(appointment.start()) && whose.get().id().equals(appointment.practitioner())) {
      return new Moved(appointment);
    }
    Optional<NotOffered.Why> refusal =
        diary.freeTimes().refusal(whose.get(), service.get(), start, diary.clock().instant());
    if (refusal.isPresent()) {
      return new NotOffered(refusal.get());
    }
    Visit to = diary.visit(whose.get(), service.get(), start);
    Instant now = diary.now();
    try {
      return diary.write(
          connection -> {
            Appointment before = current(connection, appointment);
            Optional<Appointment> after =
                diary
                    .appointments()
                    .move(connection, before.id(), to, now, Optional.empty())
                    .map(Diary::appointment);
            if (after.isEmpty()) {
              return new Unknown();
            }
            if (after.get().cancelled()) {
              return new Over(after.get());
            }
            diary.tell(
                connection,
                Correspondence.Kind.MOVED,
                List.of(after.get()),
                token,
                Optional.of(before.start()),
                Optional.empty());
            return new Moved(after.get());
          });
    } catch (Conflict somebodyWasFirst) {
      return new Taken();
    }
  }

  /** As it is now, and not when the page was opened. */
  private Appointment current(Connection connection, Appointment seen) throws SQLException {
    return diary.find(connection, seen.id()).orElse(seen);
  }

  /** Cancels, and the time is free at once, or offered to who waits for it. */
  Cancelling cancel(String token) {
    Optional<Appointment> found = diary.find(token);
    boolean again = found.map(Appointment::cancelled).orElse(false);
    Optional<Unchangeable> refused = again ? Optional.empty() : diary.unchangeable(found);
    if (refused.isPresent()) {
      return refused.get();
    }
    Appointment appointment = found.orElseThrow();
    Instant now = diary.now();
    return diary.write(
        connection -> {
          Appointment before = current(connection, appointment);
          if (before.cancelled()) {
            return new Cancelled(before);
          }
          Optional<Appointment> after =
              diary
                  .appointments()
                  .cancel(connection, before.id(), now, Optional.empty())
                  .map(Diary::appointment);
          if (after.isEmpty()) {
            return new Unknown();
          }
          diary.tell(
              connection,
              Correspondence.Kind.CANCELLED,
              List.of(after.get()),
              token,
              Optional.empty(),
              Optional.empty());
          return new Cancelled(after.get());
        });
  }
}

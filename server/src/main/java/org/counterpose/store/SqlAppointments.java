package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appointments in SQL that SQLite and PostgreSQL both speak. */
public final class SqlAppointments implements Appointments {

  /** No visit takes longer: how far before a stretch of time one that touches it may begin. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Database database;

  public SqlAppointments(Database database) {
    this.database = database;
  }

  @Override
  public <T extends @Nullable Object> T write(Work<T> work) {
    return database.write(work);
  }

  @Override
  public <T extends @Nullable Object> T read(Work<T> work) {
    return database.read(work);
  }

  @Override
  public BookingAnswer book(
      Connection connection, BookingKey key, NewAppointment appointment, Optional<UUID> held)
      throws SQLException {
    return BookingKeys.once(
        connection,
        key,
        appointment,
        within -> {
          for (Visit choice : appointment.choices()) {
            if (keep(within, appointment, choice, held)) {
              end(within, held);
              return Optional.of(choice);
            }
          }
          return Optional.empty();
        });
  }

  @Override
  public BookingAnswer bookAll(
      Connection connection, BookingKey key, List<NewAppointment> appointments, Optional<UUID> held)
      throws SQLException {
    NewAppointment first = appointments.getFirst();
    return BookingKeys.once(
        connection,
        key,
        first,
        within -> {
          for (NewAppointment appointment : appointments) {
            if (!keep(within, appointment, held)) {
              throw claimed();
            }
          }
          end(within, held);
          return Optional.of(first.choices().getFirst());
        });
  }

  private static void end(Connection connection, Optional<UUID> held) throws SQLException {
    if (held.isPresent()) {
      HeldTimes.end(connection, held.get());
    }
  }

  @Override
  public boolean isFree(Connection connection, NewAppointment appointment) throws SQLException {
    return CalendarCells.canClaim(
        connection,
        appointment.choices().getFirst(),
        CalendarCells.Claimant.staying(appointment.id(), appointment.at()));
  }

  private static SQLException claimed() {
    return new SQLIntegrityConstraintViolationException("a cell is claimed", "23505");
  }

  @Override
  public boolean keep(Connection connection, NewAppointment appointment, Optional<UUID> instead)
      throws SQLException {
    return keep(connection, appointment, appointment.choices().getFirst(), instead);
  }

  private static boolean keep(
      Connection connection, NewAppointment appointment, Visit visit, Optional<UUID> instead)
      throws SQLException {
    CalendarCells.Claimant claimant =
        new CalendarCells.Claimant(appointment.id(), Optional.empty(), instead, appointment.at());
    if (!CalendarCells.canClaim(connection, visit, claimant)
        || !CalendarCells.claim(connection, visit, claimant)) {
      return false;
    }
    AppointmentRows.insert(connection, appointment, visit);
    return true;
  }

  @Override
  public BookingAnswer bookOnPurpose(
      Connection connection, BookingKey key, NewAppointment appointment, boolean beside)
      throws SQLException {
    return BookingKeys.once(
        connection,
        key,
        appointment,
        within -> {
          if (!keep(within, appointment, Optional.empty())) {
            if (!beside) {
              throw claimed();
            }
            overbook(within, appointment);
          }
          return Optional.of(appointment.choices().getFirst());
        });
  }

  private static void overbook(Connection connection, NewAppointment appointment)
      throws SQLException {
    Visit visit = appointment.choices().getFirst();
    CalendarCells.overbook(connection, visit, appointment.id(), appointment.at());
    AppointmentRows.insert(connection, appointment, visit);
  }

  @Override
  public Optional<BookingAnswer> answer(String keyHash, String requestHash) {
    return database.read(connection -> BookingKeys.answer(connection, keyHash, requestHash));
  }

  @Override
  public Optional<KeptAppointment> find(Connection connection, String tokenHash)
      throws SQLException {
    Optional<KeptAppointment> found =
        AppointmentRows.ALL.first(connection, "WHERE token_hash = ?", tokenHash);
    return found.isPresent()
        ? found
        : AppointmentRows.ALL.first(
            connection,
            "WHERE id = (SELECT appointment FROM appointment_link"
                + " WHERE appointment_link.token_hash = ?)",
            tokenHash);
  }

  @Override
  public Optional<KeptAppointment> find(Connection connection, UUID id) throws SQLException {
    return AppointmentRows.ALL.first(connection, "WHERE id = ?", id);
  }

  @Override
  public void addLink(Connection connection, UUID appointment, String tokenHash)
      throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO appointment_link (token_hash, appointment) VALUES (?, ?)",
        tokenHash,
        appointment);
  }

  @Override
  public Optional<KeptAppointment> move(
      Connection connection, UUID id, Visit to, Instant at, Optional<String> reason)
      throws SQLException {
    moveAll(connection, List.of(new Move(id, to)), at, reason);
    return find(connection, id);
  }

  @Override
  public void moveAll(Connection connection, List<Move> moves, Instant at, Optional<String> reason)
      throws SQLException {
    List<Move> done = new ArrayList<>();
    for (Move move : moves) {
      if (moved(connection, move, at, reason)) {
        CalendarCells.release(connection, move.id());
        done.add(move);
      }
    }
    for (Move move : done) {
      if (!CalendarCells.claim(
          connection, move.to(), CalendarCells.Claimant.staying(move.id(), at))) {
        throw claimed();
      }
    }
  }

  private static boolean moved(
      Connection connection, Move move, Instant at, Optional<String> reason) throws SQLException {
    return Sql.changes(
        connection,
        "UPDATE appointment SET practitioner = ?, place = ?, start_at = ?, end_at = ?,"
            + " revision = revision + 1, changed_at = ?, reason = ?, on_purpose = NULL"
            + " WHERE id = ? AND cancelled = 0",
        move.to().practitioner(),
        move.to().place(),
        move.to().start(),
        move.to().end(),
        at,
        reason,
        move.id());
  }

  @Override
  public Optional<KeptAppointment> cancel(
      Connection connection, UUID id, Instant at, Optional<String> reason) throws SQLException {
    Sql.run(
        connection,
        "UPDATE appointment SET cancelled = 1, revision = revision + 1, changed_at = ?, reason = ?"
            + " WHERE id = ? AND cancelled = 0",
        at,
        reason,
        id);
    CalendarCells.release(connection, id);
    return find(connection, id);
  }

  @Override
  public void onPurpose(Connection connection, UUID id, String why) throws SQLException {
    Sql.run(connection, "UPDATE appointment SET on_purpose = ? WHERE id = ?", why, id);
  }

  @Override
  public Optional<KeptAppointment> attended(
      Connection connection, UUID id, Optional<String> attended) throws SQLException {
    Sql.run(
        connection,
        "UPDATE appointment SET attended = ? WHERE id = ? AND cancelled = 0",
        attended,
        id);
    return find(connection, id);
  }

  @Override
  public List<KeptAppointment> ofSeries(Connection connection, UUID series) throws SQLException {
    return AppointmentRows.ALL.list(connection, "WHERE series = ? ORDER BY series_number", series);
  }

  @Override
  public List<KeptAppointment> between(Instant from, Instant before) {
    return database.read(
        connection ->
            AppointmentRows.ALL.list(
                connection,
                "WHERE start_at >= ? AND start_at < ? AND end_at > ? ORDER BY start_at, id",
                from.minus(LONGEST),
                before,
                from));
  }

  @Override
  public List<KeptAppointment> ofJourney(UUID journey) {
    return database.read(
        connection ->
            AppointmentRows.ALL.list(
                connection, "WHERE journey = ? ORDER BY start_at, id", journey));
  }

  @Override
  public int forget(Instant endedBefore) {
    return database.read(connection -> PastVisits.areAny(connection, endedBefore))
        ? database.wipe(connection -> PastVisits.delete(connection, endedBefore))
        : 0;
  }

  @Override
  public void withoutSummary(Connection connection, UUID journey, Instant now) throws SQLException {
    Sql.run(
        connection,
        "UPDATE appointment SET summary = NULL WHERE journey = ? AND end_at > ?",
        journey,
        now);
  }

  /** Deletes the appointments that a journey's summary went along to, and lets their cells go. */
  static void eraseOf(Connection connection, UUID journey) throws SQLException {
    String of = " IN (SELECT id FROM appointment WHERE journey = ?)";
    for (KeptAppointment appointment :
        AppointmentRows.ALL.list(connection, "WHERE journey = ?", journey)) {
      CalendarCells.release(connection, appointment.id());
    }
    Sql.run(connection, "DELETE FROM booking_key WHERE appointment" + of, journey);
    Sql.run(connection, "DELETE FROM appointment_link WHERE appointment" + of, journey);
    Sql.run(connection, "DELETE FROM appointment WHERE journey = ?", journey);
    VisitSeries.forgetEmpty(connection);
  }
}

package org.counterpose.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appointments in SQL that SQLite and PostgreSQL both speak. */
public final class SqlAppointments implements Appointments {

  private static final String COLUMNS =
      "id, practitioner, service, start_at, end_at, revision, cancelled, name, email, journey,"
          + " summary, changed_at, place, zone, series, series_number, attended, overbooked, reason";

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
    if (!remember(connection, key, appointment)) {
      return firstAnswer(connection, key.keyHash(), key.requestHash()).orElseThrow();
    }
    for (Visit choice : appointment.choices()) {
      if (keep(connection, appointment, choice, held)) {
        chosen(connection, key, choice);
        if (held.isPresent()) {
          HeldTimes.end(connection, held.get());
        }
        return new BookingAnswer.Booked(
            key.sealedToken(), Optional.of(choice.practitioner()), choice.end());
      }
    }
    update(
        connection,
        "UPDATE booking_key SET sealed_token = NULL, appointment = NULL WHERE key_hash = ?",
        key.keyHash());
    return new BookingAnswer.Taken();
  }

  @Override
  public BookingAnswer bookAll(
      Connection connection, BookingKey key, List<NewAppointment> appointments, Optional<UUID> held)
      throws SQLException {
    NewAppointment first = appointments.getFirst();
    if (!remember(connection, key, first)) {
      return firstAnswer(connection, key.keyHash(), key.requestHash()).orElseThrow();
    }
    for (NewAppointment appointment : appointments) {
      if (!keep(connection, appointment, held)) {
        throw claimed();
      }
    }
    if (held.isPresent()) {
      HeldTimes.end(connection, held.get());
    }
    Visit visit = first.choices().getFirst();
    chosen(connection, key, visit);
    return new BookingAnswer.Booked(
        key.sealedToken(), Optional.of(visit.practitioner()), visit.end());
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
    if (!canClaim(connection, visit, claimant)
        || !CalendarCells.claim(connection, visit, claimant)) {
      return false;
    }
    insert(connection, appointment, visit, false);
    return true;
  }

  /** Whether a claim will go through: nothing is taken before it is sure. */
  private static boolean canClaim(
      Connection connection, Visit visit, CalendarCells.Claimant claimant) throws SQLException {
    Set<Long> wanted = new HashSet<>(visit.cells());
    List<CalendarCells.Claim> there =
        CalendarCells.claims(
                connection, visit.cells().getFirst(), visit.cells().getLast() + 1, claimant.now())
            .stream()
            .filter(claim -> claim.practitioner().equals(visit.practitioner()))
            .filter(claim -> wanted.contains(claim.cell()))
            .toList();
    for (CalendarCells.Claim claim : there) {
      if (claimant.instead().filter(claim.holder()::equals).isPresent()) {
        wanted.remove(claim.cell());
      }
    }
    return there.stream().noneMatch(claim -> claim.lane() == 0 && wanted.contains(claim.cell()));
  }

  @Override
  public BookingAnswer bookOnPurpose(
      Connection connection, BookingKey key, NewAppointment appointment, boolean beside)
      throws SQLException {
    if (!remember(connection, key, appointment)) {
      return firstAnswer(connection, key.keyHash(), key.requestHash()).orElseThrow();
    }
    if (!keep(connection, appointment, Optional.empty())) {
      if (!beside) {
        throw claimed();
      }
      overbook(connection, appointment);
    }
    Visit visit = appointment.choices().getFirst();
    chosen(connection, key, visit);
    return new BookingAnswer.Booked(
        key.sealedToken(), Optional.of(visit.practitioner()), visit.end());
  }

  private static void overbook(Connection connection, NewAppointment appointment)
      throws SQLException {
    Visit visit = appointment.choices().getFirst();
    boolean shared = CalendarCells.overbook(connection, visit, appointment.id(), appointment.at());
    insert(connection, appointment, visit, shared);
  }

  @Override
  public Optional<BookingAnswer> answer(String keyHash, String requestHash) {
    return database.read(connection -> firstAnswer(connection, keyHash, requestHash));
  }

  @Override
  public Optional<KeptAppointment> find(Connection connection, String tokenHash)
      throws SQLException {
    Optional<KeptAppointment> found = one(connection, "token_hash = ?", tokenHash);
    return found.isPresent()
        ? found
        : one(
            connection,
            "id = (SELECT appointment FROM appointment_link WHERE appointment_link.token_hash = ?)",
            tokenHash);
  }

  @Override
  public Optional<KeptAppointment> find(Connection connection, UUID id) throws SQLException {
    return one(connection, "id = ?", id.toString());
  }

  @Override
  public void addLink(Connection connection, UUID appointment, String tokenHash)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO appointment_link (token_hash, appointment) VALUES (?, ?)")) {
      insert.setString(1, tokenHash);
      insert.setString(2, appointment.toString());
      insert.executeUpdate();
    }
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
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE appointment SET practitioner = ?, place = ?, start_at = ?, end_at = ?,"
                + " revision = revision + 1, changed_at = ?, reason = ?, overbooked = 0"
                + " WHERE id = ? AND cancelled = 0")) {
      update.setString(1, move.to().practitioner());
      update.setString(2, move.to().place());
      update.setLong(3, Micros.of(move.to().start()));
      update.setLong(4, Micros.of(move.to().end()));
      update.setLong(5, Micros.of(at));
      setText(update, 6, reason.orElse(null));
      update.setString(7, move.id().toString());
      return update.executeUpdate() == 1;
    }
  }

  @Override
  public Optional<KeptAppointment> cancel(
      Connection connection, UUID id, Instant at, Optional<String> reason) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE appointment SET cancelled = 1, revision = revision + 1, changed_at = ?,"
                + " reason = ? WHERE id = ? AND cancelled = 0")) {
      update.setLong(1, Micros.of(at));
      setText(update, 2, reason.orElse(null));
      update.setString(3, id.toString());
      update.executeUpdate();
    }
    CalendarCells.release(connection, id);
    return find(connection, id);
  }

  @Override
  public Optional<KeptAppointment> attended(
      Connection connection, UUID id, Optional<String> attended) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE appointment SET attended = ? WHERE id = ? AND cancelled = 0")) {
      setText(update, 1, attended.orElse(null));
      update.setString(2, id.toString());
      update.executeUpdate();
    }
    return find(connection, id);
  }

  @Override
  public List<KeptAppointment> ofSeries(Connection connection, UUID series) throws SQLException {
    return all(connection, "series = ? ORDER BY series_number", series.toString());
  }

  @Override
  public List<KeptAppointment> between(Instant from, Instant before) {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT "
                      + COLUMNS
                      + " FROM appointment WHERE start_at >= ? AND start_at < ? AND end_at > ?"
                      + " ORDER BY start_at, id")) {
            select.setLong(1, Micros.of(from.minus(1, ChronoUnit.DAYS)));
            select.setLong(2, Micros.of(before));
            select.setLong(3, Micros.of(from));
            return all(select);
          }
        });
  }

  @Override
  public List<KeptAppointment> ofJourney(UUID journey) {
    return database.read(
        connection -> all(connection, "journey = ? ORDER BY start_at, id", journey.toString()));
  }

  @Override
  public int forget(Instant endedBefore) {
    return database.read(connection -> hasEnded(connection, endedBefore)) ? wipe(endedBefore) : 0;
  }

  /** Whether there is anything to delete; asked first, since emptying the log has its price. */
  private static boolean hasEnded(Connection connection, Instant before) throws SQLException {
    if (WaitingPeople.hasPast(connection, before)) {
      return true;
    }
    for (String ended :
        List.of(
            "appointment WHERE",
            "booking_key WHERE appointment IS NULL AND",
            "blocked_time WHERE",
            "time_offer WHERE")) {
      try (PreparedStatement select =
          connection.prepareStatement("SELECT 1 FROM " + ended + " end_at < ? LIMIT 1")) {
        select.setLong(1, Micros.of(before));
        try (ResultSet row = select.executeQuery()) {
          if (row.next()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private int wipe(Instant endedBefore) {
    return database.wipe(
        connection -> {
          for (String belonging :
              List.of(
                  "booking_key WHERE appointment",
                  "calendar_cell WHERE holder",
                  "appointment_link WHERE appointment")) {
            try (PreparedStatement delete =
                connection.prepareStatement(
                    "DELETE FROM "
                        + belonging
                        + " IN (SELECT id FROM appointment WHERE end_at < ?)")) {
              delete.setLong(1, Micros.of(endedBefore));
              delete.executeUpdate();
            }
          }
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM booking_key WHERE appointment IS NULL AND end_at < ?")) {
            delete.setLong(1, Micros.of(endedBefore));
            delete.executeUpdate();
          }
          BlockedTimes.forget(connection, endedBefore);
          WaitingPeople.forget(connection, endedBefore);
          int deleted;
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM appointment WHERE end_at < ?")) {
            delete.setLong(1, Micros.of(endedBefore));
            deleted = delete.executeUpdate();
          }
          VisitSeries.forgetEmpty(connection);
          return deleted;
        });
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
    for (KeptAppointment appointment : all(connection, "journey = ?", journey.toString())) {
      CalendarCells.release(connection, appointment.id());
    }
    update(connection, "DELETE FROM booking_key WHERE appointment" + of, journey.toString());
    update(connection, "DELETE FROM appointment_link WHERE appointment" + of, journey.toString());
    update(connection, "DELETE FROM appointment WHERE journey = ?", journey.toString());
    VisitSeries.forgetEmpty(connection);
  }

  /** Takes the key; false where it came before. The key decides, not a look beforehand. */
  private static boolean remember(Connection connection, BookingKey key, NewAppointment appointment)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO booking_key (key_hash, request_hash, sealed_token, appointment, end_at)"
                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (key_hash) DO NOTHING")) {
      insert.setString(1, key.keyHash());
      insert.setString(2, key.requestHash());
      insert.setString(3, key.sealedToken());
      insert.setString(4, appointment.id().toString());
      insert.setLong(5, Micros.of(appointment.choices().getFirst().end()));
      return insert.executeUpdate() == 1;
    }
  }

  private static void chosen(Connection connection, BookingKey key, Visit choice)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE booking_key SET practitioner = ? WHERE key_hash = ?")) {
      update.setString(1, choice.practitioner());
      update.setString(2, key.keyHash());
      update.executeUpdate();
    }
  }

  private static Optional<BookingAnswer> firstAnswer(
      Connection connection, String keyHash, String requestHash) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT request_hash, sealed_token, end_at, practitioner FROM booking_key"
                + " WHERE key_hash = ?")) {
      select.setString(1, keyHash);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        if (!row.getString(1).equals(requestHash)) {
          return Optional.of(new BookingAnswer.OtherRequest());
        }
        String sealed = row.getString(2);
        return Optional.of(
            sealed == null
                ? new BookingAnswer.Taken()
                : new BookingAnswer.Booked(
                    sealed, Optional.ofNullable(row.getString(4)), Micros.instant(row.getLong(3))));
      }
    }
  }

  private static void insert(
      Connection connection, NewAppointment appointment, Visit visit, boolean overbooked)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO appointment ("
                + COLUMNS
                + ", token_hash, booked_at) VALUES (?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " NULL, ?, NULL, ?, ?)")) {
      insert.setString(1, appointment.id().toString());
      insert.setString(2, visit.practitioner());
      insert.setString(3, appointment.service());
      insert.setLong(4, Micros.of(visit.start()));
      insert.setLong(5, Micros.of(visit.end()));
      insert.setString(6, appointment.name());
      insert.setString(7, appointment.email());
      setText(insert, 8, appointment.journey().map(UUID::toString).orElse(null));
      setText(insert, 9, appointment.summary().orElse(null));
      insert.setLong(10, Micros.of(appointment.at()));
      insert.setString(11, visit.place());
      setText(insert, 12, appointment.zone().orElse(null));
      setText(insert, 13, appointment.series().map(in -> in.series().toString()).orElse(null));
      if (appointment.series().isPresent()) {
        insert.setInt(14, appointment.series().get().number());
      } else {
        insert.setNull(14, Types.INTEGER);
      }
      insert.setInt(15, overbooked ? 1 : 0);
      insert.setString(16, appointment.tokenHash());
      insert.setLong(17, Micros.of(appointment.at()));
      insert.executeUpdate();
    }
  }

  private static void update(Connection connection, String sql, String only) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, only);
      update.executeUpdate();
    }
  }

  private static Optional<KeptAppointment> one(Connection connection, String where, String only)
      throws SQLException {
    return all(connection, where, only).stream().findFirst();
  }

  private static List<KeptAppointment> all(Connection connection, String where, String only)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + COLUMNS + " FROM appointment WHERE " + where)) {
      select.setString(1, only);
      return all(select);
    }
  }

  private static List<KeptAppointment> all(PreparedStatement select) throws SQLException {
    List<KeptAppointment> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(read(row));
      }
    }
    return found;
  }

  private static KeptAppointment read(ResultSet row) throws SQLException {
    String series = row.getString(15);
    return new KeptAppointment(
        UUID.fromString(row.getString(1)),
        row.getString(2),
        row.getString(13),
        row.getString(3),
        Micros.instant(row.getLong(4)),
        Micros.instant(row.getLong(5)),
        row.getInt(6),
        row.getInt(7) == 1,
        row.getString(8),
        row.getString(9),
        Optional.ofNullable(row.getString(10)).map(UUID::fromString),
        Optional.ofNullable(row.getString(11)),
        Micros.instant(row.getLong(12)),
        Optional.ofNullable(row.getString(14)),
        series == null
            ? Optional.empty()
            : Optional.of(new NewAppointment.InSeries(UUID.fromString(series), row.getInt(16))),
        Optional.ofNullable(row.getString(17)),
        row.getInt(18) == 1,
        Optional.ofNullable(row.getString(19)));
  }

  private static void setText(PreparedStatement statement, int index, @Nullable String text)
      throws SQLException {
    if (text == null) {
      statement.setNull(index, Types.VARCHAR);
    } else {
      statement.setString(index, text);
    }
  }
}

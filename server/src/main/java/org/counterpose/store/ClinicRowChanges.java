package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpose.store.ClinicCounts.Kind;

/** The rows of the clinic's list as they are written, with their counts and concerns. */
final class ClinicRowChanges {

  private ClinicRowChanges() {}

  /** Puts a journey on the list, or changes its place and name there. */
  static void put(Connection connection, SqlClinicList.Shared row) throws SQLException {
    if (!rename(connection, row.journey(), row.place(), row.name())) {
      insert(connection, row);
    }
  }

  /** Marks the row of a journey as due, if it is on the list. */
  static void touch(Connection connection, UUID journey) throws SQLException {
    Sql.run(connection, "UPDATE clinic_row SET due_at = 0 WHERE journey = ?", journey);
  }

  /** Takes all of a journey off the list. */
  static boolean remove(Connection connection, UUID journey) throws SQLException {
    Optional<Kind> row = listed(connection, journey);
    if (row.isPresent()) {
      ClinicCounts.take(connection, row.get());
    }
    Sql.run(connection, "DELETE FROM clinic_row WHERE journey = ?", journey);
    Concerns.remove(connection, journey);
    return row.isPresent();
  }

  /** Changes the place and name of a row that is there; false where there is none. */
  private static boolean rename(Connection connection, UUID journey, String place, String name)
      throws SQLException {
    Optional<Kind> row = listed(connection, journey);
    if (row.isEmpty()) {
      return false;
    }
    Sql.run(
        connection,
        "UPDATE clinic_row SET place = ?, name = ?, search = ? WHERE journey = ?",
        place,
        name,
        name.toLowerCase(Locale.ROOT),
        journey);
    Concerns.move(connection, journey, place);
    ClinicCounts.move(connection, row.get(), row.get().at(place));
    return true;
  }

  private static Optional<Kind> listed(Connection connection, UUID journey) throws SQLException {
    return Sql.first(
        connection,
        "SELECT place, programme, version, need FROM clinic_row WHERE journey = ?",
        Kind::of,
        journey);
  }

  /** Adds a row; what arrived while it was summed up makes it due at once. */
  private static void insert(Connection connection, SqlClinicList.Shared row) throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO clinic_row (entries, due_at, programme, version, need, reason, since, day,"
            + " last_day, begun, ended, settled, last_at, still_logs, ratings, plan_done,"
            + " steps_done, verdict, change, journey, place, name, search, shared_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values(
            row.facts(),
            row.journey(),
            row.place(),
            row.name(),
            row.name().toLowerCase(Locale.ROOT),
            row.at()));
    ClinicCounts.add(connection, Kind.of(row.place(), row.facts()));
    Concerns.keep(connection, row.journey(), row.place(), row.facts().concerns(), row.at());
    Sql.run(
        connection,
        "UPDATE clinic_row SET due_at = 0 WHERE journey = ? AND entries <"
            + " (SELECT entries FROM journal_summary WHERE journal = ?)",
        row.journey(),
        row.journey());
  }

  /** What a row is counted as, and how many entries its journal holds. */
  private record Held(Kind kind, int entries) {}

  /** Writes a row that was summed up anew; from fewer entries than there are, it stays due. */
  static void update(Connection connection, SqlClinicList.Summed summed, Instant now)
      throws SQLException {
    UUID journey = summed.journey();
    ListRow.Facts facts = summed.facts();
    Optional<Held> there =
        Sql.first(
            connection,
            "SELECT r.place, r.programme, r.version, r.need, s.entries FROM clinic_row r"
                + " JOIN journal_summary s ON s.journal = r.journey WHERE r.journey = ?",
            row -> new Held(Kind.of(row), row.getInt("entries")),
            journey);
    if (there.isEmpty()) {
      return;
    }
    if (facts.entries() < there.get().entries()) {
      touch(connection, journey);
      return;
    }
    Sql.run(
        connection,
        "UPDATE clinic_row SET entries = ?, due_at = ?, programme = ?, version = ?, need = ?,"
            + " reason = ?, since = ?, day = ?, last_day = ?, begun = ?, ended = ?,"
            + " settled = ?, last_at = ?, still_logs = ?, ratings = ?, plan_done = ?, steps_done = ?, verdict = ?,"
            + " change = ? WHERE journey = ?",
        values(facts, journey));
    Kind kind = there.get().kind();
    ClinicCounts.move(connection, kind, Kind.of(kind.place(), facts));
    Concerns.keep(connection, journey, kind.place(), facts.concerns(), now);
  }

  /** What a row tells of a journal, in the order of its columns, and what comes behind it. */
  private static Object[] values(ListRow.Facts facts, Object... more) {
    return Stream.concat(
            Stream.of(
                facts.entries(),
                facts.dueAt(),
                facts.programme(),
                facts.version(),
                facts.need(),
                facts.reason(),
                facts.since(),
                facts.day(),
                facts.lastDay(),
                facts.begun(),
                facts.ended(),
                facts.settled(),
                facts.lastAt(),
                facts.stillLogging(),
                facts.ratings(),
                facts.planDone(),
                facts.stepsDone(),
                facts.verdict(),
                facts.change()),
            Stream.of(more))
        .toArray();
  }
}

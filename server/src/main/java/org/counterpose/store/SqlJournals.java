package org.counterpose.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Journals in SQL that SQLite and PostgreSQL both speak. */
public final class SqlJournals implements Journals {

  private static final HexFormat HEX = HexFormat.of();

  private final Database database;

  public SqlJournals(Database database) {
    this.database = database;
  }

  @Override
  public void begin(NewJourney journey, Also also) {
    if (journey.lines().isEmpty()) {
      throw new IllegalArgumentException("a journal begins with at least one line, got none");
    }
    database.write(
        connection -> {
          Sql.run(
              connection,
              "INSERT INTO journal (id, key_hash, begun_at) VALUES (?, ?, ?)",
              journey.id(),
              HEX.formatHex(journey.keyHash()),
              journey.at());
          List<Line> added = insert(connection, journey.id(), journey.lines());
          Line last = last(added);
          Sql.run(
              connection,
              "INSERT INTO journal_summary (journal, entries, last_at, last_type)"
                  + " VALUES (?, ?, ?, ?)",
              journey.id(),
              added.size(),
              last.at(),
              last.type());
          also.on(connection);
          return added;
        });
  }

  @Override
  public Optional<Appended> append(UUID journey, List<Line> lines, Also also) {
    List<Line> given = List.copyOf(lines);
    if (given.isEmpty()) {
      return summary(journey).map(there -> new Appended(0, 0));
    }
    try {
      return Optional.of(
          database.write(
              connection -> {
                Appended appended = appended(connection, journey, given);
                also.on(connection);
                return appended;
              }));
    } catch (Conflict noSuchJournal) {
      // An entry has no other key to break: an id that is there already changes nothing.
      return Optional.empty();
    }
  }

  private static Appended appended(Connection connection, UUID journey, List<Line> lines)
      throws SQLException {
    List<Line> added = insert(connection, journey, lines);
    if (!added.isEmpty()) {
      sumUp(connection, journey, added);
      SqlReminders.changed(connection, journey);
      ClinicRowChanges.touch(connection, journey);
    }
    return new Appended(added.size(), lines.size() - added.size());
  }

  @Override
  public Optional<Kept> find(UUID journey) {
    return database.read(connection -> kept(connection, journey));
  }

  private static Optional<Kept> kept(Connection connection, UUID journey) throws SQLException {
    return Sql.first(
        connection,
        "SELECT key_hash, begun_at FROM journal WHERE id = ?",
        row ->
            new Kept(
                journey,
                HEX.parseHex(row.getString("key_hash")),
                Sql.instant(row, "begun_at"),
                lines(connection, journey)),
        journey);
  }

  @Override
  public boolean replaceKey(UUID journey, byte[] keyHash, Also also) {
    return database.write(
        connection -> {
          boolean there =
              Sql.changes(
                  connection,
                  "UPDATE journal SET key_hash = ? WHERE id = ?",
                  HEX.formatHex(keyHash),
                  journey);
          if (there) {
            also.on(connection);
          }
          return there;
        });
  }

  @Override
  public Optional<Summary> summary(UUID journey) {
    return database.read(
        connection ->
            Sql.first(
                connection,
                "SELECT entries, last_at, last_type FROM journal_summary WHERE journal = ?",
                row -> summary(row, journey),
                journey));
  }

  private static Summary summary(ResultSet row, UUID journey) throws SQLException {
    return new Summary(
        journey, row.getInt("entries"), Sql.instant(row, "last_at"), row.getString("last_type"));
  }

  /** Shows the body of every entry of one type, with the journal that it is of. */
  public void eachOfType(String type, BiConsumer<UUID, String> body) {
    database.read(
        connection -> {
          Sql.each(
              connection,
              "SELECT journal, body FROM journal_entry WHERE type = ?",
              row -> body.accept(Sql.id(row, "journal"), row.getString("body")),
              type);
          return Boolean.TRUE;
        });
  }

  /** The journals that hold an entry of a type, in the order of their ids. */
  public List<UUID> withEntryOf(String type) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                "SELECT DISTINCT journal FROM journal_entry WHERE type = ? ORDER BY journal",
                row -> Sql.id(row, "journal"),
                type));
  }

  /**
   * What is added to one of many journals.
   *
   * @param entries how many it had when this was thought out; with another number it is thought out
   *     anew
   * @param lines none where nothing is to be added
   * @param also what is written with them
   */
  public record Addition(int entries, List<Line> lines, Also also) {
    public Addition {
      lines = List.copyOf(lines);
    }
  }

  /** Every journal that is kept, one after the other. */
  public void each(Consumer<Kept> reader) {
    database.read(
        connection -> {
          for (UUID journey :
              Sql.list(
                  connection, "SELECT id FROM journal ORDER BY id", row -> Sql.id(row, "id"))) {
            kept(connection, journey).ifPresent(reader);
          }
          return Boolean.TRUE;
        });
  }

  /**
   * Adds to every journal what belongs to it: to all of them or to none.
   *
   * @param thoughtOut what was thought out before, by journal, so that it is quick
   * @param anew for journals that came or grew since
   * @return how many journals something was added to
   */
  public int addToAll(Map<UUID, Addition> thoughtOut, Function<Kept, Addition> anew) {
    return database.write(
        connection -> {
          int changed = 0;
          for (Summary summary : summaries(connection)) {
            Addition before = thoughtOut.get(summary.journey());
            Addition addition =
                before != null && before.entries() == summary.entries()
                    ? before
                    : anew.apply(kept(connection, summary.journey()).orElseThrow());
            if (!addition.lines().isEmpty()) {
              appended(connection, summary.journey(), addition.lines());
              addition.also().on(connection);
              changed++;
            }
          }
          return changed;
        });
  }

  private static List<Summary> summaries(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        "SELECT journal, entries, last_at, last_type FROM journal_summary ORDER BY journal",
        row -> summary(row, Sql.id(row, "journal")));
  }

  @Override
  public boolean erase(UUID journey) {
    return database.wipe(connection -> delete(connection, journey));
  }

  /** Deletes all of a journal, and the appointments that its summary went along to. */
  private static boolean delete(Connection connection, UUID journey) throws SQLException {
    SqlAppointments.eraseOf(connection, journey);
    ClinicRowChanges.remove(connection, journey);
    SqlInvitations.eraseOf(connection, journey);
    SqlAccounts.eraseOf(connection, journey);
    WaitingPeople.eraseOf(connection, journey); // knows them by the contact, which goes next
    SqlConsents.eraseOf(connection, journey);
    AuditTrail.eraseOf(connection, journey);
    Outbox.eraseOf(connection, journey);
    SqlReminders.eraseOf(connection, journey);
    SqlLanguages.eraseOf(connection, journey);
    Sql.run(connection, "DELETE FROM journal_entry WHERE journal = ?", journey);
    Sql.run(connection, "DELETE FROM journal_summary WHERE journal = ?", journey);
    return Sql.run(connection, "DELETE FROM journal WHERE id = ?", journey) > 0;
  }

  /**
   * Inserts the lines that are new and returns them. Whether a line is new is asked of the key
   * alone; only where the key refuses one is what is kept under it compared.
   */
  private static List<Line> insert(Connection connection, UUID journey, List<Line> lines)
      throws SQLException {
    List<Line> added = new ArrayList<>(lines.size());
    List<Integer> taken = new ArrayList<>();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO journal_entry (journal, id, at, type, body) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT (journal, id) DO NOTHING")) {
      insert.setString(1, journey.toString());
      for (int i = 0; i < lines.size(); i++) {
        Line line = lines.get(i);
        insert.setString(2, line.id().toString());
        insert.setLong(3, Micros.of(line.at()));
        insert.setString(4, line.type());
        insert.setString(5, line.body());
        if (insert.executeUpdate() == 1) {
          added.add(line);
        } else if (!isKept(connection, journey, line)) {
          taken.add(i);
        }
      }
    }
    if (!taken.isEmpty()) {
      throw new IdTaken(taken);
    }
    return added;
  }

  /** Whether it is this very line that is kept under its id. */
  private static boolean isKept(Connection connection, UUID journey, Line line)
      throws SQLException {
    return Sql.first(
            connection,
            "SELECT body FROM journal_entry WHERE journal = ? AND id = ?",
            row -> row.getString("body"),
            journey,
            line.id())
        .filter(line.body()::equals)
        .isPresent();
  }

  private static void sumUp(Connection connection, UUID journey, List<Line> added)
      throws SQLException {
    Line last = last(added);
    Sql.run(
        connection,
        "UPDATE journal_summary SET entries = entries + ?,"
            + " last_type = CASE WHEN last_at <= ? THEN ? ELSE last_type END,"
            + " last_at = CASE WHEN last_at <= ? THEN ? ELSE last_at END WHERE journal = ?",
        added.size(),
        last.at(),
        last.type(),
        last.at(),
        last.at(),
        journey);
  }

  private static List<Line> lines(Connection connection, UUID journey) throws SQLException {
    return Sql.list(
        connection,
        "SELECT id, at, type, body FROM journal_entry WHERE journal = ? ORDER BY at, id",
        row ->
            new Line(
                Sql.id(row, "id"),
                Sql.instant(row, "at"),
                row.getString("type"),
                row.getString("body")),
        journey);
  }

  private static Line last(List<Line> lines) {
    return lines.stream().max(Comparator.comparing(Line::at)).orElseThrow();
  }
}

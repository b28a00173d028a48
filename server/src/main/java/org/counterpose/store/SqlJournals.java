package org.counterpose.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Journals in SQL that SQLite and PostgreSQL both speak. */
public final class SqlJournals implements Journals {

  private static final HexFormat HEX = HexFormat.of();

  private final Database database;

  public SqlJournals(Database database) {
    this.database = database;
  }

  @Override
  public void begin(NewJourney journey) {
    if (journey.lines().isEmpty()) {
      throw new IllegalArgumentException("a journal begins with at least one line, got none");
    }
    database.write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO journal (id, key_hash, begun_at) VALUES (?, ?, ?)")) {
            insert.setString(1, journey.id().toString());
            insert.setString(2, HEX.formatHex(journey.keyHash()));
            insert.setLong(3, Micros.of(journey.at()));
            insert.executeUpdate();
          }
          List<Line> added = insert(connection, journey.id(), journey.lines());
          Line last = last(added);
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO journal_summary (journal, entries, last_at, last_type)"
                      + " VALUES (?, ?, ?, ?)")) {
            insert.setString(1, journey.id().toString());
            insert.setInt(2, added.size());
            insert.setLong(3, Micros.of(last.at()));
            insert.setString(4, last.type());
            insert.executeUpdate();
          }
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
      SqlClinicList.touch(connection, journey);
    }
    return new Appended(added.size(), lines.size() - added.size());
  }

  @Override
  public Optional<Kept> find(UUID journey) {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT key_hash, begun_at FROM journal WHERE id = ?")) {
            select.setString(1, journey.toString());
            try (ResultSet row = select.executeQuery()) {
              if (!row.next()) {
                return Optional.empty();
              }
              return Optional.of(
                  new Kept(
                      journey,
                      HEX.parseHex(row.getString(1)),
                      Micros.instant(row.getLong(2)),
                      lines(connection, journey)));
            }
          }
        });
  }

  @Override
  public boolean replaceKey(UUID journey, byte[] keyHash, Also also) {
    return database.write(
        connection -> {
          boolean there =
              Sql.run(
                      connection,
                      "UPDATE journal SET key_hash = ? WHERE id = ?",
                      HEX.formatHex(keyHash),
                      journey)
                  == 1;
          if (there) {
            also.on(connection);
          }
          return there;
        });
  }

  @Override
  public Optional<Summary> summary(UUID journey) {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT entries, last_at, last_type FROM journal_summary WHERE journal = ?")) {
            select.setString(1, journey.toString());
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new Summary(
                          journey, row.getInt(1), Micros.instant(row.getLong(2)), row.getString(3)))
                  : Optional.empty();
            }
          }
        });
  }

  /** Shows the body of every entry of one type, of all journals. */
  public void eachOfType(String type, Consumer<String> body) {
    database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT body FROM journal_entry WHERE type = ?")) {
            select.setString(1, type);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                body.accept(row.getString(1));
              }
            }
            return Boolean.TRUE;
          }
        });
  }

  /** The journals that hold an entry of a type, in the order of their ids. */
  public List<UUID> withEntryOf(String type) {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT DISTINCT journal FROM journal_entry WHERE type = ? ORDER BY journal")) {
            select.setString(1, type);
            List<UUID> journals = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                journals.add(UUID.fromString(row.getString(1)));
              }
            }
            return journals;
          }
        });
  }

  @Override
  public boolean erase(UUID journey) {
    return database.wipe(connection -> delete(connection, journey));
  }

  /** Deletes all of a journal, and the appointments that its summary went along to. */
  private static boolean delete(Connection connection, UUID journey) throws SQLException {
    boolean there = false;
    SqlAppointments.eraseOf(connection, journey);
    SqlClinicList.remove(connection, journey);
    SqlInvitations.eraseOf(connection, journey);
    SqlAccounts.eraseOf(connection, journey);
    WaitingPeople.eraseOf(connection, journey); // knows them by the contact, which goes next
    SqlConsents.eraseOf(connection, journey);
    AuditTrail.eraseOf(connection, journey);
    Outbox.eraseOf(connection, journey);
    SqlReminders.eraseOf(connection, journey);
    for (String sql :
        List.of(
            "DELETE FROM journal_entry WHERE journal = ?",
            "DELETE FROM journal_summary WHERE journal = ?",
            "DELETE FROM journal WHERE id = ?")) {
      try (PreparedStatement delete = connection.prepareStatement(sql)) {
        delete.setString(1, journey.toString());
        there = delete.executeUpdate() > 0;
      }
    }
    return there;
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
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT body FROM journal_entry WHERE journal = ? AND id = ?")) {
      select.setString(1, journey.toString());
      select.setString(2, line.id().toString());
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getString(1).equals(line.body());
      }
    }
  }

  private static void sumUp(Connection connection, UUID journey, List<Line> added)
      throws SQLException {
    Line last = last(added);
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE journal_summary SET entries = entries + ?,"
                + " last_type = CASE WHEN last_at <= ? THEN ? ELSE last_type END,"
                + " last_at = CASE WHEN last_at <= ? THEN ? ELSE last_at END WHERE journal = ?")) {
      long at = Micros.of(last.at());
      update.setInt(1, added.size());
      update.setLong(2, at);
      update.setString(3, last.type());
      update.setLong(4, at);
      update.setLong(5, at);
      update.setString(6, journey.toString());
      update.executeUpdate();
    }
  }

  private static List<Line> lines(Connection connection, UUID journey) throws SQLException {
    List<Line> lines = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, at, type, body FROM journal_entry WHERE journal = ? ORDER BY at, id")) {
      select.setString(1, journey.toString());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          lines.add(
              new Line(
                  UUID.fromString(row.getString(1)),
                  Micros.instant(row.getLong(2)),
                  row.getString(3),
                  row.getString(4)));
        }
      }
    }
    return lines;
  }

  private static Line last(List<Line> lines) {
    return lines.stream().max(Comparator.comparing(Line::at)).orElseThrow();
  }
}

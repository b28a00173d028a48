package org.counterpose.store;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent: kept before anybody is told, claimed by one sender at a time, and given up
 * when it is of no use any more. What a message said is wiped when it has ended.
 */
public final class Outbox {

  private static final String COLUMNS =
      "id, recipient, subject, plain, html, calendar_method, calendar, unsubscribe, due_at,"
          + " useless_after, tries";

  private final Database database;

  public Outbox(Database database) {
    this.database = database;
  }

  /**
   * Adds a letter, in the transaction of what it tells of. A letter that is there stays as it is.
   */
  public static void add(Connection connection, Letter letter) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO message (id, channel, journey, recipient, subject, plain, html,"
                + " calendar_method, calendar, unsubscribe, due_at, useless_after, state, try_at,"
                + " tries) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, 0)"
                + " ON CONFLICT (id) DO NOTHING")) {
      insert.setString(1, letter.id().toString());
      insert.setString(2, Channel.MAIL.id());
      setText(insert, 3, letter.journey().map(UUID::toString).orElse(null));
      insert.setString(4, letter.to());
      insert.setString(5, letter.subject());
      insert.setString(6, letter.text());
      setText(insert, 7, letter.html().orElse(null));
      setText(insert, 8, letter.calendar().map(CalendarPart::method).orElse(null));
      setText(insert, 9, letter.calendar().map(CalendarPart::ics).orElse(null));
      setText(insert, 10, letter.unsubscribe().map(URI::toASCIIString).orElse(null));
      insert.setLong(11, Micros.of(letter.dueAt()));
      insert.setLong(12, Micros.of(letter.uselessAfter()));
      insert.setLong(13, Micros.of(letter.dueAt()));
      insert.executeUpdate();
    }
  }

  /**
   * Whose reminder a message is.
   *
   * @param message the id under which what it reminds of is kept; none for one that was asked for
   */
  record Cause(UUID journey, Optional<UUID> message) {}

  /** Adds a reminder to one recipient, in the transaction that plans it. */
  static void add(
      Connection connection, UUID id, String recipient, PlannedMessage planned, Cause cause)
      throws SQLException {
    if (planned.channel() == Channel.MAIL && !Letter.isAddress(recipient)) {
      throw new IllegalArgumentException("a letter goes to one bare e-mail address");
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO message (id, channel, journey, cause, recipient, subject, plain,"
                + " unsubscribe, due_at, useless_after, state, try_at, tries)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, 0)"
                + " ON CONFLICT (id) DO NOTHING")) {
      insert.setString(1, id.toString());
      insert.setString(2, planned.channel().id());
      insert.setString(3, cause.journey().toString());
      setText(insert, 4, cause.message().map(UUID::toString).orElse(null));
      insert.setString(5, recipient);
      insert.setString(6, planned.subject());
      insert.setString(7, planned.text());
      setText(insert, 8, planned.unsubscribe().orElse(null));
      insert.setLong(9, Micros.of(planned.dueAt()));
      insert.setLong(10, Micros.of(planned.uselessAfter()));
      insert.setLong(11, Micros.of(planned.dueAt()));
      insert.executeUpdate();
    }
  }

  /** Adds a letter; it is on the disk when this returns. */
  public void add(Letter letter) {
    database.write(
        connection -> {
          add(connection, letter);
          return Boolean.TRUE;
        });
  }

  /**
   * Claims what is due, what was never tried first, and of that the longest due. Nobody else is given it until the lease runs out;
   * what was claimed and never told of comes again then.
   */
  public List<Outgoing> claim(Channel channel, Lease lease, int most) {
    return database.write(
        connection -> {
          List<Outgoing> claimed = new ArrayList<>();
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE message SET lease_owner = ?, try_at = ? WHERE id IN (SELECT id FROM"
                      + " message WHERE channel = ? AND state = 'waiting' AND try_at <= ?"
                      + " ORDER BY try_at LIMIT ?) RETURNING "
                      + COLUMNS)) {
            update.setString(1, lease.owner());
            update.setLong(2, Micros.of(lease.until()));
            update.setString(3, channel.id());
            update.setLong(4, Micros.of(lease.now()));
            update.setInt(5, most);
            try (ResultSet row = update.executeQuery()) {
              while (row.next()) {
                claimed.add(outgoing(row));
              }
            }
          }
          claimed.sort(
              Comparator.comparingInt(Outgoing::tries).thenComparing(Outgoing::dueAt));
          return claimed;
        });
  }

  /** Marks a message as sent. False where the claim on it was lost meanwhile. */
  public boolean sent(UUID id, Lease lease, Instant at) {
    return database.write(connection -> end(connection, id, lease, "sent", at));
  }

  /** Marks a message as one that the other side will never take. */
  public boolean refused(UUID id, Lease lease, Instant at) {
    return database.write(connection -> end(connection, id, lease, "refused", at));
  }

  /** Puts a claimed message back, to be tried again; it counts as tried. */
  public boolean again(UUID id, Lease lease, Instant tryAt) {
    return putBack(id, lease, tryAt, 1);
  }

  /** Puts a claimed message back that was not tried. */
  public boolean putBack(UUID id, Lease lease, Instant tryAt) {
    return putBack(id, lease, tryAt, 0);
  }

  private boolean putBack(UUID id, Lease lease, Instant tryAt, int tried) {
    return database.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE message SET lease_owner = NULL, try_at = ?, tries = tries + ?"
                      + " WHERE id = ? AND lease_owner = ? AND state = 'waiting'")) {
            update.setLong(1, Micros.of(tryAt));
            update.setInt(2, tried);
            update.setString(3, id.toString());
            update.setString(4, lease.owner());
            return update.executeUpdate() == 1;
          }
        });
  }

  /** Puts all back that an owner has claimed and not told of, to be tried from then on. */
  public void release(Channel channel, Lease lease, Instant tryAt) {
    database.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE message SET lease_owner = NULL, try_at = ?"
                      + " WHERE channel = ? AND state = 'waiting' AND lease_owner = ?")) {
            update.setLong(1, Micros.of(tryAt));
            update.setString(2, channel.id());
            update.setString(3, lease.owner());
            return update.executeUpdate();
          }
        });
  }

  /** Drops what is of no use any more and that nobody is sending; how many. */
  public int drop(Instant now) {
    return database.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE message SET state = 'dropped', ended_at = ?, lease_owner = NULL,"
                      + WIPED
                      + " WHERE state = 'waiting' AND useless_after <= ?"
                      + " AND (lease_owner IS NULL OR try_at <= ?)")) {
            update.setLong(1, Micros.of(now));
            update.setLong(2, Micros.of(now));
            update.setLong(3, Micros.of(now));
            return update.executeUpdate();
          }
        });
  }

  /** Forgets what ended before a moment; how many. */
  public int forget(Instant endedBefore) {
    return database.write(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM message WHERE ended_at < ?")) {
            delete.setLong(1, Micros.of(endedBefore));
            return delete.executeUpdate();
          }
        });
  }

  /** Keeps why a channel could not send. The words name no person. */
  public void trouble(Channel channel, Instant at, String what) {
    database.write(
        connection -> {
          try (PreparedStatement upsert =
              connection.prepareStatement(
                  "INSERT INTO sending_trouble (channel, at, what) VALUES (?, ?, ?)"
                      + " ON CONFLICT (channel) DO UPDATE SET at = excluded.at,"
                      + " what = excluded.what")) {
            upsert.setString(1, channel.id());
            upsert.setLong(2, Micros.of(at));
            upsert.setString(3, what);
            return upsert.executeUpdate();
          }
        });
  }

  /** How sending stands on a channel. */
  public Sending sending(Channel channel, Instant now) {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT count(CASE WHEN state = 'waiting' THEN 1 END),"
                      + " count(CASE WHEN state = 'waiting' AND due_at <= ? THEN 1 END),"
                      + " min(CASE WHEN state = 'waiting' AND due_at <= ? THEN due_at END),"
                      + " count(CASE WHEN state = 'sent' THEN 1 END),"
                      + " count(CASE WHEN state = 'dropped' THEN 1 END),"
                      + " count(CASE WHEN state = 'refused' THEN 1 END),"
                      + " max(CASE WHEN state = 'sent' THEN ended_at END)"
                      + " FROM message WHERE channel = ?")) {
            select.setLong(1, Micros.of(now));
            select.setLong(2, Micros.of(now));
            select.setString(3, channel.id());
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return new Sending(
                  channel,
                  row.getLong(1),
                  row.getLong(2),
                  moment(row, 3),
                  row.getLong(4),
                  row.getLong(5),
                  row.getLong(6),
                  moment(row, 7),
                  lastTrouble(connection, channel));
            }
          }
        });
  }

  /** Deletes all messages of a journey, in the transaction that erases it. */
  static void eraseOf(Connection connection, UUID journey) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM message WHERE journey = ?")) {
      delete.setString(1, journey.toString());
      delete.executeUpdate();
    }
  }

  private static final String WIPED =
      " recipient = '', subject = '', plain = '', html = NULL, calendar = NULL, unsubscribe = NULL";

  private static boolean end(Connection connection, UUID id, Lease lease, String state, Instant at)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE message SET state = ?, ended_at = ?, lease_owner = NULL, tries = tries + 1,"
                + WIPED
                + " WHERE id = ? AND lease_owner = ? AND state = 'waiting'")) {
      update.setString(1, state);
      update.setLong(2, Micros.of(at));
      update.setString(3, id.toString());
      update.setString(4, lease.owner());
      return update.executeUpdate() == 1;
    }
  }

  private static Optional<Sending.Trouble> lastTrouble(Connection connection, Channel channel)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT at, what FROM sending_trouble WHERE channel = ?")) {
      select.setString(1, channel.id());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Sending.Trouble(Micros.instant(row.getLong(1)), row.getString(2)))
            : Optional.empty();
      }
    }
  }

  private static Outgoing outgoing(ResultSet row) throws SQLException {
    String method = row.getString(6);
    return new Outgoing(
        UUID.fromString(row.getString(1)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Optional.ofNullable(row.getString(5)),
        method == null ? Optional.empty() : Optional.of(new CalendarPart(method, row.getString(7))),
        Optional.ofNullable(row.getString(8)).map(URI::create),
        Micros.instant(row.getLong(9)),
        Micros.instant(row.getLong(10)),
        row.getInt(11));
  }

  private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Micros.instant(micros));
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

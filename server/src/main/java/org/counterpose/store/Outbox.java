package org.counterpose.store;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be sent: kept before anybody is told, claimed by one sender at a time, and given up
 * when it is of no use any more. What a message said is wiped when it has ended.
 */
public final class Outbox {

  private static final String COLUMNS =
      "id, recipient, subject, plain, html, calendar_method, calendar, unsubscribe, due_at,"
          + " useless_after, tries";

  /** A change is looked at about once a second. */
  private static final Duration PLANNED_WITHIN = Duration.ofSeconds(2);

  private final Database database;

  public Outbox(Database database) {
    this.database = database;
  }

  /**
   * Adds a letter, in the transaction of what it tells of. A letter that is there stays as it is.
   */
  public static void add(Connection connection, Letter letter) throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO message (id, channel, journey, recipient, subject, plain, html,"
            + " calendar_method, calendar, unsubscribe, due_at, useless_after, state, try_at,"
            + " tries) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, 0)"
            + " ON CONFLICT (id) DO NOTHING",
        letter.id(),
        Channel.MAIL.id(),
        letter.journey(),
        letter.to(),
        letter.subject(),
        letter.text(),
        letter.html(),
        letter.calendar().map(CalendarPart::method),
        letter.calendar().map(CalendarPart::ics),
        letter.unsubscribe().map(URI::toASCIIString),
        letter.dueAt(),
        letter.uselessAfter(),
        letter.dueAt());
  }

  /**
   * Whose reminder a message is.
   *
   * @param message the id under which what it reminds of is kept; none for one that was asked for
   * @param plannedAt at which look
   */
  record Cause(UUID journey, Optional<UUID> message, Optional<Instant> plannedAt) {}

  /** Adds a reminder to one recipient, in the transaction that plans it. */
  static void add(
      Connection connection, UUID id, String recipient, PlannedMessage planned, Cause cause)
      throws SQLException {
    if (planned.channel() == Channel.MAIL && !Letter.isAddress(recipient)) {
      throw new IllegalArgumentException("a letter goes to one bare e-mail address");
    }
    Sql.run(
        connection,
        "INSERT INTO message (id, channel, journey, cause, planned_at, recipient, subject, plain,"
            + " unsubscribe, due_at, stands_until, useless_after, state, try_at, tries)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, 0)"
            + " ON CONFLICT (id) DO NOTHING",
        id,
        planned.channel().id(),
        cause.journey(),
        cause.message(),
        cause.plannedAt(),
        recipient,
        planned.subject(),
        planned.text(),
        planned.unsubscribe(),
        planned.window().dueAt(),
        planned.window().standsUntil(),
        planned.window().uselessAfter(),
        planned.window().dueAt());
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
   * Claims what is due, what was never tried first, and of that the longest due. Nobody else is
   * given it until the lease runs out; what was claimed and never told of comes again then.
   */
  public List<Outgoing> claim(Channel channel, Lease lease, int most) {
    return database.write(
        connection -> {
          List<Outgoing> claimed =
              Sql.list(
                  connection,
                  "UPDATE message SET lease_owner = ?, try_at = ? WHERE id IN (SELECT id FROM"
                      + " message WHERE channel = ? AND state = 'waiting' AND try_at <= ?"
                      + " ORDER BY try_at LIMIT ?) RETURNING "
                      + COLUMNS,
                  Outbox::outgoing,
                  lease.owner(),
                  lease.until(),
                  channel.id(),
                  lease.now(),
                  most);
          claimed.sort(Comparator.comparingInt(Outgoing::tries).thenComparing(Outgoing::dueAt));
          return claimed;
        });
  }

  /** How a claimed message stands at the moment of handing it over. */
  private enum Standing {
    STANDS,
    ENDED,
    CHANGED
  }

  /**
   * Whether a claimed message is still to be handed over. A reminder is not once its person has
   * ended all reminders; and where something changed since it was planned, or it is too late for it
   * as it is, it is put back, to be planned anew first.
   */
  public boolean stands(UUID id, Lease lease, Instant now) {
    Optional<Standing> standing =
        database.read(
            connection ->
                Sql.first(
                    connection,
                    "SELECT CASE WHEN m.cause IS NULL THEN 'STANDS'"
                        + " WHEN r.journey IS NULL THEN 'ENDED'"
                        + " WHEN r.look_at = 0 OR r.looked_at <> m.planned_at"
                        + " OR m.stands_until <= ? THEN 'CHANGED'"
                        + " ELSE 'STANDS' END"
                        + " FROM message m LEFT JOIN reminder r ON r.journey = m.journey"
                        + " WHERE m.id = ? AND m.lease_owner = ? AND m.state = 'waiting'",
                    row -> Standing.valueOf(row.getString(1)),
                    now,
                    id,
                    lease.owner()));
    return switch (standing.orElse(Standing.ENDED)) {
      case STANDS -> true;
      case ENDED -> {
        takeBack(id, lease);
        yield false;
      }
      case CHANGED -> {
        lookAnew(id, lease, now);
        yield false;
      }
    };
  }

  private void takeBack(UUID id, Lease lease) {
    database.write(
        connection ->
            Sql.run(
                connection,
                "DELETE FROM message WHERE id = ? AND lease_owner = ? AND state = 'waiting'",
                id,
                lease.owner()));
  }

  private void lookAnew(UUID id, Lease lease, Instant now) {
    database.write(
        connection -> {
          Sql.run(
              connection,
              "UPDATE reminder SET look_at = 0"
                  + " WHERE journey = (SELECT journey FROM message WHERE id = ?)",
              id);
          return putBack(connection, id, lease, now.plus(PLANNED_WITHIN), 0);
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
    return database.write(connection -> putBack(connection, id, lease, tryAt, 1));
  }

  /** Puts a claimed message back that was not tried. */
  public boolean putBack(UUID id, Lease lease, Instant tryAt) {
    return database.write(connection -> putBack(connection, id, lease, tryAt, 0));
  }

  private static boolean putBack(
      Connection connection, UUID id, Lease lease, Instant tryAt, int tried) throws SQLException {
    return Sql.changes(
        connection,
        "UPDATE message SET lease_owner = NULL, try_at = ?, tries = tries + ?"
            + " WHERE id = ? AND lease_owner = ? AND state = 'waiting'",
        tryAt,
        tried,
        id,
        lease.owner());
  }

  /** Puts all back that an owner has claimed and not told of, to be tried from then on. */
  public void release(Channel channel, Lease lease, Instant tryAt) {
    database.write(
        connection ->
            Sql.run(
                connection,
                "UPDATE message SET lease_owner = NULL, try_at = ?"
                    + " WHERE channel = ? AND state = 'waiting' AND lease_owner = ?",
                tryAt,
                channel.id(),
                lease.owner()));
  }

  /** Drops what is of no use any more and that nobody is sending; how many. */
  public int drop(Instant now) {
    return database.write(
        connection ->
            Sql.run(
                connection,
                "UPDATE message SET state = 'dropped', ended_at = ?, lease_owner = NULL,"
                    + WIPED
                    + " WHERE state = 'waiting' AND useless_after <= ?"
                    + " AND (lease_owner IS NULL OR try_at <= ?)",
                now,
                now,
                now));
  }

  /** Forgets what ended before a moment; how many. */
  public int forget(Instant endedBefore) {
    return database.write(
        connection -> Sql.run(connection, "DELETE FROM message WHERE ended_at < ?", endedBefore));
  }

  /** Keeps why a channel could not send. The words name no person. */
  public void trouble(Channel channel, Instant at, String what) {
    database.write(
        connection ->
            Sql.run(
                connection,
                "INSERT INTO sending_trouble (channel, at, what) VALUES (?, ?, ?)"
                    + " ON CONFLICT (channel) DO UPDATE SET at = excluded.at,"
                    + " what = excluded.what",
                channel.id(),
                at,
                what));
  }

  /** How sending stands on a channel. */
  public Sending sending(Channel channel, Instant now) {
    return database.read(
        connection -> {
          Optional<Sending.Trouble> trouble =
              Sql.first(
                  connection,
                  "SELECT at, what FROM sending_trouble WHERE channel = ?",
                  row -> new Sending.Trouble(Sql.instant(row, "at"), row.getString("what")),
                  channel.id());
          return Sql.first(
                  connection,
                  "SELECT count(CASE WHEN state = 'waiting' THEN 1 END) AS waiting,"
                      + " count(CASE WHEN state = 'waiting' AND due_at <= ? THEN 1 END) AS overdue,"
                      + " min(CASE WHEN state = 'waiting' AND due_at <= ? THEN due_at END)"
                      + " AS oldest, count(CASE WHEN state = 'sent' THEN 1 END) AS sent,"
                      + " count(CASE WHEN state = 'dropped' THEN 1 END) AS dropped,"
                      + " count(CASE WHEN state = 'refused' THEN 1 END) AS refused,"
                      + " max(CASE WHEN state = 'sent' THEN ended_at END) AS last"
                      + " FROM message WHERE channel = ?",
                  row ->
                      new Sending(
                          channel,
                          row.getLong("waiting"),
                          row.getLong("overdue"),
                          Sql.instantIfAny(row, "oldest"),
                          row.getLong("sent"),
                          row.getLong("dropped"),
                          row.getLong("refused"),
                          Sql.instantIfAny(row, "last"),
                          trouble),
                  now,
                  now,
                  channel.id())
              .orElseThrow();
        });
  }

  /** Deletes all messages of a journey, in the transaction that erases it. */
  static void eraseOf(Connection connection, UUID journey) throws SQLException {
    Sql.run(connection, "DELETE FROM message WHERE journey = ?", journey);
  }

  private static final String WIPED =
      " recipient = '', subject = '', plain = '', html = NULL, calendar = NULL, unsubscribe = NULL";

  private static boolean end(Connection connection, UUID id, Lease lease, String state, Instant at)
      throws SQLException {
    return Sql.changes(
        connection,
        "UPDATE message SET state = ?, ended_at = ?, lease_owner = NULL, tries = tries + 1,"
            + WIPED
            + " WHERE id = ? AND lease_owner = ? AND state = 'waiting'",
        state,
        at,
        id,
        lease.owner());
  }

  private static Outgoing outgoing(ResultSet row) throws SQLException {
    String ics = row.getString("calendar");
    return new Outgoing(
        Sql.id(row, "id"),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("plain"),
        Sql.text(row, "html"),
        Sql.text(row, "calendar_method").map(method -> new CalendarPart(method, ics)),
        Sql.text(row, "unsubscribe").map(URI::create),
        Sql.instant(row, "due_at"),
        Sql.instant(row, "useless_after"),
        row.getInt("tries"));
  }
}

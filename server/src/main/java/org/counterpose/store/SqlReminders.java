package org.counterpose.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who wants to be reminded, and how, in portable SQL. */
public final class SqlReminders {

  static final Rows<KeptReminder> REMINDERS =
      new Rows<>(
          "reminder",
          "journey, kinds, channels, step_times, rating_at, quiet_from, quiet_to, step_names,"
              + " since",
          SqlReminders::kept);

  /** The reminders of a journey that wait and that nobody is sending. */
  static final String WAITING =
      " FROM message WHERE journey = ? AND state = 'waiting' AND lease_owner IS NULL"
          + " AND cause IS NOT NULL";

  private final Database database;

  public SqlReminders(Database database) {
    this.database = database;
  }

  /**
   * Keeps what a person wants, together with what goes along; it is looked at soon.
   *
   * @param stopHash SHA-256 of the secret that ends it
   */
  public void keep(KeptReminder wanted, String stopHash, Also also) {
    database.write(
        connection -> {
          Sql.run(
              connection,
              "INSERT INTO reminder ("
                  + REMINDERS.columns()
                  + ", look_at, looked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)"
                  + " ON CONFLICT (journey) DO UPDATE SET kinds = excluded.kinds,"
                  + " channels = excluded.channels, step_times = excluded.step_times,"
                  + " rating_at = excluded.rating_at, quiet_from = excluded.quiet_from,"
                  + " quiet_to = excluded.quiet_to, step_names = excluded.step_names,"
                  + " since = excluded.since, look_at = 0",
              wanted.journey(),
              String.join(",", wanted.kinds()),
              joined(wanted.channels()),
              wanted.stepTimes().stream().map(LocalTime::toString).collect(Collectors.joining(",")),
              wanted.ratingAt().toString(),
              wanted.quietFrom().toString(),
              wanted.quietTo().toString(),
              wanted.stepNames(),
              wanted.since());
          Sql.run(
              connection,
              "INSERT INTO stop_link (journey, secret_hash, at) VALUES (?, ?, ?)"
                  + " ON CONFLICT (journey) DO UPDATE SET secret_hash = excluded.secret_hash",
              wanted.journey(),
              stopHash,
              wanted.since());
          withdraw(connection, wanted.journey());
          also.on(connection);
          return Boolean.TRUE;
        });
  }

  /**
   * Ends all reminders of a person, forgets their devices and takes back what waits. False where
   * there were none.
   */
  public boolean stop(UUID journey, Also also) {
    return database.write(
        connection -> {
          withdraw(connection, journey);
          SqlPushSubscriptions.removeAll(connection, journey);
          also.on(connection);
          return Sql.run(connection, "DELETE FROM reminder WHERE journey = ?", journey) > 0;
        });
  }

  public Optional<KeptReminder> find(UUID journey) {
    return database.read(connection -> find(connection, journey));
  }

  private static Optional<KeptReminder> find(Connection connection, UUID journey)
      throws SQLException {
    return REMINDERS.first(connection, "WHERE journey = ?", journey);
  }

  /** Whose reminders a secret stops, or has stopped. */
  public Optional<UUID> stoppedBy(String stopHash) {
    return database.read(
        connection ->
            Sql.first(
                connection,
                "SELECT journey FROM stop_link WHERE secret_hash = ?",
                row -> Sql.id(row, "journey"),
                stopHash));
  }

  /** Ends one channel of a person's reminders; what waits is planned anew without it. */
  public static void without(Connection connection, UUID journey, Channel channel)
      throws SQLException {
    Optional<KeptReminder> kept = find(connection, journey);
    if (kept.isPresent()) {
      Set<Channel> left = EnumSet.noneOf(Channel.class);
      left.addAll(kept.get().channels());
      left.remove(channel);
      Sql.run(
          connection,
          "UPDATE reminder SET channels = ?, look_at = 0 WHERE journey = ?",
          joined(left),
          journey);
    }
    withdraw(connection, journey);
  }

  private static String joined(Set<Channel> channels) {
    return channels.stream().map(Enum::name).collect(Collectors.joining(","));
  }

  /**
   * Takes back what waits for a journey and nobody is sending. What somebody is sending is looked
   * at once more before it is handed over, see {@link Outbox#stands}.
   */
  static void withdraw(Connection connection, UUID journey) throws SQLException {
    Sql.run(
        connection,
        "DELETE FROM reminder_told WHERE journey = ? AND message IN (SELECT cause" + WAITING + ")",
        journey,
        journey);
    Sql.run(connection, "DELETE" + WAITING, journey);
  }

  static void eraseOf(Connection connection, UUID journey) throws SQLException {
    for (String table :
        List.of("reminder", "stop_link", "reminder_told", "push_subscription", "calendar_feed")) {
      Sql.run(connection, "DELETE FROM " + table + " WHERE journey = ?", journey);
    }
  }

  /** Has a journey looked at soon, in the transaction that changed it. */
  static void changed(Connection connection, UUID journey) throws SQLException {
    Sql.run(connection, "UPDATE reminder SET look_at = 0 WHERE journey = ?", journey);
  }

  static KeptReminder kept(ResultSet row) throws SQLException {
    return new KeptReminder(
        Sql.id(row, "journey"),
        Set.copyOf(split(row.getString("kinds"))),
        split(row.getString("channels")).stream().map(Channel::valueOf).collect(Collectors.toSet()),
        split(row.getString("step_times")).stream().map(LocalTime::parse).toList(),
        LocalTime.parse(row.getString("rating_at")),
        LocalTime.parse(row.getString("quiet_from")),
        LocalTime.parse(row.getString("quiet_to")),
        Sql.flag(row, "step_names"),
        Sql.instant(row, "since"));
  }

  private static List<String> split(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
  }
}

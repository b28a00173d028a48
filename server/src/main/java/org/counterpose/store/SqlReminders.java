package org.counterpose.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who wants to be reminded and of what they were, in portable SQL. */
public final class SqlReminders {

  private static final String COLUMNS =
      "journey, kinds, channels, step_times, rating_at, quiet_from, quiet_to, step_names, since,"
          + " stop_hash";

  private static final String UNTOUCHED =
      " FROM message WHERE journey = ? AND state = 'waiting' AND lease_owner IS NULL"
          + " AND tries = 0 AND cause IS NOT NULL";

  /** How far back changed appointments are looked for: longer than from one look to the next. */
  private static final Duration CHANGES = Duration.ofHours(3);

  private final Database database;

  public SqlReminders(Database database) {
    this.database = database;
  }

  /** Keeps what a person wants, together with what goes along; it is looked at soon. */
  public void keep(KeptReminder wanted, Also also) {
    database.write(
        connection -> {
          try (PreparedStatement upsert =
              connection.prepareStatement(
                  "INSERT INTO reminder ("
                      + COLUMNS
                      + ", look_at, looked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)"
                      + " ON CONFLICT (journey) DO UPDATE SET kinds = excluded.kinds,"
                      + " channels = excluded.channels, step_times = excluded.step_times,"
                      + " rating_at = excluded.rating_at, quiet_from = excluded.quiet_from,"
                      + " quiet_to = excluded.quiet_to, step_names = excluded.step_names,"
                      + " since = excluded.since, stop_hash = excluded.stop_hash, look_at = 0")) {
            upsert.setString(1, wanted.journey().toString());
            upsert.setString(2, String.join(",", wanted.kinds()));
            upsert.setString(3, joined(wanted.channels()));
            upsert.setString(
                4,
                wanted.stepTimes().stream()
                    .map(LocalTime::toString)
                    .collect(Collectors.joining(",")));
            upsert.setString(5, wanted.ratingAt().toString());
            upsert.setString(6, wanted.quietFrom().toString());
            upsert.setString(7, wanted.quietTo().toString());
            upsert.setInt(8, wanted.stepNames() ? 1 : 0);
            upsert.setLong(9, Micros.of(wanted.since()));
            upsert.setString(10, wanted.stopHash());
            upsert.executeUpdate();
          }
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
          return update(connection, "DELETE FROM reminder WHERE journey = ?", journey.toString())
              > 0;
        });
  }

  public Optional<KeptReminder> find(UUID journey) {
    return database.read(
        connection -> all(connection, "journey = ?", journey.toString()).stream().findFirst());
  }

  /** Whose reminders a secret stops. */
  public Optional<UUID> stoppedBy(String stopHash) {
    return database.read(
        connection ->
            all(connection, "stop_hash = ?", stopHash).stream()
                .findFirst()
                .map(KeptReminder::journey));
  }

  /**
   * Claims the trials that have to be looked at: their time has come, or something changed. What
   * changes from now on has them looked at once more; so does a look that never ends.
   *
   * @param until when the claim ends by itself
   */
  public List<KeptReminder> claim(Instant now, Instant until, int most) {
    List<String> due =
        database.read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT journey FROM reminder WHERE look_at <= ? OR journey IN"
                        + " (SELECT a.journey FROM appointment a JOIN reminder r"
                        + " ON r.journey = a.journey"
                        + " WHERE a.changed_at >= ? AND a.changed_at > r.looked_at)"
                        + " ORDER BY look_at LIMIT ?",
                    row -> row.getString("journey"),
                    now,
                    now.minus(CHANGES),
                    most));
    if (due.isEmpty()) {
      return List.of();
    }
    return database.write(
        connection -> {
          List<KeptReminder> claimed = new ArrayList<>();
          for (String journey : due) {
            Sql.first(
                    connection,
                    "UPDATE reminder SET look_at = ? WHERE journey = ? RETURNING " + COLUMNS,
                    SqlReminders::kept,
                    until,
                    journey)
                .ifPresent(claimed::add);
          }
          return claimed;
        });
  }

  /**
   * The occasions of which a person was told on a channel, or is being told: what only waits may
   * still be planned anew.
   */
  public Set<String> told(UUID journey, Channel channel) {
    return database.read(
        connection -> {
          Set<String> told = new HashSet<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT occasion FROM reminder_told WHERE journey = ? AND channel = ?"
                      + " AND message NOT IN (SELECT cause"
                      + UNTOUCHED
                      + ")")) {
            select.setString(1, journey.toString());
            select.setString(2, channel.id());
            select.setString(3, journey.toString());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                told.add(row.getString(1));
              }
            }
          }
          return told;
        });
  }

  /**
   * What was planned for a journey at one look.
   *
   * @param claimedUntil of the claim that it was looked at under
   * @param lookAt when to look again
   */
  public record Planned(
      UUID journey,
      List<PlannedMessage> messages,
      Instant at,
      Instant claimedUntil,
      Instant lookAt) {}

  /**
   * Plans the messages of several journeys anew: what waits and nobody is sending is replaced. Of
   * what somebody was told already, or is being told, nobody is told again; nor is anything planned
   * for a journey whose reminders ended or that changed meanwhile: it is looked at once more.
   */
  public void plan(List<Planned> looks) {
    database.write(
        connection -> {
          for (Planned look : looks) {
            plan(connection, look);
          }
          return Boolean.TRUE;
        });
  }

  private static void plan(Connection connection, Planned look) throws SQLException {
    int stands =
        Sql.run(
            connection,
            "UPDATE reminder SET look_at = ?, looked_at = ? WHERE journey = ? AND look_at = ?",
            look.lookAt(),
            look.at(),
            look.journey(),
            look.claimedUntil());
    if (stands == 0) {
      return;
    }
    withdraw(connection, look.journey());
    for (PlannedMessage message : look.messages()) {
      add(connection, look.journey(), message);
    }
  }

  private static void add(Connection connection, UUID journey, PlannedMessage planned)
      throws SQLException {
    String name = journey + " " + planned.channel() + " " + planned.occasions();
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    boolean anything = false;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO reminder_told (journey, occasion, channel, message) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (journey, occasion, channel) DO NOTHING")) {
      for (String occasion : planned.occasions()) {
        insert.setString(1, journey.toString());
        insert.setString(2, occasion);
        insert.setString(3, planned.channel().id());
        insert.setString(4, id.toString());
        anything |= insert.executeUpdate() == 1;
      }
    }
    if (!anything) {
      return;
    }
    for (String recipient : planned.recipients()) {
      String each = planned.channel() == Channel.MAIL ? name : name + " " + recipient;
      Outbox.add(
          connection,
          UUID.nameUUIDFromBytes(each.getBytes(StandardCharsets.UTF_8)),
          recipient,
          planned,
          new Outbox.Cause(journey, Optional.of(id)));
    }
  }

  /** Sends something at once that was asked for and reminds of nothing. */
  public void sendNow(UUID journey, PlannedMessage asked) {
    database.write(
        connection -> {
          for (String recipient : asked.recipients()) {
            Outbox.add(
                connection,
                UUID.randomUUID(),
                recipient,
                asked,
                new Outbox.Cause(journey, Optional.empty()));
          }
          return Boolean.TRUE;
        });
  }

  /** Ends one channel of a person's reminders; what waits is planned anew without it. */
  public static void without(Connection connection, UUID journey, Channel channel)
      throws SQLException {
    for (KeptReminder kept : all(connection, "journey = ?", journey.toString())) {
      Set<Channel> left =
          kept.channels().stream().filter(one -> one != channel).collect(Collectors.toSet());
      try (PreparedStatement update =
          connection.prepareStatement(
              "UPDATE reminder SET channels = ?, look_at = 0 WHERE journey = ?")) {
        update.setString(1, joined(left));
        update.setString(2, journey.toString());
        update.executeUpdate();
      }
    }
    withdraw(connection, journey);
  }

  private static String joined(Set<Channel> channels) {
    return channels.stream().map(Enum::name).collect(Collectors.joining(","));
  }

  /** Takes back what waits for a journey, was never tried and that nobody is sending. */
  private static void withdraw(Connection connection, UUID journey) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM reminder_told WHERE journey = ? AND message IN (SELECT cause"
                + UNTOUCHED
                + ")")) {
      delete.setString(1, journey.toString());
      delete.setString(2, journey.toString());
      delete.executeUpdate();
    }
    update(connection, "DELETE" + UNTOUCHED, journey.toString());
  }

  static void eraseOf(Connection connection, UUID journey) throws SQLException {
    for (String table :
        List.of("reminder", "reminder_told", "push_subscription", "calendar_feed")) {
      update(connection, "DELETE FROM " + table + " WHERE journey = ?", journey.toString());
    }
  }

  /** Has a journey looked at soon, in the transaction that changed it. */
  static void changed(Connection connection, UUID journey) throws SQLException {
    update(connection, "UPDATE reminder SET look_at = 0 WHERE journey = ?", journey.toString());
  }

  private static List<KeptReminder> all(Connection connection, String where, String only)
      throws SQLException {
    List<KeptReminder> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + COLUMNS + " FROM reminder WHERE " + where)) {
      select.setString(1, only);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(kept(row));
        }
      }
    }
    return found;
  }

  private static KeptReminder kept(ResultSet row) throws SQLException {
    return new KeptReminder(
        UUID.fromString(row.getString(1)),
        Set.copyOf(split(row.getString(2))),
        split(row.getString(3)).stream().map(Channel::valueOf).collect(Collectors.toSet()),
        split(row.getString(4)).stream().map(LocalTime::parse).toList(),
        LocalTime.parse(row.getString(5)),
        LocalTime.parse(row.getString(6)),
        LocalTime.parse(row.getString(7)),
        row.getInt(8) == 1,
        Micros.instant(row.getLong(9)),
        row.getString(10));
  }

  private static List<String> split(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
  }

  private static int update(Connection connection, String sql, String only) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, only);
      return update.executeUpdate();
    }
  }
}

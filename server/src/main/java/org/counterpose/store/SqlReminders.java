package org.counterpose.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who wants to be reminded and of what they were, in portable SQL. */
public final class SqlReminders {

  private static final Rows<KeptReminder> REMINDERS =
      new Rows<>(
          "reminder",
          "journey, kinds, channels, step_times, rating_at, quiet_from, quiet_to, step_names,"
              + " since",
          SqlReminders::kept);

  /** The reminders of a journey that wait and that nobody is sending. */
  private static final String WAITING =
      " FROM message WHERE journey = ? AND state = 'waiting' AND lease_owner IS NULL"
          + " AND cause IS NOT NULL";

  /** How far back changed appointments are looked for: longer than from one look to the next. */
  private static final Duration CHANGES = Duration.ofHours(3);

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
                    "UPDATE reminder SET look_at = ? WHERE journey = ? RETURNING "
                        + REMINDERS.columns(),
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
        connection ->
            Set.copyOf(
                Sql.list(
                    connection,
                    "SELECT occasion FROM reminder_told WHERE journey = ? AND channel = ?"
                        + " AND message NOT IN (SELECT cause"
                        + WAITING
                        + ")",
                    row -> row.getString(1),
                    journey,
                    channel.id(),
                    journey)));
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
      add(connection, look, message);
    }
  }

  private static void add(Connection connection, Planned look, PlannedMessage planned)
      throws SQLException {
    UUID journey = look.journey();
    String name = journey + " " + planned.channel() + " " + planned.occasions();
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    int fresh = 0;
    for (String occasion : planned.occasions()) {
      fresh +=
          Sql.run(
              connection,
              "INSERT INTO reminder_told (journey, occasion, channel, message)"
                  + " VALUES (?, ?, ?, ?) ON CONFLICT (journey, occasion, channel) DO NOTHING",
              journey,
              occasion,
              planned.channel().id(),
              id);
    }
    if (fresh == 0) {
      return;
    }
    for (String recipient : planned.recipients()) {
      String each = planned.channel() == Channel.MAIL ? name : name + " " + recipient;
      Outbox.add(
          connection,
          UUID.nameUUIDFromBytes(each.getBytes(StandardCharsets.UTF_8)),
          recipient,
          planned,
          new Outbox.Cause(journey, Optional.of(id), Optional.of(look.at())));
    }
  }

  /**
   * Sends something at once that was asked for and reminds of nothing. Whom the same waits for
   * already is not sent it once more.
   */
  public void sendNow(UUID journey, PlannedMessage asked) {
    database.write(
        connection -> {
          Set<String> wait =
              Set.copyOf(
                  Sql.list(
                      connection,
                      "SELECT recipient FROM message WHERE journey = ? AND channel = ?"
                          + " AND state = 'waiting' AND cause IS NULL AND subject = ? AND plain = ?",
                      row -> row.getString(1),
                      journey,
                      asked.channel().id(),
                      asked.subject(),
                      asked.text()));
          for (String recipient : asked.recipients()) {
            if (!wait.contains(recipient)) {
              Outbox.add(
                  connection,
                  UUID.randomUUID(),
                  recipient,
                  asked,
                  new Outbox.Cause(journey, Optional.empty(), Optional.empty()));
            }
          }
          return Boolean.TRUE;
        });
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
  private static void withdraw(Connection connection, UUID journey) throws SQLException {
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

  private static KeptReminder kept(ResultSet row) throws SQLException {
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

package org.counterpose.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which trials are looked at when, and what is planned of reminders, in portable SQL. */
public final class SqlPlanning {

  /** How far back changed appointments are looked for: longer than from one look to the next. */
  private static final Duration CHANGES = Duration.ofHours(3);

  private final Database database;

  public SqlPlanning(Database database) {
    this.database = database;
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
                        + SqlReminders.REMINDERS.columns(),
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
                        + SqlReminders.WAITING
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
    SqlReminders.withdraw(connection, look.journey());
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
}

package org.counterpose.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.store.Channel;
import org.counterpose.store.Outbox;

/** What a running server has planned for a person, waited for. */
public record Planned(Served served) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * Waits until so many reminders wait to be sent, and nothing that changed is still to be seen.
   */
  public void awaits(UUID journey, int reminders) {
    until(
        () -> !isToBeLookedAt(journey) && waiting(journey) == reminders,
        () -> waiting(journey) + " of " + reminders + " reminders are planned");
  }

  /** Waits until a trial was looked at at the time that it is now. */
  void looksAgain(UUID journey) {
    long now =
        Duration.between(Instant.EPOCH, served.server().practice().clock().instant()).toMillis();
    String behind = "SELECT count(*) FROM reminder WHERE journey = ? AND looked_at < " + now * 1000;
    until(() -> count(behind, journey) == 0, () -> "it was not looked at again");
  }

  /**
   * Waits until a channel could not send from now on. Time goes on meanwhile: what was claimed just
   * before it was planned anew is put back for a moment.
   */
  void failsToSend(Channel channel, SettableClock clock) {
    Instant now = clock.instant();
    Outbox outbox = new Outbox(served.server().practice().database());
    until(
        () -> {
          clock.goOn(Duration.ofSeconds(1));
          return outbox
              .sending(channel, now)
              .trouble()
              .filter(one -> !one.at().isBefore(now))
              .isPresent();
        },
        () -> channel + " was not tried, or took what was sent");
  }

  private static void until(BooleanSupplier met, Supplier<String> told) {
    Instant patience = Instant.now().plus(PATIENCE);
    while (!met.getAsBoolean()) {
      assertThat(Instant.now()).as(told).isBefore(patience);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private boolean isToBeLookedAt(UUID journey) {
    return count("SELECT count(*) FROM reminder WHERE journey = ? AND look_at = 0", journey) > 0;
  }

  private long waiting(UUID journey) {
    return count(
        "SELECT count(*) FROM message WHERE journey = ? AND cause IS NOT NULL"
            + " AND state = 'waiting'",
        journey);
  }

  private long count(String sql, UUID journey) {
    return served
        .server()
        .practice()
        .database()
        .read(
            connection -> {
              try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, journey.toString());
                try (ResultSet row = select.executeQuery()) {
                  row.next();
                  return row.getLong(1);
                }
              }
            });
  }
}

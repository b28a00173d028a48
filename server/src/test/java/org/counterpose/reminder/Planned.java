package org.counterpose.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.counterpose.app.Served;

/** What a running server has planned for a person, waited for. */
record Planned(Served served) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * Waits until so many reminders wait to be sent, and nothing that changed is still to be seen.
   */
  void awaits(UUID journey, int reminders) {
    Instant patience = Instant.now().plus(PATIENCE);
    while (isToBeLookedAt(journey) || waiting(journey) != reminders) {
      assertThat(Instant.now())
          .as("%s of %s reminders are planned", waiting(journey), reminders)
          .isBefore(patience);
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

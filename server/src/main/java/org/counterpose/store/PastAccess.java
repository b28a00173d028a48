package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What once let somebody in and does so no longer: sessions and links that ended, and programmes
 * that were handed out and never begun. It goes with the names and addresses in it, from the files
 * too.
 */
public final class PastAccess {

  /** How long a hand-out that nobody used is remembered after it ended, with its name. */
  public static final Duration REMEMBERED = Duration.ofDays(7);

  private final Database database;

  public PastAccess(Database database) {
    this.database = database;
  }

  private static Map<String, Instant> past(Instant now) {
    Map<String, Instant> past = new LinkedHashMap<>();
    past.put("session WHERE ends_at <= ?", now);
    past.put("session WHERE idle_at <= ?", now);
    past.put("email_link WHERE ends_at <= ?", now);
    past.put("link_letter WHERE at <= ?", now.minus(SqlAccounts.A_DAY));
    past.put("staff_link WHERE ends_at <= ?", now);
    past.put("programme_invitation WHERE journey IS NULL AND ends_at <= ?", now.minus(REMEMBERED));
    return past;
  }

  /** Deletes it, and says how many there were. */
  public int forget(Instant now) {
    return database.read(connection -> isAny(connection, now)) ? wipe(now) : 0;
  }

  /** Whether there is anything to delete; asked first, since emptying the log has its price. */
  private static boolean isAny(Connection connection, Instant now) throws SQLException {
    for (Map.Entry<String, Instant> one : past(now).entrySet()) {
      if (Sql.isAny(connection, "SELECT 1 FROM " + one.getKey() + " LIMIT 1", one.getValue())) {
        return true;
      }
    }
    return false;
  }

  private int wipe(Instant now) {
    return database.wipe(
        connection -> {
          int deleted = 0;
          for (Map.Entry<String, Instant> one : past(now).entrySet()) {
            deleted += Sql.run(connection, "DELETE FROM " + one.getKey(), one.getValue());
          }
          return deleted;
        });
  }
}

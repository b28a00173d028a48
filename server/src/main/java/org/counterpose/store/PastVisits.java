package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Visits, blocked times, offers and those who waited, with all that belongs to them, once past. */
final class PastVisits {

  private PastVisits() {}

  /** Whether there is anything to delete; asked first, since emptying the log has its price. */
  static boolean areAny(Connection connection, Instant endedBefore) throws SQLException {
    if (WaitingPeople.hasPast(connection, endedBefore)) {
      return true;
    }
    for (String ended :
        List.of(
            "appointment WHERE",
            "booking_key WHERE appointment IS NULL AND",
            "blocked_time WHERE",
            "time_offer WHERE")) {
      if (Sql.isAny(connection, "SELECT 1 FROM " + ended + " end_at < ? LIMIT 1", endedBefore)) {
        return true;
      }
    }
    return false;
  }

  /** Deletes them; how many visits there were. */
  static int delete(Connection connection, Instant endedBefore) throws SQLException {
    for (String belonging :
        List.of(
            "booking_key WHERE appointment",
            "calendar_cell WHERE holder",
            "appointment_link WHERE appointment")) {
      Sql.run(
          connection,
          "DELETE FROM " + belonging + " IN (SELECT id FROM appointment WHERE end_at < ?)",
          endedBefore);
    }
    Sql.run(
        connection,
        "DELETE FROM booking_key WHERE appointment IS NULL AND end_at < ?",
        endedBefore);
    BlockedTimes.forget(connection, endedBefore);
    WaitingPeople.forget(connection, endedBefore);
    int deleted = Sql.run(connection, "DELETE FROM appointment WHERE end_at < ?", endedBefore);
    VisitSeries.forgetEmpty(connection);
    return deleted;
  }
}

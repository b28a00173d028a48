package org.counterpose.store;

import java.sql.SQLException;

/**
 * A key or a rule of the store forbade a work, and nothing of it was kept: two claimed the same,
 * and the other was first.
 */
public final class Conflict extends RuntimeException {

  Conflict(SQLException cause) {
    super("the store's keys forbid it: " + cause.getMessage(), cause);
  }

  /** Whether a refusal is one of a key or rule: SQLite's code 19, PostgreSQL's class 23. */
  static boolean is(SQLException failure) {
    String state = failure.getSQLState();
    return (failure.getErrorCode() & 0xff) == 19 || (state != null && state.startsWith("23"));
  }
}

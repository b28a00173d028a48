package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Something that is written in the same transaction as what it goes with, such as its audit line.
 */
@FunctionalInterface
public interface Also {

  Also NOTHING = connection -> {};

  void on(Connection connection) throws SQLException;

  /** This, and then the other. */
  default Also and(Also other) {
    return connection -> {
      on(connection);
      other.on(connection);
    };
  }

  /** Writes it where what it goes with was done, and says whether it was. */
  default boolean where(boolean done, Connection connection) throws SQLException {
    if (done) {
      on(connection);
    }
    return done;
  }
}

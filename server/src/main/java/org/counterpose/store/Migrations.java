package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the tables to what this version of the product knows, by numbered steps. */
final class Migrations {

  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Migrations() {}

  /** Runs the steps that are missing; refuses a database that a newer version wrote. */
  static void run(Sqlite sqlite) throws SQLException {
    try (Connection connection = sqlite.writer();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA application_id = " + Sqlite.APPLICATION_ID);
    }
    FLYWAY.setLevel(Level.WARNING);
    Flyway flyway =
        Flyway.configure()
            .dataSource(sqlite.url() + "?busy_timeout=5000&synchronous=FULL", null, null)
            .locations("classpath:db/migration")
            .load();
    for (MigrationInfo step : flyway.info().applied()) {
      if (step.getState().isApplied() && !step.getState().isResolved()) {
        throw new StoreUnavailable(
            StoreUnavailable.Reason.NEWER,
            sqlite.folder()
                + " was written by a newer version of Counterpose (tables "
                + step.getVersion()
                + "). Run that version, or restore a backup that this one made.");
      }
    }
    flyway.migrate();
  }
}

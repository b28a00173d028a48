package org.counterpose.people;

import java.util.Optional;
import java.util.UUID;
import org.counterpose.store.Also;
import org.counterpose.store.Database;
import org.counterpose.store.SqlConsents;

/** Where persons who wish it can be written to: only addresses that they confirmed. */
public final class Contacts {

  private final Database database;
  private final SqlConsents store;

  public Contacts(Database database) {
    this.database = database;
    this.store = new SqlConsents(database);
  }

  /** The confirmed e-mail address of a journey's person. */
  public Optional<String> email(UUID journey) {
    return store.email(journey);
  }

  /**
   * Forgets it.
   *
   * @param also what is written with it, where there was one
   */
  public void forget(UUID journey, Also also) {
    database.write(
        connection -> {
          if (SqlConsents.email(connection, journey).isPresent()) {
            SqlConsents.forgetContact(connection, journey);
            also.on(connection);
          }
          return Boolean.TRUE;
        });
  }
}

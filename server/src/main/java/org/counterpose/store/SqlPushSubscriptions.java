package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The devices that take notifications, in portable SQL. */
public final class SqlPushSubscriptions {

  private static final Rows<KeptSubscription> DEVICES =
      new Rows<>(
          "push_subscription",
          "id, journey, endpoint, p256dh, auth, device, at",
          row ->
              new KeptSubscription(
                  Sql.id(row, "id"),
                  Sql.id(row, "journey"),
                  row.getString("endpoint"),
                  row.getString("p256dh"),
                  row.getString("auth"),
                  row.getString("device"),
                  Sql.instant(row, "at")));

  private final Database database;

  public SqlPushSubscriptions(Database database) {
    this.database = database;
  }

  /** Adds a device; one that is there keeps its id and gets the keys. */
  public static void add(Connection connection, KeptSubscription kept) throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO push_subscription ("
            + DEVICES.columns()
            + ") VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (journey, endpoint) DO UPDATE SET"
            + " p256dh = excluded.p256dh, auth = excluded.auth, device = excluded.device,"
            + " at = excluded.at",
        kept.id(),
        kept.journey(),
        kept.endpoint(),
        kept.p256dh(),
        kept.auth(),
        kept.device(),
        kept.at());
  }

  /** The devices of a person, the first added first. */
  public List<KeptSubscription> of(UUID journey) {
    return database.read(connection -> of(connection, journey));
  }

  /** The same, within a transaction. */
  public static List<KeptSubscription> of(Connection connection, UUID journey) throws SQLException {
    return DEVICES.list(connection, "WHERE journey = ? ORDER BY at, id", journey);
  }

  public Optional<KeptSubscription> find(String id) {
    return database.read(connection -> DEVICES.first(connection, "WHERE id = ?", id));
  }

  /** Removes a device of a person's. */
  public static void remove(Connection connection, UUID journey, String id) throws SQLException {
    Sql.run(connection, "DELETE FROM push_subscription WHERE journey = ? AND id = ?", journey, id);
  }

  /** Removes all devices of a person. */
  public static void removeAll(Connection connection, UUID journey) throws SQLException {
    Sql.run(connection, "DELETE FROM push_subscription WHERE journey = ?", journey);
  }

  /** Removes a device of which its push service says that it is gone. */
  public void gone(KeptSubscription subscription) {
    database.write(
        connection -> {
          remove(connection, subscription.journey(), subscription.id().toString());
          return Boolean.TRUE;
        });
  }
}

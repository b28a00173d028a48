package org.counterpose.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The devices that take notifications, in portable SQL. */
public final class SqlPushSubscriptions {

  private static final String COLUMNS = "id, journey, endpoint, p256dh, auth, device, at";

  private final Database database;

  public SqlPushSubscriptions(Database database) {
    this.database = database;
  }

  /** Adds a device; one that is there keeps its id and gets the keys. */
  public static void add(Connection connection, KeptSubscription kept) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO push_subscription ("
                + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (journey, endpoint) DO UPDATE SET"
                + " p256dh = excluded.p256dh, auth = excluded.auth, device = excluded.device,"
                + " at = excluded.at")) {
      upsert.setString(1, kept.id().toString());
      upsert.setString(2, kept.journey().toString());
      upsert.setString(3, kept.endpoint());
      upsert.setString(4, kept.p256dh());
      upsert.setString(5, kept.auth());
      upsert.setString(6, kept.device());
      upsert.setLong(7, Micros.of(kept.at()));
      upsert.executeUpdate();
    }
  }

  /** The devices of a person, the first added first. */
  public List<KeptSubscription> of(UUID journey) {
    return database.read(connection -> of(connection, journey));
  }

  /** The same, within a transaction. */
  public static List<KeptSubscription> of(Connection connection, UUID journey) throws SQLException {
    return found(connection, "journey = ?", journey.toString());
  }

  public Optional<KeptSubscription> find(String id) {
    return database.read(connection -> found(connection, "id = ?", id).stream().findFirst());
  }

  /** Removes a device of a person's. */
  public static void remove(Connection connection, UUID journey, String id) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM push_subscription WHERE journey = ? AND id = ?")) {
      delete.setString(1, journey.toString());
      delete.setString(2, id);
      delete.executeUpdate();
    }
  }

  /** Removes all devices of a person. */
  public static void removeAll(Connection connection, UUID journey) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM push_subscription WHERE journey = ?")) {
      delete.setString(1, journey.toString());
      delete.executeUpdate();
    }
  }

  /** Removes a device of which its push service says that it is gone. */
  public void gone(KeptSubscription subscription) {
    database.write(
        connection -> {
          remove(connection, subscription.journey(), subscription.id().toString());
          return Boolean.TRUE;
        });
  }

  private static List<KeptSubscription> found(Connection connection, String where, String only)
      throws SQLException {
    List<KeptSubscription> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT " + COLUMNS + " FROM push_subscription WHERE " + where + " ORDER BY at, id")) {
      select.setString(1, only);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new KeptSubscription(
                  UUID.fromString(row.getString(1)),
                  UUID.fromString(row.getString(2)),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  Micros.instant(row.getLong(7))));
        }
      }
    }
    return found;
  }
}

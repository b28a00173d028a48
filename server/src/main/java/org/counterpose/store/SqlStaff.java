package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who works at the clinic and where they are signed in, in portable SQL. */
public final class SqlStaff {

  private static final Rows<KeptStaff> STAFF =
      new Rows<>(
          "staff",
          "id, name, role, practitioner, places",
          row ->
              new KeptStaff(
                  Sql.id(row, "id"),
                  row.getString("name"),
                  row.getString("role"),
                  Sql.text(row, "practitioner"),
                  places(row.getString("places"))));

  private final Database database;

  public SqlStaff(Database database) {
    this.database = database;
  }

  /** Adds somebody to the staff. */
  public void add(KeptStaff staff, Instant at, Also also) {
    database.write(
        connection -> {
          insert(connection, staff, at);
          also.on(connection);
          return Boolean.TRUE;
        });
  }

  public static void insert(Connection connection, KeptStaff staff, Instant at)
      throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO staff (id, name, role, practitioner, places, made_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        staff.id(),
        staff.name(),
        staff.role(),
        staff.practitioner(),
        staff.places().stream().sorted().collect(Collectors.joining(",")),
        at);
  }

  /** Everybody who works here now, by name. */
  public List<KeptStaff> all() {
    return database.read(
        connection -> STAFF.list(connection, "WHERE removed_at IS NULL ORDER BY name, id"));
  }

  public Optional<KeptStaff> find(UUID id) {
    return database.read(
        connection -> STAFF.first(connection, "WHERE removed_at IS NULL AND id = ?", id));
  }

  /** What became of removing somebody. */
  public enum Removal {
    REMOVED,
    NOBODY_THERE,
    /**
     * Without an administrator nobody could ever be let in again; without one of every place,
     * nobody to another place.
     */
    LAST_ADMINISTRATOR
  }

  /** Takes somebody out, with their passkeys and sessions, unless they are the last to let in. */
  public Removal remove(UUID id, Instant at, Also also) {
    return database.write(
        connection -> {
          boolean there =
              Sql.count(
                      connection,
                      "SELECT count(*) FROM staff WHERE id = ? AND removed_at IS NULL",
                      id)
                  == 1;
          if (!there) {
            return Removal.NOBODY_THERE;
          }
          int removed =
              Sql.run(
                  connection,
                  "UPDATE staff SET removed_at = ? WHERE id = ? AND (role <> 'ADMINISTRATOR' OR"
                      + " EXISTS (SELECT 1 FROM staff other WHERE other.role = 'ADMINISTRATOR'"
                      + " AND (other.places = '' OR staff.places <> '')"
                      + " AND other.removed_at IS NULL AND other.id <> ?))",
                  at,
                  id,
                  id);
          if (removed == 0) {
            return Removal.LAST_ADMINISTRATOR;
          }
          Sql.run(connection, "DELETE FROM session WHERE staff = ?", id);
          Sql.run(connection, "DELETE FROM passkey WHERE owner = ?", id);
          also.on(connection);
          return Removal.REMOVED;
        });
  }

  private static Set<String> places(String kept) {
    return Stream.of(kept.split(","))
        .filter(place -> !place.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}

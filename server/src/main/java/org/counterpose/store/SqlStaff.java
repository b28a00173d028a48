package org.counterpose.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who works at the clinic and where they are signed in, in portable SQL. */
public final class SqlStaff {

  private static final String COLUMNS = "s.id, s.name, s.role, s.practitioner, s.places";

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
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO staff (id, name, role, practitioner, places, made_at)"
                + " VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, staff.id().toString());
      insert.setString(2, staff.name());
      insert.setString(3, staff.role());
      insert.setString(4, staff.practitioner().orElse(null));
      insert.setString(5, staff.places().stream().sorted().collect(Collectors.joining(",")));
      insert.setLong(6, Micros.of(at));
      insert.executeUpdate();
    }
  }

  /** Everybody who works here now, by name. */
  public List<KeptStaff> all() {
    return database.read(
        connection -> select(connection, "removed_at IS NULL ORDER BY s.name, s.id", null));
  }

  public Optional<KeptStaff> find(UUID id) {
    return database.read(
        connection ->
            select(connection, "removed_at IS NULL AND s.id = ?", id.toString()).stream()
                .findFirst());
  }

  /** What became of removing somebody. */
  public enum Removal {
    REMOVED,
    NOBODY_THERE,
    /** Without an administrator nobody could ever be let in again. */
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

  private static List<KeptStaff> select(Connection connection, String where, @Nullable String only)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + COLUMNS + " FROM staff s WHERE " + where)) {
      if (only != null) {
        select.setString(1, only);
      }
      return rows(select);
    }
  }

  private static List<KeptStaff> rows(PreparedStatement select) throws SQLException {
    List<KeptStaff> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(
            new KeptStaff(
                UUID.fromString(row.getString(1)),
                row.getString(2),
                row.getString(3),
                Optional.ofNullable(row.getString(4)),
                places(row.getString(5))));
      }
    }
    return found;
  }

  private static Set<String> places(String kept) {
    return Stream.of(kept.split(","))
        .filter(place -> !place.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}

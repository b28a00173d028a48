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

  /**
   * A signed-in device of a staff member.
   *
   * @param tokenHash of the cookie's secret
   * @param device the browser and system in a few words
   * @param idleAt when it ends if nothing is asked before, and {@code endsAt} when it ends at all
   */
  public record Session(
      String tokenHash,
      UUID staff,
      String device,
      Instant madeAt,
      Instant usedAt,
      Instant idleAt,
      Instant endsAt) {}

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

  static void insert(Connection connection, KeptStaff staff, Instant at) throws SQLException {
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

  /** Keeps a signed-in device. */
  public void begin(Session session) {
    database.write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO session (token_hash, staff, device, made_at, used_at, idle_at,"
                      + " ends_at) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, session.tokenHash());
            insert.setString(2, session.staff().toString());
            insert.setString(3, session.device());
            insert.setLong(4, Micros.of(session.madeAt()));
            insert.setLong(5, Micros.of(session.usedAt()));
            insert.setLong(6, Micros.of(session.idleAt()));
            insert.setLong(7, Micros.of(session.endsAt()));
            insert.executeUpdate();
          }
          return Boolean.TRUE;
        });
  }

  /** Who is signed in with a secret, if the session has not ended. */
  public Optional<KeptStaff> signedIn(String tokenHash, Instant now) {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT "
                      + COLUMNS
                      + " FROM session t JOIN staff s ON s.id = t.staff WHERE t.token_hash = ?"
                      + " AND t.idle_at > ? AND t.ends_at > ? AND s.removed_at IS NULL")) {
            select.setString(1, tokenHash);
            select.setLong(2, Micros.of(now));
            select.setLong(3, Micros.of(now));
            return rows(select).stream().findFirst();
          }
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

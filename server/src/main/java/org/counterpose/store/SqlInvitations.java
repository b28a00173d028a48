package org.counterpose.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Programmes handed to persons, in SQL that SQLite and PostgreSQL both speak. */
public final class SqlInvitations {

  private static final String COLUMNS =
      "id, token_hash, place, programme, name, email, by_name, made_at, ends_at, journey";

  /**
   * A programme handed to somebody.
   *
   * @param tokenHash of the secret in the link
   * @param by who of the clinic handed it out
   * @param endsAt until when it can be used
   * @param journey the trial that was begun with it
   */
  public record Kept(
      UUID id,
      String tokenHash,
      String place,
      String programme,
      Optional<String> name,
      Optional<String> email,
      String by,
      Instant madeAt,
      Instant endsAt,
      Optional<UUID> journey) {}

  private final Database database;

  public SqlInvitations(Database database) {
    this.database = database;
  }

  /**
   * Keeps an invitation.
   *
   * @param also what is written in the same transaction, such as its letter
   */
  public void add(Kept kept, Also also) {
    database.write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO programme_invitation ("
                      + COLUMNS
                      + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)")) {
            insert.setString(1, kept.id().toString());
            insert.setString(2, kept.tokenHash());
            insert.setString(3, kept.place());
            insert.setString(4, kept.programme());
            insert.setString(5, kept.name().orElse(null));
            insert.setString(6, kept.email().orElse(null));
            insert.setString(7, kept.by());
            insert.setLong(8, Micros.of(kept.madeAt()));
            insert.setLong(9, Micros.of(kept.endsAt()));
            insert.executeUpdate();
          }
          also.on(connection);
          return Boolean.TRUE;
        });
  }

  public Optional<Kept> find(String tokenHash) {
    return database.read(
        connection -> all(connection, " WHERE token_hash = ?", tokenHash).stream().findFirst());
  }

  /** The latest, newest first. */
  public List<Kept> latest(int limit) {
    return database.read(
        connection -> all(connection, " ORDER BY made_at DESC, id LIMIT " + limit, null));
  }

  /** Notes that a trial was begun with an invitation; false where it was used before. */
  public boolean use(UUID id, UUID journey) {
    return database.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE programme_invitation SET journey = ?, email = NULL"
                      + " WHERE id = ? AND journey IS NULL")) {
            update.setString(1, journey.toString());
            update.setString(2, id.toString());
            return update.executeUpdate() == 1;
          }
        });
  }

  /** Deletes those that ended before a moment without being used; their names go with them. */
  public int forget(Instant endedBefore) {
    return database.write(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM programme_invitation WHERE ends_at < ? AND journey IS NULL")) {
            delete.setLong(1, Micros.of(endedBefore));
            return delete.executeUpdate();
          }
        });
  }

  static void eraseOf(Connection connection, UUID journey) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM programme_invitation WHERE journey = ?")) {
      delete.setString(1, journey.toString());
      delete.executeUpdate();
    }
  }

  private static List<Kept> all(Connection connection, String where, @Nullable String only)
      throws SQLException {
    List<Kept> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + COLUMNS + " FROM programme_invitation" + where)) {
      if (only != null) {
        select.setString(1, only);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Kept(
                  UUID.fromString(row.getString(1)),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  Optional.ofNullable(row.getString(5)),
                  Optional.ofNullable(row.getString(6)),
                  row.getString(7),
                  Micros.instant(row.getLong(8)),
                  Micros.instant(row.getLong(9)),
                  Optional.ofNullable(row.getString(10)).map(UUID::fromString)));
        }
      }
    }
    return found;
  }
}

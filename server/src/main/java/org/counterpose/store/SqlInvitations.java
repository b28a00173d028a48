package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Programmes handed to persons, in SQL that SQLite and PostgreSQL both speak. */
public final class SqlInvitations {

  private static final Rows<Kept> INVITATIONS =
      new Rows<>(
          "programme_invitation",
          "id, token_hash, place, programme, language, name, email, by_name, made_at, ends_at, journey",
          row ->
              new Kept(
                  Sql.id(row, "id"),
                  row.getString("token_hash"),
                  row.getString("place"),
                  row.getString("programme"),
                  row.getString("language"),
                  Sql.text(row, "name"),
                  Sql.text(row, "email"),
                  row.getString("by_name"),
                  Sql.instant(row, "made_at"),
                  Sql.instant(row, "ends_at"),
                  Sql.idIfAny(row, "journey")));

  /**
   * A programme handed to somebody.
   *
   * @param tokenHash of the secret in the link
   * @param language that its person reads
   * @param by who of the clinic handed it out
   * @param endsAt until when it can be used
   * @param journey the trial that was begun with it
   */
  public record Kept(
      UUID id,
      String tokenHash,
      String place,
      String programme,
      String language,
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
          Sql.run(
              connection,
              "INSERT INTO programme_invitation ("
                  + INVITATIONS.columns()
                  + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              kept.id(),
              kept.tokenHash(),
              kept.place(),
              kept.programme(),
              kept.language(),
              kept.name(),
              kept.email(),
              kept.by(),
              kept.madeAt(),
              kept.endsAt(),
              kept.journey());
          also.on(connection);
          return Boolean.TRUE;
        });
  }

  public Optional<Kept> find(String tokenHash) {
    return database.read(
        connection -> INVITATIONS.first(connection, "WHERE token_hash = ?", tokenHash));
  }

  /**
   * The latest of some places, newest first.
   *
   * @param places none means every place
   */
  public List<Kept> latest(Set<String> places, int limit) {
    String which =
        places.isEmpty()
            ? ""
            : "WHERE place IN (" + String.join(", ", Collections.nCopies(places.size(), "?")) + ")";
    Object[] values = Stream.concat(places.stream(), Stream.of(limit)).toArray();
    return database.read(
        connection ->
            INVITATIONS.list(connection, which + " ORDER BY made_at DESC, id LIMIT ?", values));
  }

  /** Notes that a trial was begun with an invitation; false where it was used before. */
  public static boolean use(Connection connection, UUID id, UUID journey) throws SQLException {
    return Sql.changes(
        connection,
        "UPDATE programme_invitation SET journey = ?, email = NULL"
            + " WHERE id = ? AND journey IS NULL",
        journey,
        id);
  }

  static void eraseOf(Connection connection, UUID journey) throws SQLException {
    Sql.run(connection, "DELETE FROM programme_invitation WHERE journey = ?", journey);
  }
}

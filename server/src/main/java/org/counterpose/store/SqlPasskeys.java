package org.counterpose.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The passkeys of staff and of persons' accounts, in portable SQL. */
public final class SqlPasskeys {

  /**
   * A passkey as kept.
   *
   * @param credential its id, in Base64 for addresses
   * @param owner a member of staff or an account
   * @param publicKey as COSE, in Base64 for addresses
   */
  public record Kept(
      String credential,
      UUID owner,
      String name,
      String publicKey,
      long signCount,
      Instant madeAt,
      Optional<Instant> usedAt) {}

  private static final Rows<Kept> PASSKEYS = new Rows<>("passkey", "*", SqlPasskeys::passkey);

  private final Database database;

  public SqlPasskeys(Database database) {
    this.database = database;
  }

  public static void add(Connection connection, Kept passkey) throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO passkey (credential, owner, name, public_key, sign_count, made_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        passkey.credential(),
        passkey.owner(),
        passkey.name(),
        passkey.publicKey(),
        passkey.signCount(),
        passkey.madeAt());
  }

  public Optional<Kept> find(String credential) {
    return database.read(
        connection -> PASSKEYS.first(connection, "WHERE credential = ?", credential));
  }

  /** The passkeys of an owner, the oldest first. */
  public List<Kept> of(UUID owner) {
    return database.read(
        connection ->
            PASSKEYS.list(connection, "WHERE owner = ? ORDER BY made_at, credential", owner));
  }

  /**
   * Notes that a passkey was used. False where its count stands at or beyond what it says now, as
   * that of a copy would; a passkey that never counts stays at zero.
   */
  public boolean used(String credential, long signCount, Instant at) {
    return database.write(
        connection ->
            Sql.changes(
                connection,
                "UPDATE passkey SET sign_count = ?, used_at = ? WHERE credential = ?"
                    + " AND (sign_count < ? OR (sign_count = 0 AND ? = 0))",
                signCount,
                at,
                credential,
                signCount,
                signCount));
  }

  /** Removes a passkey of an owner, but not the last one. False where nothing was removed. */
  public boolean removeButTheLast(UUID owner, String credential, Also also) {
    return database.write(
        connection ->
            also.where(
                Sql.changes(
                    connection,
                    "DELETE FROM passkey WHERE owner = ? AND credential = ?"
                        + " AND (SELECT count(*) FROM passkey WHERE owner = ?) > 1",
                    owner,
                    credential,
                    owner),
                connection));
  }

  /** Removes a passkey of an owner, be it the last one. */
  public boolean remove(UUID owner, String credential, Also also) {
    return database.write(
        connection ->
            also.where(
                Sql.changes(
                    connection,
                    "DELETE FROM passkey WHERE owner = ? AND credential = ?",
                    owner,
                    credential),
                connection));
  }

  private static Kept passkey(ResultSet row) throws SQLException {
    return new Kept(
        row.getString("credential"),
        Sql.id(row, "owner"),
        row.getString("name"),
        row.getString("public_key"),
        row.getLong("sign_count"),
        Sql.instant(row, "made_at"),
        Sql.instantIfAny(row, "used_at"));
  }
}

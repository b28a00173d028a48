package org.counterpose.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The devices on which staff and persons are signed in, in portable SQL. */
public final class SqlSessions {

  /** Whose sessions: the column that holds their owner. */
  public enum Whose {
    STAFF("staff"),
    ACCOUNT("account");

    private final String column;

    Whose(String column) {
      this.column = column;
    }
  }

  /**
   * A signed-in device.
   *
   * @param tokenHash of the cookie's secret
   * @param device the browser and system in a few words
   * @param idleAt when it ends if nothing is asked before, and {@code endsAt} when it ends at all
   */
  public record Session(
      String tokenHash,
      UUID owner,
      String device,
      Instant madeAt,
      Instant usedAt,
      Instant idleAt,
      Instant endsAt) {}

  private final Database database;

  public SqlSessions(Database database) {
    this.database = database;
  }

  /** Keeps a signed-in device, and forgets those of anybody that have ended. */
  public void begin(Whose whose, Session session) {
    database.write(
        connection -> {
          Sql.run(
              connection,
              "DELETE FROM session WHERE ends_at <= ? OR idle_at <= ?",
              session.madeAt(),
              session.madeAt());
          Sql.run(
              connection,
              "INSERT INTO session (token_hash, "
                  + whose.column
                  + ", device, made_at, used_at, idle_at, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
              session.tokenHash(),
              session.owner(),
              session.device(),
              session.madeAt(),
              session.usedAt(),
              session.idleAt(),
              session.endsAt());
          return Boolean.TRUE;
        });
  }

  /** The session of that hash, if it has not ended. */
  public Optional<Session> find(Whose whose, String tokenHash, Instant now) {
    return database.read(
        connection ->
            sessions(whose)
                .first(
                    connection,
                    "WHERE token_hash = ? AND idle_at > ? AND ends_at > ? AND "
                        + whose.column
                        + " IS NOT NULL",
                    tokenHash,
                    now,
                    now));
  }

  /** The sessions of an owner that have not ended, the one used last first. */
  public List<Session> of(Whose whose, UUID owner, Instant now) {
    return database.read(
        connection ->
            sessions(whose)
                .list(
                    connection,
                    "WHERE "
                        + whose.column
                        + " = ? AND idle_at > ? AND ends_at > ? ORDER BY used_at DESC, token_hash",
                    owner,
                    now,
                    now));
  }

  private static Rows<Session> sessions(Whose whose) {
    return new Rows<>("session", "*, " + whose.column + " AS owner", SqlSessions::session);
  }

  /** Notes that a session was used just now, and until when it may lie idle. */
  public void used(String tokenHash, Instant at, Instant idleAt) {
    database.write(
        connection ->
            Sql.run(
                connection,
                "UPDATE session SET used_at = ?, idle_at = ? WHERE token_hash = ?",
                at,
                idleAt,
                tokenHash));
  }

  /** Ends a session of an owner. False where the owner has no such one. */
  public boolean end(Whose whose, UUID owner, String tokenHash, Also also) {
    return database.write(
        connection ->
            also.where(
                Sql.changes(
                    connection,
                    "DELETE FROM session WHERE token_hash = ? AND " + whose.column + " = ?",
                    tokenHash,
                    owner),
                connection));
  }

  /** Ends all sessions of an owner but one. False where there was no other. */
  public boolean endOthers(Whose whose, UUID owner, String tokenHash, Also also) {
    return database.write(
        connection ->
            also.where(
                Sql.run(
                        connection,
                        "DELETE FROM session WHERE token_hash <> ? AND " + whose.column + " = ?",
                        tokenHash,
                        owner)
                    > 0,
                connection));
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getString("token_hash"),
        Sql.id(row, "owner"),
        row.getString("device"),
        Sql.instant(row, "made_at"),
        Sql.instant(row, "used_at"),
        Sql.instant(row, "idle_at"),
        Sql.instant(row, "ends_at"));
  }

  static void endOfAccount(Connection connection, UUID account) throws SQLException {
    Sql.run(connection, "DELETE FROM session WHERE account = ?", account);
  }
}

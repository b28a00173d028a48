package org.counterpose.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Persons' accounts, which hold their trials, and the links in letters, in portable SQL. */
public final class SqlAccounts {

  /**
   * A link in a letter as kept, only by the hash of its secret.
   *
   * @param kind {@code confirm} or {@code sign-in}
   * @param journey whose address is to be confirmed
   */
  public record Link(
      String hash,
      String kind,
      String email,
      Optional<UUID> journey,
      Instant madeAt,
      Instant endsAt) {}

  /** A trial and the account that it is in. */
  public record Trial(UUID journey, Instant begunAt, UUID account) {}

  /**
   * How many links are sent to one address, whoever asks from wherever: enough for who mistypes,
   * and no flood; our own choice.
   */
  public static final int LETTERS_AN_HOUR = 4;

  public static final int LETTERS_A_DAY = 12;

  private static final Duration AN_HOUR = Duration.ofHours(1);
  static final Duration A_DAY = Duration.ofDays(1);

  private SqlAccounts() {}

  /** The account of a trial, made where there is none. */
  public static UUID ofOrNew(Connection connection, UUID journey) throws SQLException {
    Optional<UUID> there = of(connection, journey);
    if (there.isPresent()) {
      return there.get();
    }
    UUID account = UUID.randomUUID();
    Sql.run(
        connection,
        "INSERT INTO account_journey (journey, account) VALUES (?, ?)",
        journey,
        account);
    return account;
  }

  public static Optional<UUID> of(Connection connection, UUID journey) throws SQLException {
    return Sql.first(
        connection,
        "SELECT account FROM account_journey WHERE journey = ?",
        row -> Sql.id(row, "account"),
        journey);
  }

  /** The trials of an account, the one begun last first. */
  public static List<Trial> trials(Connection connection, UUID account) throws SQLException {
    return Sql.list(
        connection,
        "SELECT journal.id, begun_at, account FROM account_journey"
            + " JOIN journal ON journal.id = account_journey.journey"
            + " WHERE account = ? ORDER BY begun_at DESC, journal.id",
        SqlAccounts::trial,
        account);
  }

  /** The trials whose person confirmed this address, the one begun last first. */
  public static List<Trial> withEmail(Connection connection, String email) throws SQLException {
    return Sql.list(
        connection,
        "SELECT journal.id, begun_at, account FROM contact"
            + " JOIN journal ON journal.id = contact.journey"
            + " JOIN account_journey ON account_journey.journey = contact.journey"
            + " WHERE email = ? ORDER BY begun_at DESC, journal.id",
        SqlAccounts::trial,
        email);
  }

  /** Whether a trial is in no account, or alone in one that nothing signs in to. */
  public static boolean canJoin(Connection connection, UUID journey, UUID account)
      throws SQLException {
    Optional<UUID> own = of(connection, journey);
    return own.isEmpty()
        || (!own.get().equals(account)
            && trials(connection, own.get()).size() == 1
            && Sql.count(connection, "SELECT count(*) FROM passkey WHERE owner = ?", own.get()) == 0
            && Sql.count(connection, "SELECT count(*) FROM session WHERE account = ?", own.get())
                == 0);
  }

  /** Puts a trial into an account; false where something signs in to it elsewhere. */
  public static boolean join(Connection connection, UUID journey, UUID account)
      throws SQLException {
    if (!canJoin(connection, journey, account)) {
      return false;
    }
    Sql.run(
        connection,
        "INSERT INTO account_journey (journey, account) VALUES (?, ?)"
            + " ON CONFLICT (journey) DO UPDATE SET account = excluded.account",
        journey,
        account);
    return true;
  }

  /** Counts a letter to an address; false where enough went there already. */
  public static boolean countLetter(Connection connection, String recipientHash, Instant now)
      throws SQLException {
    Sql.run(connection, "DELETE FROM link_letter WHERE at <= ?", now.minus(A_DAY));
    String sent = "SELECT count(*) FROM link_letter WHERE recipient_hash = ? AND at > ?";
    if (Sql.count(connection, sent, recipientHash, now.minus(AN_HOUR)) >= LETTERS_AN_HOUR
        || Sql.count(connection, sent, recipientHash, now.minus(A_DAY)) >= LETTERS_A_DAY) {
      return false;
    }
    Sql.run(
        connection,
        "INSERT INTO link_letter (recipient_hash, at) VALUES (?, ?)",
        recipientHash,
        now);
    return true;
  }

  /** Keeps a link; those that ended are forgotten. */
  public static void add(Connection connection, Link link) throws SQLException {
    Sql.run(connection, "DELETE FROM email_link WHERE ends_at <= ?", link.madeAt());
    Sql.run(
        connection,
        "INSERT INTO email_link (link_hash, kind, email, journey, made_at, ends_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        link.hash(),
        link.kind(),
        link.email(),
        link.journey(),
        link.madeAt(),
        link.endsAt());
  }

  public static Optional<Link> find(Connection connection, String hash, Instant now)
      throws SQLException {
    return Sql.first(
        connection,
        "SELECT * FROM email_link WHERE link_hash = ? AND ends_at > ?",
        SqlAccounts::link,
        hash,
        now);
  }

  /** Uses a link up. False where it was used before. */
  public static boolean use(Connection connection, String hash) throws SQLException {
    return Sql.changes(connection, "DELETE FROM email_link WHERE link_hash = ?", hash);
  }

  /**
   * Takes a trial out of its account and deletes what was kept to sign in to it. An account without
   * a trial goes too, with its passkeys and sessions.
   */
  static void eraseOf(Connection connection, UUID journey) throws SQLException {
    Optional<UUID> account = of(connection, journey);
    Sql.run(
        connection,
        "DELETE FROM email_link WHERE journey = ?"
            + " OR email IN (SELECT email FROM contact WHERE journey = ?)",
        journey,
        journey);
    Sql.run(connection, "DELETE FROM account_journey WHERE journey = ?", journey);
    if (account.isPresent() && trials(connection, account.get()).isEmpty()) {
      SqlSessions.endOfAccount(connection, account.get());
      Sql.run(connection, "DELETE FROM passkey WHERE owner = ?", account.get());
    }
  }

  private static Trial trial(ResultSet row) throws SQLException {
    return new Trial(Sql.id(row, "id"), Sql.instant(row, "begun_at"), Sql.id(row, "account"));
  }

  private static Link link(ResultSet row) throws SQLException {
    return new Link(
        row.getString("link_hash"),
        row.getString("kind"),
        row.getString("email"),
        Sql.idIfAny(row, "journey"),
        Sql.instant(row, "made_at"),
        Sql.instant(row, "ends_at"));
  }
}

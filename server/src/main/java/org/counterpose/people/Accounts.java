package org.counterpose.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.counterpose.store.Conflict;
import org.counterpose.store.Database;
import org.counterpose.store.Letter;
import org.counterpose.store.Outbox;
import org.counterpose.store.SqlAccounts;
import org.counterpose.store.SqlConsents;
import org.counterpose.store.SqlPasskeys;

/**
 * What lets a person open their trials on another device: an account with passkeys, and links in
 * letters to an address that they confirmed.
 */
public final class Accounts {

  /** How long a link in a letter can be used. */
  public static final Duration LINK_LASTS = Duration.ofMinutes(15);

  private static final String CONFIRM = "confirm";
  private static final String SIGN_IN = "sign-in";
  private static final int LONGEST_ADDRESS = 254;

  /** One line, one at sign, nothing that a header could take for its end. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[^\\s@<>,;:\"()\\[\\]\\\\\\p{Cntrl}]+@[^\\s@<>,;:\"()\\[\\]\\\\\\p{Cntrl}]+");

  private final Database database;
  private final InstantSource clock;
  private final RandomGenerator random;

  public Accounts(Database database, InstantSource clock, RandomGenerator random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
  }

  /** An e-mail address in the one form that is kept; empty where it cannot be one. */
  public static Optional<String> address(String given) {
    String address = given.strip().toLowerCase(Locale.ROOT);
    return address.length() <= LONGEST_ADDRESS && ADDRESS.matcher(address).matches()
        ? Optional.of(address)
        : Optional.empty();
  }

  /** The account of a trial, made where there is none. */
  public UUID of(UUID journey) {
    return database.write(connection -> SqlAccounts.ofOrNew(connection, journey));
  }

  public Optional<UUID> ofIfAny(UUID journey) {
    return database.read(connection -> SqlAccounts.of(connection, journey));
  }

  /** The trials of an account, the one begun last first. */
  public List<UUID> journeys(UUID account) {
    return database.read(connection -> SqlAccounts.journeys(connection, account));
  }

  /** Keeps a passkey that was made for a trial's account. False where it is kept already. */
  public boolean add(SqlPasskeys.Kept passkey) {
    try {
      return database.write(
          connection -> {
            SqlPasskeys.add(connection, passkey);
            return Boolean.TRUE;
          });
    } catch (Conflict taken) {
      return false;
    }
  }

  /** Sends a link that confirms an address for a trial. */
  public void askToConfirm(UUID journey, String email, Function<Secret, Letter> letter) {
    send(CONFIRM, email, Optional.of(journey), letter);
  }

  /**
   * Sends a link to sign in, where somebody confirmed this address. The same is done where nobody
   * did, but that the letter is not sent: no time and no answer tells which.
   */
  public void askToSignIn(String email, Function<Secret, Letter> letter) {
    Secret secret = Secret.random(random);
    Letter written = letter.apply(secret);
    SqlAccounts.Link link = link(secret, SIGN_IN, email, Optional.empty());
    database.write(
        connection -> {
          boolean known = !SqlAccounts.withEmail(connection, email).isEmpty();
          SqlAccounts.add(connection, link);
          if (known) {
            Outbox.add(connection, written);
          }
          return Boolean.TRUE;
        });
  }

  private void send(
      String kind, String email, Optional<UUID> journey, Function<Secret, Letter> letter) {
    Secret secret = Secret.random(random);
    Letter written = letter.apply(secret);
    database.write(
        connection -> {
          SqlAccounts.add(connection, link(secret, kind, email, journey));
          Outbox.add(connection, written);
          return Boolean.TRUE;
        });
  }

  private SqlAccounts.Link link(Secret secret, String kind, String email, Optional<UUID> journey) {
    Instant now = clock.instant();
    return new SqlAccounts.Link(secret.hash(), kind, email, journey, now, now.plus(LINK_LASTS));
  }

  /** Whether a link can still be used; looking at it does not use it up. */
  public Optional<SqlAccounts.Link> link(String secret) {
    return database.read(
        connection -> SqlAccounts.find(connection, new Secret(secret).hash(), clock.instant()));
  }

  /**
   * Uses a link up and returns the account to sign in to: it is proven now that the address is
   * theirs. Empty where the link was used, has ended, or nobody confirmed its address.
   */
  public Optional<UUID> use(String secret) {
    String hash = new Secret(secret).hash();
    Instant now = clock.instant();
    return database.write(
        connection -> {
          Optional<SqlAccounts.Link> link = SqlAccounts.find(connection, hash, now);
          if (link.isEmpty() || !SqlAccounts.use(connection, hash)) {
            return Optional.empty();
          }
          if (link.get().journey().isPresent()) {
            UUID journey = link.get().journey().get();
            SqlConsents.contact(connection, journey, link.get().email(), now);
            return Optional.of(SqlAccounts.ofOrNew(connection, journey));
          }
          Optional<UUID> latest =
              SqlAccounts.withEmail(connection, link.get().email()).stream().findFirst();
          return latest.isEmpty()
              ? Optional.empty()
              : Optional.of(SqlAccounts.ofOrNew(connection, latest.get()));
        });
  }
}

package org.counterpose.people;

import java.sql.Connection;
import java.sql.SQLException;
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
import org.counterpose.store.Also;
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
  public List<SqlAccounts.Trial> trials(UUID account) {
    return database.read(connection -> SqlAccounts.trials(connection, account));
  }

  /** The ids of the trials of an account. */
  public List<UUID> journeys(UUID account) {
    return trials(account).stream().map(SqlAccounts.Trial::journey).toList();
  }

  /**
   * Whether somebody who holds a trial may change how its account is signed in to. A private link
   * opens one trial: where the account has others too, it takes being signed in to it.
   *
   * @param signedIn the account that their device is signed in to
   */
  public boolean mayManage(UUID journey, Optional<UUID> signedIn) {
    return database.read(connection -> mayManage(connection, journey, signedIn));
  }

  private static boolean mayManage(Connection connection, UUID journey, Optional<UUID> signedIn)
      throws SQLException {
    Optional<UUID> account = SqlAccounts.of(connection, journey);
    return account.isEmpty()
        || account.equals(signedIn)
        || SqlAccounts.trials(connection, account.get()).size() == 1;
  }

  /** Whether a trial can be put beside those of an account: nothing opens it but its link. */
  public boolean canJoin(UUID journey, UUID account) {
    return database.read(
        connection ->
            SqlAccounts.canJoin(connection, journey, account)
                && SqlConsents.email(connection, journey).isEmpty());
  }

  /**
   * Puts a trial beside those of the account that the same device is signed in to. False where
   * something else opens the trial already.
   */
  public boolean bring(UUID journey, UUID account) {
    return database.write(
        connection ->
            SqlConsents.email(connection, journey).isEmpty()
                && SqlAccounts.join(connection, journey, account));
  }

  /** Keeps a passkey that was made for a trial's account. False where it is kept already. */
  public boolean add(SqlPasskeys.Kept passkey, Also also) {
    try {
      return database.write(
          connection -> {
            SqlPasskeys.add(connection, passkey);
            also.on(connection);
            return Boolean.TRUE;
          });
    } catch (Conflict taken) {
      return false;
    }
  }

  /** Sends a link that confirms an address for a trial; false where the address had many. */
  public boolean askToConfirm(UUID journey, String email, Function<Secret, Letter> letter) {
    return send(CONFIRM, email, Optional.of(journey), letter);
  }

  /**
   * Sends a link to sign in, where somebody confirmed this address. The same is done where nobody
   * did, but that the letter is not sent: no time and no answer tells which.
   */
  public void askToSignIn(String email, Function<Secret, Letter> letter) {
    send(SIGN_IN, email, Optional.empty(), letter);
  }

  private boolean send(
      String kind, String email, Optional<UUID> journey, Function<Secret, Letter> letter) {
    Secret secret = Secret.random(random);
    Letter written = letter.apply(secret);
    Instant now = clock.instant();
    SqlAccounts.Link link =
        new SqlAccounts.Link(secret.hash(), kind, email, journey, now, now.plus(LINK_LASTS));
    // counted apart, so that who may only ask to confirm uses up no way in
    String recipient = new Secret(kind + " " + email).hash();
    return database.write(
        connection -> {
          boolean wanted =
              journey.isPresent() || !SqlAccounts.withEmail(connection, email).isEmpty();
          if (!SqlAccounts.countLetter(connection, recipient, now)) {
            return false;
          }
          SqlAccounts.add(connection, link);
          if (wanted) {
            Outbox.add(connection, written);
          }
          return true;
        });
  }

  /** Whether a link can still be used; looking at it does not use it up. */
  public Optional<SqlAccounts.Link> link(String secret) {
    return database.read(
        connection -> SqlAccounts.find(connection, new Secret(secret).hash(), clock.instant()));
  }

  /** The trials whose person confirmed the address that a link went to, begun last first. */
  public List<SqlAccounts.Trial> opens(SqlAccounts.Link link) {
    return database.read(connection -> SqlAccounts.withEmail(connection, link.email()));
  }

  /**
   * Uses up a link that confirms an address, for the trial that the same device holds. Who has the
   * letter but not the trial confirms nothing, and so does who has the trial but not the letter:
   * otherwise a mistyped address would open the trial to a stranger, or somebody would be led to
   * write into a stranger's. The trial goes beside those of the address's owner where nothing else
   * opens it.
   *
   * @param also what is written with it
   */
  public boolean confirm(String secret, UUID held, Optional<UUID> signedIn, Also also) {
    String hash = new Secret(secret).hash();
    Instant now = clock.instant();
    return database.write(
        connection -> {
          Optional<SqlAccounts.Link> link =
              SqlAccounts.find(connection, hash, now)
                  .filter(found -> found.journey().equals(Optional.of(held)));
          if (link.isEmpty()
              || !mayManage(connection, held, signedIn)
              || !SqlAccounts.use(connection, hash)) {
            return false;
          }
          String email = link.get().email();
          Optional<UUID> theirs =
              SqlAccounts.withEmail(connection, email).stream()
                  .map(SqlAccounts.Trial::account)
                  .findFirst();
          SqlConsents.contact(connection, held, email, now);
          if (theirs.isEmpty() || !SqlAccounts.join(connection, held, theirs.get())) {
            SqlAccounts.ofOrNew(connection, held);
          }
          also.on(connection);
          return true;
        });
  }

  /**
   * Uses up a link to sign in, and returns the trial to open of those that its address opens: the
   * one chosen, or the one begun last. Empty where the link was used, has ended, or opens none.
   */
  public Optional<SqlAccounts.Trial> signIn(String secret, Optional<UUID> chosen) {
    String hash = new Secret(secret).hash();
    Instant now = clock.instant();
    return database.write(
        connection -> {
          Optional<SqlAccounts.Link> link =
              SqlAccounts.find(connection, hash, now).filter(found -> found.journey().isEmpty());
          if (link.isEmpty() || !SqlAccounts.use(connection, hash)) {
            return Optional.empty();
          }
          return SqlAccounts.withEmail(connection, link.get().email()).stream()
              .filter(trial -> chosen.isEmpty() || chosen.get().equals(trial.journey()))
              .findFirst();
        });
  }
}

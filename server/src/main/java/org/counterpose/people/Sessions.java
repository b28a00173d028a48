package org.counterpose.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.counterpose.guard.OurCookie;
import org.counterpose.store.Also;
import org.counterpose.store.Database;
import org.counterpose.store.SqlSessions;

/**
 * The devices on which one kind of people is signed in: a cookie with a secret that ends by lying
 * idle, at its absolute end, or when its owner ends it.
 */
public final class Sessions {

  /** Whose sessions, and how long they last; our own choice. */
  public enum Kind {
    /** An hour idle, since a desk is left alone between two people; a working day at most. */
    STAFF("staff", SqlSessions.Whose.STAFF, Duration.ofMinutes(60), Duration.ofHours(12)),
    /** Ninety days idle and a year at most: longer than a trial and what follows it. */
    PERSON("person", SqlSessions.Whose.ACCOUNT, Duration.ofDays(90), Duration.ofDays(365));

    private final OurCookie cookie;
    private final SqlSessions.Whose whose;
    private final Duration idle;
    private final Duration whole;

    Kind(String cookie, SqlSessions.Whose whose, Duration idle, Duration whole) {
      this.cookie = new OurCookie(cookie);
      this.whose = whose;
      this.idle = idle;
      this.whole = whole;
    }

    public OurCookie cookie() {
      return cookie;
    }

    public Duration idle() {
      return idle;
    }

    public Duration whole() {
      return whole;
    }
  }

  /** How far behind the kept time of last use may be: one write a minute is enough. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final Kind kind;
  private final SqlSessions store;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param random of cryptographic strength
   */
  public Sessions(Kind kind, Database database, InstantSource clock, RandomGenerator random) {
    this.kind = kind;
    this.store = new SqlSessions(database);
    this.clock = clock;
    this.random = random;
  }

  public Kind kind() {
    return kind;
  }

  /** Signs somebody in on a device; the secret goes to that device alone, and is always new. */
  public Secret begin(UUID owner, Device device) {
    Secret secret = Secret.random(random);
    Instant now = clock.instant();
    store.begin(
        kind.whose,
        new SqlSessions.Session(
            secret.hash(),
            owner,
            device.name(),
            now,
            now,
            now.plus(kind.idle),
            now.plus(kind.whole)));
    return secret;
  }

  /** The session of a request's cookie, if it has not ended; it is in use now. */
  public Optional<SqlSessions.Session> find(HttpServletRequest request) {
    Instant now = clock.instant();
    Optional<SqlSessions.Session> session =
        kind.cookie
            .in(request)
            .flatMap(value -> store.find(kind.whose, new Secret(value).hash(), now));
    session
        .filter(found -> found.usedAt().plus(NOTED_EVERY).isBefore(now))
        .ifPresent(found -> store.used(found.tokenHash(), now, now.plus(kind.idle)));
    return session;
  }

  /** The devices of an owner, the one used last first. */
  public List<SqlSessions.Session> of(UUID owner) {
    return store.of(kind.whose, owner, clock.instant());
  }

  /** Signs an owner out of one device. */
  public boolean end(UUID owner, String tokenHash) {
    return end(owner, tokenHash, Also.NOTHING);
  }

  /** The same, with something else written where there was such a device. */
  public boolean end(UUID owner, String tokenHash, Also also) {
    return store.end(kind.whose, owner, tokenHash, also);
  }

  /** Signs an owner out of all devices but one. */
  public boolean endOthers(UUID owner, String tokenHash, Also also) {
    return store.endOthers(kind.whose, owner, tokenHash, also);
  }
}

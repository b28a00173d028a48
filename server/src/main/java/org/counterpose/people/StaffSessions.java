package org.counterpose.people;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.counterpose.store.SqlStaff;

/** Where staff are signed in: a cookie with a secret, which ends by idling and at all. */
public final class StaffSessions {

  public static final String COOKIE = "staff";

  /** A desk that is left alone; a working day. Our own choice. */
  static final Duration IDLE = Duration.ofMinutes(60);

  static final Duration WHOLE = Duration.ofHours(12);

  private final SqlStaff store;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param random of cryptographic strength
   */
  public StaffSessions(SqlStaff store, InstantSource clock, RandomGenerator random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  /** Signs somebody in on a device; the secret goes to that device alone. */
  public Secret begin(Staff staff, String device) {
    Secret secret = Secret.random(random);
    Instant now = clock.instant();
    store.begin(
        new SqlStaff.Session(
            secret.hash(), staff.id(), device, now, now, now.plus(IDLE), now.plus(WHOLE)));
    return secret;
  }

  /** Who is signed in with a request's cookie. */
  public Optional<Staff> staff(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(COOKIE)) {
        return store.signedIn(new Secret(cookie.getValue()).hash(), clock.instant()).map(Staff::of);
      }
    }
    return Optional.empty();
  }
}

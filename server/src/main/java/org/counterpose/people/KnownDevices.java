package org.counterpose.people;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.counterpose.guard.OurCookie;
import org.counterpose.store.Database;

/**
 * The devices on which somebody of the staff signed in before, by a cookie that only we can write.
 * It opens nothing: it keeps the door for staff from being blocked by strangers who share the
 * clinic's address.
 */
public final class KnownDevices {

  public static final OurCookie COOKIE = new OurCookie("known-device");

  /** Longer than a holiday or a parental leave of some months; our own choice. */
  public static final Duration KNOWN_FOR = Duration.ofDays(365);

  private final CodeKey key;
  private final RandomGenerator random;

  /**
   * @param random of cryptographic strength
   */
  KnownDevices(Database database, RandomGenerator random) {
    this.random = random;
    this.key = new CodeKey(database, "devices.key", random);
  }

  /**
   * What the cookie of a device holds on which somebody has just signed in.
   *
   * @param before the device, where it was known already
   */
  public String sign(Optional<String> before) {
    String id = before.orElseGet(() -> Secret.random(random).text());
    return id + "." + key.code(id);
  }

  /** The device that sent a request; empty where nobody of the staff signed in on it. */
  public Optional<String> find(HttpServletRequest request) {
    return COOKIE
        .in(request)
        .map(value -> value.split("\\.", 2))
        .filter(parts -> parts.length == 2)
        .filter(parts -> MessageDigest.isEqual(bytes(key.code(parts[0])), bytes(parts[1])))
        .map(parts -> parts[0]);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

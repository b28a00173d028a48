package org.counterpose.people;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.counterpose.guard.OurCookie;
import org.counterpose.store.Database;
import org.counterpose.store.SecretFile;

/**
 * The devices on which somebody of the staff signed in before, by a cookie that only we can write.
 * It opens nothing: it keeps the door for staff from being blocked by strangers who share the
 * clinic's address.
 */
public final class KnownDevices {

  public static final OurCookie COOKIE = new OurCookie("known-device");

  /** Longer than a holiday or a parental leave of some months; our own choice. */
  public static final Duration KNOWN_FOR = Duration.ofDays(365);

  private static final String CODE = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecretKeySpec key;
  private final RandomGenerator random;

  /**
   * @param random of cryptographic strength
   */
  KnownDevices(Database database, RandomGenerator random) {
    this.random = random;
    this.key =
        new SecretKeySpec(
            SecretFile.of(
                database.folder(),
                "devices.key",
                () -> {
                  byte[] fresh = new byte[BYTES];
                  random.nextBytes(fresh);
                  return fresh;
                }),
            CODE);
  }

  /**
   * What the cookie of a device holds on which somebody has just signed in.
   *
   * @param before the device, where it was known already
   */
  public String sign(Optional<String> before) {
    String id = before.orElseGet(() -> Secret.random(random).text());
    return id + "." + code(id);
  }

  /** The device that sent a request; empty where nobody of the staff signed in on it. */
  public Optional<String> find(HttpServletRequest request) {
    return COOKIE
        .in(request)
        .map(value -> value.split("\\.", 2))
        .filter(parts -> parts.length == 2)
        .filter(parts -> MessageDigest.isEqual(bytes(code(parts[0])), bytes(parts[1])))
        .map(parts -> parts[0]);
  }

  private String code(String id) {
    try {
      Mac mac = Mac.getInstance(CODE);
      mac.init(key);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(id)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + CODE, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

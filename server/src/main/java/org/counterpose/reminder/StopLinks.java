package org.counterpose.reminder;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.counterpose.people.Secret;
import org.counterpose.store.Database;
import org.counterpose.store.SecretFile;

/**
 * The secrets that end persons' reminders: each made from a journey with this installation's key,
 * so that every letter has the same one and only its hash is kept.
 */
final class StopLinks {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * @param random of cryptographic strength
   */
  StopLinks(Database database, RandomGenerator random) {
    byte[] kept =
        SecretFile.of(
            database.folder(),
            "links.key",
            () -> {
              byte[] fresh = new byte[32];
              random.nextBytes(fresh);
              return fresh;
            });
    this.key = new SecretKeySpec(kept, ALGORITHM);
  }

  Secret of(UUID journey) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] made = mac.doFinal(("stop " + journey).getBytes(StandardCharsets.UTF_8));
      return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(made));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }
}

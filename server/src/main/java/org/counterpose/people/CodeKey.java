package org.counterpose.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.counterpose.store.Database;
import org.counterpose.store.SecretFile;

/**
 * A key of this installation, kept beside its database, that makes of a text a code which nobody
 * else can make (HMAC-SHA-256).
 */
public final class CodeKey {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecretKeySpec key;

  /**
   * @param file the name of the file that holds the key; it is made where it is not there
   * @param random of cryptographic strength
   */
  public CodeKey(Database database, String file, RandomGenerator random) {
    byte[] kept =
        SecretFile.of(
            database.folder(),
            file,
            () -> {
              byte[] fresh = new byte[BYTES];
              random.nextBytes(fresh);
              return fresh;
            });
    this.key = new SecretKeySpec(kept, ALGORITHM);
  }

  /** The code of a text, as an address and a cookie can hold it. */
  public String code(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] made = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}

package org.counterpose.people;

import java.util.Base64;
import java.util.random.RandomGenerator;
import org.counterpose.digest.Sha256;

/** A secret of 256 bits of chance that opens something; only its SHA-256 is kept. */
public record Secret(String text) {

  private static final int BYTES = 32;

  /**
   * @param random of cryptographic strength
   */
  public static Secret random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What is kept of it. */
  public String hash() {
    return Sha256.hex(text);
  }

  /** A secret does not show itself in messages. */
  @Override
  public String toString() {
    return "Secret[..]";
  }
}

package org.counterpose.journeys;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.counterpose.digest.Sha256;

/**
 * The key of a journey: 160 bits of chance, so that guessing is hopeless. Only its SHA-256 is kept;
 * a slow hash would add nothing to that much chance.
 */
record Key(String text) {

  private static final int BYTES = 20;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{27}");

  static Key random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Key(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What somebody gave as a key; empty where it cannot be one. */
  static Optional<Key> read(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new Key(text)) : Optional.empty();
  }

  byte[] hash() {
    return Sha256.of(text);
  }

  /** Whether this key has that hash; takes as long whether it is nearly right or not at all. */
  boolean opens(byte[] hash) {
    return MessageDigest.isEqual(hash(), hash);
  }

  /** A key is a secret: it does not show itself in messages. */
  @Override
  public String toString() {
    return "Key[..]";
  }
}

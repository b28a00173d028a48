package org.counterpose.push;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.counterpose.store.SecretFile;

/** By what push services know this installation (RFC 8292); made once. */
public final class VapidKey {

  private static final String FILE = "push.key";
  private static final Duration LASTS = Duration.ofHours(12);

  private final ECPrivateKey secret;
  private final byte[] shown;

  private VapidKey(byte[] kept) {
    try {
      this.secret = Curve.privateKey(Arrays.copyOf(kept, Curve.SCALAR));
      this.shown = Arrays.copyOfRange(kept, Curve.SCALAR, Curve.SCALAR + Curve.POINT);
      Curve.publicKey(shown);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(FILE + " in the data folder holds no key", e);
    }
  }

  /** The key of a data folder. */
  public static VapidKey of(Path folder, SecureRandom random) {
    return new VapidKey(SecretFile.of(folder, FILE, () -> fresh(random)));
  }

  private static byte[] fresh(SecureRandom random) {
    try {
      KeyPair pair = Curve.fresh(random);
      byte[] both = Arrays.copyOf(Curve.bytes((ECPrivateKey) pair.getPrivate()), 97);
      System.arraycopy(
          Curve.bytes((ECPublicKey) pair.getPublic()), 0, both, Curve.SCALAR, Curve.POINT);
      return both;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  /** What browsers are given to subscribe with. */
  public String shown() {
    return text(shown);
  }

  /**
   * The header that signs a message for a push service.
   *
   * @param audience the push service's origin
   * @param contact whom it may write to, {@code mailto:} or {@code https:}
   */
  String authorization(String audience, String contact, Instant now) {
    String head = "{\"typ\":\"JWT\",\"alg\":\"ES256\"}";
    String claims =
        "{\"aud\":\""
            + audience
            + "\",\"exp\":"
            + now.plus(LASTS).getEpochSecond()
            + ",\"sub\":\""
            + contact.replace("\\", "").replace("\"", "")
            + "\"}";
    String signed =
        text(head.getBytes(StandardCharsets.UTF_8))
            + "."
            + text(claims.getBytes(StandardCharsets.UTF_8));
    return "vapid t=" + signed + "." + text(signature(signed)) + ", k=" + shown();
  }

  private byte[] signature(String signed) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(secret);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK signs with P-256", e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

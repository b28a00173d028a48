package org.counterpose.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A message that only one browser can read (RFC 8291), as one record of aes128gcm (RFC 8188). */
final class Sealed {

  /** The longest text: a push service need not take more than 4096 bytes in all. */
  static final int LONGEST = 3993;

  private static final int SALT = 16;
  private static final int RECORD_SIZE = 4096;
  private static final int KEY = 16;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final byte LAST_RECORD = 2;

  private Sealed() {}

  static byte[] of(byte[] text, Subscription to, SecureRandom random)
      throws GeneralSecurityException {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    return of(text, to, Curve.fresh(random), salt);
  }

  /**
   * @param once a key pair for this message alone
   */
  static byte[] of(byte[] text, Subscription to, KeyPair once, byte[] salt)
      throws GeneralSecurityException {
    if (text.length > LONGEST) {
      throw new IllegalArgumentException(
          "a notification has at most " + LONGEST + " bytes, got " + text.length);
    }
    byte[] ours = Curve.bytes((ECPublicKey) once.getPublic());
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(once.getPrivate());
    agreement.doPhase(Curve.publicKey(to.p256dh()), true);
    byte[] info = joined("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), to.p256dh(), ours);
    byte[] shared = derived(agreement.generateSecret(), to.auth(), info, 32);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(derived(shared, salt, encoding("aes128gcm"), KEY), "AES"),
        new GCMParameterSpec(TAG_BITS, derived(shared, salt, encoding("nonce"), NONCE)));
    byte[] record = Arrays.copyOf(text, text.length + 1);
    record[text.length] = LAST_RECORD;
    byte[] header =
        ByteBuffer.allocate(Integer.BYTES + 1).putInt(RECORD_SIZE).put((byte) ours.length).array();
    return joined(salt, header, ours, cipher.doFinal(record));
  }

  private static byte[] encoding(String name) {
    return ("Content-Encoding: " + name + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] derived(byte[] secret, byte[] salt, byte[] info, int length)
      throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(salt).thenExpand(info, length));
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}

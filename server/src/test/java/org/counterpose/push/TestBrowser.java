package org.counterpose.push;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The other side of push messages, written from the standards alone and sharing nothing with the
 * product: a browser that reads what was encrypted for it (RFC 8291, by plain HMAC), and a push
 * service's look at who signed (RFC 8292).
 */
final class TestBrowser {

  private final KeyPair keys;
  private final byte[] auth = new byte[16];

  TestBrowser() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
      new SecureRandom().nextBytes(auth);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String p256dh() {
    return base64(point((ECPublicKey) keys.getPublic()));
  }

  String auth() {
    return base64(auth);
  }

  /** What a body says. */
  String read(byte[] body) throws GeneralSecurityException {
    ByteBuffer all = ByteBuffer.wrap(body);
    byte[] salt = take(all, 16);
    int recordSize = all.getInt();
    byte[] sender = take(all, all.get());
    byte[] sealed = take(all, all.remaining());
    if (sealed.length > recordSize) {
      throw new GeneralSecurityException("more than one record");
    }
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(keys.getPrivate());
    agreement.doPhase(key(sender), true);
    byte[] mixed = hmac(auth, agreement.generateSecret());
    byte[] info =
        HexFormat.of()
            .parseHex(
                HexFormat.of().formatHex("WebPush: info\0".getBytes(StandardCharsets.UTF_8))
                    + HexFormat.of().formatHex(point((ECPublicKey) keys.getPublic()))
                    + HexFormat.of().formatHex(sender)
                    + "01");
    byte[] pseudorandom = hmac(salt, hmac(mixed, info));
    byte[] key = Arrays.copyOf(hmac(pseudorandom, named("aes128gcm")), 16);
    byte[] nonce = Arrays.copyOf(hmac(pseudorandom, named("nonce")), 12);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    byte[] padded = cipher.doFinal(sealed);
    int end = padded.length - 1;
    while (padded[end] == 0) {
      end--;
    }
    if (padded[end] != 2) {
      throw new GeneralSecurityException("the last record ends in 2, got " + padded[end]);
    }
    return new String(padded, 0, end, StandardCharsets.UTF_8);
  }

  /** The claims of an {@code Authorization} header, if its signature holds. */
  static String claims(String authorization) throws GeneralSecurityException {
    String token = authorization.replaceAll("^vapid t=([^,]+), ?k=.*$", "$1");
    byte[] signer = Base64.getUrlDecoder().decode(authorization.replaceAll("^.*k=", ""));
    String[] parts = token.split("\\.");
    byte[] raw = Base64.getUrlDecoder().decode(parts[2]);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initVerify(key(signer));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    if (!signature.verify(der(raw))) {
      throw new GeneralSecurityException("signed by somebody else");
    }
    return new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
  }

  private static byte[] named(String what) {
    return ("Content-Encoding: " + what + "\0\1").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }

  private static byte[] take(ByteBuffer from, int length) {
    byte[] bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }

  /** Two numbers side by side, as the ASN.1 sequence that the JDK's plain verifier wants. */
  private static byte[] der(byte[] raw) {
    byte[] r = new BigInteger(1, Arrays.copyOf(raw, 32)).toByteArray();
    byte[] s = new BigInteger(1, Arrays.copyOfRange(raw, 32, 64)).toByteArray();
    ByteBuffer der = ByteBuffer.allocate(6 + r.length + s.length);
    der.put((byte) 0x30).put((byte) (4 + r.length + s.length));
    der.put((byte) 2).put((byte) r.length).put(r).put((byte) 2).put((byte) s.length).put(s);
    return der.array();
  }

  private static PublicKey key(byte[] point) throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(
                new ECPoint(
                    new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                    new BigInteger(1, Arrays.copyOfRange(point, 33, 65))),
                curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static byte[] point(ECPublicKey key) {
    HexFormat hex = HexFormat.of();
    String x = "0".repeat(64) + key.getW().getAffineX().toString(16);
    String y = "0".repeat(64) + key.getW().getAffineY().toString(16);
    return hex.parseHex("04" + x.substring(x.length() - 64) + y.substring(y.length() - 64));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package org.counterpose.approval;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A clinic's Ed25519 key to sign packs with, both halves; it is kept as one PEM file. */
public final class ClinicKey {

  private static final String ALGORITHM = "Ed25519";
  private static final Pattern PEM =
      Pattern.compile(
          "\\s*-----BEGIN PRIVATE KEY-----\\s+([A-Za-z0-9+/=\\s]+?)-----END PRIVATE KEY-----"
              + "\\s+-----BEGIN PUBLIC KEY-----\\s+([A-Za-z0-9+/=\\s]+?)-----END PUBLIC KEY-----\\s*");

  private final PrivateKey secret;
  private final PublicKey open;

  private ClinicKey(PrivateKey secret, PublicKey open) {
    this.secret = secret;
    this.open = open;
  }

  public static ClinicKey make() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new ClinicKey(pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java since 15 has " + ALGORITHM, e);
    }
  }

  /** The key of a PEM text; empty where it is none, or where its halves do not belong together. */
  public static Optional<ClinicKey> read(String pem) {
    Matcher parts = PEM.matcher(pem);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
      Base64.Decoder base64 = Base64.getMimeDecoder();
      ClinicKey key =
          new ClinicKey(
              keys.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(parts.group(1)))),
              keys.generatePublic(new X509EncodedKeySpec(base64.decode(parts.group(2)))));
      byte[] probe = {1};
      return verifies(key.publicHalf(), probe, key.sign(probe))
          ? Optional.of(key)
          : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public String pem() {
    Base64.Encoder base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN PRIVATE KEY-----\n"
        + base64.encodeToString(secret.getEncoded())
        + "\n-----END PRIVATE KEY-----\n-----BEGIN PUBLIC KEY-----\n"
        + base64.encodeToString(open.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /** The half that may be seen by anybody, in one line. */
  public String publicHalf() {
    return Base64.getEncoder().encodeToString(open.getEncoded());
  }

  byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was made or read can sign", e);
    }
  }

  /** Whether a text is the public half of such a key. */
  public static boolean isPublicHalf(String text) {
    try {
      publicKey(text);
      return true;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  static boolean verifies(String publicHalf, byte[] bytes, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(publicKey(publicHalf));
      signature.update(bytes);
      return signature.verify(signed);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static PublicKey publicKey(String text) throws GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM)
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
  }
}

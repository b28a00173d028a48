package org.counterpose.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.util.Arrays;

/** The curve P-256, and its points as 65 bytes: a 4, then both coordinates. */
final class Curve {

  static final int SCALAR = 32;
  static final int POINT = 1 + 2 * SCALAR;

  private static final String NAME = "secp256r1";
  private static final byte UNCOMPRESSED = 4;

  private Curve() {}

  static KeyPair fresh(SecureRandom random) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(NAME), random);
    return generator.generateKeyPair();
  }

  static byte[] bytes(ECPublicKey key) {
    byte[] bytes = new byte[POINT];
    bytes[0] = UNCOMPRESSED;
    put(key.getW().getAffineX(), bytes, 1);
    put(key.getW().getAffineY(), bytes, 1 + SCALAR);
    return bytes;
  }

  static byte[] bytes(ECPrivateKey key) {
    byte[] bytes = new byte[SCALAR];
    put(key.getS(), bytes, 0);
    return bytes;
  }

  /**
   * A public key.
   *
   * @throws IllegalArgumentException where the bytes are no point of the curve
   */
  static ECPublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
    if (bytes.length != POINT || bytes[0] != UNCOMPRESSED) {
      throw new IllegalArgumentException("a point of P-256 has 65 bytes, got " + bytes.length);
    }
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + SCALAR));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(bytes, 1 + SCALAR, POINT));
    ECParameterSpec parameters = parameters();
    if (!holds(parameters.getCurve(), x, y)) {
      throw new IllegalArgumentException("these 65 bytes are no point of P-256");
    }
    return (ECPublicKey)
        KeyFactory.getInstance("EC")
            .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), parameters));
  }

  static ECPrivateKey privateKey(byte[] bytes) throws GeneralSecurityException {
    return (ECPrivateKey)
        KeyFactory.getInstance("EC")
            .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, bytes), parameters()));
  }

  /** Whether a point lies on the curve; a key that does not would tell of ours. */
  private static boolean holds(EllipticCurve curve, BigInteger x, BigInteger y) {
    BigInteger p = ((ECFieldFp) curve.getField()).getP();
    BigInteger right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(p);
    return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.pow(2).mod(p).equals(right);
  }

  private static ECParameterSpec parameters() throws GeneralSecurityException {
    AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
    named.init(new ECGenParameterSpec(NAME));
    return named.getParameterSpec(ECParameterSpec.class);
  }

  private static void put(BigInteger number, byte[] into, int at) {
    byte[] bytes = number.toByteArray();
    int length = Math.min(bytes.length, SCALAR); // a leading zero is the sign
    System.arraycopy(bytes, bytes.length - length, into, at + SCALAR - length, length);
  }
}

package org.counterpose.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.counterpose.store.KeptSubscription;

/**
 * Where and how a browser takes messages.
 *
 * @param endpoint of its push service
 * @param p256dh its public key, a point of P-256
 * @param auth 16 bytes that it shared with us
 */
public record Subscription(URI endpoint, byte[] p256dh, byte[] auth) {

  private static final int AUTH = 16;
  private static final int LONGEST = 1000;
  private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]+");

  /** What a browser told; empty where it is not what a browser tells. */
  public static Optional<Subscription> read(String endpoint, String p256dh, String auth) {
    try {
      if (endpoint.length() > LONGEST || !PLAIN.matcher(endpoint).matches()) {
        return Optional.empty();
      }
      byte[] key = Base64.getUrlDecoder().decode(p256dh);
      byte[] secret = Base64.getUrlDecoder().decode(auth);
      Curve.publicKey(key);
      return secret.length == AUTH
          ? Optional.of(new Subscription(new URI(endpoint), key, secret))
          : Optional.empty();
    } catch (IllegalArgumentException | URISyntaxException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  static Optional<Subscription> of(KeptSubscription kept) {
    return read(kept.endpoint(), kept.p256dh(), kept.auth());
  }

  /** The same, as it is kept. */
  public KeptSubscription kept(UUID id, UUID journey, String device, Instant at) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return new KeptSubscription(
        id,
        journey,
        endpoint.toString(),
        encoder.encodeToString(p256dh),
        encoder.encodeToString(auth),
        device,
        at);
  }

  /** What a push service binds a signature to. */
  String origin() {
    int port = endpoint.getPort();
    return endpoint.getScheme() + "://" + endpoint.getHost() + (port == -1 ? "" : ":" + port);
  }

  /** What is asked of the push service. */
  String target() {
    String query = endpoint.getRawQuery();
    String path = endpoint.getRawPath();
    return (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }

  /** It does not show its secrets. */
  @Override
  public String toString() {
    return "Subscription[" + endpoint.getHost() + "]";
  }
}

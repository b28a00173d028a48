package org.counterpose.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A device that takes notifications, as its browser described it.
 *
 * @param endpoint where the push service takes messages for it
 * @param p256dh the browser's public key, in base64url
 * @param auth the secret that it shared, in base64url
 * @param device how its owner knows it
 */
public record KeptSubscription(
    UUID id,
    UUID journey,
    String endpoint,
    String p256dh,
    String auth,
    String device,
    Instant at) {}

package org.counterpose.store;

/**
 * What makes a request to book the same one again.
 *
 * @param keyHash of the key that came with it
 * @param requestHash of all it asks for
 * @param sealedToken the appointment's token, readable only with the request itself
 */
public record BookingKey(String keyHash, String requestHash, String sealedToken) {}

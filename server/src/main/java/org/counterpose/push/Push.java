package org.counterpose.push;

/**
 * How notifications go to devices.
 *
 * @param key this installation's
 * @param reach which push services may be sent to
 */
public record Push(VapidKey key, Reach reach) {}

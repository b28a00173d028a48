package org.counterpose.web;

import java.util.Optional;

/**
 * The trial that a device holds while another one is about to take its place.
 *
 * @param link its private link, with which it can be opened again; empty where being signed in
 *     opens it
 * @param about its programme and when it began; empty where it cannot go on
 * @param day which day of it today is; empty where it cannot go on
 * @param beside whether both can be done at once
 */
public record HeldTrial(
    String id, Optional<String> link, Optional<About> about, Optional<Integer> day, Beside beside) {

  /** Which trial it is, for who has forgotten that this device holds one. */
  public record About(String programme, String begun) {}

  /** Whether a new trial may begin beside it, on this device too. */
  public enum Beside {
    /** It is the same programme, or it cannot go on. */
    NEVER,
    /** The account that holds it has others too, and this device is not signed in to it. */
    ONCE_SIGNED_IN,
    NOW
  }

  /**
   * What would take its place.
   *
   * @param kind {@code other} for a trial that runs already, {@code new} for one that begins
   */
  public record Instead(String method, String action, String kind) {}
}

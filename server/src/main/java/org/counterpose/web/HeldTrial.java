package org.counterpose.web;

import java.util.Optional;

/**
 * The trial that a device holds while another one is about to take its place.
 *
 * @param link its private link, with which it can be opened again; empty where being signed in
 *     opens it
 * @param day which day of it today is; empty where it cannot go on
 */
public record HeldTrial(String id, Optional<String> link, Optional<Integer> day) {

  /**
   * What would take its place.
   *
   * @param kind {@code other} for a trial that runs already, {@code new} for one that begins
   */
  public record Instead(String method, String action, String kind) {}
}

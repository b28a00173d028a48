package org.counterpose.web;

import java.util.List;
import java.util.Optional;

/**
 * What the page of a person's data shows: what they agreed to, and who saw or changed what.
 *
 * @param clock by which it is told
 */
public record PrivacyPage(
    List<Agreed> agreed, List<Seen> trail, boolean trailIsLonger, String clock) {

  /**
   * One agreement.
   *
   * @param ended when it was taken back; empty where it holds, and can be taken back
   * @param idle whether there is nothing at present that it allows
   */
  public record Agreed(
      String kind, String title, String given, Optional<String> ended, boolean idle) {}

  /** A line of the trail. */
  public record Seen(String when, String who, String what) {}
}

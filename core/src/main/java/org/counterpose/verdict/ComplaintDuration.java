package org.counterpose.verdict;

import java.util.Optional;

/**
 * How long a complaint had lasted when its trial began. What is young tends to ease by itself more
 * than what is old: of 100 points of pain acute pain fell from 52 to 23 in six weeks, persistent
 * pain from 51 to 33 (CMAJ 184:E613).
 */
public enum ComplaintDuration {
  UNDER_6_WEEKS("under-6-weeks"),
  FROM_6_TO_12_WEEKS("6-to-12-weeks"),
  OVER_12_WEEKS("over-12-weeks");

  private final String answerId;

  ComplaintDuration(String answerId) {
    this.answerId = answerId;
  }

  /** The duration that a pack's answer stands for; empty for any other answer. */
  public static Optional<ComplaintDuration> of(String answerId) {
    for (ComplaintDuration duration : values()) {
      if (duration.answerId.equals(answerId)) {
        return Optional.of(duration);
      }
    }
    return Optional.empty();
  }
}

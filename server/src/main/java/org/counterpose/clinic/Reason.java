package org.counterpose.clinic;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a person stands where they stand on the clinic's list.
 *
 * @param code what it is, as it is kept: {@code stop}, {@code rising}, {@code said-worse}, {@code
 *     ended-worse}, {@code pain}, {@code unclear}, {@code not-enough}, {@code asked}, {@code
 *     silent}, {@code settling-in}, {@code unrated}, {@code going-on}, {@code paused}, {@code
 *     better}, {@code worse-answered}, {@code answered}
 * @param about the step, the outcome or the number that it is about
 * @param since since when it holds
 */
public record Reason(Need need, String code, Optional<String> about, Instant since) {

  static Reason of(Need need, String code, Instant since) {
    return new Reason(need, code, Optional.empty(), since);
  }

  Reason about(String what) {
    return new Reason(need, code, Optional.of(what), since);
  }

  /** The reason in one text, as it is kept. */
  public String kept() {
    return about.map(what -> code + " " + what).orElse(code);
  }

  /** A reason as it was kept. */
  public static Reason read(int need, String kept, Instant since) {
    int space = kept.indexOf(' ');
    return space < 0
        ? of(Need.ofRank(need), kept, since)
        : of(Need.ofRank(need), kept.substring(0, space), since).about(kept.substring(space + 1));
  }
}

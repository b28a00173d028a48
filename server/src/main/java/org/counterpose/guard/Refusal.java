package org.counterpose.guard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A request that was not done, and why; names nobody and repeats no answer. What is said of it
 * stands in the words of each language.
 *
 * @param status the HTTP status, 400 or above
 * @param why the key of the words that say why
 * @param told what stands in their places
 */
public record Refusal(int status, String why, List<Object> told, Optional<Duration> retryAfter) {

  public Refusal {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("a refusal has a status from 400 to 599, got " + status);
    }
    told = List.copyOf(told);
  }

  public static Refusal of(int status, String why, Object... told) {
    return new Refusal(status, why, List.of(told), Optional.empty());
  }
}

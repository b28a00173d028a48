package org.counterpose.guard;

import java.time.Duration;
import java.util.Optional;

/**
 * A request that was not done, said in words for the one who asked; names nobody and repeats no
 * answer.
 *
 * @param status the HTTP status, 400 or above
 */
public record Refusal(int status, String title, String detail, Optional<Duration> retryAfter) {

  public Refusal {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("a refusal has a status from 400 to 599, got " + status);
    }
  }

  public static Refusal of(int status, String detail) {
    return new Refusal(status, titleOf(status), detail, Optional.empty());
  }

  /** A status in a few words. */
  public static String titleOf(int status) {
    return switch (status) {
      case 400 -> "The request cannot be read";
      case 401 -> "Sign in first";
      case 403 -> "Refused";
      case 404 -> "Not found";
      case 405 -> "Not possible here";
      case 409 -> "Not possible now";
      case 413 -> "Too large";
      case 414, 431 -> "The address or its headers are too long";
      case 415 -> "Wrong kind of content";
      case 422 -> "Something in it is wrong";
      case 429 -> "Too many requests";
      case 503 -> "Not available now";
      default -> status < 500 ? "Refused" : "Something went wrong here";
    };
  }
}

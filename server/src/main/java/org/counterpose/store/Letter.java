package org.counterpose.store;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A letter to be sent by e-mail. Its id makes its Message-ID, so that a repeat is recognised.
 *
 * @param to one bare address
 * @param subject one line
 * @param text the words; what follows is only for those who can show it
 * @param unsubscribe where a POST ends such letters in one tap
 * @param dueAt not before this
 * @param uselessAfter after this it is dropped instead
 * @param journey whose it is; erased with it
 */
public record Letter(
    UUID id,
    String to,
    String subject,
    String text,
    Optional<String> html,
    Optional<CalendarPart> calendar,
    Optional<URI> unsubscribe,
    Instant dueAt,
    Instant uselessAfter,
    Optional<UUID> journey) {

  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_SUBJECT = 200;

  /** Nothing that could end a header or an SMTP command, or name a second recipient. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[^\\s\\p{C}\\p{Z}@<>()\\[\\],;:\\\\\"]{1,64}@[^\\s\\p{C}\\p{Z}@<>()\\[\\],;:\\\\\"]+");

  private static final Pattern STEERS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

  public Letter {
    if (!isAddress(to)) {
      throw new IllegalArgumentException("a letter goes to one bare e-mail address");
    }
    if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || STEERS.matcher(subject).find()) {
      throw new IllegalArgumentException(
          "a subject is one line of at most " + LONGEST_SUBJECT + " characters");
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("a letter says something");
    }
    unsubscribe.ifPresent(Letter::mustBeOnTheWeb);
    if (!dueAt.isBefore(uselessAfter)) {
      throw new IllegalArgumentException(
          "a letter must be useful after it is due, got " + dueAt + " and " + uselessAfter);
    }
  }

  /** Whether a text can stand as the one recipient of a letter. */
  public static boolean isAddress(String text) {
    return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
  }

  private static void mustBeOnTheWeb(URI address) {
    String scheme = String.valueOf(address.getScheme());
    if (!(scheme.equals("https") || scheme.equals("http"))
        || address.toASCIIString().matches(".*[<>\\s].*")) {
      throw new IllegalArgumentException("to unsubscribe is a web address, got " + scheme);
    }
  }
}

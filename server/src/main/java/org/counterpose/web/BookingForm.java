package org.counterpose.web;

import java.util.Optional;

/**
 * The last step of booking, as it was filled in.
 *
 * @param key the same for each sending of this form, so that a double tap books once
 * @param kept how long the time is kept, in words
 * @param summary what would go along of the trial on this device, in words
 */
public record BookingForm(
    Visit visit,
    String address,
    String key,
    String name,
    String email,
    boolean share,
    Optional<String> wrongName,
    Optional<String> wrongEmail,
    Optional<String> notice,
    Optional<String> kept,
    Optional<SharedTrial> summary) {

  /** The same while the time is kept. */
  BookingForm kept(String howLong) {
    return new BookingForm(
        visit,
        address,
        key,
        name,
        email,
        share,
        wrongName,
        wrongEmail,
        notice,
        Optional.of(howLong),
        summary);
  }

  public boolean isWrong() {
    return wrongName.isPresent() || wrongEmail.isPresent();
  }
}

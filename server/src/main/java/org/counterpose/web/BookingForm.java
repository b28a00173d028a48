package org.counterpose.web;

import java.util.Optional;

/**
 * The last step of booking, as it was filled in.
 *
 * @param key the same for each sending of this form, so that a double tap books once
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
    Optional<SharedTrial> summary) {

  public boolean isWrong() {
    return wrongName.isPresent() || wrongEmail.isPresent();
  }
}

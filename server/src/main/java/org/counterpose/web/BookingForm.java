package org.counterpose.web;

import java.util.Optional;

/**
 * The last step of booking, as it was filled in.
 *
 * @param key the same for each sending of this form, so that a double tap books once
 * @param told what is said above it
 * @param summary what would go along of the trial on this device, in words
 * @param until the last day that can be booked, in words
 */
public record BookingForm(
    Visit visit,
    String key,
    Filled filled,
    Told told,
    Optional<SharedTrial> summary,
    Repeats repeats,
    String until) {

  /** What the person gave. */
  public record Filled(String name, String email, boolean share) {}

  /**
   * What is said about it.
   *
   * @param kept how long the time is kept, in words
   */
  public record Told(
      Optional<String> wrongName,
      Optional<String> wrongEmail,
      Optional<String> notice,
      Optional<String> kept) {
    static final Told NOTHING =
        new Told(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static Told notice(String said) {
      return new Told(Optional.empty(), Optional.empty(), Optional.of(said), Optional.empty());
    }

    static Told kept(String howLong) {
      return new Told(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(howLong));
    }

    public boolean isWrong() {
      return wrongName.isPresent() || wrongEmail.isPresent();
    }
  }

  /** Where it is sent. */
  public String address() {
    return "/book/" + visit.serviceId() + "/" + visit.practitionerId() + "/" + visit.startAt();
  }

  BookingForm told(Told said) {
    return new BookingForm(visit, key, filled, said, summary, repeats, until);
  }
}

package org.counterpose.booking;

import java.time.Instant;

/** What became of a wish to hold a time while the form is filled in. */
public sealed interface Hold {

  /** It is kept for who asked, with this practitioner. */
  record Held(String practitioner, Instant until) implements Hold {}

  /** Somebody else has it. */
  record Gone() implements Hold {}

  /** It can be booked, but is not kept: too many are kept for that address already. */
  record NotKept() implements Hold {}
}

package org.counterpose.store;

import java.time.Instant;

/** The answer that a request to book got the first time. */
public sealed interface BookingAnswer {

  record Booked(String sealedToken, Instant end) implements BookingAnswer {}

  record Taken() implements BookingAnswer {}

  /** The key came before with another request. */
  record OtherRequest() implements BookingAnswer {}
}

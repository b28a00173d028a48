package org.counterpose.store;

import java.time.Instant;
import java.util.Optional;

/** The answer that a request to book got the first time. */
public sealed interface BookingAnswer {

  /**
   * @param practitioner who was chosen; empty for a request of before that was kept
   */
  record Booked(String sealedToken, Optional<String> practitioner, Instant end)
      implements BookingAnswer {}

  record Taken() implements BookingAnswer {}

  /** The key came before with another request. */
  record OtherRequest() implements BookingAnswer {}
}

package org.counterpose.booking;

/** What became of a wish to cancel an appointment. */
public sealed interface Cancelling permits Cancelling.Cancelled, Unchangeable {

  /** It is cancelled and its time is free; or it was cancelled already. */
  record Cancelled(Appointment appointment) implements Cancelling {}
}

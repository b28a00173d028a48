package org.counterpose.sending;

import java.time.Instant;

/** How an attempt to send one message ended. What it says names no person. */
public sealed interface Outcome {

  /** The other side has taken it. */
  record Sent() implements Outcome {}

  /** The other side will never take this message. */
  record Refused(String why) implements Outcome {}

  /** There is nobody any more to take it. */
  record Gone() implements Outcome {}

  /** The other side did not take this message now; another may go. */
  record Later(String why) implements Outcome {}

  /** The other side broke off over this message. It may be this one alone, so another may go. */
  record BrokenOff(String why) implements Outcome {}

  /** Not tried: whoever would take it is not to be asked before then. */
  record NotBefore(Instant at) implements Outcome {}

  /** No message can be sent at present. */
  record Down(String why) implements Outcome {}
}

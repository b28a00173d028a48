package org.counterpose.app;

/** The command was given something it cannot use; the message is one line that says what. */
final class WrongUse extends RuntimeException {

  WrongUse(String message) {
    super(message);
  }
}

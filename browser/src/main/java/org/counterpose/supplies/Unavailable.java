package org.counterpose.supplies;

import java.io.IOException;

/** Something could not be had; the message says what, from where, and how to mend it. */
final class Unavailable extends IOException {

  private static final long serialVersionUID = 1;

  Unavailable(String message) {
    super(message);
  }
}

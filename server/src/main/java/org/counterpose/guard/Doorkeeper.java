package org.counterpose.guard;

import jakarta.servlet.http.HttpServletRequest;

/** Knows who is asking. */
public interface Doorkeeper {

  /** What becomes of a request. */
  enum Admission {
    ADMITTED,
    /** Nobody is signed in. */
    SIGN_IN,
    /** Somebody is, and may not. */
    REFUSED
  }

  Admission admits(HttpServletRequest request, Access access);
}

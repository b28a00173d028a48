package org.counterpose.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

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

  /** Whose requests this one is counted with, where it is known who sent it. */
  Optional<String> account(HttpServletRequest request);
}

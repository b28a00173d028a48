package org.counterpose.guard;

/** Who may ask for something. */
public enum Access {
  EVERYONE,
  /** Who holds a journey: by its key or a session. The page opens it and tells who holds none. */
  HOLDER,
  /** A secret in the address opens it, and nothing else does. */
  SECRET_LINK,
  /** Whoever works at the clinic. */
  STAFF,
  ADMINISTRATOR
}

package org.counterpose.people;

/** What somebody of the clinic may do. */
public enum Role {
  /** Sees the persons of their places, and does all that is done for them. */
  PRACTITIONER,
  /** May all of that, and invites and removes staff. */
  ADMINISTRATOR
}

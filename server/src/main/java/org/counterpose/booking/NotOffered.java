package org.counterpose.booking;

/** The clinic does not offer that time; nobody else needs to have taken it. */
public record NotOffered(Why why) implements Booking, Moving {

  /** What is wrong with it. */
  public enum Why {
    PAST,
    TOO_SOON,
    TOO_FAR_AHEAD,
    OFF_GRID,
    CLOSED,
    /** That practitioner does not do that service. */
    SERVICE
  }
}

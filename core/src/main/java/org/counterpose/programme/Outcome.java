package org.counterpose.programme;

/**
 * What the safety screen may say, from the mildest to the gravest. The gravest that any answer
 * leads to is the clearance.
 */
public enum Outcome {
  CLEARED,
  ADAPTED,
  SEE_CLINICIAN_FIRST,
  SAME_DAY,
  GET_HELP_NOW;

  /** Whether exercises may go on. */
  public boolean allowsExercise() {
    return this == CLEARED || this == ADAPTED;
  }

  public Outcome gravest(Outcome other) {
    return compareTo(other) >= 0 ? this : other;
  }
}

package org.counterpose.clinic;

/** How much a person needs somebody of the clinic, the most pressing first. */
public enum Need {
  /** A safety answer told the person to get help at once or today, and nobody has cleared it. */
  URGENT_STOP,
  /** A safety answer stopped the trial until a clinician has seen the person. */
  SAFETY_STOP,
  /** The ratings rise, or the person said that it got worse. */
  GETTING_WORSE,
  /** A session was stopped for pain. */
  STOPPED_FOR_PAIN,
  /** The trial is over and did not help clearly, or not enough is known to tell. */
  NO_CLEAR_CHANGE,
  /** The person wrote and has no answer yet. */
  ASKED,
  /** Nothing was logged for days. */
  SILENT,
  /** Nothing that needs anyone. */
  GOING_WELL;

  /** Whether a safety answer stopped the trial. */
  public boolean isStop() {
    return switch (this) {
      case URGENT_STOP, SAFETY_STOP -> true;
      case GETTING_WORSE, STOPPED_FOR_PAIN, NO_CLEAR_CHANGE, ASKED, SILENT, GOING_WELL -> false;
    };
  }

  /** The need of a rank that was kept. */
  public static Need ofRank(int rank) {
    return values()[rank];
  }
}

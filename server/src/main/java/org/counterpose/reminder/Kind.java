package org.counterpose.reminder;

/** What somebody can be reminded of. */
public enum Kind {
  STEPS,
  RATING,
  WEEKLY_CHECK,
  VERDICT,
  APPOINTMENT
}

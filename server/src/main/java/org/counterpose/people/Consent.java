package org.counterpose.people;

/** What a person may agree to, each by itself, and take back. */
public enum Consent {
  /** The clinic sees the trial. */
  SHARE_WITH_CLINIC,
  EMAIL_REMINDERS,
  PUSH_REMINDERS,
  /** A summary of the trial goes along with visits that the person books. */
  VISIT_SUMMARY,
  /** The comparison may be added to that of others, without a name. */
  RESEARCH_POOL;

  /** The version of the words in which it is asked; a new wording gets a new one. */
  public String wordsVersion() {
    return "2026-11";
  }
}

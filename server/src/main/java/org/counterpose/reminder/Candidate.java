package org.counterpose.reminder;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.counterpose.reminder.Reminder.Part;
import org.counterpose.reminder.Reminder.What;

/**
 * One thing that there may be a reminder of.
 *
 * @param at when it comes
 * @param until after this it helps nobody
 */
record Candidate(ZonedDateTime at, Instant until, Part part) {

  boolean isVisit() {
    return part.what() == What.APPOINTMENT;
  }

  Candidate at(ZonedDateTime other) {
    return new Candidate(other, until, part);
  }

  Candidate notAfter(Instant latest) {
    return latest.isBefore(until) ? new Candidate(at, latest, part) : this;
  }
}

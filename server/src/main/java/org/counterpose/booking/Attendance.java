package org.counterpose.booking;

/** Whether somebody came to their visit, as staff said it. */
public enum Attendance {
  UNKNOWN,
  ARRIVED,
  NO_SHOW
}

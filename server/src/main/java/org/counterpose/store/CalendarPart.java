package org.counterpose.store;

/**
 * The calendar part of a letter, which calendars read beside the words.
 *
 * @param method as in the calendar's own METHOD: REQUEST, CANCEL, PUBLISH
 * @param ics the whole calendar object
 */
public record CalendarPart(String method, String ics) {

  public CalendarPart {
    if (!method.matches("[A-Z]{3,20}")) {
      throw new IllegalArgumentException(
          "a calendar's method is capital letters, got '" + method + "'");
    }
    if (!ics.startsWith("BEGIN:VCALENDAR") || !ics.contains("METHOD:" + method)) {
      throw new IllegalArgumentException("a calendar part is a VCALENDAR with METHOD:" + method);
    }
  }
}

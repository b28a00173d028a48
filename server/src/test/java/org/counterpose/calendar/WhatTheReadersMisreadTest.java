package org.counterpose.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZonedDateTime;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/**
 * Where the two libraries that read our files are wrong, shown on the zone that RFC 5545 gives as
 * its example (3.6.5). Should one of these fail, the library was mended and {@link CalendarReaders}
 * needs its way round no more.
 */
class WhatTheReadersMisreadTest {

  private static final String EXAMPLE =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Example//Example//EN
      BEGIN:VTIMEZONE
      TZID:America/New_York
      BEGIN:STANDARD
      DTSTART:20071104T020000
      RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
      TZOFFSETFROM:-0400
      TZOFFSETTO:-0500
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:20070311T020000
      RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
      TZOFFSETFROM:-0500
      TZOFFSETTO:-0400
      END:DAYLIGHT
      END:VTIMEZONE
      BEGIN:VEVENT
      UID:1
      DTSTAMP:20260101T000000Z
      DTSTART;TZID=America/New_York:WHEN
      END:VEVENT
      END:VCALENDAR
      """
          .replace("\n", "\r\n");

  @Test
  void ical4j_takes_the_second_sunday_for_the_first_from_the_2nd_on() throws Exception {
    // In 2028 the clocks change on 12 March; the first Sunday from the 2nd on is the 5th.
    String file = EXAMPLE.replace("WHEN", "20280308T120000");

    assertThat(byIcal4j(file))
        .isEqualTo("2028-03-08T16:00:00Z")
        .isNotEqualTo(noonBeforeTheChange());
    assertThat(byIcal4j(CalendarReaders.byDaysOfTheMonth(file))).isEqualTo(noonBeforeTheChange());
  }

  private static Instant noonBeforeTheChange() {
    return Instant.parse("2028-03-08T17:00:00Z");
  }

  @Test
  void biweekly_changes_the_clocks_when_utc_and_not_the_wall_reads_the_time() {
    // In 2026 the clocks go from 2:00 to 3:00 on 8 March: half past one is still by the old one.
    String file = EXAMPLE.replace("WHEN", "20260308T013000");

    assertThat(byBiweekly(file))
        .isEqualTo("2026-03-08T05:30:00Z")
        .isNotEqualTo(Instant.parse("2026-03-08T06:30:00Z"));
  }

  private static Instant byIcal4j(String file) throws Exception {
    VEvent event =
        new CalendarBuilder()
            .build(new StringReader(file))
            .<VEvent>getComponent("VEVENT")
            .orElseThrow();
    return event.<ZonedDateTime>getDateTimeStart().getDate().toInstant();
  }

  private static Instant byBiweekly(String file) {
    return Biweekly.parse(file)
        .first()
        .getEvents()
        .getFirst()
        .getDateStart()
        .getValue()
        .toInstant();
  }
}

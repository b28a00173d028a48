package org.counterpose.reminder;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import org.counterpose.journal.Routine;

/**
 * The one moment at which a clock on the wall shows a time: a time that the clocks leave out comes
 * at the end of what they leave out, one that they show twice comes at the first.
 */
final class LocalMoment {

  private LocalMoment() {}

  /** A time of somebody's own on a date; after midnight it belongs to the evening before. */
  static ZonedDateTime of(LocalDate date, LocalTime time, Routine routine) {
    boolean late = !routine.sleep().isAfter(routine.wake()) && !time.isAfter(routine.sleep());
    return of(date.plusDays(late ? 1 : 0).atTime(time), routine.zone());
  }

  static ZonedDateTime of(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant().atZone(zone)
        : local.atZone(zone).withEarlierOffsetAtOverlap();
  }
}

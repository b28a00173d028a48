package org.counterpose.reminder;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * The one moment at which a clock on the wall shows a time: a time that the clocks leave out comes
 * at the end of what they leave out, one that they show twice comes at the first.
 */
final class LocalMoment {

  private LocalMoment() {}

  static ZonedDateTime of(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant().atZone(zone)
        : local.atZone(zone).withEarlierOffsetAtOverlap();
  }
}

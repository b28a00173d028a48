package org.counterpose.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.counterpose.store.SqlSessions;
import org.counterpose.words.Words;

/** The devices on which somebody is signed in, as they read them; {@code here} is the one used. */
public record DevicesView(List<SqlSessions.Session> sessions, String here, Words words) {

  public DevicesView {
    sessions = List.copyOf(sessions);
  }

  public boolean isHere(SqlSessions.Session session) {
    return session.tokenHash().equals(here);
  }

  /** When a device was used last, to the minute. */
  public String used(SqlSessions.Session session) {
    return moment(session.usedAt(), ZoneId.of("UTC"), words);
  }

  /** A moment as people read it. */
  static String moment(Instant at, ZoneId zone, Words words) {
    return at.atZone(zone)
        .format(DateTimeFormatter.ofPattern(words.say("devices.moment"), words.locale()));
  }
}

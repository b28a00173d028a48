package org.counterpose.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.people.Sessions;
import org.counterpose.store.SqlSessions;
import org.counterpose.words.Words;

/** The devices on which somebody is signed in, as they read them; {@code here} is the one used. */
public record DevicesView(List<SqlSessions.Session> sessions, String here, Words words) {

  public DevicesView {
    sessions = List.copyOf(sessions);
  }

  /** The devices of an owner, if there is one, as seen from the device that asks. */
  static DevicesView of(Optional<UUID> owner, Sessions sessions, Context context, Words words) {
    return new DevicesView(
        owner.map(sessions::of).orElse(List.of()), here(sessions, context), words);
  }

  /** Ends the device that a form names, or all others. */
  static void end(UUID owner, Sessions sessions, Context context) {
    String device = PasskeyForm.field(context, "device");
    if (device.equals("others")) {
      sessions.endOthers(owner, here(sessions, context));
    } else {
      sessions.end(owner, device);
    }
  }

  private static String here(Sessions sessions, Context context) {
    return sessions.find(context.req()).map(SqlSessions.Session::tokenHash).orElse("");
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

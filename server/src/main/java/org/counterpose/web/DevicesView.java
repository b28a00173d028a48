package org.counterpose.web;

import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.people.Sessions;
import org.counterpose.store.Also;
import org.counterpose.store.SqlSessions;
import org.counterpose.words.Words;

/**
 * The devices on which somebody is signed in, as they read them.
 *
 * @param here the one used
 * @param zone the clock by which they read when the others were used
 */
public record DevicesView(
    List<SqlSessions.Session> sessions, String here, ZoneId zone, Words words) {

  public DevicesView {
    sessions = List.copyOf(sessions);
  }

  /** The devices of an owner, if there is one, as seen from the device that asks. */
  static DevicesView of(
      Optional<UUID> owner, Sessions sessions, Context context, ZoneId zone, Words words) {
    return new DevicesView(
        owner.map(sessions::of).orElse(List.of()), here(sessions, context), zone, words);
  }

  /**
   * Ends the device that a form names, or all others.
   *
   * @param also what is written with it, where there was such a device
   */
  static void end(UUID owner, Sessions sessions, Context context, Also also) {
    String device = PasskeyForm.field(context, "device");
    if (device.equals("others")) {
      sessions.endOthers(owner, here(sessions, context), also);
    } else {
      sessions.end(owner, device, also);
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
    return session.usedAt().atZone(zone).format(words.dates("devices.moment"));
  }

  public String clock() {
    return Visit.zone(zone, words);
  }
}

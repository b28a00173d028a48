package org.counterpose.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.counterpose.people.Staff;
import org.counterpose.store.Channel;
import org.counterpose.store.Outbox;
import org.counterpose.store.Sending;

/** How sending stands, for those who work at the clinic: numbers and the last trouble, no names. */
final class SendingPages {

  private final Outbox outbox;
  private final InstantSource clock;
  private final ZoneId zone;
  private final boolean mail;
  private final Layout layout;

  /**
   * @param zone the clinic's
   * @param mail whether a mail server is set
   */
  SendingPages(Outbox outbox, InstantSource clock, ZoneId zone, boolean mail, Layout layout) {
    this.outbox = outbox;
    this.clock = clock;
    this.zone = zone;
    this.mail = mail;
    this.layout = layout;
  }

  void add(StaffRoutes routes) {
    routes.get("/staff/sending", this::show);
  }

  private void show(Context context, Staff staff) {
    List<Sending> channels =
        Arrays.stream(Channel.values())
            .map(channel -> outbox.sending(channel, clock.instant()))
            .toList();
    layout.render(
        context,
        "staff/sending.jte",
        layout.words().say("staff.nav.sending"),
        Map.of(
            "staff",
            staff,
            "channels",
            channels,
            "mail",
            mail,
            "shown",
            layout.words().dates("devices.moment").withZone(zone)));
  }
}

package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import org.counterpose.calendar.Invitation;
import org.counterpose.people.Secret;
import org.counterpose.reminder.Reminders;

/** What the secret addresses lead to that letters and calendars hold: no cookie is asked for. */
final class SecretLinks {

  /** How the address of a calendar ends, as some calendars want it. */
  private static final String ICS = ".ics";

  private final Reminders reminders;
  private final Feeds feeds;
  private final Layout layout;

  SecretLinks(Reminders reminders, Feeds feeds, Layout layout) {
    this.reminders = reminders;
    this.feeds = feeds;
    this.layout = layout;
  }

  void add(Routes routes) {
    routes.get("/feed/{secret}", this::feed);
    routes.get("/stop/{secret}", this::ask);
    routes.post("/stop/{secret}", this::stop);
  }

  /** The path to the calendar that a secret opens. */
  static String feed(Secret secret) {
    return "/feed/" + secret.text() + ICS;
  }

  /** A calendar for whoever has its address; an address that opens none is like any other. */
  private void feed(Context context) {
    String secret = context.pathParam("secret");
    Optional<String> file =
        secret.endsWith(ICS)
            ? feeds.of(secret.substring(0, secret.length() - ICS.length()))
            : Optional.empty();
    if (file.isEmpty()) {
      layout.notFound(context);
      return;
    }
    String tag = '"' + new Secret(file.get()).hash() + '"';
    context.header("ETag", tag);
    context.header("Cache-Control", "private, no-cache");
    if (Optional.ofNullable(context.header("If-None-Match")).filter(tag::equals).isPresent()) {
      context.status(HttpStatus.NOT_MODIFIED);
      return;
    }
    context.contentType(Invitation.CONTENT_TYPE).result(file.get());
  }

  /** Asks before it ends anything: mail scanners open the links of letters. */
  private void ask(Context context) {
    stopPage(context, reminders.knows(context.pathParam("secret")), false);
  }

  private void stop(Context context) {
    stopPage(context, reminders.stopBySecret(context.pathParam("secret")), true);
  }

  private void stopPage(Context context, boolean known, boolean done) {
    if (!known) {
      context.status(HttpStatus.NOT_FOUND);
    }
    layout.renderFullStop(
        context,
        "trial/stopReminders.jte",
        layout.words().say("reminder.stop.title"),
        Map.of("action", context.path(), "known", known, "done", done));
  }
}

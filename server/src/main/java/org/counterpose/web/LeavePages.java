package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.counterpose.people.Sessions;
import org.counterpose.words.Words;

/** Removes a trial from a device; what the clinic keeps of it stays, and so does its link. */
final class LeavePages {

  /** Caches, what waits to be sent, and the worker. What a browser does not know it passes over. */
  private static final String ALL_OF_IT = "\"cache\", \"storage\"";

  private final Trials trials;
  private final Sessions sessions;
  private final Layout layout;
  private final Words words;

  LeavePages(Trials trials, Sessions sessions, Layout layout) {
    this.trials = trials;
    this.sessions = sessions;
    this.layout = layout;
    this.words = layout.words();
  }

  void add(Routes routes) {
    routes.get("/leave", this::ask);
    routes.post("/leave", this::leave);
  }

  private void ask(Context context) {
    if (trials.door().opens(context)) {
      layout.render(context, "site/leave.jte", words.say("leave.title"), Map.of());
    } else if (trials.door().holdsUnknown(context)) {
      layout.render(context, "site/unknown.jte", words.say("unknown.title"), Map.of());
    } else {
      context.redirect("/", HttpStatus.SEE_OTHER);
    }
  }

  private void leave(Context context) {
    StaffDoor.end(context, sessions);
    trials.door().letGo(context);
    left(context, layout);
  }

  /** The page after which a device keeps nothing of a trial. */
  static void left(Context context, Layout layout) {
    Words words = layout.words();
    gone(context, layout, words.say("leave.title"), words.say("leave.gone"));
  }

  /** The same, told in other words. */
  static void gone(Context context, Layout layout, String title, String told) {
    context.header("Clear-Site-Data", ALL_OF_IT);
    layout.renderFullStop(context, "site/gone.jte", title, Map.of("told", told));
  }
}

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

  /** Says to a device's worker that it was the clinic that ended the key. */
  private static final String LEFT = "Trial-Left";

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
      layout.render(context, asked(words, false));
    } else if (trials.door().holdsUnknown(context)) {
      layout.render(context, "site/unknown.jte", words.say("unknown.title"), Map.of());
    } else {
      context.redirect("/", HttpStatus.SEE_OTHER);
    }
  }

  /**
   * What is asked before a device forgets.
   *
   * @param away whether it is shown without a network, where the key cannot be taken away
   */
  static Drawing asked(Words words, boolean away) {
    return new Drawing("site/leave.jte", words.say("leave.title"), Map.of("away", away));
  }

  /** What a device without a network shows that has forgotten all but the key. */
  static Drawing leftForNow(Words words) {
    return new Drawing(
        "site/gone.jte",
        words.say("leave.left.title"),
        Map.of("told", words.say("leave.left"), "forNow", true),
        true);
  }

  private void leave(Context context) {
    StaffDoor.end(context, sessions);
    trials.door().letGo(context);
    if ("worker".equals(context.formParam("by"))) {
      // It has cleared its own, and a header that clears all would end it before it could go on.
      context.status(HttpStatus.NO_CONTENT).header(LEFT, "yes");
      return;
    }
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
    layout.renderFullStop(context, "site/gone.jte", title, Map.of("told", told, "forNow", false));
  }
}

package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.counterpose.people.Sessions;
import org.counterpose.words.Words;

/** Removes a trial from a device; what the clinic keeps of it stays, and so does its link. */
final class LeavePages {

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
    if (trials.door().holdsUnknown(context)) {
      layout.render(context, "site/unknown.jte", words.say("unknown.title"), Map.of());
    } else if (Door.mayHold(context)) { // also where the sign-in is over: what waits may be removed
      layout.render(context, asked(words, false));
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

  private void leave(Context context) {
    StaffDoor.end(context, sessions);
    trials.door().letGo(context);
    if ("worker".equals(context.formParam("by"))) {
      // It has cleared its own, and a header that clears all would end it before it could go on.
      context.status(HttpStatus.NO_CONTENT).header(LEFT, "yes");
      return;
    }
    GonePage.lead(context, GonePage.Gone.FROM_THIS_DEVICE);
  }
}

package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.counterpose.guard.OurCookie;
import org.counterpose.words.Words;

/**
 * The page after which a device keeps nothing of a trial. A form leads to it instead of answering
 * with it: its header ends the worker, and one that is ended while it answers a form never does. So
 * the worker lets this address pass.
 */
final class GonePage {

  /** What is gone. */
  enum Gone {
    FROM_THIS_DEVICE,
    ALTOGETHER
  }

  /** Caches, what waits to be sent, and the worker. What a browser does not know it passes over. */
  private static final String ALL_OF_IT = "\"cache\", \"storage\"";

  /** Without it nobody is led here: another's link to this page must clear nothing. */
  private static final OurCookie LED_HERE = new OurCookie("gone");

  private static final int SECONDS_ON_THE_WAY = 300;

  private final Layout layout;

  GonePage(Layout layout) {
    this.layout = layout;
  }

  void add(Routes routes) {
    routes.get("/gone", this::show);
  }

  static void lead(Context context, Gone gone) {
    context.cookie(Door.cookie(context, LED_HERE, gone.name(), SECONDS_ON_THE_WAY));
    context.redirect("/gone", HttpStatus.SEE_OTHER);
  }

  private void show(Context context) {
    Optional<Gone> gone =
        LED_HERE
            .in(context.req())
            .flatMap(
                name ->
                    Arrays.stream(Gone.values()).filter(one -> one.name().equals(name)).findAny());
    if (gone.isEmpty()) {
      context.redirect("/", HttpStatus.SEE_OTHER);
      return;
    }
    context.cookie(Door.cookie(context, LED_HERE, "", 0));
    context.header("Clear-Site-Data", ALL_OF_IT);
    layout.render(context, drawn(layout.words(), gone.get()));
  }

  private static Drawing drawn(Words words, Gone gone) {
    return switch (gone) {
      case FROM_THIS_DEVICE -> drawn(words.say("leave.title"), words.say("leave.gone"), false);
      case ALTOGETHER -> drawn(words.say("forget.title"), words.say("forget.gone"), false);
    };
  }

  /** What a device without a network shows that has forgotten all but the key. */
  static Drawing forNow(Words words) {
    return drawn(words.say("leave.left.title"), words.say("leave.left"), true);
  }

  private static Drawing drawn(String title, String told, boolean forNow) {
    return new Drawing("site/gone.jte", title, Map.of("told", told, "forNow", forNow), true);
  }
}

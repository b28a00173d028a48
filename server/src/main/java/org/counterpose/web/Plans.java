package org.counterpose.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.counterpose.journeys.Journey;

/**
 * The plans of somebody who follows several, as the pages name them.
 *
 * @param open the title of the one that the page is of
 */
public record Plans(String open, List<Other> others) {

  /** A plan to change to, by the id of its trial. */
  public record Other(String id, String title) {}

  /** Has the page that answers name them; nothing is named to who has one plan alone. */
  static void tell(Context context, Journey open, List<Journey> others) {
    if (!others.isEmpty()) {
      context.attribute(
          Plans.class.getName(),
          new Plans(
              title(open),
              others.stream()
                  .map(other -> new Other(other.id().toString(), title(other)))
                  .toList()));
    }
  }

  /** Those that are to be named. */
  static Optional<Plans> of(Context context) {
    return Optional.ofNullable(context.attribute(Plans.class.getName()));
  }

  static String title(Journey journey) {
    return journey.programme().text("programme.title").strip();
  }
}

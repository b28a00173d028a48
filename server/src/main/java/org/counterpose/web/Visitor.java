package org.counterpose.web;

import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Whoever looks for a time: known by a secret of their own that lets them hold one, and by nothing
 * else.
 */
final class Visitor {

  private static final String COOKIE = "hold";
  private static final int KEPT_SECONDS = 3600;

  private Visitor() {}

  static Optional<String> of(Context context) {
    return Optional.ofNullable(context.cookie(COOKIE))
        .filter(text -> text.matches("[\\w-]{20,60}"));
  }

  static void remember(Context context, String visitor) {
    context.cookie(Door.cookie(context, COOKIE, visitor, KEPT_SECONDS));
  }

  /** Whether a person chose this page: not another site, nor a browser that looks ahead. */
  static boolean chose(Context context) {
    String site = context.header("Sec-Fetch-Site");
    String purpose = context.header("Sec-Purpose");
    return (site == null || !site.equals("cross-site"))
        && (purpose == null || !purpose.contains("prefetch"))
        && context.req().getMethod().equals("GET");
  }

  /** The clock that the page's script told of. */
  static Optional<ZoneId> zone(Context context) {
    return Optional.ofNullable(context.formParam("zone"))
        .filter(ZoneId.getAvailableZoneIds()::contains)
        .map(ZoneId::of);
  }
}

package org.counterpose.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every route there is and who may ask for it. What no line allows is refused before any handler
 * sees it.
 */
public final class AccessTable {

  /**
   * One route.
   *
   * @param path segments; {@code {name}} stands for any one, {@code <name>} at the end for all that
   *     follow
   */
  public record Line(String method, String path, Access access) {}

  /** A line, cut once into its segments. */
  private record Pattern(Line line, String[] parts, boolean open) {

    Pattern(Line line) {
      this(line, line.path().split("/", -1), line.path().endsWith(">"));
    }

    boolean fits(String[] segments) {
      if (open ? segments.length < parts.length : segments.length != parts.length) {
        return false;
      }
      for (int i = 0; i < parts.length; i++) {
        boolean any = parts[i].startsWith("{") || parts[i].startsWith("<");
        if (!any && !parts[i].equals(segments[i])) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Line> LINES = lines();
  private static final List<Pattern> PATTERNS = LINES.stream().map(Pattern::new).toList();

  private AccessTable() {}

  /** The whole table. */
  public static List<Line> all() {
    return LINES;
  }

  private static List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    add(
        lines,
        Access.EVERYONE,
        "GET /",
        "GET /articles",
        "GET /articles/feed.xml",
        "GET /articles/{slug}",
        "GET /articles/{slug}/card.png",
        "GET /sitemap.xml",
        "GET /robots.txt",
        "GET /programmes/{programme}",
        "GET /programmes/{programme}/safety",
        "GET /safety",
        "GET /gone",
        "GET /learn/{programme}/{step}",
        "GET /figures/{programme}/{figure}",
        "GET /figures/{programme}/{version}/{figure}",
        "GET /aids",
        "GET /static/{version}/<path>",
        "GET /worker.js",
        "GET /favicon.ico",
        "GET /manifest.webmanifest",
        "GET /look/{version}/look.css",
        "GET /look/{version}/logo",
        "POST /language",
        "GET /embed/{programme}",
        "GET /camera/parts",
        "GET /camera/{version}/{file}",
        "GET /programmes/{programme}/check",
        "GET /programmes/{programme}/check/{screen}",
        "POST /programmes/{programme}/check/{screen}",
        "GET /programmes/{programme}/result",
        "POST /programmes/{programme}/ask-clinic",
        "GET /programmes/{programme}/start",
        "POST /programmes/{programme}/start",
        "GET /book",
        "GET /book/{service}",
        "GET /book/{service}/{practitioner}/{start}",
        "POST /book/{service}/{practitioner}/{start}",
        "GET /staff/sign-in",
        "POST /staff/sign-in",
        "POST /staff/sign-in/ask",
        "GET /sign-in",
        "POST /sign-in",
        "POST /sign-in/ask",
        "POST /sign-in/letter",
        "GET /wait/{service}",
        "POST /wait/{service}",
        "GET /api/v1/openapi.json",
        "GET /api/v1/health",
        "GET /api/v1/programmes",
        "GET /api/v1/programmes/{id}",
        "POST /api/v1/screenings",
        "POST /api/v1/journeys",
        "GET /api/v1/services",
        "GET /api/v1/availability",
        "POST /api/v1/appointments");
    add(
        lines,
        Access.SECRET_LINK,
        "GET /staff/join/{secret}",
        "POST /staff/join/{secret}",
        "POST /staff/join/{secret}/ask",
        "GET /letter/{secret}",
        "POST /letter/{secret}",
        "GET /invited/{secret}",
        "GET /j/{id}/{key}",
        "POST /j/{id}/{key}",
        "GET /stop/{secret}",
        "POST /stop/{secret}",
        "GET /feed/{secret}",
        "GET /appointment/{id}",
        "GET /appointment/{id}/invitation.ics",
        "GET /appointment/{id}/move",
        "GET /appointment/{id}/move/{practitioner}/{start}",
        "POST /appointment/{id}/move",
        "POST /appointment/{id}/cancel",
        "GET /waiting/{token}",
        "POST /waiting/{token}/leave",
        "POST /waiting/{token}/take",
        "POST /waiting/{token}/decline",
        "GET /offer/{token}",
        "POST /offer/{token}/take",
        "POST /offer/{token}/decline",
        "GET /api/v1/appointments/{id}",
        "DELETE /api/v1/appointments/{id}",
        "POST /api/v1/appointments/{id}/move");
    add(
        lines,
        Access.HOLDER,
        "GET /today",
        "POST /today/rate",
        "GET /step/{step}/{slot}",
        "GET /step/{step}/{slot}/stop",
        "POST /step/{step}/{slot}/done",
        "POST /step/{step}/{slot}/stopped",
        "POST /moved/{step}/{slot}",
        "POST /wear/{step}/{slot}",
        "POST /entries",
        "GET /kept",
        "GET /leave",
        "POST /leave",
        "POST /take-back/{entry}",
        "GET /plan",
        "GET /progress",
        "GET /verdict",
        "GET /verdict/summary",
        "GET /handout",
        "GET /desk",
        "GET /posture",
        "GET /routine",
        "POST /routine",
        "GET /weekly",
        "POST /weekly",
        "GET /worse",
        "POST /worse",
        "GET /signs",
        "POST /signs",
        "GET /activities",
        "POST /activities",
        "GET /measures",
        "POST /measures",
        "GET /compare",
        "POST /compare",
        "GET /clinic",
        "POST /clinic/ask",
        "POST /visits/{visit}",
        "POST /clinic/share",
        "POST /clinic/unshare",
        "GET /pause",
        "POST /pause",
        "POST /resume",
        "GET /reminders",
        "POST /reminders",
        "POST /reminders/test",
        "POST /reminders/stop",
        "POST /reminders/devices",
        "POST /reminders/devices/remove",
        "POST /reminders/feed",
        "POST /reminders/feed/end",
        "GET /keep",
        "POST /keep/ask",
        "POST /keep/passkeys",
        "POST /keep/passkeys/remove",
        "POST /keep/email",
        "POST /keep/email/forget",
        "POST /keep/link",
        "POST /keep/bring",
        "GET /trials",
        "POST /trials",
        "GET /privacy-settings",
        "POST /privacy-settings/withdraw",
        "POST /privacy-settings/devices/end",
        "GET /privacy-settings/record",
        "GET /export",
        "GET /forget",
        "POST /forget",
        "DELETE /api/v1/journeys/{id}",
        "GET /api/v1/journeys/{id}/today",
        "GET /api/v1/journeys/{id}/entries",
        "POST /api/v1/journeys/{id}/entries",
        "GET /api/v1/journeys/{id}/verdict",
        "GET /api/v1/journeys/{id}/export");
    add(
        lines,
        Access.STAFF,
        "GET /staff/calendar",
        "GET /staff/calendar/book",
        "POST /staff/calendar/book",
        "POST /staff/calendar/series",
        "GET /staff/calendar/visits/{id}",
        "POST /staff/calendar/block",
        "POST /staff/calendar/unblock/{id}",
        "POST /staff/calendar/visits/{id}/attended",
        "POST /staff/calendar/visits/{id}/move",
        "POST /staff/calendar/visits/{id}/cancel",
        "POST /staff/calendar/waiting/{id}/offer",
        "POST /staff/calendar/waiting/{id}/take-off",
        "GET /staff",
        "GET /staff/outcomes",
        "GET /staff/sending",
        "GET /staff/hand-out",
        "POST /staff/hand-out",
        "POST /staff/hand-out/paper",
        "POST /staff/sign-out",
        "GET /staff/account",
        "POST /staff/account/ask",
        "POST /staff/account/passkeys",
        "POST /staff/account/passkeys/remove",
        "POST /staff/account/devices/end",
        "GET /staff/people/{journey}",
        "GET /staff/people/{journey}/summary",
        "GET /staff/people/{journey}/handout",
        "POST /staff/people/{journey}/note",
        "POST /staff/people/{journey}/adapt",
        "POST /staff/people/{journey}/pause",
        "POST /staff/people/{journey}/resume",
        "POST /staff/people/{journey}/clear");
    add(
        lines,
        Access.ADMINISTRATOR,
        "GET /staff/team",
        "POST /staff/team/invite",
        "POST /staff/team/take-back",
        "POST /staff/team/remove");
    return List.copyOf(lines);
  }

  private static void add(List<Line> lines, Access access, String... routes) {
    for (String route : routes) {
      int space = route.indexOf(' ');
      lines.add(new Line(route.substring(0, space), route.substring(space + 1), access));
    }
  }

  /** The line that a request falls under; looking ahead (HEAD) falls under getting. */
  static Optional<Line> find(String method, String path) {
    String asked = method.equals("HEAD") ? "GET" : method;
    return fitting(path).filter(line -> line.method().equals(asked)).findFirst();
  }

  /** The methods that a path has lines for. */
  static SortedSet<String> methods(String path) {
    return fitting(path).map(Line::method).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Line> fitting(String path) {
    String[] segments = segments(path);
    return PATTERNS.stream().filter(pattern -> pattern.fits(segments)).map(Pattern::line);
  }

  private static String[] segments(String path) {
    boolean trailing = path.length() > 1 && path.endsWith("/");
    return (trailing ? path.substring(0, path.length() - 1) : path).split("/", -1);
  }
}

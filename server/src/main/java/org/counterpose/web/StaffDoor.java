package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.people.Device;
import org.counterpose.people.KnownDevices;
import org.counterpose.people.Passkeys;
import org.counterpose.people.Sessions;
import org.counterpose.people.Staff;
import org.counterpose.people.Team;
import org.counterpose.practice.Practice;
import org.counterpose.store.SqlPasskeys;
import org.counterpose.store.SqlStaffLinks;
import org.counterpose.words.Words;

/** Where staff come in: by a one-time link with their first passkey, and then by passkey. */
final class StaffDoor {

  private static final String HOME = "/staff";

  private final Team team;
  private final Sessions sessions;
  private final KnownDevices knownDevices;
  private final Passkeys passkeys;
  private final Layout layout;
  private final Words words;

  StaffDoor(Practice practice, Layout layout) {
    this.team = practice.people().team();
    this.sessions = practice.people().sessions();
    this.knownDevices = practice.people().knownDevices();
    this.passkeys = practice.people().passkeys();
    this.layout = layout;
    this.words = layout.words();
  }

  void add(Routes routes) {
    routes.get("/staff/sign-in", context -> showSignIn(context, false));
    routes.post("/staff/sign-in/ask", context -> PasskeyForm.ask(context, passkeys.show()));
    routes.post("/staff/sign-in", this::signIn);
    routes.post("/staff/sign-out", this::signOut);
    routes.get("/staff/join/{secret}", context -> withLink(context, this::showJoin));
    routes.post("/staff/join/{secret}/ask", context -> withLink(context, this::ask));
    routes.post("/staff/join/{secret}", context -> withLink(context, this::join));
  }

  private void showSignIn(Context context, boolean failed) {
    layout.renderFullStop(
        context,
        "staff/sign-in.jte",
        words.say("staff.sign-in.title"),
        Map.of("next", next(given(context)), "failed", failed));
  }

  private static String given(Context context) {
    String query = context.queryParam("next");
    String form = context.formParam("next");
    return form != null ? form : query != null ? query : "";
  }

  /** Where to go on after signing in: a page of the staff's, and nothing else. */
  static String next(String given) {
    return given.matches("/staff(/[A-Za-z0-9_.~-]+)*") && !given.contains("/..") ? given : HOME;
  }

  private void signIn(Context context) {
    Optional<Staff> staff =
        passkeys
            .shown(PasskeyForm.question(context), PasskeyForm.answer(context))
            .flatMap(team::find);
    if (staff.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showSignIn(context, true);
      return;
    }
    letIn(context, staff.get());
    context.redirect(next(given(context)), HttpStatus.SEE_OTHER);
  }

  /** The session is a new one, whatever the browser brought along. */
  private void letIn(Context context, Staff staff) {
    sessions
        .find(context.req())
        .ifPresent(before -> sessions.end(before.owner(), before.tokenHash()));
    begin(context, sessions, staff.id());
    context.cookie(
        Door.cookie(
            context,
            KnownDevices.COOKIE,
            knownDevices.sign(knownDevices.find(context.req())),
            (int) KnownDevices.KNOWN_FOR.toSeconds()));
  }

  static void begin(Context context, Sessions sessions, UUID owner) {
    String secret = sessions.begin(owner, Device.of(context.userAgent())).text();
    context.cookie(
        Door.cookie(
            context, sessions.kind().cookie(), secret, (int) sessions.kind().whole().toSeconds()));
  }

  static void end(Context context, Sessions sessions) {
    sessions
        .find(context.req())
        .ifPresent(session -> sessions.end(session.owner(), session.tokenHash()));
    context.cookie(Door.cookie(context, sessions.kind().cookie(), "", 0));
  }

  private void signOut(Context context) {
    end(context, sessions);
    context.header("Clear-Site-Data", "\"cache\"");
    context.redirect("/staff/sign-in", HttpStatus.SEE_OTHER);
  }

  private interface OfLink {
    void serve(Context context, SqlStaffLinks.Kept link);
  }

  private void withLink(Context context, OfLink page) {
    Optional<SqlStaffLinks.Kept> link = team.link(context.pathParam("secret"));
    if (link.isPresent()) {
      page.serve(context, link.get());
    } else {
      context.status(HttpStatus.NOT_FOUND);
      layout.renderFullStop(
          context, "staff/link-over.jte", words.say("staff.link-over.title"), Map.of());
    }
  }

  private void showJoin(Context context, SqlStaffLinks.Kept link) {
    showJoin(context, link, "");
  }

  private void showJoin(Context context, SqlStaffLinks.Kept link, String fault) {
    layout.renderFullStop(
        context,
        "staff/join.jte",
        words.say("staff.join.title"),
        Map.of("link", link, "path", path(context), "fault", fault));
  }

  private static String path(Context context) {
    return "/staff/join/" + context.pathParam("secret");
  }

  private Optional<String> name(Context context, SqlStaffLinks.Kept link) {
    return NamedByThem.read(
        link.name().isEmpty() ? PasskeyForm.field(context, "name") : link.name());
  }

  private void ask(Context context, SqlStaffLinks.Kept link) {
    PasskeyForm.ask(
        context,
        passkeys.make(
            UUID.randomUUID(), name(context, link).orElse(words.say("staff.join.nobody"))));
  }

  private void join(Context context, SqlStaffLinks.Kept link) {
    Optional<String> name = name(context, link);
    if (name.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showJoin(context, link, words.say("staff.join.name-wrong"));
      return;
    }
    Optional<SqlPasskeys.Kept> made =
        passkeys.made(
            PasskeyForm.question(context),
            PasskeyForm.answer(context),
            Device.of(context.userAgent()).name());
    Optional<Staff> joined = made.flatMap(passkey -> team.join(link, name.get(), passkey));
    if (joined.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showJoin(context, link, words.say("passkey.failed"));
      return;
    }
    letIn(context, joined.get());
    context.redirect(HOME, HttpStatus.SEE_OTHER);
  }
}

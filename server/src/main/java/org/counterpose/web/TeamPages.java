package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.counterpose.booking.Clinic;
import org.counterpose.people.Device;
import org.counterpose.people.Passkeys;
import org.counterpose.people.PublicAddress;
import org.counterpose.people.Role;
import org.counterpose.people.Secret;
import org.counterpose.people.Sessions;
import org.counterpose.people.Staff;
import org.counterpose.people.Team;
import org.counterpose.practice.Practice;
import org.counterpose.store.Also;
import org.counterpose.store.AuditLine;
import org.counterpose.store.AuditTrail;
import org.counterpose.store.Letter;
import org.counterpose.store.Outbox;
import org.counterpose.store.SqlPasskeys;
import org.counterpose.store.SqlStaff;
import org.counterpose.words.Words;

/** The team, for administrators; and for everybody of it their own passkeys and devices. */
final class TeamPages {

  private final Team team;
  private final Sessions sessions;
  private final Passkeys passkeys;
  private final PublicAddress address;
  private final LinkLetters letters;
  private final Clinic clinic;
  private final InstantSource clock;
  private final Layout layout;
  private final Words words;

  TeamPages(Practice practice, LinkLetters letters, Layout layout) {
    this.letters = letters;
    this.team = practice.people().team();
    this.sessions = practice.people().sessions();
    this.passkeys = practice.people().passkeys();
    this.address = practice.people().address();
    this.clinic = practice.bookings().clinic();
    this.clock = practice.clock();
    this.layout = layout;
    this.words = layout.words();
  }

  void add(StaffRoutes routes) {
    routes.get("/staff/team", (context, staff) -> showTeam(context, staff, List.of(), "", ""));
    routes.post("/staff/team/invite", this::invite);
    routes.post("/staff/team/take-back", this::takeBack);
    routes.post("/staff/team/remove", this::remove);
    routes.get("/staff/account", (context, staff) -> showAccount(context, staff, ""));
    routes.post("/staff/account/ask", this::ask);
    routes.post("/staff/account/passkeys", this::addPasskey);
    routes.post("/staff/account/passkeys/remove", this::removePasskey);
    routes.post("/staff/account/devices/end", this::endDevices);
  }

  private void showTeam(
      Context context, Staff staff, List<String> faults, String link, String mailed) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("staff", staff);
    parameters.put("team", team.all());
    parameters.put("invitations", team.invitations(staff));
    parameters.put("clinic", clinic);
    parameters.put("places", places(staff));
    parameters.put("faults", faults);
    parameters.put("link", link);
    parameters.put("mail", letters.canBeSent());
    parameters.put("mailed", mailed);
    parameters.put(
        "notice",
        context.queryParamMap().containsKey("removed") ? words.say("staff.team.removed") : "");
    layout.render(context, "staff/team.jte", words.say("staff.team.title"), parameters);
  }

  private void invite(Context context, Staff staff) {
    List<String> faults = new ArrayList<>();
    Optional<String> name = NamedByThem.read(PasskeyForm.field(context, "name"));
    if (name.isEmpty()) {
      faults.add(words.say("staff.join.name-wrong"));
    }
    Optional<Role> role =
        Stream.of(Role.values())
            .filter(known -> known.name().equals(PasskeyForm.field(context, "role")))
            .findFirst();
    if (role.isEmpty()) {
      faults.add(words.say("staff.team.role-wrong"));
    }
    String calendar = PasskeyForm.field(context, "practitioner");
    if (!calendar.isEmpty() && clinic.practitioner(calendar).isEmpty()) {
      faults.add(words.say("staff.team.calendar-wrong"));
    }
    Optional<Set<String>> places = given(context, staff);
    if (places.isEmpty()) {
      faults.add(words.say("staff.team.place-wrong"));
    }
    String email = PasskeyForm.field(context, "email").strip();
    if (!email.isEmpty() && letters.address(context).isEmpty()) {
      faults.add(letters.whyNot());
    }
    if (!faults.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showTeam(context, staff, faults, "", "");
      return;
    }
    Team.Wish wish =
        new Team.Wish(
            name.orElseThrow(),
            role.orElseThrow(),
            Optional.of(calendar).filter(id -> !id.isEmpty()),
            places.orElseThrow());
    showTeam(
        context,
        staff,
        List.of(),
        link(
            team.invite(
                staff,
                wish,
                secret ->
                    email.isEmpty()
                        ? Also.NOTHING
                        : connection -> Outbox.add(connection, letter(email, link(secret))))),
        email);
  }

  /** The places that somebody can give. */
  private List<Clinic.Place> places(Staff staff) {
    return clinic.places().stream().filter(place -> staff.mayEnter(place.id())).toList();
  }

  /** The places that a form gives, none for every place; empty where it says none or too many. */
  private Optional<Set<String>> given(Context context, Staff staff) {
    Set<String> ticked = new TreeSet<>(context.formParams("places"));
    boolean everywhere = "yes".equals(context.formParam("everywhere"));
    if (ticked.isEmpty() && !everywhere) {
      // who has but one place to give gives what they have
      return Optional.of(staff.places()).filter(theirs -> places(staff).size() == 1);
    }
    return Optional.of(everywhere ? Set.<String>of() : ticked)
        .filter(given -> everywhere == ticked.isEmpty())
        .filter(given -> given.stream().allMatch(place -> clinic.place(place).isPresent()))
        .filter(staff::mayGive);
  }

  private String link(Secret secret) {
    return address.get() + "/staff/join/" + secret.text();
  }

  private Letter letter(String to, String link) {
    return letters.letter(
        to,
        words.say("staff.letter.subject", clinic.name()),
        words.say("staff.letter.body", clinic.name(), link),
        Team.LINK_LASTS,
        Optional.empty());
  }

  private void takeBack(Context context, Staff staff) {
    team.takeBack(staff, PasskeyForm.field(context, "invitation"));
    context.redirect("/staff/team", HttpStatus.SEE_OTHER);
  }

  private void remove(Context context, Staff staff) {
    SqlStaff.Removal removal =
        Ids.read(PasskeyForm.field(context, "staff"))
            .map(id -> team.remove(staff, id))
            .orElse(SqlStaff.Removal.NOBODY_THERE);
    switch (removal) {
      case LAST_ADMINISTRATOR -> {
        context.status(HttpStatus.CONFLICT);
        showTeam(context, staff, List.of(words.say("staff.team.last")), "", "");
      }
      case NOBODY_THERE -> layout.notFound(context);
      case REMOVED -> context.redirect("/staff/team?removed", HttpStatus.SEE_OTHER);
    }
  }

  private void showAccount(Context context, Staff staff, String fault) {
    layout.render(
        context,
        "staff/account.jte",
        words.say("staff.account.title"),
        Map.of(
            "staff",
            staff,
            "passkeys",
            passkeys.of(staff.id()),
            "devices",
            DevicesView.of(Optional.of(staff.id()), sessions, context, clinic.zone(), words),
            "fault",
            fault));
  }

  private void ask(Context context, Staff staff) {
    PasskeyForm.ask(context, passkeys.make(staff.id(), staff.name()));
  }

  private void addPasskey(Context context, Staff staff) {
    String name =
        NamedByThem.read(PasskeyForm.field(context, "name"))
            .orElse(Device.of(context.userAgent()).name());
    Optional<SqlPasskeys.Kept> made =
        passkeys.made(PasskeyForm.question(context), PasskeyForm.answer(context), name);
    if (made.filter(key -> key.owner().equals(staff.id()))
        .filter(key -> team.add(staff, key))
        .isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showAccount(context, staff, words.say("passkey.failed"));
      return;
    }
    context.redirect("/staff/account", HttpStatus.SEE_OTHER);
  }

  private void removePasskey(Context context, Staff staff) {
    if (passkeys.removeButTheLast(
        staff.id(), PasskeyForm.field(context, "passkey"), line(staff, "passkey-removed"))) {
      context.redirect("/staff/account", HttpStatus.SEE_OTHER);
    } else {
      context.status(HttpStatus.CONFLICT);
      showAccount(context, staff, words.say("passkey.last"));
    }
  }

  private Also line(Staff staff, String what) {
    AuditLine line = staff.line(clock.instant(), what, Optional.empty(), "");
    return connection -> AuditTrail.add(connection, line);
  }

  private void endDevices(Context context, Staff staff) {
    DevicesView.end(staff.id(), sessions, context, line(staff, "signed-out"));
    context.redirect("/staff/account", HttpStatus.SEE_OTHER);
  }
}

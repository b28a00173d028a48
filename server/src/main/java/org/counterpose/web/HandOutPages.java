package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.booking.Clinic;
import org.counterpose.clinic.Invitations;
import org.counterpose.handout.QrCode;
import org.counterpose.people.Secret;
import org.counterpose.people.Staff;
import org.counterpose.practice.Practice;
import org.counterpose.programme.Programme;
import org.counterpose.store.Also;
import org.counterpose.store.Letter;
import org.counterpose.store.Outbox;
import org.counterpose.store.SqlInvitations;
import org.counterpose.words.Words;

/** Handing a programme to a person, in the language that they read: a link, a code, a card. */
public final class HandOutPages {

  private static final int LATEST = 20;
  private static final int LONGEST_NAME = 60;

  private final Practice practice;
  private final Invitations invitations;
  private final Clinic clinic;
  private final Layout layout;
  private final Words words;

  /** That in which the clinic speaks to who told none. */
  private final String usual;

  HandOutPages(Practice practice, Invitations invitations, Layout layout) {
    this.practice = practice;
    this.invitations = invitations;
    this.clinic = practice.bookings().clinic();
    this.layout = layout;
    this.words = layout.words();
    this.usual = practice.words().usual().language();
  }

  void add(StaffRoutes routes) {
    routes.get("/staff/hand-out", (context, staff) -> show(context, staff, List.of()));
    routes.post("/staff/hand-out", this::hand);
  }

  /**
   * An invitation of late.
   *
   * @param language in which it is; empty where there is only one
   */
  public record Handed(
      String when,
      String programme,
      Optional<String> language,
      String name,
      String by,
      String state) {}

  /** A language and what it is called. */
  public record Language(String code, String title) {}

  /** The lines of HTML that put the way to a programme's check into the clinic's own website. */
  public record Embed(String id, String title, String link, String frame) {}

  private Embed embed(Programme programme, String origin) {
    String title = Svg.escaped(programme.text("programme.title"));
    String accent = clinic.look().accent().orElse("#cf4317");
    return new Embed(
        programme.id(),
        programme.text("programme.title"),
        "<a href=\""
            + origin
            + "/programmes/"
            + programme.id()
            + "/check\" style=\"display:inline-block;padding:.8em 1.4em;border-radius:14px;background:"
            + accent
            + ";color:#fff;font-weight:600;text-decoration:none\">"
            + Svg.escaped(words.say("embed.go"))
            + "</a>",
        "<iframe src=\""
            + origin
            + "/embed/"
            + programme.id()
            + "\" title=\""
            + title
            + "\" width=\"360\" height=\"260\" style=\"border:0\" loading=\"lazy\"></iframe>");
  }

  private void show(Context context, Staff staff, List<String> faults) {
    layout.render(
        context,
        "staff/hand-out.jte",
        words.say("staff.nav.hand-out"),
        Map.of(
            "staff",
            staff,
            "programmes",
            practice.library().programmes(),
            "places",
            clinic.places().stream().filter(place -> staff.mayEnter(place.id())).toList(),
            "faults",
            faults,
            "mail",
            practice.mail().isPresent(),
            "form",
            HandOutForm.of(context, usual),
            "languages",
            languages(),
            "embeds",
            practice.library().programmes().stream()
                .map(one -> embed(one, layout.link(context, "")))
                .toList(),
            "frames",
            clinic.look().frames().isEmpty()
                ? words.say("embed.frame.off")
                : words.say(
                    "embed.frame.on",
                    String.join(
                        ", ",
                        clinic.look().frames().stream().map(java.net.URI::toString).toList())),
            "latest",
            invitations.latest(staff, LATEST).stream().map(this::handed).toList()));
  }

  /**
   * Those to choose from, where the clinic has several: each in which a programme is told, with
   * which ones where that is not all.
   */
  private List<Language> languages() {
    return isOfOneLanguage()
        ? List.of()
        : practice.words().languages().stream().flatMap(code -> language(code).stream()).toList();
  }

  private boolean isOfOneLanguage() {
    return practice.words().languages().size() < 2;
  }

  private Optional<Language> language(String code) {
    String title = capital(words.named(code));
    List<Programme> all = practice.library().programmes();
    List<String> told =
        all.stream()
            .filter(one -> practice.languagesOf(one).contains(code))
            .map(one -> one.text("programme.title").strip())
            .toList();
    if (told.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Language(
            code,
            told.size() == all.size()
                ? title
                : words.say("handout.language.only", title, String.join(", ", told))));
  }

  private String capital(String title) {
    return title.substring(0, 1).toUpperCase(words.locale()) + title.substring(1);
  }

  private Handed handed(SqlInvitations.Kept kept) {
    DateTimeFormatter format = words.dates("calendar.date", "book.clock");
    return new Handed(
        kept.madeAt().atZone(clinic.zone()).format(format),
        practice
            .library()
            .programme(kept.programme())
            .map(one -> one.text("programme.title"))
            .orElse(kept.programme()),
        Optional.of(words.named(kept.language())).filter(name -> !isOfOneLanguage()),
        kept.name()
            .orElseGet(() -> kept.email().isPresent() ? words.say("handed.by-email") : "\u2013"),
        kept.by(),
        words.say(
            kept.journey().isPresent()
                ? "handed.begun"
                : kept.endsAt().isAfter(practice.clock().instant())
                    ? "handed.waits"
                    : "handed.over"));
  }

  private static String path(Secret secret) {
    return "/invited/" + secret.text();
  }

  /** Says who sends it and where it leads, and nothing of the person. */
  private Letter letter(Words said, String to, String link) {
    Instant now = practice.clock().instant();
    return new Letter(
        UUID.randomUUID(),
        to,
        said.say("handout.letter.subject", clinic.name()),
        said.say("handout.letter.body", clinic.name(), link, (int) Invitations.GOOD_FOR.toDays()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        now,
        now.plus(Invitations.GOOD_FOR),
        Optional.empty());
  }

  private void hand(Context context, Staff staff) {
    List<String> faults = new ArrayList<>();
    HandOutForm form = HandOutForm.of(context, usual);
    Optional<Invitations.Wish> wish = wish(form, staff, faults);
    if (wish.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(context, staff, faults);
      return;
    }
    Words said = practice.words().in(form.language());
    Secret secret =
        invitations.hand(
            wish.get(),
            staff,
            made ->
                form.email().isEmpty()
                    ? Also.NOTHING
                    : connection ->
                        Outbox.add(
                            connection,
                            letter(
                                said,
                                form.email(),
                                practice.people().address().get() + path(made))));
    String link = layout.link(context, path(secret));
    context.header("Cache-Control", "no-store");
    layout.render(
        context,
        "staff/handed.jte",
        words.say("handed.title"),
        Map.of(
            "staff",
            staff,
            "said",
            said,
            "programme",
            practice.in(form.language()).library().programme(form.programme()).orElseThrow(),
            "name",
            form.name(),
            "link",
            link,
            "secret",
            secret.text(),
            "days",
            (int) Invitations.GOOD_FOR.toDays(),
            "email",
            form.email(),
            "qr",
            QrCode.draw(link, said.say("handed.qr"))));
  }

  /** What a form hands out; empty, and why, where that is wrong. */
  private Optional<Invitations.Wish> wish(HandOutForm form, Staff staff, List<String> faults) {
    Optional<Programme> programme = practice.library().programme(form.programme());
    if (programme.isEmpty()) {
      faults.add(words.say("handout.wrong.programme"));
    }
    Optional<Clinic.Place> place =
        (form.place().isEmpty() && clinic.places().size() == 1
                ? Optional.of(clinic.places().getFirst())
                : clinic.place(form.place()))
            .filter(one -> staff.mayEnter(one.id()));
    if (place.isEmpty()) {
      faults.add(words.say("handout.wrong.place"));
    }
    if (!practice.words().languages().contains(form.language())) {
      faults.add(words.say("handout.wrong.language"));
    } else {
      programme
          .filter(one -> !practice.languagesOf(one).contains(form.language()))
          .ifPresent(
              one ->
                  faults.add(
                      words.say(
                          "handout.wrong.not-in",
                          one.text("programme.title"),
                          words.named(form.language()))));
    }
    if (form.name().length() > LONGEST_NAME
        || form.name().chars().anyMatch(Character::isISOControl)) {
      faults.add(words.say("handout.wrong.name", LONGEST_NAME));
    }
    if (!form.email().isEmpty() && !Letter.isAddress(form.email())) {
      faults.add(words.say("handout.wrong.email"));
    }
    return faults.isEmpty()
        ? Optional.of(
            new Invitations.Wish(
                form.programme(),
                place.orElseThrow().id(),
                form.language(),
                Optional.of(form.name()).filter(one -> !one.isEmpty()),
                Optional.of(form.email()).filter(one -> !one.isEmpty())))
        : Optional.empty();
  }
}

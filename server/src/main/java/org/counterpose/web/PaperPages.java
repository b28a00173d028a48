package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterpose.clinic.Invitations;
import org.counterpose.handout.Code;
import org.counterpose.handout.Handouts;
import org.counterpose.handout.Paper;
import org.counterpose.journeys.Journey;
import org.counterpose.people.Staff;
import org.counterpose.practice.Practice;
import org.counterpose.programme.Programme;
import org.counterpose.store.ListRow;
import org.counterpose.store.SqlInvitations;
import org.counterpose.store.SqlLanguages;
import org.counterpose.words.Words;

/**
 * Plans and programmes on paper. Only the person's own print can carry their private link; what the
 * clinic prints of a trial leads to Today, which opens on the person's own devices alone.
 */
final class PaperPages {

  private final Practice practice;
  private final Trials trials;
  private final Invitations invitations;
  private final SqlLanguages languages;
  private final Prints prints;
  private final Layout layout;
  private final Words words;

  PaperPages(
      Practice practice, Trials trials, Invitations invitations, Prints prints, Layout layout) {
    this.practice = practice;
    this.trials = trials;
    this.invitations = invitations;
    this.languages = new SqlLanguages(practice.database());
    this.prints = prints;
    this.layout = layout;
    this.words = layout.words();
  }

  void add(Routes routes) {
    routes.get("/handout", trials.on(this::own));
    StaffRoutes staff = new StaffRoutes(routes);
    staff.get("/staff/people/{journey}/handout", this::ofPerson);
    staff.post("/staff/hand-out/paper", this::ofInvitation);
  }

  /** Of the trials of somebody who is signed in to several, the one that they name. */
  private void own(Context context, Journey open) {
    String named = Optional.ofNullable(context.queryParam("trial")).orElse(open.id().toString());
    Optional<Journey> journey =
        Stream.concat(Stream.of(open), trials.door().others(context, open).stream())
            .filter(one -> one.id().toString().equals(named))
            .findFirst();
    if (journey.isPresent()) {
      own(context, journey.get(), journey.get().id().equals(open.id()));
    } else {
      layout.notFound(context);
    }
  }

  /** Without the private link where they do not want it on paper, or where it is another's. */
  private void own(Context context, Journey journey, boolean open) {
    Instant now = practice.clock().instant();
    if (!Handouts.mayPrint(journey.today(now))) {
      context.redirect("/today", HttpStatus.SEE_OTHER);
      return;
    }
    Optional<String> link =
        !open || "no".equals(context.queryParam("link"))
            ? Optional.empty()
            : trials.door().heldAndFits(context).map(held -> trials.door().link(context, held));
    Code code =
        link.map(address -> new Code(address, Code.Leads.TO_THEIR_TRIAL))
            .orElseGet(() -> toToday(context));
    answer(
        context,
        prints.ofTrial(
            journey.id(),
            prints.language(journey.programme(), Stream.of(words.language())),
            now,
            asked(context, journey, code, now)));
  }

  private Code toToday(Context context) {
    return new Code(layout.link(context, "/today"), Code.Leads.TO_TODAY);
  }

  private Handouts.For asked(Context context, Journey journey, Code code, Instant now) {
    return new Handouts.For(
        practice.list().row(journey.id()).map(ListRow::name).filter(name -> !name.isEmpty()),
        Optional.of(code),
        paper(context),
        LocalDate.ofInstant(now, journey.journal().routine().zone()));
  }

  private static Paper paper(Context context) {
    return Optional.ofNullable(context.queryParam("paper"))
        .or(() -> Optional.ofNullable(context.formParam("paper")))
        .flatMap(Paper::named)
        .orElse(Paper.A4);
  }

  /**
   * In the language that they read, unless another one is asked for. A person of another place is
   * not found, as if there were none.
   */
  private void ofPerson(Context context, Staff staff) {
    Optional<Journey> journey =
        Ids.read(context.pathParam("journey"))
            .flatMap(id -> practice.list().open(id, staff.places()));
    Instant now = practice.clock().instant();
    if (journey.isEmpty()) {
      layout.notFound(context);
    } else if (!Handouts.mayPrint(journey.get().today(now))) {
      layout.refuse(context, List.of(words.say("care.paper.not-now")));
    } else {
      practice
          .people()
          .audit()
          .record(staff.line(now, "viewed", Optional.of(journey.get().id()), "handout"));
      answer(
          context,
          prints.ofTrial(
              journey.get().id(),
              prints.language(
                  journey.get().programme(),
                  Stream.concat(
                      Stream.ofNullable(context.queryParam("language")),
                      languages.of(journey.get().id()).stream())),
              now,
              asked(context, journey.get(), toToday(context), now)));
    }
  }

  /** For whoever was just handed an invitation, whose secret only that page and its sender know. */
  private void ofInvitation(Context context, Staff staff) {
    String secret = Optional.ofNullable(context.formParam("invitation")).orElse("");
    Optional<SqlInvitations.Kept> invitation =
        invitations.find(secret).filter(kept -> staff.mayEnter(kept.place()));
    Optional<Programme> programme =
        invitation.flatMap(kept -> practice.library().programme(kept.programme()));
    if (programme.isEmpty()) {
      layout.notFound(context);
      return;
    }
    ZoneId zone = layout.clinic().zone();
    answer(
        context,
        prints.ofProgramme(
            programme.get().id(),
            prints.language(
                programme.get(), invitation.stream().map(SqlInvitations.Kept::language)),
            new Handouts.For(
                invitation.flatMap(SqlInvitations.Kept::name),
                Optional.of(
                    new Code(
                        layout.link(context, "/invited/" + secret), Code.Leads.TO_A_BEGINNING)),
                paper(context),
                LocalDate.ofInstant(practice.clock().instant(), zone))));
  }

  private static void answer(Context context, byte[] pdf) {
    context.header("Cache-Control", "no-store");
    context.header("Content-Disposition", "inline; filename=\"plan.pdf\"");
    context.contentType("application/pdf").result(pdf);
  }
}

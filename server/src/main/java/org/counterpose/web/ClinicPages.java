package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpose.clinic.ClinicList;
import org.counterpose.clinic.InvitationUsed;
import org.counterpose.journal.Entry;
import org.counterpose.journal.EntryReader;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.store.SqlInvitations;
import org.counterpose.words.Words;

/** What a person has with their clinic: letting it see the trial, writing, a rest of the plan. */
final class ClinicPages {

  private static final int LONGEST_REASON = 500;
  private static final String SAID = "said";

  private final Trials trials;
  private final Sharing sharing;
  private final ClinicList list;
  private final BookingDesk desk;
  private final Layout layout;
  private final Words words;

  ClinicPages(Trials trials, Sharing sharing, BookingDesk desk, Layout layout) {
    this.desk = desk;
    this.trials = trials;
    this.sharing = sharing;
    this.list = trials.list();
    this.layout = layout;
    this.words = layout.words();
  }

  void add(Routes routes) {
    routes.get("/clinic", trials.on(this::clinic));
    routes.post("/clinic/ask", trials.once("/clinic", this::ask));
    routes.post("/clinic/share", trials.on(this::share));
    routes.post("/clinic/unshare", trials.on(this::unshare));
    routes.get("/pause", trials.on(this::askToPause));
    routes.post("/pause", trials.once("/today", this::pause));
    routes.post("/resume", trials.on(this::resume));
    routes.getInItsLanguage("/invited/{secret}", this::itsLanguage, this::invited);
  }

  private void clinic(Context context, Journey journey) {
    show(context, journey, Optional.empty());
  }

  private void refuse(Context context, Journey journey, HttpStatus status, String fault) {
    context.status(status);
    show(context, journey, Optional.of(fault));
  }

  private void show(Context context, Journey journey, Optional<String> fault) {
    layout.render(
        context,
        "trial/clinic.jte",
        words.say("clinic.title"),
        Map.of(
            "form",
            sharing.form(context),
            "shared",
            isShared(journey),
            "thread",
            FromClinic.thread(journey, words),
            "visits",
            ComingVisit.of(journey, desk),
            "fault",
            fault,
            "said",
            said(context, isShared(journey)),
            "text",
            Optional.ofNullable(context.formParam("text")).orElse("")));
  }

  /** What is said to somebody who just let the clinic see the trial, or stopped that. */
  private Optional<String> said(Context context, boolean shared) {
    String word = shared ? "shared" : "unshared";
    return word.equals(context.queryParam(SAID))
        ? Optional.of(words.say("share.said." + word, layout.clinicName()))
        : Optional.empty();
  }

  private boolean isShared(Journey journey) {
    return list.row(journey.id()).isPresent();
  }

  private void ask(Context context, Journey journey) {
    if (!isShared(journey)) {
      refuse(context, journey, HttpStatus.CONFLICT, words.say("clinic.ask.unshared"));
      return;
    }
    Optional<String> text = CarePages.text(context, "text", EntryReader.LONGEST_MESSAGE);
    if (text.isEmpty()) {
      refuse(
          context,
          journey,
          HttpStatus.UNPROCESSABLE_CONTENT,
          words.say("clinic.ask.wrong", EntryReader.LONGEST_MESSAGE));
      return;
    }
    trials
        .journeys()
        .append(
            journey,
            List.of(new Entry.Asked(trials.ids(context).get(), trials.now(journey), text.get())));
    context.redirect("/clinic", HttpStatus.SEE_OTHER);
  }

  private void share(Context context, Journey journey) {
    Sharing.Wish wish = sharing.wish(context);
    if (!wish.shares() || !wish.isComplete()) {
      refuse(
          context,
          journey,
          HttpStatus.UNPROCESSABLE_CONTENT,
          words.say(wish.shares() ? "share.place.wrong" : "share.wrong"));
      return;
    }
    sharing.forgetInvitation(context);
    try {
      sharing.share(wish, journey);
      context.redirect("/clinic?" + SAID + "=shared", HttpStatus.SEE_OTHER);
    } catch (InvitationUsed e) {
      refuse(context, journey, HttpStatus.CONFLICT, words.say("share.used"));
    }
  }

  private void unshare(Context context, Journey journey) {
    sharing.withdraw(journey.id());
    context.redirect("/clinic?" + SAID + "=unshared", HttpStatus.SEE_OTHER);
  }

  private void askToPause(Context context, Journey journey) {
    layout.render(context, "trial/pause.jte", words.say("pause.title"), Map.of());
  }

  private void pause(Context context, Journey journey) {
    if (journey.today(trials.clock().instant()).state() instanceof Today.State.Running) {
      String reason = CarePages.text(context, "reason", LONGEST_REASON).orElse("");
      trials
          .journeys()
          .append(
              journey,
              List.of(
                  new Entry.Paused(
                      trials.ids(context).get(), trials.now(journey), Optional.empty(), reason)));
    }
    context.redirect("/today", HttpStatus.SEE_OTHER);
  }

  private void resume(Context context, Journey journey) {
    boolean held = list.holds(journey.id());
    if (!held && journey.today(trials.clock().instant()).state() instanceof Today.State.Paused) {
      trials
          .journeys()
          .append(
              journey,
              List.of(
                  new Entry.Resumed(trials.ids().get(), trials.now(journey), Optional.empty())));
    }
    context.redirect("/today", HttpStatus.SEE_OTHER);
  }

  /** That of whom it was handed to, until this device came with it: then another may be chosen. */
  private Optional<String> itsLanguage(Context context) {
    String secret = context.pathParam("secret");
    return sharing.cameWith(context, secret)
        ? Optional.empty()
        : sharing.opened(secret).map(SqlInvitations.Kept::language);
  }

  /**
   * The link of an invitation: remembers it on this device, which reads in its language from now
   * on, and leads to the check.
   */
  private void invited(Context context) {
    String secret = context.pathParam("secret");
    Optional<SqlInvitations.Kept> invitation = sharing.opened(secret);
    Optional<Programme> programme =
        invitation.flatMap(kept -> trials.library().programme(kept.programme()));
    if (programme.isEmpty()) {
      String why = invitation.isEmpty() ? "invited.over" : "invited.not-offered";
      context.status(HttpStatus.NOT_FOUND);
      layout.render(
          context,
          "site/uninvited.jte",
          words.say(why + ".title"),
          Map.of("body", words.say(why + ".body")));
      return;
    }
    if (!sharing.cameWith(context, secret)) {
      Languages.keep(context, words.language());
    }
    sharing.invited(context, secret);
    layout.render(
        context,
        "site/invited.jte",
        words.say("invited.title"),
        Map.of("programme", programme.get()));
  }
}

package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.handout.Handouts;
import org.counterpose.handout.QrCode;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.journeys.Owned;
import org.counterpose.people.Accounts;
import org.counterpose.people.Contacts;
import org.counterpose.people.Device;
import org.counterpose.people.HeldKey;
import org.counterpose.people.Passkeys;
import org.counterpose.people.Sessions;
import org.counterpose.practice.Practice;
import org.counterpose.store.Also;
import org.counterpose.store.SqlAccounts;
import org.counterpose.store.SqlPasskeys;
import org.counterpose.words.Words;

/**
 * How a person keeps a trial, as they wish: by its private link alone, or with a passkey or an
 * address of theirs beside it.
 */
public final class KeepPages {

  private final Door door;
  private final Journeys journeys;
  private final Accounts accounts;
  private final Contacts contacts;
  private final Passkeys passkeys;
  private final Sessions sessions;
  private final PersonsTrail trail;
  private final LinkLetters letters;
  private final InstantSource clock;
  private final Layout layout;
  private final Words words;

  KeepPages(Practice practice, Trials trials, LinkLetters letters, Layout layout) {
    this.door = trials.door();
    this.journeys = practice.journeys();
    this.accounts = practice.people().accounts();
    this.contacts = practice.people().contacts();
    this.passkeys = practice.people().passkeys();
    this.sessions = practice.people().personSessions();
    this.trail = new PersonsTrail(practice.clock());
    this.letters = letters;
    this.clock = practice.clock();
    this.layout = layout;
    this.words = layout.words();
  }

  void add(Routes routes) {
    routes.get("/keep", held((context, own) -> show(context, own, "", "")));
    routes.post("/keep/link", held(this::replaceLink));
    routes.post("/keep/bring", held(this::bring));
    routes.post("/keep/ask", held(managed(this::ask)));
    routes.post("/keep/passkeys", held(managed(this::addPasskey)));
    routes.post("/keep/passkeys/remove", held(managed(this::removePasskey)));
    routes.post("/keep/email", held(managed(this::askToConfirm)));
    routes.post("/keep/email/forget", held(managed(this::forgetEmail)));
  }

  private interface OfTrial {
    void serve(Context context, Owned own);
  }

  private Routes.Page held(OfTrial page) {
    return context -> {
      Optional<Owned> own = door.owned(context);
      if (own.isPresent()) {
        page.serve(context, own.get());
      } else {
        door.leadAway(context);
      }
    };
  }

  /** For who may change how the trial's account is signed in to. */
  private OfTrial managed(OfTrial page) {
    return (context, own) -> {
      if (accounts.mayManage(own.id(), door.account(context))) {
        page.serve(context, own);
      } else {
        context.status(HttpStatus.FORBIDDEN);
        show(context, own, "", "");
      }
    };
  }

  private void show(Context context, Owned own, String notice, String fault) {
    Optional<HeldKey> held = door.heldAndFits(context);
    String link = held.map(one -> door.link(context, one)).orElse("");
    Optional<UUID> signedIn = door.account(context);
    door.tellPlans(context);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("link", link);
    parameters.put("there", held.map(door::linkForPasskeys).orElse(""));
    parameters.put("qr", link.isEmpty() ? "" : QrCode.draw(link, words.say("keep.qr")));
    parameters.put("managed", accounts.mayManage(own.id(), signedIn));
    parameters.put(
        "signedIn",
        accounts.ofIfAny(own.id()).filter(account -> !sessions.of(account).isEmpty()).isPresent());
    parameters.put("passkeys", accounts.ofIfAny(own.id()).map(passkeys::of).orElse(List.of()));
    parameters.put(
        "others",
        signedIn.map(accounts::trials).orElse(List.of()).stream()
            .anyMatch(trial -> !trial.journey().equals(own.id())));
    parameters.put(
        "canBring", signedIn.filter(account -> accounts.canJoin(own.id(), account)).isPresent());
    parameters.put("email", contacts.email(own.id()).orElse(""));
    parameters.put("mail", letters.canBeSent());
    parameters.put("papers", papers(context));
    parameters.put("notice", notice);
    parameters.put("fault", fault);
    layout.render(context, "site/keep.jte", words.say("keep.title"), parameters);
  }

  /**
   * A plan of somebody who has several, to be printed.
   *
   * @param trial whose it is; empty for the one that is open on this device
   */
  public record Paper(String title, Optional<String> trial) {

    /** Where it is printed without the private link. */
    public String address() {
      return "/handout?" + trial.map(id -> "trial=" + id).orElse("link=no");
    }
  }

  /** The plans that may be printed now, the open one first; it is there whatever holds for it. */
  private List<Paper> papers(Context context) {
    Optional<Journey> open = door.journeyIfItGoesOn(context);
    List<Paper> papers = new ArrayList<>();
    papers.add(new Paper(open.map(Plans::title).orElse(""), Optional.empty()));
    open.map(one -> door.others(context, one)).orElse(List.of()).stream()
        .filter(other -> Handouts.mayPrint(other.today(clock.instant())))
        .map(other -> new Paper(Plans.title(other), Optional.of(other.id().toString())))
        .forEach(papers::add);
    return papers;
  }

  /** A new private link; the one before it opens nothing, wherever it was kept. */
  private void replaceLink(Context context, Owned own) {
    String key = journeys.replaceKey(own, trail.line("new-link", own.id()));
    door.hold(context, new HeldKey(own.id().toString(), key));
    context.redirect("/keep", HttpStatus.SEE_OTHER);
  }

  /** Puts the trial of the key that is held beside those that this device is signed in to. */
  private void bring(Context context, Owned own) {
    door.account(context).ifPresent(account -> accounts.bring(own.id(), account));
    context.redirect("/keep", HttpStatus.SEE_OTHER);
  }

  private void ask(Context context, Owned own) {
    PasskeyForm.ask(context, passkeys.make(accounts.of(own.id()), words.say("keep.passkey.shown")));
  }

  private void addPasskey(Context context, Owned own) {
    UUID account = accounts.of(own.id());
    Optional<SqlPasskeys.Kept> made =
        passkeys.made(
            PasskeyForm.question(context),
            PasskeyForm.answer(context),
            Device.of(context.userAgent()).name());
    Also added = trail.lines("passkey-added", accounts.journeys(account));
    if (made.filter(key -> key.owner().equals(account))
        .filter(key -> accounts.add(key, added))
        .isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(context, own, "", words.say("passkey.failed"));
      return;
    }
    context.redirect("/keep", HttpStatus.SEE_OTHER);
  }

  private void removePasskey(Context context, Owned own) {
    accounts
        .ofIfAny(own.id())
        .ifPresent(
            account ->
                passkeys.remove(
                    account,
                    PasskeyForm.field(context, "passkey"),
                    trail.lines("passkey-removed", accounts.journeys(account))));
    context.redirect("/keep", HttpStatus.SEE_OTHER);
  }

  private void askToConfirm(Context context, Owned own) {
    Optional<String> email = letters.address(context);
    if (email.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(context, own, "", letters.whyNot());
      return;
    }
    boolean sent =
        accounts.askToConfirm(
            own.id(),
            email.get(),
            secret ->
                letters.letter(
                    email.get(),
                    words.say("keep.letter.subject"),
                    words.say("keep.letter.body", letters.link(secret)),
                    Accounts.LINK_LASTS,
                    Optional.of(own.id())));
    if (sent) {
      show(context, own, words.say("keep.email.sent"), "");
    } else {
      context.status(HttpStatus.TOO_MANY_REQUESTS);
      show(
          context,
          own,
          "",
          words.say("keep.email.enough", SqlAccounts.LETTERS_AN_HOUR, SqlAccounts.LETTERS_A_DAY));
    }
  }

  private void forgetEmail(Context context, Owned own) {
    contacts.forget(own.id(), trail.line("address-removed", own.id()));
    context.redirect("/keep", HttpStatus.SEE_OTHER);
  }
}

package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.journeys.Journeys;
import org.counterpose.journeys.Owned;
import org.counterpose.people.Accounts;
import org.counterpose.people.Passkeys;
import org.counterpose.people.Sessions;
import org.counterpose.practice.Practice;
import org.counterpose.store.SqlAccounts;
import org.counterpose.words.Words;

/**
 * Where persons come in who keep their trial with a passkey or an address: by passkey, by a link in
 * a letter, and by choosing where there are several trials.
 */
final class PersonDoor {

  private final Door door;
  private final Journeys journeys;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Passkeys passkeys;
  private final PersonsTrail trail;
  private final LinkLetters letters;
  private final Layout layout;
  private final Words words;

  PersonDoor(Practice practice, Trials trials, LinkLetters letters, Layout layout) {
    this.door = trials.door();
    this.journeys = trials.journeys();
    this.accounts = practice.people().accounts();
    this.sessions = practice.people().personSessions();
    this.passkeys = practice.people().passkeys();
    this.trail = new PersonsTrail(practice.clock());
    this.letters = letters;
    this.layout = layout;
    this.words = layout.words();
  }

  void add(Routes routes) {
    routes.get("/sign-in", context -> showSignIn(context, "", ""));
    routes.post("/sign-in/ask", context -> PasskeyForm.ask(context, passkeys.show()));
    routes.post("/sign-in", this::signIn);
    routes.post("/sign-in/letter", this::sendLetter);
    routes.get("/letter/{secret}", context -> withLink(context, this::showLetter));
    routes.post("/letter/{secret}", context -> withLink(context, this::useLetter));
    routes.get("/trials", this::showTrials);
    routes.post("/trials", this::choose);
  }

  private void showSignIn(Context context, String notice, String fault) {
    layout.renderFullStop(
        context,
        "site/sign-in.jte",
        words.say("enter.title"),
        Map.of("mail", letters.canBeSent(), "notice", notice, "fault", fault));
  }

  private void signIn(Context context) {
    Optional<UUID> account =
        passkeys.shown(PasskeyForm.question(context), PasskeyForm.answer(context));
    List<SqlAccounts.Trial> theirs = account.map(accounts::trials).orElse(List.of());
    if (theirs.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showSignIn(context, "", words.say("passkey.failed"));
      return;
    }
    letIn(context, theirs.getFirst());
    context.redirect(theirs.size() > 1 ? "/trials" : "/today", HttpStatus.SEE_OTHER);
  }

  /** The session is a new one, and the trial of a key that was held gives way to it. */
  private void letIn(Context context, SqlAccounts.Trial trial) {
    StaffDoor.end(context, sessions);
    StaffDoor.begin(context, sessions, trial.account());
    door.choose(context, trial.journey());
  }

  /** Says the same whether somebody confirmed this address or not. */
  private void sendLetter(Context context) {
    Optional<String> email = letters.address(context);
    if (email.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showSignIn(context, "", letters.whyNot());
      return;
    }
    accounts.askToSignIn(
        email.get(),
        secret ->
            letters.letter(
                email.get(),
                words.say("enter.letter.subject"),
                words.say("enter.letter.body", letters.link(secret)),
                Accounts.LINK_LASTS,
                Optional.empty()));
    showSignIn(
        context,
        words.say("enter.sent", SqlAccounts.LETTERS_AN_HOUR, SqlAccounts.LETTERS_A_DAY),
        "");
  }

  private interface OfLink {
    void serve(Context context, SqlAccounts.Link link);
  }

  private void withLink(Context context, OfLink page) {
    Optional<SqlAccounts.Link> link = accounts.link(context.pathParam("secret"));
    if (link.isPresent()) {
      page.serve(context, link.get());
    } else {
      over(context);
    }
  }

  private void over(Context context) {
    context.status(HttpStatus.NOT_FOUND);
    layout.renderFullStop(context, "site/letter-over.jte", words.say("letter.over"), Map.of());
  }

  /** Only looks: programs that scan letters open every link in them. */
  private void showLetter(Context context, SqlAccounts.Link link) {
    if (link.journey().isPresent()) {
      showConfirm(context, link, link.journey().get());
      return;
    }
    layout.renderFullStop(
        context,
        "site/letter.jte",
        words.say("letter.title"),
        Map.of(
            "email", link.email(),
            "path", context.path(),
            "trials", TrialsView.of(accounts.opens(link), journeys, layout)));
  }

  /** The way to confirm for the device that holds the trial; for others, what to do there. */
  private void showConfirm(Context context, SqlAccounts.Link link, UUID journey) {
    layout.renderFullStop(
        context,
        "site/letter-confirm.jte",
        words.say("letter.confirm.title"),
        Map.of("email", link.email(), "path", context.path(), "holds", holds(context, journey)));
  }

  private boolean holds(Context context, UUID journey) {
    return door.owned(context).map(Owned::id).equals(Optional.of(journey));
  }

  private void useLetter(Context context, SqlAccounts.Link link) {
    String secret = context.pathParam("secret");
    if (link.journey().isPresent()) {
      confirm(context, link, link.journey().get(), secret);
      return;
    }
    Optional<SqlAccounts.Trial> trial =
        accounts.signIn(secret, Ids.read(PasskeyForm.field(context, "trial")));
    if (trial.isEmpty()) {
      over(context);
      return;
    }
    letIn(context, trial.get());
    context.redirect("/today", HttpStatus.SEE_OTHER);
  }

  /** Lets nobody in: whoever confirms is in already. */
  private void confirm(Context context, SqlAccounts.Link link, UUID journey, String secret) {
    if (!holds(context, journey)) {
      context.status(HttpStatus.FORBIDDEN);
      showConfirm(context, link, journey);
    } else if (accounts.confirm(
        secret, journey, door.account(context), trail.line("address-confirmed", journey))) {
      layout.render(context, "site/letter-done.jte", words.say("letter.confirmed"), Map.of());
    } else {
      over(context);
    }
  }

  private void showTrials(Context context) {
    List<SqlAccounts.Trial> theirs = door.account(context).map(accounts::trials).orElse(List.of());
    if (theirs.isEmpty()) {
      context.redirect("/", HttpStatus.SEE_OTHER);
      return;
    }
    layout.render(
        context,
        "site/trials.jte",
        words.say("trials.title"),
        Map.of("trials", TrialsView.of(theirs, journeys, layout)));
  }

  /** Opens another trial of the account, and lets a key go that was held. */
  private void choose(Context context) {
    Optional<UUID> chosen = Ids.read(PasskeyForm.field(context, "trial"));
    boolean theirs =
        door.account(context).map(accounts::trials).orElse(List.of()).stream()
            .anyMatch(trial -> chosen.equals(Optional.of(trial.journey())));
    if (!theirs) {
      context.redirect("/", HttpStatus.SEE_OTHER);
      return;
    }
    door.choose(context, chosen.orElseThrow());
    context.redirect(step(context).orElse("/today"), HttpStatus.SEE_OTHER);
  }

  /** The step of that trial which somebody came for, where they did. */
  private static Optional<String> step(Context context) {
    String step = PasskeyForm.field(context, "step");
    String slot = PasskeyForm.field(context, "slot");
    return (step + "/" + slot).matches("[a-z0-9-]{1,60}/[a-z0-9-]{1,60}")
        ? Optional.of("/step/" + step + "/" + slot)
        : Optional.empty();
  }
}

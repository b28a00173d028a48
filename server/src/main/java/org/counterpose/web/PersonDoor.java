package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.journeys.Owned;
import org.counterpose.people.Accounts;
import org.counterpose.people.Contacts;
import org.counterpose.people.Device;
import org.counterpose.people.Passkeys;
import org.counterpose.people.PublicAddress;
import org.counterpose.people.Secret;
import org.counterpose.people.Sessions;
import org.counterpose.practice.Practice;
import org.counterpose.store.Letter;
import org.counterpose.store.SqlAccounts;
import org.counterpose.store.SqlPasskeys;
import org.counterpose.words.Words;

/**
 * How a person keeps a trial on other devices, if they wish to: a passkey or a confirmed address
 * beside the private link, and signing in with either.
 */
final class PersonDoor {

  private final Door door;
  private final Accounts accounts;
  private final Contacts contacts;
  private final Sessions sessions;
  private final Passkeys passkeys;
  private final PublicAddress address;
  private final InstantSource clock;
  private final boolean mail;
  private final Layout layout;
  private final Words words;

  PersonDoor(Practice practice, Trials trials, Layout layout) {
    this.door = trials.door();
    this.accounts = practice.people().accounts();
    this.contacts = practice.people().contacts();
    this.sessions = practice.people().personSessions();
    this.passkeys = practice.people().passkeys();
    this.address = practice.people().address();
    this.clock = practice.clock();
    this.mail = practice.mail().isPresent();
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
    routes.get("/keep", held((context, own) -> showKeep(context, own, "", "")));
    routes.post("/keep/ask", held(this::ask));
    routes.post("/keep/passkeys", held(this::addPasskey));
    routes.post("/keep/passkeys/remove", held(this::removePasskey));
    routes.post("/keep/email", held(this::askToConfirm));
    routes.post("/keep/email/forget", held(this::forgetEmail));
    routes.post("/keep/devices/end", held(this::endDevices));
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
        context.redirect("/", HttpStatus.SEE_OTHER);
      }
    };
  }

  private void showSignIn(Context context, String notice, String fault) {
    layout.renderFullStop(
        context,
        "site/sign-in.jte",
        words.say("enter.title"),
        Map.of("mail", mail, "notice", notice, "fault", fault));
  }

  private void signIn(Context context) {
    Optional<UUID> account =
        passkeys
            .shown(PasskeyForm.question(context), PasskeyForm.answer(context))
            .filter(owner -> !accounts.journeys(owner).isEmpty());
    if (account.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showSignIn(context, "", words.say("passkey.failed"));
      return;
    }
    letIn(context, account.get());
  }

  /** The session is a new one, and the trial of a key that was held gives way to it. */
  private void letIn(Context context, UUID account) {
    StaffDoor.end(context, sessions);
    door.letGo(context);
    StaffDoor.begin(context, sessions, account);
    context.redirect("/today", HttpStatus.SEE_OTHER);
  }

  /** Says the same whether somebody confirmed this address or not. */
  private void sendLetter(Context context) {
    Optional<String> email = email(context);
    if (email.isEmpty() || !mail) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showSignIn(context, "", words.say(mail ? "keep.email.wrong" : "keep.email.none"));
      return;
    }
    accounts.askToSignIn(
        email.get(),
        secret ->
            letter(
                email.get(),
                words.say("enter.letter.subject"),
                words.say("enter.letter.body", link(secret)),
                Optional.empty()));
    showSignIn(context, words.say("enter.sent"), "");
  }

  private static Optional<String> email(Context context) {
    return Accounts.address(PasskeyForm.field(context, "email")).filter(Letter::isAddress);
  }

  private String link(Secret secret) {
    return address.get() + "/letter/" + secret.text();
  }

  private Letter letter(String to, String subject, String text, Optional<UUID> journey) {
    Instant now = clock.instant();
    return new Letter(
        UUID.randomUUID(),
        to,
        subject,
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        now,
        now.plus(Accounts.LINK_LASTS),
        journey);
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
    layout.renderFullStop(
        context,
        "site/letter.jte",
        words.say("letter.title"),
        Map.of("confirms", link.journey().isPresent(), "path", context.path()));
  }

  private void useLetter(Context context, SqlAccounts.Link link) {
    Optional<UUID> account = accounts.use(context.pathParam("secret"));
    if (account.isEmpty()) {
      over(context);
    } else if (link.journey().isPresent()) {
      // Whoever asked for it may be somebody else: it confirms, and lets nobody in.
      layout.renderFullStop(
          context, "site/letter-done.jte", words.say("letter.confirmed"), Map.of());
    } else {
      letIn(context, account.get());
    }
  }

  private void showKeep(Context context, Owned own, String notice, String fault) {
    String link = door.heldAndFits(context).map(held -> Door.link(context, held)).orElse("");
    Optional<UUID> account = accounts.ofIfAny(own.id());
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("link", link);
    parameters.put("qr", link.isEmpty() ? "" : QrCode.draw(link, words.say("keep.qr")));
    parameters.put("passkeys", account.map(passkeys::of).orElse(List.of()));
    parameters.put(
        "devices",
        new DevicesView(account.map(sessions::of).orElse(List.of()), here(context), words));
    parameters.put("email", contacts.email(own.id()).orElse(""));
    parameters.put("mail", mail);
    parameters.put("notice", notice);
    parameters.put("fault", fault);
    layout.render(context, "site/keep.jte", words.say("keep.title"), parameters);
  }

  private String here(Context context) {
    return sessions.find(context.req()).map(session -> session.tokenHash()).orElse("");
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
    if (made.filter(key -> key.owner().equals(account)).filter(accounts::add).isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showKeep(context, own, "", words.say("passkey.failed"));
      return;
    }
    context.redirect("/keep", HttpStatus.SEE_OTHER);
  }

  private void removePasskey(Context context, Owned own) {
    passkeys.remove(accounts.of(own.id()), PasskeyForm.field(context, "passkey"));
    context.redirect("/keep", HttpStatus.SEE_OTHER);
  }

  private void askToConfirm(Context context, Owned own) {
    Optional<String> email = email(context);
    if (email.isEmpty() || !mail) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showKeep(context, own, "", words.say(mail ? "keep.email.wrong" : "keep.email.none"));
      return;
    }
    accounts.askToConfirm(
        own.id(),
        email.get(),
        secret ->
            letter(
                email.get(),
                words.say("keep.letter.subject"),
                words.say("keep.letter.body", link(secret)),
                Optional.of(own.id())));
    showKeep(context, own, words.say("keep.email.sent"), "");
  }

  private void forgetEmail(Context context, Owned own) {
    contacts.forget(own.id());
    context.redirect("/keep", HttpStatus.SEE_OTHER);
  }

  private void endDevices(Context context, Owned own) {
    String device = PasskeyForm.field(context, "device");
    UUID account = accounts.of(own.id());
    if (device.equals("others")) {
      sessions.endOthers(account, here(context));
    } else {
      sessions.end(account, device);
    }
    context.redirect("/keep", HttpStatus.SEE_OTHER);
  }
}

package org.counterpose.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.people.Accounts;
import org.counterpose.people.PublicAddress;
import org.counterpose.people.Secret;
import org.counterpose.practice.Practice;
import org.counterpose.store.Letter;
import org.counterpose.words.Words;

/** Letters with a link that works once and not for long. */
final class LinkLetters {

  private final PublicAddress address;
  private final InstantSource clock;
  private final boolean mail;
  private final Words words;

  LinkLetters(Practice practice, Words words) {
    this.address = practice.people().address();
    this.clock = practice.clock();
    this.mail = practice.mail().isPresent();
    this.words = words;
  }

  boolean canBeSent() {
    return mail;
  }

  /** The address that a form gives; empty where it is none, or nothing can be sent. */
  Optional<String> address(Context context) {
    return Accounts.address(PasskeyForm.field(context, "email"))
        .filter(Letter::isAddress)
        .filter(given -> mail);
  }

  /** Why there is no address to write to. */
  String whyNot() {
    return words.say(mail ? "keep.email.wrong" : "keep.email.none");
  }

  String link(Secret secret) {
    return address.get() + "/letter/" + secret.text();
  }

  Letter letter(String to, String subject, String text, Duration lasts, Optional<UUID> journey) {
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
        now.plus(lasts),
        journey);
  }
}

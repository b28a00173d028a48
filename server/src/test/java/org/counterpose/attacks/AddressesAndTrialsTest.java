package org.counterpose.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.app.Configuration;
import org.counterpose.app.OnTrial;
import org.counterpose.app.Served;
import org.counterpose.guard.Access;
import org.counterpose.guard.AccessTable;
import org.counterpose.people.Accounts;
import org.counterpose.people.Device;
import org.counterpose.people.Sessions;
import org.counterpose.store.Also;
import org.counterpose.store.SqlAccounts;
import org.counterpose.store.SqlPasskeys;
import org.junit.jupiter.api.Test;

/**
 * Somebody types an address that is not theirs, or gets a letter that is not for them. Letters are
 * read where they wait to be sent.
 */
class AddressesAndTrialsTest extends Attacked {

  private static final String OWNER = "owner@clinic.example";

  @Override
  Configuration configured(Configuration configuration) {
    return configuration.withMail(Served.NOBODYS_MAIL);
  }

  @Test
  void the_owner_of_an_address_that_a_stranger_typed_gets_no_trial_and_gives_none_away() {
    OnTrial stranger = begins();
    String letter = asksToConfirm(stranger, OWNER);

    Served.Answer looked = served.get(letter);
    assertThat(looked.body()).contains(OWNER).doesNotContain("action=\"" + letter);
    assertThat(form(letter, "", "").status()).isEqualTo(403);
    OnTrial owner = begins();
    assertThat(form(letter, owner.cookie(), "").status()).isEqualTo(403);

    assertThat(email(stranger)).isEmpty();
    assertThat(email(owner)).isEmpty();
    form("/sign-in/letter", "", "email=" + OWNER);
    assertThat(letters(OWNER)).hasSize(1);
  }

  @Test
  void a_letter_that_a_mistyped_address_brought_to_a_stranger_opens_nothing_for_them() {
    OnTrial person = begins();
    String letter = asksToConfirm(person, "mistyped@clinic.example");

    assertThat(form(letter, "", "").status()).isEqualTo(403);
    form("/sign-in/letter", "", "email=mistyped@clinic.example");

    assertThat(letters("mistyped@clinic.example")).hasSize(1);
    assertThat(form(letter, person.cookie(), "").status()).isEqualTo(200);
    assertThat(email(person)).contains("mistyped@clinic.example");
  }

  @Test
  void the_link_in_a_letter_to_somebody_else_is_nowhere_to_be_read_by_who_asked_for_it() {
    OnTrial thief = begins();
    String letter = asksToConfirm(thief, OWNER);
    String secret = letter.substring(letter.lastIndexOf('/') + 1);

    for (AccessTable.Line line : AccessTable.all()) {
      if (line.method().equals("GET") && line.access() == Access.HOLDER) {
        String path = line.path().replace("{id}", thief.id()).replaceAll("\\{\\w+}", "x");
        Served.Answer seen =
            served.get(path, "Cookie", thief.cookie(), "Authorization", "Bearer " + thief.key());
        assertThat(seen.body()).as(path).doesNotContain(secret, "/letter/");
      }
    }
    assertThat(exported(thief.cookie())).contains("\"message\"", "\"waiting\"");
  }

  @Test
  void the_record_of_one_of_several_trials_does_not_tell_how_its_account_is_signed_in_to() {
    OnTrial first = begins();
    confirms(first, "be@clinic.example");
    OnTrial shared = begins();
    confirms(shared, "be@clinic.example");
    UUID account = accounts().of(first.journey());
    accounts()
        .add(
            new SqlPasskeys.Kept("c", account, "phone", "k", 0, clock.instant(), Optional.empty()),
            Also.NOTHING);
    String session = session(account);

    String byLink = exported(shared.cookie());
    String byKey =
        served
            .get(
                "/api/v1/journeys/" + shared.id() + "/export",
                "Authorization",
                "Bearer " + shared.key())
            .body();
    for (String record : List.of(byLink, byKey)) {
      assertThat(record)
          .contains(shared.id())
          .doesNotContain("\"session\"", "\"passkey\"", account.toString(), "be@clinic.example");
    }
    assertThat(exported(session + "; trial=" + shared.id()))
        .contains(shared.id(), "\"session\"", "\"passkey\"", "be@clinic.example");
  }

  private String exported(String cookies) {
    Served.Answer export = served.get("/export", "Cookie", cookies);
    assertThat(export.status()).isEqualTo(200);
    return export.body();
  }

  @Test
  void a_second_trial_confirmed_under_the_address_can_be_chosen_and_is_theirs_alone() {
    OnTrial first = begins();
    confirms(first, "au@clinic.example");
    clock.goOn(Duration.ofDays(40));
    OnTrial second = begins();
    confirms(second, "au@clinic.example");
    OnTrial other = begins();

    String signedIn = signsIn("au@clinic.example", first);
    assertThat(today(signedIn, first)).isTrue();
    Served.Answer list = served.get("/trials", "Cookie", signedIn);
    assertThat(list.body()).contains(first.id(), second.id()).doesNotContain(other.id());

    assertThat(form("/trials", signedIn, "trial=" + other.id()).header("Set-Cookie")).isEmpty();
    Served.Answer chosen = form("/trials", signedIn, "trial=" + second.id());
    String session = signedIn.substring(0, signedIn.indexOf(';'));
    assertThat(today(session + "; " + cookie(chosen, "trial"), second)).isTrue();
    assertThat(today(session + "; trial=" + other.id(), other)).isFalse();
  }

  @Test
  void the_link_of_one_of_several_trials_is_no_way_to_the_others() {
    OnTrial first = begins();
    confirms(first, "de@clinic.example");
    OnTrial shared = begins();
    String early = asksToConfirm(shared, "friend@clinic.example");
    confirms(shared, "de@clinic.example");

    // a friend holds the link of one trial, and asked for a letter before it was put there
    assertThat(form("/keep/ask", shared.cookie(), "").status()).isEqualTo(403);
    assertThat(form("/keep/email", shared.cookie(), "email=friend@clinic.example").status())
        .isEqualTo(403);
    assertThat(form("/keep/email/forget", shared.cookie(), "").status()).isEqualTo(403);
    assertThat(form(early, shared.cookie(), "").status()).isEqualTo(404);
    assertThat(email(shared)).contains("de@clinic.example");
    assertThat(served.get("/keep", "Cookie", shared.cookie()).body())
        .doesNotContain("de@clinic.example", first.id());
  }

  @Test
  void a_trial_that_somebody_else_can_sign_in_to_is_not_put_beside_those_of_an_address() {
    OnTrial theirs = begins();
    confirms(theirs, "fr@clinic.example");
    OnTrial bait = begins();
    UUID strangers = accounts().of(bait.journey());
    accounts()
        .add(
            new SqlPasskeys.Kept(
                "c", strangers, "phone", "k", 0, clock.instant(), Optional.empty()),
            Also.NOTHING);
    confirms(bait, "fr@clinic.example");

    assertThat(accounts().of(bait.journey())).isEqualTo(strangers);
    assertThat(accounts().trials(strangers)).hasSize(1);
    // both open by the address: the letter lets its owner choose
    assertThat(today(signsIn("fr@clinic.example", theirs), theirs)).isTrue();
    assertThat(today(signsIn("fr@clinic.example", bait), bait)).isTrue();
  }

  @Test
  void only_who_is_signed_in_and_says_so_puts_a_trial_beside_theirs() {
    OnTrial theirs = begins();
    UUID account = accounts().of(theirs.journey());
    String session = session(account);
    OnTrial fresh = begins();

    served.get("/keep", "Cookie", session + "; " + fresh.cookie());
    assertThat(accounts().trials(account)).hasSize(1);
    form("/keep/bring", fresh.cookie(), "");
    assertThat(accounts().trials(account)).hasSize(1);
    form("/keep/bring", session + "; " + fresh.cookie(), "");
    assertThat(accounts().trials(account)).hasSize(2);
  }

  @Test
  void a_strangers_link_does_not_take_the_place_of_a_trial_that_a_device_is_signed_in_to() {
    OnTrial person = begins();
    String session = session(accounts().of(person.journey()));
    OnTrial stranger = begins();

    Served.Answer asked =
        served.get("/j/" + stranger.id() + "/" + stranger.key(), "Cookie", session);

    assertThat(asked.status()).isEqualTo(200);
    assertThat(cookie(asked, "journey")).isEmpty();
    String both = session + "; " + stranger.cookie();
    assertThat(served.get("/keep", "Cookie", both).body()).contains("href=\"/trials\"");
    assertThat(form("/trials", both, "trial=" + person.id()).header("Location"))
        .isEqualTo("/today");
  }

  @Test
  void who_is_signed_in_is_counted_as_themselves_and_not_with_their_address() {
    served.close();
    served = Served.in(folder, clock, c -> c.withRateLimits().withMail(Served.NOBODYS_MAIL));
    practice = served.server().practice();
    String one = session(accounts().of(UUID.fromString(begins().id())));
    String other = session(accounts().of(UUID.fromString(begins().id())));

    assertThat(untilRefused("/keep/email", "")).isEqualTo(10);
    assertThat(untilRefused("/keep/email", one)).isEqualTo(10);
    assertThat(untilRefused("/keep/email", other)).isEqualTo(10);
  }

  /** How often a form may be sent, up to a bound, before it is too much. */
  private int untilRefused(String path, String cookies) {
    int sent = 0;
    while (sent < 50 && form(path, cookies, "email=none").status() != 429) {
      sent++;
    }
    return sent;
  }

  @Test
  void a_mailbox_is_not_flooded_however_many_trials_ask() {
    String to = "flooded@clinic.example";
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < SqlAccounts.LETTERS_AN_HOUR + 2; i++) {
      answers.add(form("/keep/email", begins().cookie(), "email=" + to).status());
    }

    assertThat(answers).startsWith(200, 200, 200, 200).endsWith(429, 429);
    OnTrial one = begins();
    for (int hour = 0; hour < 5; hour++) {
      clock.goOn(Duration.ofHours(1));
      for (int i = 0; i < SqlAccounts.LETTERS_AN_HOUR; i++) {
        answers.add(form("/keep/email", one.cookie(), "email=" + to).status());
      }
    }
    assertThat(answers.stream().filter(status -> status == 200).count())
        .isEqualTo(SqlAccounts.LETTERS_A_DAY);
    clock.goOn(Duration.ofDays(1));
    assertThat(form("/keep/email", begins().cookie(), "email=" + to).status()).isEqualTo(200);
  }

  @Test
  void letters_to_confirm_that_strangers_ask_for_use_up_no_way_to_sign_in() {
    OnTrial person = begins();
    confirms(person, "pt@clinic.example");
    for (int i = 0; i < SqlAccounts.LETTERS_AN_HOUR; i++) {
      form("/keep/email", begins().cookie(), "email=pt@clinic.example");
    }

    int before = letters("pt@clinic.example").size();
    Served.Answer asked = form("/sign-in/letter", "", "email=pt@clinic.example");

    assertThat(letters("pt@clinic.example")).hasSize(before + 1);
    assertThat(asked.body()).contains("at most 4 an hour").doesNotContain("is on its way");
  }

  @Test
  void signing_in_is_answered_alike_once_enough_letters_went_there() {
    OnTrial person = begins();
    confirms(person, "nz@clinic.example");
    String body = form("/sign-in/letter", "", "email=nobody@clinic.example").body();

    for (int i = 0; i < SqlAccounts.LETTERS_AN_HOUR + 2; i++) {
      Served.Answer answer = form("/sign-in/letter", "", "email=nz@clinic.example");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(body);
    }
  }

  @Test
  void a_link_to_sign_in_works_once_and_not_after_a_quarter_of_an_hour() {
    OnTrial person = begins();
    confirms(person, "it@clinic.example");

    String once = asksToSignIn("it@clinic.example");
    assertThat(cookie(form(once, "", ""), "person")).isNotEmpty();
    Served.Answer again = form(once, "", "");
    assertThat(again.status()).isEqualTo(404);
    assertThat(cookie(again, "person")).isEmpty();

    String late = asksToSignIn("it@clinic.example");
    clock.goOn(Accounts.LINK_LASTS);
    assertThat(form(late, "", "").status()).isEqualTo(404);
  }

  @Test
  void signing_in_takes_no_session_that_was_planted_and_ends_the_one_before() {
    OnTrial person = begins();
    confirms(person, "es@clinic.example");
    String planted = "person=" + "A".repeat(43);
    String first = cookie(form(asksToSignIn("es@clinic.example"), planted, ""), "person");
    String second = cookie(form(asksToSignIn("es@clinic.example"), first, ""), "person");

    assertThat(first).isNotEqualTo(planted).isNotEqualTo(second);
    assertThat(today(planted, person)).isFalse();
    assertThat(today(first, person)).isFalse();
    assertThat(today(second, person)).isTrue();
  }

  @Test
  void a_new_private_link_leaves_the_old_one_dead_everywhere() {
    OnTrial person = begins();
    Served.Answer replaced = form("/keep/link", person.cookie(), "");
    String fresh = cookie(replaced, "journey");
    String key = fresh.substring(fresh.indexOf('.') + 1);

    assertThat(key).isNotEqualTo(person.key());
    assertThat(served.get("/j/" + person.id() + "/" + person.key()).status()).isEqualTo(404);
    assertThat(today(person.cookie(), person)).isFalse();
    assertThat(
            served
                .get(
                    "/api/v1/journeys/" + person.id() + "/today",
                    "Authorization",
                    "Bearer " + person.key())
                .status())
        .isEqualTo(404);
    assertThat(today(fresh, person)).isTrue();
    assertThat(served.get("/keep", "Cookie", fresh).body())
        .contains("/j/" + person.id() + "/" + key)
        .doesNotContain(person.key());
    assertThat(served.get("/privacy-settings", "Cookie", fresh).body())
        .contains("made a new private link");
  }

  @Test
  void erasing_a_trial_takes_its_person_off_the_waiting_list_and_nobody_else() {
    OnTrial person = begins();
    confirms(person, "se@clinic.example");
    String wish =
        "from=2026-11-24&to=2026-11-30&day=1&earliest=08:00&latest=18:00&practitioner=anyone"
            + "&name=Ana&email=";
    assertThat(form("/wait/first-visit", "", wish + "SE@clinic.example").status()).isEqualTo(303);
    assertThat(form("/wait/first-visit", "", wish + "dk@clinic.example").status()).isEqualTo(303);

    form("/forget", person.cookie(), "sure=yes");

    assertThat(columns("SELECT email || ' ' || name || ' ' || state FROM waiting_person"))
        .containsExactlyInAnyOrder(" - left", "dk@clinic.example Ana waiting");
  }

  @Test
  void over_an_encrypted_way_no_other_host_can_plant_the_cookie_of_a_trial() {
    OnTrial person = begins();
    served.close();
    served = Served.in(folder, clock, c -> c.withTrustedProxies(Set.of("127.0.0.1")));
    practice = served.server().practice();
    String[] encrypted = {"X-Forwarded-Proto", "https"};

    Served.Answer opened =
        served.get("/j/" + person.id() + "/" + person.key(), encrypted[0], encrypted[1]);
    String kept = cookie(opened, "__Host-journey");

    assertThat(kept).isNotEmpty();
    assertThat(exports(kept, encrypted)).isTrue();
    assertThat(exports(person.cookie(), encrypted)).isFalse();
  }

  private boolean exports(String cookie, String... headers) {
    return served.get("/export", "Cookie", cookie, headers[0], headers[1]).status() == 200;
  }

  private Accounts accounts() {
    return practice.people().accounts();
  }

  private Optional<String> email(OnTrial victim) {
    return practice.people().contacts().email(victim.journey());
  }

  private String session(UUID account) {
    return Sessions.Kind.PERSON.cookie().plain()
        + "="
        + practice.people().personSessions().begin(account, new Device("A test")).text();
  }

  private String asksToConfirm(OnTrial victim, String email) {
    assertThat(form("/keep/email", victim.cookie(), "email=" + email).status()).isEqualTo(200);
    return link(letters(email).getLast());
  }

  private void confirms(OnTrial victim, String email) {
    assertThat(form(asksToConfirm(victim, email), victim.cookie(), "").status()).isEqualTo(200);
  }

  private String asksToSignIn(String email) {
    form("/sign-in/letter", "", "email=" + email);
    return link(letters(email).getLast());
  }

  /** The cookies of a device that signs in by a letter and chooses this trial. */
  private String signsIn(String email, OnTrial chosen) {
    String letter = asksToSignIn(email);
    assertThat(served.get(letter).body()).contains(chosen.id());
    Served.Answer answer = form(letter, "", "trial=" + chosen.id());
    return cookie(answer, "person") + "; " + cookie(answer, "trial");
  }

  private static String link(String letter) {
    return letter.replaceAll("(?s).*(/letter/[A-Za-z0-9_-]{43}).*", "$1");
  }

  /** What was written to an address, the oldest first. */
  private List<String> letters(String email) {
    return columns("SELECT plain FROM message WHERE recipient = '" + email + "' ORDER BY rowid");
  }

  /** Whether a device with these cookies sees that very trial. */
  private boolean today(String cookies, OnTrial victim) {
    Served.Answer export = served.get("/export", "Cookie", cookies);
    return export.status() == 200 && export.body().contains(victim.id());
  }
}

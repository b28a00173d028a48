package org.counterpose.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.counterpose.app.OnTrial;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.mail.MailServer;
import org.counterpose.people.Consent;
import org.counterpose.people.Contacts;
import org.counterpose.store.Also;
import org.counterpose.store.SqlConsents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reminders of a running server that arrive at a real mail server. */
@Timeout(120)
class RemindedByLetterTest {

  @TempDir Path folder;
  final SettableClock clock = SettableClock.at("2026-11-26T15:00:00Z"); // ten in New York
  final MailServer mail = MailServer.start();
  Served served;
  OnTrial person;

  @BeforeEach
  void somebodyOnTrial() {
    served = Served.in(folder, clock, configuration -> configuration.withMail(mail.smtp()));
    person = OnTrial.begun(served);
    served
        .server()
        .practice()
        .database()
        .write(
            connection -> {
              SqlConsents.contact(connection, person.journey(), "sam@example.org", clock.instant());
              return Boolean.TRUE;
            });
  }

  @AfterEach
  void close() {
    served.close();
    mail.close();
  }

  @Test
  void a_reminder_comes_at_the_chosen_time_and_one_tap_in_the_letter_stops_them() {
    wants("kind=RATING&channel=MAIL&ratingAt=10:20&quietFrom=23:00&quietTo=07:00");
    clock.goOn(Duration.ofMinutes(21));

    MailServer.Arrived letter = mail.awaitFor("sam@example.org");

    assertThat(letter.text())
        .contains("rating", "one tap", address() + "/today")
        .doesNotContain("pain", "stiff", "back");
    String link = letter.header("List-Unsubscribe").replaceAll("[<>]", "");
    String path = link.substring(address().length());
    assertThat(letter.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    assertThat(letter.text()).contains(link);

    assertThat(served.get(path).body()).contains("<button");
    assertThat(reminders().of(person.journey())).as("looking changes nothing").isPresent();

    assertThat(oneClick(path)).isEqualTo(200);
    assertThat(reminders().of(person.journey())).isEmpty();
    assertThat(
            served
                .server()
                .practice()
                .people()
                .consents()
                .holds(person.journey(), Consent.EMAIL_REMINDERS))
        .isFalse();
    assertThat(oneClick(path)).as("a second time").isEqualTo(200);
    assertThat(served.get(path).status()).as("an older letter, later").isEqualTo(200);
  }

  @Test
  void a_link_that_was_cut_says_that_it_stops_nothing_and_what_to_do() {
    wants("kind=RATING&channel=MAIL&ratingAt=10:20&quietFrom=23:00&quietTo=07:00");

    assertThat(oneClick("/stop/" + "A".repeat(43))).isEqualTo(404);

    assertThat(served.get("/stop/garbage").body())
        .contains("It has stopped nothing", "href=\"/reminders\"")
        .doesNotContain("action=\"/stop");
    assertThat(reminders().of(person.journey())).isPresent();
  }

  @Test
  void what_was_done_before_its_time_is_not_reminded_of() {
    wants("kind=RATING&channel=MAIL&ratingAt=10:20&quietFrom=23:00&quietTo=07:00");
    Planned planned = new Planned(served);
    planned.awaits(person.journey(), 1);
    person.send("/today/rate", "pain=4");
    planned.awaits(person.journey(), 0);
    clock.goOn(Duration.ofMinutes(21));
    person.send("/reminders/test", "");

    MailServer.Arrived letter = mail.awaitFor("sam@example.org");

    assertThat(letter.subject()).startsWith("A test");
    assertThat(mail.arrived()).hasSize(1);
  }

  @Test
  void without_a_confirmed_address_no_letters_can_be_chosen() {
    new Contacts(served.server().practice().database()).forget(person.journey(), Also.NOTHING);

    Served.Answer answer =
        person.send(
            "/reminders", "kind=RATING&channel=MAIL&ratingAt=10:20&quietFrom=23:00&quietTo=07:00");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("no confirmed e-mail address");
    assertThat(reminders().of(person.journey())).isEmpty();
  }

  @Test
  void bad_times_are_all_told_and_nothing_is_kept() {
    Served.Answer answer =
        person.send("/reminders", "ratingAt=25:00&quietFrom=x&quietTo=07:00&stepTime=soon");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("07:30", "20:00", "22:00");
    assertThat(reminders().of(person.journey())).isEmpty();
  }

  @Test
  void a_time_at_which_nothing_could_come_is_told_and_not_kept() {
    String quiet = "&ratingAt=22%3A30&quietFrom=22%3A00&quietTo=07%3A00";

    Served.Answer answer =
        person.send("/reminders", "kind=STEPS&kind=RATING&stepTime=06%3A00" + quiet);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("22:30 lies in your quiet hours", "06:00 lies");
    assertThat(answer.body())
        .as("what was typed stands there still")
        .contains("name=\"ratingAt\" required value=\"22:30\"", "value=\"06:00\"");
    assertThat(person.send("/reminders", "kind=APPOINTMENT" + quiet).status())
        .as("the time for the rating does not matter then")
        .isEqualTo(303);
  }

  @Test
  void erasing_the_trial_erases_its_reminders() {
    wants("kind=RATING&channel=MAIL&ratingAt=10:20&quietFrom=23:00&quietTo=07:00");

    assertThat(person.erase().status()).isEqualTo(204);
    assertThat(reminders().of(person.journey())).isEmpty();
  }

  @Test
  void who_comes_back_is_told_kindly_where_they_were() {
    clock.goOn(Duration.ofDays(3));

    assertThat(person.open("/today").body())
        .contains("You have not logged since Thursday. Start with this one step.");
  }

  @Test
  void the_key_of_the_links_is_for_the_owner_alone() throws Exception {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("links.key"))))
        .isEqualTo("rw-------");
  }

  private String address() {
    return served.server().practice().people().address().get().toString();
  }

  private Reminders reminders() {
    return served.server().practice().reminders();
  }

  private void wants(String form) {
    Served.Answer answer = person.send("/reminders", form.replace(":", "%3A"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
  }

  /** As a mail service does it: from nowhere, without a cookie. */
  private int oneClick(String path) {
    return served.sendForm("", path, "List-Unsubscribe=One-Click").status();
  }
}

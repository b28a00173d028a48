package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.counterpose.app.Served;
import org.counterpose.mail.MailServer;
import org.counterpose.people.Accounts;
import org.counterpose.store.PersonalData;
import org.junit.jupiter.api.Test;

class PersonsKeepTheirTrialTest extends InTheBrowser {

  @Test
  void a_person_adds_a_passkey_and_opens_the_trial_without_its_link() {
    Trial trial = Trial.begunNow(served, clock);
    String address = served.server().practice().people().address().get().toString();
    try (Authenticator phone = new Authenticator(chromium, address, 390, 844)) {
      phone.open(trial.link()).open("/keep").look("91-keep");
      phone.tap("form[action='/keep/passkeys'] button");
      phone.page().locator("form[action='/keep/passkeys/remove']").waitFor();
      phone.look("91-keep-with-passkey");
      phone.page().context().clearCookies();
      phone.open("/today");
      assertThat(phone.page().url()).isEqualTo(address + "/");

      phone.open("/sign-in").look("91-sign-in").tap("form[data-passkey] button");
      phone.page().waitForURL("**/today");
      assertThat(phone.cookie("person")).isNotEmpty();
      assertThat(phone.cookie("journey")).isEmpty();
      phone.open("/keep").look("91-keep-signed-in");
      assertThat(phone.page().content()).doesNotContain("/j/");

      phone.open("/privacy-settings").look("91-devices");
      assertThat(phone.page().locator("#devices ~ [data-waiting=leaving]").count())
          .as("where what waits would be lost with the device, it is told")
          .isEqualTo(1);
      assertThat(phone.page().content()).contains("This device", "added a passkey");
      phone.tap("form[action='/privacy-settings/devices/end'] button");
      phone.page().locator("[data-gone=all]").waitFor();
      assertThat(phone.open("/today").page().url()).isEqualTo(address + "/");
    }
  }

  @Test
  void who_came_to_where_passkeys_do_not_work_goes_with_the_trial_to_where_they_do() {
    Trial trial = Trial.begunNow(served, clock);
    String address = served.server().practice().people().address().get().toString();
    try (Authenticator phone = new Authenticator(chromium, served.address(), 390, 844)) {
      phone.open(trial.link()).open("/keep").look("91-keep-elsewhere");
      assertThat(phone.page().locator("form[data-passkey] button").isDisabled()).isTrue();

      phone.tap("[data-elsewhere] a");
      phone.page().waitForURL(address + "/keep");
      phone.tap("form[action='/keep/passkeys'] button");

      phone.page().locator("form[action='/keep/passkeys/remove']").waitFor();
      assertThat(phone.page().url()).isEqualTo(address + "/keep");
    }
  }

  @Test
  void a_confirmed_address_opens_the_trial_by_a_link_that_works_once_in_a_quarter_of_an_hour() {
    try (MailServer mail = MailServer.start()) {
      served.close();
      served =
          Served.in(
              folder.resolve(UUID.randomUUID().toString()), clock, c -> c.withMail(mail.smtp()));
      Trial trial = Trial.begunNow(served, clock);
      Served.Answer entered = served.get(trial.link());
      String[] held = {"Cookie", entered.header("Set-Cookie").split(";")[0]};
      assertThat(form("/keep/email", "email=ana@clinic.example%0d%0aBcc:x@y.z", held).status())
          .isEqualTo(422);
      assertThat(form("/keep/email", "email=Ana@Clinic.example", held).status()).isEqualTo(200);
      String confirm = link(mail.awaitFor("ana@clinic.example"));

      assertThat(served.get(confirm).status()).isEqualTo(200);
      assertThat(contact(trial)).isEmpty(); // a scanner that only opens it confirms nothing
      assertThat(form(confirm, "", held).header("Set-Cookie")).isEmpty();
      assertThat(contact(trial)).isEqualTo("ana@clinic.example");
      assertThat(form(confirm, "", held).status()).isEqualTo(404);
      assertThat(served.get("/privacy-settings", held).body())
          .contains("confirmed an e-mail address");

      Served.Answer known = form("/sign-in/letter", "email=ana@clinic.example");
      Served.Answer unknown = form("/sign-in/letter", "email=eve@clinic.example");
      assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(200);
      assertThat(known.body()).isEqualTo(unknown.body());
      String open = link(mail.await(2).getLast());
      Served.Answer signedIn = form(open, "");
      assertThat(signedIn.header("Location")).endsWith("/today");
      String session =
          signedIn.response().headers().allValues("Set-Cookie").stream()
              .filter(cookie -> cookie.startsWith("person=") && !cookie.startsWith("person=;"))
              .findFirst()
              .orElseThrow();
      assertThat(session).contains("HttpOnly", "SameSite=Lax");
      assertThat(served.get("/today", "Cookie", session.split(";")[0]).status()).isEqualTo(200);
      assertThat(form(open, "").status()).isEqualTo(404);
      assertThat(mail.arrivedFor("eve@clinic.example")).isEmpty();

      form("/sign-in/letter", "email=ana@clinic.example");
      String late = link(mail.await(3).getLast());
      clock.goOn(Accounts.LINK_LASTS.plus(Duration.ofSeconds(1)));
      assertThat(form(late, "").status()).isEqualTo(404);

      new PersonalData(served.server().practice().database()).erase(trial.id());
      String over = session.split(";")[0];
      assertThat(served.get("/today", "Cookie", over).header("Location")).isEqualTo("/");
      assertThat(served.get("/", "Cookie", over).body())
          .contains("/sign-in")
          .doesNotContain("You have a trial running", "not known here");
    }
  }

  private String contact(Trial trial) {
    return served.server().practice().people().contacts().email(trial.id()).orElse("");
  }

  private static String link(MailServer.Arrived letter) {
    return letter.text().replaceAll("(?s).*(/letter/[A-Za-z0-9_-]{43}).*", "$1");
  }

  private Served.Answer form(String path, String fields, String... headers) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/x-www-form-urlencoded";
    return served.send("POST", path, fields.getBytes(StandardCharsets.UTF_8), all);
  }
}

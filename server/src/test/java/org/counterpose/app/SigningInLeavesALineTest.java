package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.people.Device;
import org.counterpose.people.HeldKey;
import org.counterpose.people.People;
import org.counterpose.people.SignedIn;
import org.counterpose.people.Staff;
import org.counterpose.store.Also;
import org.counterpose.store.AuditLine;
import org.counterpose.store.SqlConsents;
import org.counterpose.store.SqlPasskeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes how somebody gets in is told of in the trail. */
class SigningInLeavesALineTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:15:00Z");

  @TempDir Path folder;
  private Served served;
  private People people;

  @BeforeEach
  void start() {
    served = Served.in(folder, new SettableClock(NOON));
    people = served.server().practice().people();
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void staff_who_add_or_remove_a_passkey_or_sign_a_device_out() {
    String cookie = SignedIn.administrator(served.server().practice());
    Staff staff = people.team().all().getFirst();
    people.team().add(staff, passkey("first", staff.id()));
    people.team().add(staff, passkey("second", staff.id()));
    people.sessions().begin(staff.id(), new Device("An old phone"));

    post(cookie, "/staff/account/passkeys/remove", Map.of("passkey", "second"));
    post(cookie, "/staff/account/devices/end", Map.of("device", "others"));
    // of these there is nothing to tell
    post(cookie, "/staff/account/passkeys/remove", Map.of("passkey", "first"));
    post(cookie, "/staff/account/devices/end", Map.of("device", "others"));

    List<AuditLine> lines = people.audit().latest(9);
    assertThat(lines)
        .extracting(AuditLine::what)
        .containsExactlyInAnyOrder(
            "passkey-added", "passkey-added", "passkey-removed", "signed-out");
    assertThat(lines).allMatch(line -> line.staff().equals(Optional.of(staff.id())));
  }

  @Test
  void a_person_reads_what_they_changed_in_each_trial_that_it_opens() {
    HeldKey first = begins();
    HeldKey second = begins();
    UUID account = people.accounts().of(id(first));
    assertThat(people.accounts().bring(id(second), account)).isTrue();
    people.accounts().add(passkey("phone", account), Also.NOTHING);
    String signedIn =
        "person=" + people.personSessions().begin(account, new Device("A phone")).text();
    people.personSessions().begin(account, new Device("An old phone"));
    confirm(id(first), "ana@person.example");
    String cookie = HeldKey.COOKIE.plain() + "=" + first.written() + "; " + signedIn;

    post(cookie, "/keep/passkeys/remove", Map.of("passkey", "phone"));
    post(cookie, "/keep/passkeys/remove", Map.of("passkey", "phone"));
    post(cookie, "/privacy-settings/devices/end", Map.of("device", "others"));
    post(cookie, "/keep/email/forget", Map.of());
    post(cookie, "/keep/email/forget", Map.of());

    assertThat(told(first))
        .containsExactlyInAnyOrder("passkey-removed", "signed-out", "address-removed");
    assertThat(told(second)).containsExactlyInAnyOrder("passkey-removed", "signed-out");
    assertThat(served.get("/privacy-settings", "Cookie", cookie).body())
        .contains("removed a passkey", "signed out a device", "removed the e-mail address");
  }

  private List<String> told(HeldKey trial) {
    return people.audit().of(id(trial)).stream().map(AuditLine::what).toList();
  }

  private void confirm(UUID journey, String email) {
    served
        .server()
        .practice()
        .database()
        .write(
            connection -> {
              SqlConsents.contact(connection, journey, email, NOON);
              return Boolean.TRUE;
            });
  }

  private void post(String cookie, String path, Map<String, String> form) {
    assertThat(served.sendForm(cookie, path, form).status()).as(path).isIn(303, 409);
  }

  private HeldKey begins() {
    String body = served.post("/api/v1/journeys", Checked.stiffAtTheDesk().journey()).body();
    return new HeldKey(text(body, "id"), text(body, "key"));
  }

  private static UUID id(HeldKey trial) {
    return UUID.fromString(trial.id());
  }

  private static String text(String json, String field) {
    return json.replaceAll("(?s).*\"" + field + "\":\\s*\"([^\"]+)\".*", "$1");
  }

  private static SqlPasskeys.Kept passkey(String credential, UUID owner) {
    return new SqlPasskeys.Kept(credential, owner, "phone", "k", 0, NOON, Optional.empty());
  }
}

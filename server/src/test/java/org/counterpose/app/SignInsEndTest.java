package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.counterpose.people.Device;
import org.counterpose.people.People;
import org.counterpose.people.Secret;
import org.counterpose.people.Sessions;
import org.counterpose.people.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a sign-in lasts: left alone, and at most. */
class SignInsEndTest {

  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  @TempDir Path folder;
  private final SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");
  private Served served;

  @BeforeEach
  void start() {
    served = Served.in(folder, clock);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void staff_are_signed_out_after_an_hour_without_a_word() {
    String staff = SignedIn.practitioner(served.server().practice());
    clock.goOn(Duration.ofMinutes(60).minus(A_MOMENT));
    assertThat(staysIn(staff, "/staff")).isTrue();
    clock.goOn(Duration.ofMinutes(60).minus(A_MOMENT));
    assertThat(staysIn(staff, "/staff")).isTrue();

    clock.goOn(Duration.ofMinutes(60));

    assertThat(staysIn(staff, "/staff")).isFalse();
  }

  @Test
  void staff_are_signed_out_after_twelve_hours_however_busy() {
    String staff = SignedIn.practitioner(served.server().practice());
    for (int i = 1; i < 24; i++) {
      clock.goOn(Duration.ofMinutes(30));
      assertThat(staysIn(staff, "/staff")).as("after %s half hours", i).isTrue();
    }

    clock.goOn(Duration.ofMinutes(30));

    assertThat(staysIn(staff, "/staff")).isFalse();
  }

  @Test
  void a_person_is_signed_out_after_ninety_days_without_a_word() {
    String person = signedIn();
    clock.goOn(Duration.ofDays(90).minus(A_MOMENT));
    assertThat(staysIn(person, "/trials")).isTrue();
    clock.goOn(Duration.ofDays(90).minus(A_MOMENT));
    assertThat(staysIn(person, "/trials")).isTrue();

    clock.goOn(Duration.ofDays(90));

    assertThat(staysIn(person, "/trials")).isFalse();
  }

  @Test
  void a_person_is_signed_out_after_a_year_however_often_they_come() {
    String person = signedIn();
    for (int days = 73; days < 365; days += 73) {
      clock.goOn(Duration.ofDays(73));
      assertThat(staysIn(person, "/trials")).as("after %s days", days).isTrue();
    }

    clock.goOn(Duration.ofDays(73));

    assertThat(staysIn(person, "/trials")).isFalse();
  }

  @Test
  void what_waits_on_a_device_whose_sign_in_is_over_can_be_removed_without_signing_in() {
    String person = signedIn();
    clock.goOn(Duration.ofDays(90));
    assertThat(staysIn(person, "/trials")).isFalse();

    Served.Answer asked = served.get("/leave", "Cookie", person);

    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.body()).contains("data-waiting=\"leaving\"", "action=\"/leave\"");
  }

  private boolean staysIn(String cookie, String page) {
    return served.get(page, "Cookie", cookie).status() == 200;
  }

  private String signedIn() {
    String begun = served.post("/api/v1/journeys", Checked.stiffAtTheDesk().journey()).body();
    People people = served.server().practice().people();
    UUID account =
        people
            .accounts()
            .of(UUID.fromString(begun.replaceAll("(?s).*\"id\":\\s*\"([^\"]+)\".*", "$1")));
    Secret secret = people.personSessions().begin(account, new Device("A phone"));
    return Sessions.Kind.PERSON.cookie().plain() + "=" + secret.text();
  }
}

package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.counterpose.people.Device;
import org.counterpose.people.HeldKey;
import org.counterpose.people.People;
import org.counterpose.people.SignedIn;
import org.counterpose.practice.Practice;
import org.counterpose.store.Also;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody in Berlin with a clinic in New York: each page says whose clock it tells the time by.
 */
class ClocksOnPagesTest {

  @TempDir Path folder;
  private Served served;
  private Practice practice;
  private HeldKey ana;

  @BeforeEach
  void start() {
    served = Served.in(folder, SettableClock.at("2026-11-23T12:15:00Z"));
    practice = served.server().practice();
    String body =
        served
            .post(
                "/api/v1/journeys",
                Checked.stiffAtTheDesk().journey().replace("America/New_York", "Europe/Berlin"))
            .body();
    ana = new HeldKey(text(body, "id"), text(body, "key"));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void a_person_reads_on_their_own_clock_when_devices_were_used_and_what_was_seen() {
    People people = practice.people();
    UUID account = people.accounts().of(UUID.fromString(ana.id()));
    people.personSessions().begin(account, new Device("A phone"));
    people.personSessions().begin(account, new Device("A desk"));
    shares();
    served.get("/staff/people/" + ana.id(), "Cookie", SignedIn.practitioner(practice));

    String page =
        served
            .get("/privacy-settings", "Cookie", HeldKey.COOKIE.plain() + "=" + ana.written())
            .body();

    assertThat(page)
        .contains("Last used 23 November, 13:15", "23 November 2026, 13:15", "(Berlin)")
        .doesNotContain("12:15", "07:15", "UTC");
  }

  @Test
  void staff_read_on_the_clinics_clock_where_they_are_signed_in() {
    String cookie = SignedIn.practitioner(practice);
    UUID id = practice.people().team().all().getFirst().id();
    practice.people().sessions().begin(id, new Device("A tablet"));

    assertThat(served.get("/staff/account", "Cookie", cookie).body())
        .contains("Last used 23 November, 07:15", "(New York)")
        .doesNotContain("12:15", "UTC");
  }

  @Test
  void staff_read_what_a_person_did_on_the_persons_clock_and_visits_on_the_clinics() {
    shares();
    served.post(
        "/api/v1/appointments",
        """
        {"practitioner":"chiropractor","service":"first-visit","name":"Ana",
         "email":"ana@person.example","start":"2026-11-24T09:00:00-05:00",
         "journey":"%s","share":true}
        """
            .formatted(ana.id()),
        "Idempotency-Key",
        "one",
        "Authorization",
        "Bearer " + ana.key());

    String page =
        served
            .get("/staff/people/" + ana.id(), "Cookie", SignedIn.practitioner(practice))
            .body()
            .replaceAll("\\s+", " ");

    List<String> clocks = List.of("Central European", "Eastern");
    assertThat(page).contains("Tue 24 Nov, 09:00", "Mon 23 Nov, 13:15").contains(clocks);
    assertThat(page.indexOf("(New York)")).isGreaterThan(page.indexOf("Tue 24 Nov, 09:00"));
    assertThat(page.indexOf("(Berlin)"))
        .isBetween(page.indexOf("(New York)"), page.indexOf("Mon 23 Nov, 13:15"));
  }

  private void shares() {
    practice
        .list()
        .share(
            practice.journeys().shared(UUID.fromString(ana.id())).orElseThrow(),
            "main",
            "Ana",
            Also.NOTHING);
  }

  private static String text(String json, String field) {
    return json.replaceAll("(?s).*\"" + field + "\":\\s*\"([^\"]+)\".*", "$1");
  }
}

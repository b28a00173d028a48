package org.counterpose.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.counterpose.app.OnTrial;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.people.Consent;
import org.counterpose.push.PushService;
import org.counterpose.store.KeptSubscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reminders of a running server that arrive at a browser's real push service. */
@Timeout(120)
class RemindedOnADeviceTest {

  private static final String TIMES = "ratingAt=10%3A20&quietFrom=23%3A00&quietTo=07%3A00";

  @TempDir Path folder;
  final SettableClock clock = SettableClock.at("2026-11-26T15:00:00Z"); // ten in New York
  final PushService service = PushService.start();
  Served served;
  OnTrial person;

  @BeforeEach
  void somebodyOnTrial() {
    served = Served.in(folder, clock, configuration -> configuration.withReach(service.reach()));
    person = OnTrial.begun(served);
  }

  @AfterEach
  void close() {
    served.close();
    service.close();
  }

  @Test
  void a_reminder_comes_to_the_device_with_calm_words_and_one_tap_on_it_stops_them() {
    assertThat(add(service.subscribed(person.journey())).status()).isEqualTo(303);
    assertThat(holds()).isTrue();
    assertThat(person.send("/reminders", "kind=RATING&" + TIMES).status()).isEqualTo(303);
    clock.goOn(Duration.ofMinutes(21));

    String text = service.await().text();

    assertThat(text)
        .contains("rating", "one tap")
        .doesNotContainIgnoringCase("pain")
        .doesNotContainIgnoringCase("stiff")
        .doesNotContainIgnoringCase("back\"");
    String stop = text.replaceAll("(?s).*\"stop\":\"(/stop/[\\w-]{43})\".*", "$1");
    assertThat(served.send("POST", stop, new byte[0]).status()).isEqualTo(200);
    assertThat(reminders().of(person.journey())).isEmpty();
    assertThat(reminders().devices(person.journey())).isEmpty();
    assertThat(holds()).isFalse();
  }

  @Test
  void a_test_comes_at_once_to_every_device() {
    KeptSubscription phone = service.subscribed(person.journey());
    KeptSubscription desk = service.subscribed(person.journey());
    add(phone);
    add(desk);
    add(phone); // tapped once more

    assertThat(person.send("/reminders/test", "").status()).isEqualTo(303);

    assertThat(new String[] {service.await().endpoint(), service.await().endpoint()})
        .allSatisfy(
            endpoint -> assertThat(phone.endpoint() + " " + desk.endpoint()).contains(endpoint));
    assertThat(reminders().devices(person.journey())).hasSize(2);
  }

  @Test
  void taking_the_agreement_back_forgets_the_device_and_what_waits_for_it() {
    add(service.subscribed(person.journey()));
    person.send("/reminders", "kind=RATING&" + TIMES);
    new Planned(served).awaits(person.journey(), 1);

    assertThat(person.send("/privacy-settings/withdraw", "kind=PUSH_REMINDERS").status())
        .isEqualTo(303);

    assertThat(reminders().devices(person.journey())).isEmpty();
    assertThat(holds()).isFalse();
    clock.goOn(Duration.ofMinutes(21));
    add(service.subscribed(person.journey()));
    person.send("/reminders/test", "");
    assertThat(service.await().text()).as("and nothing before it").contains("A test from");
  }

  @Test
  void the_last_device_that_is_taken_off_ends_the_agreement() {
    add(service.subscribed(person.journey()));
    String page = person.open("/reminders").body();
    String id = page.replaceAll("(?s).*name=\"device\" value=\"([0-9a-f-]{36})\".*", "$1");

    assertThat(person.send("/reminders/devices/remove", "device=" + id).status()).isEqualTo(303);

    assertThat(reminders().devices(person.journey())).isEmpty();
    assertThat(holds()).isFalse();
  }

  @Test
  void what_leads_into_a_network_or_is_too_much_is_refused() {
    KeptSubscription real = service.subscribed(person.journey());
    for (String endpoint :
        new String[] {"https://10.0.0.1/x", "http://localhost/x", "https://[::1]/x", "", "x"}) {
      Served.Answer answer =
          person.send("/reminders/devices", form(endpoint, real.p256dh(), real.auth()));
      assertThat(answer.status()).as(endpoint).isEqualTo(422);
    }
    assertThat(reminders().devices(person.journey())).isEmpty();
    for (int i = 0; i < Reminders.MOST_DEVICES; i++) {
      assertThat(add(service.subscribed(person.journey())).status()).isEqualTo(303);
    }
    assertThat(add(service.subscribed(person.journey())).body()).contains("At most 5 devices");
  }

  @Test
  void twenty_tests_in_ten_minutes_are_enough() {
    served.close();
    served =
        Served.in(
            folder,
            clock,
            configuration -> configuration.withReach(service.reach()).withRateLimits());
    person = new OnTrial(served, person.id(), person.key());
    for (int i = 0; i < 20; i++) {
      assertThat(person.send("/reminders/test", "").status()).isEqualTo(422);
    }
    assertThat(person.send("/reminders/test", "").status()).isEqualTo(429);
  }

  @Test
  void without_script_nothing_is_offered_that_would_not_work() {
    assertThat(person.open("/reminders").body())
        .containsPattern("<section class=\"card\" aria-labelledby=\"devices\" hidden>")
        .contains("action=\"/reminders/feed\"");
  }

  @Test
  void the_persons_record_names_the_device_and_erasing_forgets_it() {
    KeptSubscription device = service.subscribed(person.journey());
    add(device);

    assertThat(person.open("/export").body())
        .contains("\"push_subscription\"", "\"device\"")
        .doesNotContain(device.endpoint());
    assertThat(person.erase().status()).isEqualTo(204);
    assertThat(reminders().devices(person.journey())).isEmpty();
  }

  private boolean holds() {
    return served
        .server()
        .practice()
        .people()
        .consents()
        .holds(person.journey(), Consent.PUSH_REMINDERS);
  }

  private Reminders reminders() {
    return served.server().practice().reminders();
  }

  private Served.Answer add(KeptSubscription device) {
    return person.send(
        "/reminders/devices", form(device.endpoint(), device.p256dh(), device.auth()));
  }

  private static String form(String endpoint, String p256dh, String auth) {
    return "endpoint="
        + URLEncoder.encode(endpoint, StandardCharsets.UTF_8)
        + "&p256dh="
        + p256dh
        + "&auth="
        + auth;
  }
}

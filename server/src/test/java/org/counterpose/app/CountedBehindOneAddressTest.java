package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterpose.people.HeldKey;
import org.counterpose.people.KnownDevices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clinic behind one address and a proxy that speaks TLS, as it is run. */
class CountedBehindOneAddressTest {

  private static final int TOO_MANY = 429;
  private static final int MESSAGES = 20;
  private static final int QUESTIONS = 1200;

  @TempDir Path folder;
  private Served served;

  @BeforeEach
  void start() {
    served =
        Served.in(
            folder,
            SettableClock.at("2026-11-23T12:15:00Z"),
            c -> c.withRateLimits().withTrustedProxies(Set.of("127.0.0.1")));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void a_person_with_a_private_link_alone_is_counted_as_themselves_over_tls() {
    String one = begins();
    String another = begins();
    for (int i = 0; i < MESSAGES; i++) {
      assertThat(post("/clinic/ask", one)).isNotEqualTo(TOO_MANY);
    }

    assertThat(post("/clinic/ask", one)).isEqualTo(TOO_MANY);
    assertThat(post("/clinic/ask", another)).isNotEqualTo(TOO_MANY);
    assertThat(post("/clinic/ask", "")).isNotEqualTo(TOO_MANY);
  }

  @Test
  void a_key_under_the_name_that_anybody_can_plant_is_not_believed_over_tls() {
    String planted = begins().replace("__Host-", "");
    for (int i = 0; i < MESSAGES; i++) {
      post("/clinic/ask", "");
    }

    assertThat(post("/clinic/ask", planted)).isEqualTo(TOO_MANY);
  }

  @Test
  void who_fills_the_staffs_door_locks_out_no_device_that_signed_in_before() {
    KnownDevices devices = served.server().practice().people().knownDevices();
    String known = KnownDevices.COOKIE.name(true) + "=" + devices.sign(Optional.empty());
    for (int i = 0; i < QUESTIONS; i++) {
      post("/staff/sign-in/ask", "");
    }
    String person = begins();

    assertThat(post("/staff/sign-in/ask", "")).isEqualTo(TOO_MANY);
    assertThat(post("/staff/sign-in/ask", known)).isEqualTo(200);
    assertThat(post("/staff/sign-in", known)).isEqualTo(422);
    assertThat(post("/staff/sign-in", "")).isEqualTo(422);
    assertThat(post("/staff/sign-in/ask", person)).isEqualTo(200);
    for (String forged :
        List.of(known.replaceAll("=.{6}", "=AAAAAA"), known + "A", "__Host-known-device=x.")) {
      assertThat(post("/staff/sign-in/ask", forged)).as(forged).isEqualTo(TOO_MANY);
    }
  }

  private String begins() {
    String body = served.post("/api/v1/journeys", Checked.stiffAtTheDesk().journey()).body();
    return HeldKey.COOKIE.name(true)
        + "="
        + new HeldKey(text(body, "id"), text(body, "key")).written();
  }

  private int post(String path, String cookie) {
    return served
        .send(
            "POST",
            path,
            "text=hello".getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-For",
            "192.0.2.1",
            "Cookie",
            cookie)
        .status();
  }

  private static String text(String json, String field) {
    return json.replaceAll("(?s).*\"" + field + "\":\\s*\"([^\"]+)\".*", "$1");
  }
}

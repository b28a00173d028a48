package org.counterpose.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.counterpose.app.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitsTest {

  private final SettableClock clock = SettableClock.at("2026-11-22T12:00:00Z");
  private final RateLimits limits = new RateLimits(clock);

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/screenings, 120",
    "POST, /programmes/mid-back/check/symptoms, 120",
    "POST, /api/v1/journeys, 30",
    "POST, /programmes/mid-back/start, 30",
    "POST, /api/v1/appointments, 30",
    "POST, /book/first-visit/anna/2026-11-23T09:00, 30",
    "DELETE, /api/v1/appointments/abc, 30"
  })
  void so_many_at_once_and_then_one_has_to_wait(String method, String path, int atOnce) {
    for (int i = 0; i < atOnce; i++) {
      assertThat(limits.wait(method, path, "192.0.2.1")).isEmpty();
    }

    assertThat(limits.wait(method, path, "192.0.2.1")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/journeys/", "/api/v1/journey%73", "/api/v1/journey%73/"})
  void another_spelling_of_an_address_counts_as_the_same(String spelling) {
    empty("192.0.2.1");

    assertThat(limits.wait("POST", spelling, "192.0.2.1")).isPresent();
  }

  @Test
  void after_the_wait_that_was_told_one_more_goes_through() {
    Duration wait = empty("192.0.2.1");

    clock.goOn(wait);

    assertThat(limits.wait("POST", "/api/v1/journeys", "192.0.2.1")).isEmpty();
    assertThat(limits.wait("POST", "/api/v1/journeys", "192.0.2.1")).isPresent();
  }

  @Test
  void another_address_does_not_wait() {
    empty("192.0.2.1");

    assertThat(limits.wait("POST", "/api/v1/journeys", "192.0.2.2")).isEmpty();
  }

  @Test
  void addresses_of_one_ipv6_network_count_as_one() {
    empty("2001:db8:1:2:aaaa::1");

    assertThat(limits.wait("POST", "/api/v1/journeys", "2001:db8:1:2:bbbb::9")).isPresent();
    assertThat(limits.wait("POST", "/api/v1/journeys", "2001:db8:1:3::1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7:51234, true",
    "203.0.113.7, ::ffff:203.0.113.7, true",
    "::ffff:203.0.113.7, ::ffff:203.0.113.8, false",
    "2001:DB8:1:2::1, 2001:0db8:0001:2::9, true",
    "2001:db8::1:2:3:4:5, 2001:db8:0:1::9, true",
    "2001:db8::1:2:3:4:5, 2001:db8:0:2::9, false",
    "[2001:db8:1:2::1]:443, 2001:db8:1:2::7, true",
    "fe80::1%eth0, fe80::2%eth1, true",
    "unknown, _hidden, true"
  })
  void a_sender_is_the_same_however_the_address_is_written(String one, String other, boolean same) {
    empty(one);

    assertThat(limits.wait("POST", "/api/v1/journeys", other).isPresent()).isEqualTo(same);
  }

  @Test
  void reading_and_journal_entries_are_not_limited() {
    for (int i = 0; i < 1000; i++) {
      assertThat(limits.wait("GET", "/today", "192.0.2.1")).isEmpty();
      assertThat(limits.wait("POST", "/api/v1/journeys/x/entries", "192.0.2.1")).isEmpty();
    }
  }

  private Duration empty(String address) {
    while (true) {
      Optional<Duration> wait = limits.wait("POST", "/api/v1/journeys", address);
      if (wait.isPresent()) {
        return wait.get();
      }
    }
  }
}

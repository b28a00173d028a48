package org.counterpose.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.counterpose.app.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is known is counted as themselves, wherever they are. */
class LimitsByAccountTest {

  private static final String ADDRESS = "192.0.2.1";

  private final SettableClock clock = SettableClock.at("2026-11-22T12:00:00Z");
  private final RateLimits limits = new RateLimits(clock);

  @ParameterizedTest
  @CsvSource({
    "POST, /sign-in/letter, 240",
    "POST, /keep/email, 10",
    "POST, /staff/sign-in, 1200",
    "POST, /staff/sign-in/ask, 1200",
    "GET, /letter/abc, 600",
    "GET, /j/abc/def, 240",
    "GET, /staff/join/abc, 1200",
    "POST, /programmes/mid-back/ask-clinic, 10",
    "GET, /book/first-visit/anyone/2026-11-24T09:00, 300",
    "HEAD, /book/first-visit/anyone/2026-11-24T09:00, 300",
    "POST, /staff/hand-out, 120",
    "POST, /clinic/ask, 20"
  })
  void what_opens_or_writes_to_somebody_has_a_limit(String method, String path, int atOnce) {
    for (int i = 0; i < atOnce; i++) {
      assertThat(limits.wait(method, path, ADDRESS)).isEmpty();
    }

    assertThat(limits.wait(method, path, ADDRESS)).isPresent();
  }

  /** Nobody need be known to ask for these, so only a limit stands before what they cost. */
  @Test
  void whatever_a_stranger_may_change_has_a_limit() {
    List<AccessTable.Line> open =
        AccessTable.all().stream()
            .filter(line -> !line.method().equals("GET"))
            .filter(line -> line.access() == Access.EVERYONE || line.access() == Access.SECRET_LINK)
            .toList();

    assertThat(open).hasSizeGreaterThan(20);
    assertThat(open).filteredOn(line -> !hasLimit(line)).isEmpty();
  }

  private boolean hasLimit(AccessTable.Line line) {
    RateLimits fresh = new RateLimits(clock);
    fresh.wait(line.method(), line.path().replaceAll("\\{\\w+}", "x"), ADDRESS);
    return !fresh.used().isEmpty();
  }

  @Test
  void persons_and_strangers_at_the_clinics_address_do_not_lock_staff_out() {
    for (String path :
        List.of("/sign-in", "/sign-in/ask", "/sign-in/letter", "/keep/ask", "/letter/abc")) {
      for (int i = 0; i < 1000; i++) {
        limits.wait("POST", path, ADDRESS);
      }
    }

    for (String path : List.of("/staff/sign-in/ask", "/staff/sign-in", "/staff/join/abc")) {
      assertThat(limits.wait("POST", path, ADDRESS)).as(path).isEmpty();
    }
  }

  @Test
  void a_whole_waiting_room_signs_in_by_letter_behind_one_address() {
    for (int person = 0; person < 100; person++) {
      assertThat(limits.wait("POST", "/sign-in/letter", ADDRESS)).isEmpty();
      assertThat(limits.wait("GET", "/letter/" + person, ADDRESS)).isEmpty();
      assertThat(limits.wait("POST", "/letter/" + person, ADDRESS)).isEmpty();
    }
  }

  @Test
  void two_hundred_people_of_one_clinic_do_not_lock_each_other_out() {
    for (int person = 0; person < 200; person++) {
      for (int i = 0; i < 5; i++) {
        assertThat(book("journey " + person)).as("person %s", person).isEmpty();
      }
    }
  }

  @Test
  void a_stranger_who_used_up_an_address_locks_out_nobody_who_is_known_there() {
    while (limits.wait("POST", "/book/x", ADDRESS).isEmpty()) {
      clock.goOn(Duration.ofMillis(1));
    }

    assertThat(book("journey 1")).isEmpty();
    assertThat(book("staff 1")).isEmpty();
  }

  @Test
  void somebody_who_is_known_is_counted_wherever_they_go() {
    for (int i = 0; i < 30; i++) {
      assertThat(wait("journey 1", "192.0.2." + i)).isEmpty();
    }

    assertThat(wait("journey 1", "198.51.100.7")).isPresent();
    assertThat(wait("journey 2", "198.51.100.7")).isEmpty();
  }

  @Test
  void many_trials_of_one_sender_do_not_lift_the_limit() {
    int through = 0;
    for (int trial = 0; trial < 100; trial++) {
      for (int i = 0; i < 30; i++) {
        through += book("journey " + trial).isEmpty() ? 1 : 0;
      }
    }

    assertThat(through).isEqualTo(30 * RateLimits.TOGETHER);
  }

  @Test
  void many_trials_of_one_sender_lock_out_nobody_of_the_staff() {
    for (int trial = 0; trial < 60; trial++) {
      for (int i = 0; i < 30; i++) {
        book("journey " + trial);
      }
    }

    assertThat(book("journey 61")).isPresent();
    assertThat(book("staff 1")).isEmpty();
    assertThat(book("device 1")).isEmpty();
  }

  @Test
  void questions_at_the_staffs_door_use_up_neither_signing_in_nor_joining() {
    while (limits.wait("POST", "/staff/sign-in/ask", ADDRESS).isEmpty()) {
      // until it is used up
    }

    assertThat(limits.wait("POST", "/staff/sign-in", ADDRESS)).isEmpty();
    assertThat(limits.wait("POST", "/staff/join/abc", ADDRESS)).isEmpty();
  }

  @Test
  void what_was_used_is_still_used_after_a_restart_and_fills_up_meanwhile() {
    while (book("journey 1").isEmpty()) {
      // until it is used up
    }
    List<RateLimits.Level> kept = limits.used();
    assertThat(limits.used()).isEmpty();

    RateLimits restarted = new RateLimits(clock);
    restarted.goOn(kept);
    assertThat(restarted.wait("POST", "/book/x", ADDRESS, () -> Optional.of("journey 1")))
        .isPresent();
    assertThat(restarted.wait("POST", "/book/x", ADDRESS, () -> Optional.of("journey 2")))
        .isEmpty();

    clock.goOn(Duration.ofMinutes(1));
    RateLimits later = new RateLimits(clock);
    later.goOn(kept);
    for (int i = 0; i < 3; i++) {
      assertThat(later.wait("POST", "/book/x", ADDRESS, () -> Optional.of("journey 1"))).isEmpty();
    }
    assertThat(later.wait("POST", "/book/x", ADDRESS, () -> Optional.of("journey 1"))).isPresent();
  }

  @Test
  void what_is_kept_tells_no_address_and_no_trial() {
    book("journey 1");
    limits.wait("POST", "/book/x", ADDRESS);

    assertThat(limits.used())
        .hasSize(3)
        .allSatisfy(level -> assertThat(level.sender()).matches("(all:)?[0-9a-f]{64}"));
  }

  private Optional<Duration> book(String account) {
    return wait(account, ADDRESS);
  }

  private Optional<Duration> wait(String account, String address) {
    return limits.wait("POST", "/book/x", address, () -> Optional.of(account));
  }
}

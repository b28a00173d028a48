package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.counterpose.app.Served;
import org.counterpose.journal.Entry;
import org.junit.jupiter.api.Test;

class SessionsAndTheirClockTest extends InTheBrowser {

  @Test
  void a_session_on_a_phone_whose_clock_is_an_hour_ahead_is_kept_with_the_time_of_the_clinic() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      visitor.page().clock().fastForward(Duration.ofHours(1).toMillis());
      visitor.open(trial.link()).open("/step/rolled-towel/morning").tap("[data-start]");
      visitor.waits(Duration.ofSeconds(325));
      visitor.page().waitForURL("**/today");

      Instant now = trial.now();
      assertThat(trial.journey().journal().of(Entry.SessionDone.class))
          .singleElement()
          .satisfies(
              done -> assertThat(done.at().toInstant()).isBetween(now.minusSeconds(30), now));
    }
  }

  @Test
  void a_session_whose_page_was_left_is_told_on_today_until_nobody_can_have_seen_its_end() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/step/rolled-towel/morning").tap("[data-start]");
      visitor.waits(Duration.ofSeconds(10)).open("/today").look("84-begun");
      assertThat(visitor.page().locator("[data-begun]").allInnerTexts())
          .containsExactly("Begun, not finished. Back to it");
      visitor.tap("[data-begun] a");
      visitor.page().locator("[data-player][data-state=running]").waitFor();

      visitor.open("/").waits(Duration.ofHours(1)).open("/today");
      visitor.page().locator("[data-row-name]").first().waitFor();
      assertThat(visitor.page().locator("[data-begun]").count()).isZero();
    }
    assertThat(trial.journey().journal().of(Entry.SessionDone.class)).isEmpty();
  }

  @Test
  void a_session_that_ended_while_its_page_was_closed_is_asked_about_and_not_taken_as_done() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/step/rolled-towel/morning").tap("[data-start]");
      visitor.open("/").waits(Duration.ofMinutes(10)).open("/step/rolled-towel/morning");
      assertThat(visitor.state()).isEqualTo("ended");
      visitor.look("85-ended-away");
      assertThat(visitor.page().locator("[data-seen]").innerText())
          .contains("Its time ran out while this page was closed.");
      assertThat(trial.journey().journal().of(Entry.SessionDone.class)).isEmpty();

      visitor.tap("[data-seen-keep]").page().waitForURL("**/today");
    }
    assertThat(trial.journey().journal().of(Entry.SessionDone.class)).hasSize(1);
  }

  @Test
  void after_a_stop_for_pain_a_page_that_was_open_before_begins_nothing() {
    Trial trial = Trial.begunNow(served, clock);
    clock.goOn(Duration.ofHours(3));
    post(trial, "/step/rolled-towel/morning/stopped", "why=pain");

    Served.Answer answer = post(trial, "/wear/posture-band/first", "action=start");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/worse");
    assertThat(trial.journey().journal().of(Entry.WearStarted.class)).isEmpty();
  }

  private Served.Answer post(Trial trial, String path, String form) {
    return served.send(
        "POST",
        path,
        form.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded",
        "Cookie",
        "journey=" + trial.id() + "." + trial.key());
  }
}

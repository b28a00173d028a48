package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThePlanDayByDayTest {

  @TempDir Path folder;
  private final SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");

  @Test
  void all_weeks_that_are_left_stand_there_with_what_each_day_asks_for() {
    try (Served served = Served.in(folder, clock)) {
      OnTrial person = OnTrial.begun(served);
      assertThat(person.open("/today").body()).contains("href=\"/plan\"");
      assertThat(person.open("/progress").body()).contains("href=\"/plan\"");
      assertThat(person.open("/plan").body())
          .contains(
              "Week 1",
              "Week 2",
              "Week 3",
              "Mon 23 Nov to Sun 29 Nov",
              "Rolled towel",
              "At\u00a007:10, 22:00")
          .doesNotContain("Week 4");

      clock.goOn(Duration.ofDays(8));
      assertThat(person.open("/plan").body()).contains("Week 2").doesNotContain("Week 1<");
    }
  }

  @Test
  void a_plan_that_rests_leads_to_today_which_says_so() {
    try (Served served = Served.in(folder, clock)) {
      OnTrial person = OnTrial.begun(served);
      person.send("/pause", "");

      Served.Answer plan = person.open("/plan");
      assertThat(plan.status()).isEqualTo(303);
      assertThat(plan.header("Location")).isEqualTo("/today");
      assertThat(person.open("/today").body()).doesNotContain("href=\"/plan\"");
    }
  }

  @Test
  void the_welcome_is_said_on_the_first_day_alone() {
    try (Served served = Served.in(folder, clock)) {
      OnTrial person = OnTrial.begun(served);
      assertThat(person.open("/today?begun").body()).contains("Your plan is ready");
      assertThat(person.open("/today").body()).doesNotContain("Your plan is ready");

      clock.goOn(Duration.ofDays(1));
      assertThat(person.open("/today?begun").body()).doesNotContain("Your plan is ready");
    }
  }
}

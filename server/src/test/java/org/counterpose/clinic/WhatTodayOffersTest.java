package org.counterpose.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.counterpose.app.NothingToReport;
import org.counterpose.journal.Adaptation;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
import org.counterpose.screening.Answer;
import org.junit.jupiter.api.Test;

/** What the page of today offers beside the steps, and what it says where none are left. */
class WhatTodayOffersTest extends SharedTrials {

  @Test
  void posture_and_stiffness_are_asked_for_where_the_programme_says_so() {
    Shared back = begins("Ana");
    String rated = rate(back);
    assertThat(rated).contains("href=\"/posture\"", "id=\"stiffness-title\"");

    Programme ankles = practice.library().programme("ankles").orElseThrow();
    Shared ankle =
        begins(
            "Ben",
            "ankles",
            NothingToReport.to(ankles).with("which-ankle", new Answer.Chosen(Set.of("left"))));
    assertThat(rate(ankle)).contains("id=\"stiffness-title\"").doesNotContain("/posture");
    assertThat(served.get("/posture", "Cookie", ankle.cookie()).status()).isEqualTo(404);
  }

  @Test
  void who_is_left_without_any_step_reads_so_and_is_led_to_the_clinic() {
    Shared ana = begins("Ana");
    Programme programme = ana.journey().programme();
    care.adapt(
        ana.journey(),
        KIM,
        "Rest first",
        programme.steps().stream()
            .map(Step::id)
            .map(step -> (Adaptation) new Adaptation.LeaveOut(step))
            .toList(),
        Set.of());
    goOn(Duration.ofMinutes(1));

    assertThat(served.get("/today", "Cookie", ana.cookie()).body())
        .contains(
            "Nothing is left in your plan", "Every step is left out for now", "Ask the clinic")
        .doesNotContain("Nothing due today");
  }

  private String rate(Shared one) {
    served.send(
        "POST",
        "/today/rate",
        "pain=3".getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded",
        "Cookie",
        one.cookie());
    return served.get("/today", "Cookie", one.cookie()).body();
  }
}

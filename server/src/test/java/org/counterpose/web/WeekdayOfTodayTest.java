package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.counterpose.library.ShippedPack;
import org.counterpose.plan.Plan;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.words.Words;
import org.junit.jupiter.api.Test;

class WeekdayOfTodayTest {

  @Test
  void the_day_of_the_week_is_in_the_language_of_the_page_and_not_of_the_programme() {
    Programme english = ShippedPack.programme("ankles");
    Instant tuesday = Instant.parse("2026-01-06T10:00:00Z");
    Today today =
        new Plan(english).at(GuidedSessionsTest.journal(english, "left"), tuesday).today();

    assertThat(TodayView.of(english, today, tuesday, Words.load("es")).eyebrow())
        .containsIgnoringCase("martes");
  }
}

package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.counterpose.library.ShippedPack;
import org.counterpose.plan.Plan;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.words.Words;
import org.junit.jupiter.api.Test;

class WhatTodayTellsTest {

  @Test
  void the_day_of_the_week_is_in_the_language_of_the_page_and_not_of_the_programme() {
    Programme english = ShippedPack.programme("ankles");
    Instant tuesday = Instant.parse("2026-01-06T10:00:00Z");
    Today today =
        new Plan(english).at(GuidedSessionsTest.journal(english, "left"), tuesday).today();

    assertThat(TodayView.of(english, today, tuesday, Words.load("es")).eyebrow())
        .containsIgnoringCase("martes");
  }

  @Test
  void what_the_plan_asks_on_other_days_only_is_named() {
    Programme ankles = ShippedPack.programme("ankles");
    Plan plan = new Plan(ankles);
    for (int day = 5; day <= 11; day++) {
      Instant morning = Instant.parse("2026-01-%02dT10:00:00Z".formatted(day));
      Today today = plan.at(GuidedSessionsTest.journal(ankles, "left"), morning).today();
      TodayView view = TodayView.of(ankles, today, morning, Words.load("en"));

      Set<String> told = new TreeSet<>(view.otherDays());
      view.rows().forEach(row -> assertThat(told.add(row.title())).as(row.title()).isTrue());
      view.missing().forEach(left -> assertThat(told.add(left.title())).as(left.title()).isTrue());
      assertThat(told).as("day " + day).hasSize(ankles.steps().size());
      assertThat(view.otherDays().contains("Calf raises")).isEqualTo(day % 2 == 0);
    }
  }
}

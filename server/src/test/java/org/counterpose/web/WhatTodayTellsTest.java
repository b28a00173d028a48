package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.journal.Routine;
import org.counterpose.library.ShippedPack;
import org.counterpose.plan.Plan;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
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
  void what_other_days_of_the_coming_week_ask_for_is_named() {
    Programme ankles = ShippedPack.programme("ankles");
    Journal journal = GuidedSessionsTest.journal(ankles, "left");
    for (int day = 1; day <= 7; day++) {
      assertThat(comingSoon(ankles, journal, day).contains("calf-raises")).isEqualTo(day % 2 == 0);
    }
  }

  @Test
  void on_the_last_day_nothing_is_still_to_come() {
    Programme ankles = ShippedPack.programme("ankles");
    Journal journal = GuidedSessionsTest.journal(ankles, "left");

    assertThat(comingSoon(ankles, journal, 54)).contains("calf-raises");
    assertThat(comingSoon(ankles, journal, 56)).isEmpty();
  }

  @Test
  void who_never_works_is_promised_nothing_that_comes_at_work() {
    Programme back = ShippedPack.programme("mid-back");
    Journal works = GuidedSessionsTest.journal(back, "");

    assertThat(comingSoon(back, daysOff(works, Set.of(DayOfWeek.MONDAY)), 2))
        .contains("wobble-disc", "change-position");
    assertThat(comingSoon(back, daysOff(works, Set.of()), 2)).isEmpty();
  }

  private static List<String> comingSoon(Programme programme, Journal journal, int day) {
    Instant noon = GuidedSessionsTest.START.plusDays(day - 1).withHour(12).toInstant();
    return new Plan(programme).at(journal, noon).comingSoon().stream().map(Step::id).toList();
  }

  private static Journal daysOff(Journal journal, Set<DayOfWeek> workDays) {
    Routine usual = journal.routine();
    return journal.with(
        new Entry.RoutineChanged(
            new UUID(0, 3),
            GuidedSessionsTest.START,
            new Routine(
                usual.wake(),
                usual.sleep(),
                usual.workStart(),
                usual.workEnd(),
                workDays,
                usual.aids(),
                usual.zone(),
                usual.breakMinutes())));
  }
}

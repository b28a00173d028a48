package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.journal.Routine;
import org.counterpose.journeys.Journey;
import org.counterpose.library.ShippedPack;
import org.counterpose.plan.Plan;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.words.Words;
import org.junit.jupiter.api.Test;

/** What a person with a left ankle reads of what they logged and measured. */
class WhatProgressTellsTest {

  private static final OffsetDateTime START = OffsetDateTime.parse("2026-01-05T07:00:00Z");

  private final Programme ankles = ShippedPack.programme("ankles");
  private final Words words = Words.load("en");
  private final List<Entry> entries = new ArrayList<>();

  @Test
  void of_two_ratings_of_a_day_the_earlier_one_says_that_it_no_longer_counts() {
    rated(START.plusHours(1), 4);
    rated(START.plusHours(2), 5);
    rated(START.plusDays(1), 3);

    assertThat(logged())
        .containsExactly("Pain 3", "Pain 5", "Pain 4 (corrected later, no longer counts)");
  }

  @Test
  void who_goes_to_bed_at_one_corrects_the_evening_after_midnight() {
    entries.add(new Entry.RoutineChanged(UUID.randomUUID(), START, bedAtOne()));
    rated(START.withHour(22), 4);
    rated(START.plusDays(1).withHour(0), 6);

    assertThat(logged()).contains("Pain 6", "Pain 4 (corrected later, no longer counts)");
  }

  @Test
  void a_counted_session_says_how_many() {
    done(Optional.of(24));
    assertThat(logged()).containsExactly("Calf raises, 24 times, 2 min");
  }

  @Test
  void a_session_that_nobody_counted_says_how_long() {
    done(Optional.empty());
    assertThat(logged()).containsExactly("Calf raises, 2 min");
  }

  @Test
  void what_was_measured_once_is_what_it_was_at_first() {
    measured(START.plusHours(1), 7.5);
    assertThat(measures().first().value()).isEqualTo("7.5 cm");
    assertThat(measures().latest()).isEmpty();

    measured(START.plusDays(7), 9);
    assertThat(measures().first().value()).isEqualTo("7.5 cm");
    assertThat(measures().latest()).get().extracting(MeasuredSoFar.Value::value).isEqualTo("9 cm");
  }

  private Routine bedAtOne() {
    Routine usual = GuidedSessionsTest.journal(ankles, "left").routine();
    return new Routine(
        usual.wake(),
        LocalTime.of(1, 0),
        usual.workStart(),
        usual.workEnd(),
        usual.workDays(),
        usual.aids(),
        usual.zone(),
        usual.breakMinutes());
  }

  private void rated(OffsetDateTime at, int pain) {
    entries.add(new Entry.Rated(UUID.randomUUID(), at, pain, Optional.empty()));
  }

  private void done(Optional<Integer> reps) {
    entries.add(
        new Entry.SessionDone(
            UUID.randomUUID(), START.plusHours(1), "calf-raises", 130, List.of(), reps));
  }

  private void measured(OffsetDateTime at, double value) {
    entries.add(
        new Entry.Measured(UUID.randomUUID(), at, "knee-to-wall", value, Optional.of(Side.LEFT)));
  }

  private List<String> logged() {
    return progress().log().stream().map(ProgressPage.Line::what).toList();
  }

  private MeasuredSoFar.Row measures() {
    return progress().measured().getFirst();
  }

  private ProgressPage progress() {
    Journal journal = GuidedSessionsTest.journal(ankles, "left").union(Journal.of(entries));
    return ProgressPage.of(
        new Journey(UUID.randomUUID(), new Plan(ankles), journal),
        START.plusDays(8).toInstant(),
        words);
  }
}

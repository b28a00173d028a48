package org.counterpose.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterpose.library.ShippedPack;
import org.counterpose.plan.Today.DoseReason;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much more a new week asks for, in words that a person can hold against each other. */
class DosesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rolled-towel      | 300 | 360 | Week 2: 6 min instead of 5 min, a little more.
          rolled-towel      | 120 | 240 | Week 2: 4 min instead of 2 min, about twice as much.
          rolled-towel      | 90  | 120 | Week 2: 120 s instead of 90 s, a little more.
          rolled-towel      | 60  | 100 | Week 2: 100 s instead of 60 s, about half as much again.
          rolled-towel      | 120 | 600 | Week 2: 10 min instead of 2 min, much more than before.
          thread-the-needle | 130 | 140 | A little more from week 2 on.
          thread-the-needle | 45  | 75  | Week 2: 100 s instead of 70 s, about half as much again.
          thread-the-needle | 109 | 210 | Week 2: 4 min instead of 2 min, about twice as much.
          """)
  void the_two_lengths_have_one_unit_and_the_growth_its_own_words(
      String id, int from, int to, String told) {
    Step step = ShippedPack.programme().step(id).orElseThrow();

    assertThat(
            Doses.reason(
                Words.load("en"), step, planned(id, to), new DoseReason.NewWeek(2, from, to)))
        .isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "20, 20 s",
    "75, 75 s",
    "60, 1 min",
    "110, 110 s",
    "120, 2 min",
    "149, 2 min",
    "151, 3 min",
    "1789, 30 min"
  })
  void what_was_done_is_never_told_as_half_a_minute_more_than_it_was(int seconds, String told) {
    assertThat(Doses.done(Words.load("en"), seconds)).isEqualTo(told);
  }

  private static PlannedStep planned(String step, int seconds) {
    ZonedDateTime due = ZonedDateTime.parse("2026-11-27T09:00Z[UTC]");
    return new PlannedStep(
        step,
        "morning",
        due,
        due.plusHours(1),
        seconds,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        0,
        false,
        Optional.empty(),
        Optional.empty());
  }
}

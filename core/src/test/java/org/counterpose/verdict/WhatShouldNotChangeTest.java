package org.counterpose.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three diaries of known truth, and the same ones shifted, mirrored and thinned. */
class WhatShouldNotChangeTest {

  private static final long SEED = 20261126;

  /** A diary of 28 days that goes evenly from one level to another, with an SD of 0.8. */
  private enum Diary {
    RELIEF(6.5, 3, Verdict.Answer.BETTER),
    STEADY(5, 5, Verdict.Answer.NO_CLEAR_CHANGE),
    WORSENING(3, 7, Verdict.Answer.WORSE);

    final double from;
    final double to;
    final Verdict.Answer answer;

    Diary(double from, double to, Verdict.Answer answer) {
      this.from = from;
      this.to = to;
      this.answer = answer;
    }

    Days days() {
      Random random = new Random(SEED);
      return Days.of(
          28, day -> Math.rint(from + (to - from) * (day - 1) / 27 + 0.8 * random.nextGaussian()));
    }

    /** The true change between the first and the last seven days. */
    double truth() {
      return (from - to) * 21 / 27;
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_truth_is_told_and_lies_in_the_interval(Diary diary) {
    Verdict verdict = diary.days().judged();
    Change change = verdict.change().orElseThrow();

    assertThat(verdict.answer()).isEqualTo(diary.answer);
    assertThat(diary.truth()).isBetween(change.low(), change.high());
    assertThat(change.estimate()).isCloseTo(diary.truth(), within(0.6));
  }

  @ParameterizedTest
  @EnumSource
  void a_point_more_on_every_day_is_the_same_change_from_a_point_higher(Diary diary) {
    Change change = diary.days().change();
    Change higher = diary.days().shifted(1).change();

    assertThat(higher.estimate()).isCloseTo(change.estimate(), within(0.02));
    assertThat(higher.low()).isCloseTo(change.low(), within(0.02));
    assertThat(higher.high()).isCloseTo(change.high(), within(0.02));
    assertThat(higher.first()).isCloseTo(change.first() + 1, within(0.05));
    assertThat(diary.days().shifted(1).judged().answer()).isEqualTo(diary.answer);
  }

  @ParameterizedTest
  @EnumSource
  void upside_down_relief_is_worsening_but_for_what_the_entry_is_taken_for(Diary diary) {
    Change change = diary.days().change();
    Change mirrored = diary.days().mirrored().change();

    assertThat(mirrored.estimate()).isCloseTo(-change.estimate(), within(0.2));
    assertThat(mirrored.estimate())
        .as("a first day that is high may be a flare, so a fall is trusted less than a rise")
        .isLessThan(-change.estimate());
    assertThat(mirrored.high() - mirrored.low())
        .isCloseTo(change.high() - change.low(), within(0.05));
    assertThat(diary.days().mirrored().judged().answer())
        .isEqualTo(
            switch (diary) {
              case RELIEF -> Verdict.Answer.WORSE;
              case STEADY -> Verdict.Answer.NO_CLEAR_CHANGE;
              case WORSENING -> Verdict.Answer.BETTER;
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 7})
  void every_third_to_seventh_day_left_out_widens_it_and_turns_nothing(int every) {
    for (Diary diary : Diary.values()) {
      Change change = diary.days().change();
      for (int from : List.of(1, 2, 3)) {
        Days thinned = diary.days().without(from, every);

        assertThat(thinned.judged().answer()).isEqualTo(diary.answer);
        assertThat(thinned.change().estimate()).isBetween(change.low(), change.high());
        assertThat(thinned.change().widened()).isGreaterThan(1);
        assertThat(diary.truth()).isBetween(thinned.change().low(), thinned.change().high());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_level_of_each_day_agrees_with_the_two_weeks(Diary diary) {
    List<DayLevel> levels = Judge.levels(diary.days().ratings(), Days.TRIAL);
    Change change = diary.days().change();

    assertThat(levels).hasSize(28);
    assertThat(mean(levels.subList(0, 7))).isCloseTo(change.first(), within(0.02));
    assertThat(mean(levels.subList(21, 28))).isCloseTo(change.last(), within(0.02));
    assertThat(levels)
        .allSatisfy(
            level -> {
              assertThat(level.low()).isLessThan(level.level());
              assertThat(level.high()).isGreaterThan(level.level());
            });
  }

  private static double mean(List<DayLevel> levels) {
    return levels.stream().mapToDouble(DayLevel::level).average().orElseThrow();
  }
}

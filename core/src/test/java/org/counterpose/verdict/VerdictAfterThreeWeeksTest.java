package org.counterpose.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictAfterThreeWeeksTest {

  @Test
  void clear_relief_is_better() {
    Verdict verdict =
        Days.of(21, day -> day <= 7 ? 6 + day % 2 : day <= 14 ? 5 : 3 + day % 2).judged();

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.BETTER);
    assertThat(verdict.next()).isEqualTo(Verdict.Next.KEEP_GOING_LIGHTLY);
    assertThat(verdict.soFar()).isFalse();
    assertThat(verdict.change().orElseThrow().estimate()).isCloseTo(3.0, within(0.5));
    assertThat(verdict.change().orElseThrow().low()).isPositive();
    assertThat(verdict.daysUsed()).isEqualTo(21);
  }

  @Test
  void no_change_is_no_clear_change_and_the_trial_goes_on() {
    Verdict verdict = Days.of(21, day -> 5 + day % 2).judged();

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.NO_CLEAR_CHANGE);
    assertThat(verdict.next()).isEqualTo(Verdict.Next.GO_ON);
  }

  @Test
  void no_change_on_the_last_day_leads_to_the_clinic() {
    assertThat(Days.of(28, day -> 5 + day % 2).judged().next()).isEqualTo(Verdict.Next.BOOK);
  }

  @Test
  void clear_worsening_is_worse_and_wants_a_check() {
    Verdict verdict = Days.of(21, day -> day <= 10 ? 4 : 7).judged();

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.WORSE);
    assertThat(verdict.next()).isEqualTo(Verdict.Next.GET_CHECKED);
    assertThat(verdict.change().orElseThrow().high()).isNegative();
  }

  @Test
  void a_last_week_with_a_single_rating_is_not_enough_days() {
    Verdict verdict =
        Days.of(21, day -> day > 11 && day != 18 ? Double.NaN : 6 + (day * 5) % 3 - 1).judged();

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.NOT_ENOUGH_DAYS);
    assertThat(verdict.soFar()).isFalse();
    assertThat(verdict.change()).isPresent();
  }

  @Test
  void a_last_week_without_any_rating_has_no_figure() {
    Verdict verdict = Days.of(21, day -> day > 14 ? Double.NaN : 8 - day / 3).judged();

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.NOT_ENOUGH_DAYS);
    assertThat(verdict.change()).isEmpty();
    assertThat(verdict.daysUsed()).isEqualTo(14);
  }

  @Test
  void who_rated_every_day_is_never_told_that_days_are_missing() {
    Verdict verdict = Days.of(28, day -> day % 4 < 2 ? 1 : 9).judged();

    assertThat(width(verdict)).isGreaterThan(3.5);
    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.NO_CLEAR_CHANGE);
  }

  @Test
  void before_day_21_it_is_told_how_it_looks_and_nothing_is_judged() {
    Verdict verdict = Days.of(20, day -> day <= 7 ? 8 : 1).judged();

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.NOT_ENOUGH_DAYS);
    assertThat(verdict.soFar()).isTrue();
    assertThat(verdict.change()).isPresent();
    assertThat(verdict.next()).isEqualTo(Verdict.Next.KEEP_RATING);
  }

  @Test
  void the_first_week_compares_with_nothing() {
    assertThat(Days.of(7, day -> 8 - day).judged().change()).isEmpty();
    assertThat(Days.of(8, day -> 8).judged().change()).isPresent();
  }

  @Test
  void twenty_days_are_written_as_20() {
    Node.Mapping document =
        VerdictDocument.write(Days.of(20, day -> 5).judged(), OptionalDouble.of(0.125));

    assertThat(document.fields().get("daysUsed")).isEqualTo(Nodes.number(20));
    assertThat(document.fields().get("planDone")).isEqualTo(Nodes.number(0.12));
    assertThat(document.fields().get("soFar")).isEqualTo(Nodes.flag(true));
  }

  @Test
  void the_same_ratings_give_the_same_bytes() {
    String once = VerdictDocument.write(judgedAtRandom(), OptionalDouble.empty()).toString();

    assertThat(VerdictDocument.write(judgedAtRandom(), OptionalDouble.empty()).toString())
        .isEqualTo(once);
    assertThat(judgedAtRandom()).isEqualTo(judgedAtRandom());
  }

  private static Verdict judgedAtRandom() {
    java.util.Random random = new java.util.Random(20261126);
    return Days.of(28, day -> random.nextInt(11)).judged();
  }

  @Test
  void nobody_who_rated_nothing_gets_a_figure() {
    Verdict verdict = Days.of(21, day -> Double.NaN).judged();

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.NOT_ENOUGH_DAYS);
    assertThat(verdict.first()).isEmpty();
    assertThat(verdict.withoutProgramme()).isEmpty();
  }

  @Test
  void days_after_the_last_count_for_nothing() {
    assertThat(Days.of(60, day -> day <= 28 ? 5 + day % 2 : 0).judged())
        .isEqualTo(Days.of(28, day -> 5 + day % 2).judged());
  }

  @Test
  void missing_days_are_missing_and_not_zero() {
    Verdict verdict = Days.of(21, day -> day % 3 == 0 ? Double.NaN : 6).judged();

    assertThat(verdict.change().orElseThrow().estimate()).isCloseTo(0, within(0.1));
    assertThat(verdict.first().orElseThrow()).isCloseTo(6, within(0.1));
  }

  @Test
  void missing_days_widen_the_interval() {
    Verdict whole = Days.of(21, day -> 5 + day % 2).judged();
    Verdict sparse = Days.of(21, day -> day % 7 > 4 ? Double.NaN : 5 + day % 2).judged();

    assertThat(width(sparse)).isGreaterThan(width(whole));
    assertThat(sparse.change().orElseThrow().widened()).isGreaterThan(1);
    assertThat(whole.change().orElseThrow().widened()).isCloseTo(1, within(1e-9));
  }

  @Test
  void days_that_go_together_widen_the_interval() {
    Verdict alternating = Days.of(28, day -> 4 + 2 * (day % 2)).judged();
    Verdict runs = Days.of(28, day -> 4 + 2 * (day / 3 % 2)).judged();

    assertThat(width(runs)).isGreaterThan(width(alternating));
  }

  @Test
  void a_flare_of_the_first_days_is_not_called_relief() {
    Verdict verdict =
        Days.of(28, day -> day == 1 ? 8 : day == 2 ? 6 : day == 3 ? 5 : 4 + (day % 3 == 0 ? 1 : 0))
            .judged();

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.NO_CLEAR_CHANGE);
    assertThat(verdict.first().orElseThrow()).isLessThan(5);
  }

  @Test
  void a_level_below_1_has_no_room_for_an_important_relief() {
    Verdict verdict = Days.of(28, day -> day <= 9 && day % 3 == 0 ? 1 : 0).judged();

    assertThat(verdict.leavesNoRoom()).isTrue();
    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.NO_CLEAR_CHANGE);
    assertThat(Days.of(28, day -> 0).judged().answer()).isEqualTo(Verdict.Answer.NO_CLEAR_CHANGE);
  }

  @Test
  void the_average_before_the_trial_is_heeded_and_no_more_than_a_day_or_two() {
    Ratings ratings = Days.of(28, day -> day <= 3 ? Double.NaN : 5 + day % 2).ratings();
    double low = first(ratings.withBefore(OptionalDouble.of(3)));
    double high = first(ratings.withBefore(OptionalDouble.of(9)));

    assertThat(high - low).isBetween(0.2, 2.0);
  }

  private static double first(Ratings ratings) {
    return Judge.judge(ratings, Days.TRIAL).first().orElseThrow();
  }

  @Test
  void a_week_of_tens_counts_as_a_week_of_tens() {
    Verdict verdict = Days.of(28, day -> day <= 7 ? 10 : 5).judged();

    assertThat(verdict.first().orElseThrow()).isGreaterThan(8);
    assertThat(verdict.important()).isEqualTo(3);
    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.BETTER);
  }

  @Test
  void from_no_pain_to_the_worst_is_worse_and_not_a_want_of_days() {
    Verdict verdict = Days.of(28, day -> day <= 7 ? 0 : 10).judged();

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.WORSE);
    assertThat(verdict.next()).isEqualTo(Verdict.Next.GET_CHECKED);
  }

  @Test
  void between_the_two_looks_the_first_verdict_stands_with_its_own_figures() {
    Verdict first = Days.of(21, day -> day <= 7 ? 7 : 3).judged();

    assertThat(first.answer()).isEqualTo(Verdict.Answer.BETTER);
    assertThat(Days.of(27, day -> day <= 7 ? 7 : day <= 21 ? 3 : 9).judged()).isEqualTo(first);
  }

  @Test
  void two_ratings_in_four_weeks_are_not_called_ups_and_downs() {
    assertThat(Days.of(28, day -> day == 1 || day == 27 ? 0 : Double.NaN).judged().answer())
        .isEqualTo(Verdict.Answer.NOT_ENOUGH_DAYS);
  }

  @Test
  void who_rated_nothing_in_the_first_week_has_no_start_and_no_natural_course() {
    Verdict verdict = Days.of(28, day -> day > 21 ? 4 : Double.NaN).judged();

    assertThat(verdict.first()).isEmpty();
    assertThat(verdict.withoutProgramme()).isEmpty();
    assertThat(Days.of(28, day -> 0).judged().withoutProgramme()).as("no room").isEmpty();
  }

  @Test
  void whatever_is_rated_the_interval_holds_its_estimate_and_full_weeks_get_an_answer() {
    java.util.Random random = new java.util.Random(20261126);
    for (int diary = 0; diary < 2000; diary++) {
      int kind = random.nextInt(4);
      double missing = diary % 2 == 0 ? 0 : random.nextDouble();
      Verdict verdict =
          Days.of(
                  28,
                  day ->
                      random.nextDouble() < missing
                          ? Double.NaN
                          : switch (kind) {
                            case 0 -> random.nextInt(11);
                            case 1 -> random.nextInt(2) * 10;
                            case 2 -> day <= 7 ? 10 : random.nextInt(3);
                            default -> random.nextInt(21) / 2.0;
                          })
              .judged();
      verdict
          .change()
          .ifPresent(
              change -> {
                assertThat(change.estimate()).isBetween(change.low(), change.high());
                assertThat(change.low()).isGreaterThanOrEqualTo(-10);
                assertThat(change.high()).isLessThanOrEqualTo(10);
              });
      if (missing == 0) {
        assertThat(verdict.answer()).isNotEqualTo(Verdict.Answer.NOT_ENOUGH_DAYS);
      }
    }
  }

  @ParameterizedTest(name = "a start of {0} asks for {1}")
  @CsvSource({"0,1", "1,1", "4,1", "4.4,1", "4.5,2", "5,2", "7,2", "7.4,2", "7.5,3", "8,3", "10,3"})
  void the_important_change_follows_the_start(double start, int important) {
    assertThat(Judge.importantChange(start)).isEqualTo(important);
  }

  @Test
  void the_natural_course_agrees_with_what_simulation_found() {
    assertThat(
            NaturalCourse.ofBackPain(6, 2, Optional.of(ComplaintDuration.OVER_12_WEEKS))
                .inHundred())
        .isBetween(14, 26);
  }

  private static double width(Verdict verdict) {
    Change change = verdict.change().orElseThrow();
    return change.high() - change.low();
  }
}

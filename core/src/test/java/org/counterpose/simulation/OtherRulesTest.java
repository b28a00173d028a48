package org.counterpose.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.counterpose.verdict.Ratings;
import org.junit.jupiter.api.Test;

class OtherRulesTest {

  @Test
  void single_days_decide_the_first_rule_and_no_other() {
    Ratings ratings = days(day -> day == 1 ? 7 : day == 28 ? 4 : 5);

    assertThat(OtherRule.LAST_DAY_AGAINST_FIRST.saysBetter(ratings)).isTrue();
    assertThat(OtherRule.THIRTY_PERCENT.saysBetter(ratings)).isFalse();
    assertThat(OtherRule.SEVEN_DAY_MEANS.saysBetter(ratings)).isFalse();
    assertThat(OtherRule.TAU_U.saysBetter(ratings)).isFalse();
  }

  @Test
  void from_4_to_2_and_a_half_is_30_percent_but_not_1_6_points() {
    Ratings ratings = days(day -> day <= 7 ? 4 : day % 2 == 0 ? 3 : 2);

    assertThat(OtherRule.THIRTY_PERCENT.saysBetter(ratings)).isTrue();
    assertThat(OtherRule.SEVEN_DAY_MEANS.saysBetter(ratings)).isFalse();
  }

  @Test
  void from_7_to_4_is_better_by_every_rule() {
    assertThat(OtherRule.values()).allMatch(rule -> rule.saysBetter(days(day -> day <= 7 ? 7 : 4)));
  }

  @Test
  void tau_u_takes_off_a_fall_that_had_begun_in_the_first_week() {
    Ratings fallsFromTheFirst = days(day -> day <= 7 ? 8 - day : day % 3 == 0 ? 2 : 1);
    Ratings fallsLater = days(day -> day <= 7 ? 6 + day % 2 : day % 3 == 0 ? 2 : 1);

    assertThat(OtherRule.TAU_U.saysBetter(fallsLater)).isTrue();
    assertThat(OtherRule.TAU_U.saysBetter(fallsFromTheFirst)).isFalse();
  }

  @Test
  void no_rule_calls_an_empty_diary_better() {
    Ratings empty = Ratings.whole(new TreeMap<>(), 28);

    assertThat(OtherRule.values()).noneMatch(rule -> rule.saysBetter(empty));
  }

  private static Ratings days(IntUnaryOperator pain) {
    SortedMap<Integer, Integer> byDay = new TreeMap<>();
    for (int day = 1; day <= 28; day++) {
      byDay.put(day, pain.applyAsInt(day));
    }
    return Ratings.whole(byDay, 28);
  }
}

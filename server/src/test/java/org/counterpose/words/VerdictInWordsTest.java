package org.counterpose.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.ComplaintDuration;
import org.counterpose.verdict.Judge;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictInWordsTest {

  private static final Programme.Trial TRIAL = Programme.Trial.forBackPain(21, 28);
  private static final int NOT_RATED = -1;

  private static final Pattern CHANGE =
      Pattern.compile(
          "was (\\S+) in .* and is (\\S+) in .* That is (?:(\\S+) (?:lower|higher)|no change)\\.");

  private final Words words = Words.load("en");

  private VerdictInWords told(int day, IntUnaryOperator pain) {
    return VerdictInWords.of(judged(day, pain), TRIAL, words);
  }

  private static Verdict judged(int day, IntUnaryOperator pain) {
    SortedMap<Integer, Integer> byDay = new TreeMap<>();
    for (int at = 1; at <= day; at++) {
      if (pain.applyAsInt(at) != NOT_RATED) {
        byDay.put(at, pain.applyAsInt(at));
      }
    }
    return Judge.judge(Ratings.whole(byDay, day), TRIAL);
  }

  @Test
  void before_the_first_verdict_there_is_none_and_it_may_still_change() {
    VerdictInWords told = told(16, day -> day < 8 ? 6 : 4);

    assertThat(told.eyebrow()).isEqualTo("Day 16 · so far");
    assertThat(told.title()).isEqualTo("No verdict yet");
    assertThat(told.sentence()).startsWith("So far your usual pain was about ");
    assertThat(told(12, day -> 6).sentence()).startsWith("It is too early to compare");
    assertThat(told.early()).contains("The first verdict comes on day 21. This may still change.");
  }

  @Test
  void the_first_week_is_ratings_alone() {
    assertThat(told(5, day -> 6).sentence()).startsWith("These are your ratings so far.");
    assertThat(told(5, day -> 6).early()).isEmpty();
    assertThat(told(12, day -> day < 8 ? NOT_RATED : 5).sentence())
        .startsWith("There is nothing to compare yet.");
  }

  @Test
  void between_the_two_verdicts_the_first_one_stands() {
    assertThat(told(25, day -> 5 + day % 2)).isEqualTo(told(21, day -> 5 + day % 2));
  }

  @Test
  void who_stopped_rating_is_told_that_the_days_are_too_few() {
    assertThat(told(28, day -> day < 21 ? 5 + day % 2 : NOT_RATED).sentence())
        .isEqualTo("There are too few rated days to tell how your pain changed.");
  }

  @Test
  void a_worsening_is_told_from_the_smaller_to_the_larger() {
    assertThat(told(28, day -> day < 8 ? 3 : 7).change())
        .hasValueSatisfying(
            change -> assertThat(change).matches(".*from [0-3]\\S* higher to [4-9]\\S* higher;.*"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void who_subtracts_the_two_levels_finds_the_change_that_is_told(long seed) {
    Random random = new Random(seed);
    double from = random.nextDouble(4, 9);
    double to = random.nextDouble(1, 9);
    VerdictInWords told =
        told(
            28,
            day ->
                Math.clamp(
                    Math.round(from + (to - from) * day / 28 + random.nextGaussian()), 0, 10));

    Matcher change = CHANGE.matcher(told.change().orElseThrow());
    assertThat(change.find()).isTrue();
    BigDecimal apart = new BigDecimal(change.group(1)).subtract(new BigDecimal(change.group(2)));
    String size = change.group(3) == null ? "0" : change.group(3);
    assertThat(apart.abs()).isEqualByComparingTo(size);
    if (told.title().contains("by about")) {
      assertThat(told.title()).contains("by about " + size + " point");
    }
  }

  @Test
  void who_got_worse_is_not_told_how_many_get_better() {
    assertThat(told(28, day -> day < 8 ? 3 : 7).course()).isEmpty();
  }

  @Test
  void too_few_days_at_the_end_are_not_called_no_relief() {
    assertThat(told(28, day -> day < 10 ? 6 : NOT_RATED).next()).startsWith("Nobody can tell");
    assertThat(told(28, day -> 5 + day % 2).next()).startsWith("No clear relief");
  }

  @Test
  void how_sure_it_is_of_a_relief_that_matters_is_told_too() {
    assertThat(told(28, day -> day < 10 ? 7 : 3).sentence())
        .matches(
            ".*almost certain that it really eased, and .* that it eased by as much as matters\\.");
  }

  @Test
  void one_point_is_a_point() {
    assertThat(told(21, day -> 3).important()).contains("a change of 1 point or more");
    assertThat(told(21, day -> 6).important()).contains("a change of 2 points or more");
  }

  @Test
  void the_natural_course_says_for_whom() {
    Verdict verdict = judged(21, day -> 6);

    assertThat(
            VerdictInWords.of(verdict, TRIAL, Optional.of(ComplaintDuration.OVER_12_WEEKS), words)
                .course())
        .hasValueSatisfying(
            course -> assertThat(course).contains("have had it for more than 12 weeks get better"));
    assertThat(VerdictInWords.of(verdict, TRIAL, words).course())
        .hasValueSatisfying(
            course -> assertThat(course).contains("people who start where you did get better"));
  }
}

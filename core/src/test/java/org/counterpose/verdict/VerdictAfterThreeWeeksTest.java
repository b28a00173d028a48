package org.counterpose.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.programme.Programme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictAfterThreeWeeksTest {

  private static final Programme.Trial TRIAL = new Programme.Trial(21, 28);

  @Test
  void clear_relief_is_better() {
    Verdict verdict = judged(21, day -> day <= 7 ? 6 + day % 2 : day <= 14 ? 5 : 3 + day % 2);

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.BETTER);
    assertThat(verdict.next()).isEqualTo(Verdict.Next.KEEP_GOING_LIGHTLY);
    assertThat(verdict.estimate().orElseThrow()).isCloseTo(3.0, within(0.3));
    assertThat(verdict.low().orElseThrow()).isPositive();
    assertThat(verdict.daysUsed()).isEqualTo(21);
  }

  @Test
  void no_change_is_no_clear_change_and_the_trial_goes_on() {
    Verdict verdict = judged(21, day -> 5 + day % 2);

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.NO_CLEAR_CHANGE);
    assertThat(verdict.next()).isEqualTo(Verdict.Next.GO_ON);
  }

  @Test
  void no_change_on_the_last_day_leads_to_the_clinic() {
    assertThat(judged(28, day -> 5 + day % 2).next()).isEqualTo(Verdict.Next.BOOK);
  }

  @Test
  void clear_worsening_is_worse_and_wants_a_check() {
    Verdict verdict = judged(21, day -> day <= 10 ? 4 : 7);

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.WORSE);
    assertThat(verdict.next()).isEqualTo(Verdict.Next.GET_CHECKED);
    assertThat(verdict.high().orElseThrow()).isNegative();
  }

  @Test
  void three_rated_days_in_the_last_week_are_not_enough() {
    Verdict verdict = judged(21, day -> day > 14 && day <= 18 ? Double.NaN : day <= 7 ? 8 : 1);

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.NOT_ENOUGH_DAYS);
    assertThat(verdict.estimate()).isEmpty();
    assertThat(verdict.daysUsed()).isEqualTo(17);
  }

  @Test
  void before_day_21_nothing_is_judged_however_clear_it_looks() {
    Verdict verdict = judged(20, day -> day <= 7 ? 8 : 1);

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.NOT_ENOUGH_DAYS);
    assertThat(verdict.next()).isEqualTo(Verdict.Next.KEEP_RATING);
  }

  @Test
  void twenty_days_are_written_as_20() {
    Node.Mapping document = VerdictDocument.write(judged(20, day -> 5), OptionalDouble.of(0.125));

    assertThat(document.fields().get("daysUsed")).isEqualTo(Nodes.number(20));
    assertThat(document.fields().get("planDone")).isEqualTo(Nodes.number(0.12));
    assertThat(document.fields().get("estimate")).isEqualTo(Nodes.number(0));
  }

  @Test
  void nobody_who_rated_nothing_gets_a_figure() {
    Verdict verdict = judged(21, day -> Double.NaN);

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.NOT_ENOUGH_DAYS);
    assertThat(verdict.first()).isEmpty();
    assertThat(verdict.withoutProgramme()).isEmpty();
  }

  @Test
  void days_after_the_last_count_for_nothing() {
    assertThat(judged(60, day -> day <= 28 ? 5 + day % 2 : 0))
        .isEqualTo(judged(28, day -> 5 + day % 2));
  }

  @Test
  void missing_days_are_missing_and_not_zero() {
    Verdict verdict = judged(21, day -> day % 3 == 0 ? Double.NaN : 6);

    assertThat(verdict.estimate().orElseThrow()).isZero();
    assertThat(verdict.first().orElseThrow()).isEqualTo(6);
  }

  @Test
  void missing_days_widen_the_interval() {
    Verdict whole = judged(21, day -> 5 + day % 2);
    Verdict sparse = judged(21, day -> day % 7 > 4 ? Double.NaN : 5 + day % 2);

    assertThat(width(sparse)).isGreaterThan(width(whole));
  }

  @Test
  void days_that_go_together_widen_the_interval() {
    Verdict alternating = judged(28, day -> 4 + 2 * (day % 2));
    Verdict runs = judged(28, day -> 4 + 2 * (day / 3 % 2));

    assertThat(width(runs)).isGreaterThan(width(alternating));
  }

  @ParameterizedTest(name = "a start of {0} asks for {1}")
  @CsvSource({"0,1", "1,1", "4,1", "4.4,1", "4.5,2", "5,2", "7,2", "7.4,2", "7.5,3", "8,3", "10,3"})
  void the_important_change_follows_the_start(double start, int important) {
    assertThat(Judge.importantChange(start)).isEqualTo(important);
  }

  @Test
  void the_natural_course_agrees_with_what_simulation_found() {
    assertThat(Judge.naturalCourse(6).inHundred()).isBetween(14, 26);
  }

  @ParameterizedTest
  @CsvSource({"8,1.8595", "10,1.8125", "20,1.7247", "30,1.6973", "1000,1.6464"})
  void the_tail_is_students(double freedom, double tail) {
    assertThat(Judge.tail(freedom)).isCloseTo(tail, within(0.002));
  }

  @ParameterizedTest
  @CsvSource({"0,0.5", "1.96,0.9750021", "-1,0.1586553", "3,0.9986501"})
  void the_normal_distribution_is_the_normal_distribution(double z, double share) {
    assertThat(Judge.normal(z)).isCloseTo(share, within(0.0000005));
  }

  @Test
  void people_who_do_not_change_are_seldom_called_better_or_worse() {
    double better = share(Verdict.Answer.BETTER, SimulatedPerson.withPain(6), false);
    double worse = share(Verdict.Answer.WORSE, SimulatedPerson.withPain(6), false);

    assertThat(better).isLessThan(0.05);
    assertThat(worse).isLessThan(0.10);
  }

  @Test
  void a_flare_at_entry_is_not_called_relief() {
    assertThat(share(Verdict.Answer.BETTER, SimulatedPerson.withPain(6), true)).isLessThan(0.08);
  }

  @Test
  void people_who_get_much_better_are_told_so() {
    assertThat(share(Verdict.Answer.BETTER, SimulatedPerson.withPain(7).betterBy(5), false))
        .isGreaterThan(0.80);
  }

  @ParameterizedTest(name = "missing {0}, better by {1}")
  @CsvSource({"0,0", "0.15,0", "0.3,0", "0.15,2", "0.15,4"})
  void the_interval_holds_the_true_change_nine_times_in_ten(double missing, double change) {
    SimulatedPerson person = SimulatedPerson.withPain(5).betterBy(change).whoMisses(missing);
    RandomGenerator random = random();
    int held = 0;
    int judged = 0;
    for (int at = 0; at < 1500; at++) {
      Verdict verdict = Judge.judge(person.ratings(28, false, random), TRIAL);
      if (verdict.low().isPresent()) {
        double truth = change * 21 / 27;
        judged++;
        held +=
            verdict.low().getAsDouble() <= truth && truth <= verdict.high().orElseThrow() ? 1 : 0;
      }
    }
    assertThat(held / (double) judged).isBetween(0.86, 0.95);
  }

  private static double share(Verdict.Answer answer, SimulatedPerson person, boolean flare) {
    RandomGenerator random = random();
    int people = 1500;
    int so = 0;
    for (int at = 0; at < people; at++) {
      so += Judge.judge(person.ratings(28, flare, random), TRIAL).answer() == answer ? 1 : 0;
    }
    return so / (double) people;
  }

  private static RandomGenerator random() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(20261122);
  }

  private static double width(Verdict verdict) {
    return verdict.high().orElseThrow() - verdict.low().orElseThrow();
  }

  private static Verdict judged(int days, IntToDoubleFunction pain) {
    SortedMap<Integer, Integer> byDay = new TreeMap<>();
    for (int day = 1; day <= days; day++) {
      double rating = pain.applyAsDouble(day);
      if (!Double.isNaN(rating)) {
        byDay.put(day, (int) rating);
      }
    }
    return Judge.judge(new Ratings(byDay, days), TRIAL);
  }
}

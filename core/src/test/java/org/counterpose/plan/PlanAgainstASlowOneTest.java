package org.counterpose.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.stream.LongStream;
import org.counterpose.journal.Journal;
import org.counterpose.plan.Today.PlannedStep;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanAgainstASlowOneTest {

  private final Plan plan = new Plan(MidBack.programme());

  static LongStream seeds() {
    return LongStream.rangeClosed(30, 49);
  }

  static LongStream moreSeeds() {
    return LongStream.rangeClosed(50, 650);
  }

  @Tag("slow")
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("moreSeeds")
  void all_of_it_holds_for_many_more_people(long seed) {
    the_day_is_the_one_that_the_slow_plan_makes(seed);
    what_was_done_and_rated_is_what_the_slow_plan_counts(seed);
    whatever_the_clocks_do_a_window_never_ends_before_it_begins(seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_day_is_the_one_that_the_slow_plan_makes(long seed) {
    RandomTrial trial = new RandomTrial(seed);
    Journal journal = Journal.of(trial.entries());
    for (int i = 0; i < 8; i++) {
      Instant now = trial.moment();

      Today today = plan.at(journal, now).today();

      assertThat(today)
          .as("seed %d, %s, at %s", seed, trial, now)
          .isEqualTo(new SlowPlan(MidBack.programme(), trial.entries(), now).today());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_was_done_and_rated_is_what_the_slow_plan_counts(long seed) {
    RandomTrial trial = new RandomTrial(seed);
    Journal journal = Journal.of(trial.entries());
    Instant now = trial.moment();
    SlowPlan slow = new SlowPlan(MidBack.programme(), trial.entries(), now);

    Adherence adherence = plan.at(journal, now).adherence();

    Adherence expected = slow.adherence();
    assertThat(plan.at(journal, now).ratings())
        .as("seed %d, %s", seed, trial)
        .isEqualTo(slow.ratings());
    assertThat(plan.at(journal, now).otherMeasures())
        .as("seed %d, %s", seed, trial)
        .isEqualTo(slow.otherMeasures());
    assertThat(adherence.byStep().keySet()).isEqualTo(expected.byStep().keySet());
    expected
        .byStep()
        .forEach(
            (step, share) ->
                assertThat(adherence.byStep().get(step))
                    .as("seed %d, %s, %s at %s", seed, trial, step, now)
                    .isCloseTo(share, within(1e-9)));
    assertThat(adherence.overall()).isCloseTo(expected.overall(), within(1e-9));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatever_the_clocks_do_a_window_never_ends_before_it_begins(long seed) {
    RandomTrial trial = new RandomTrial(seed);
    Journal journal = Journal.of(trial.entries());
    for (int i = 0; i < 30; i++) {
      Today today = plan.at(journal, trial.moment()).today();

      assertThat(today.steps())
          .as("seed %d, %s", seed, trial)
          .allMatch(step -> !step.dueTo().isBefore(step.dueFrom()))
          .allMatch(step -> step.seconds() > 0)
          .isSortedAccordingTo((a, b) -> a.dueFrom().toInstant().compareTo(b.dueFrom().toInstant()))
          .extracting(PlannedStep::slot)
          .isNotNull();
      assertThat(today.day()).isPositive();
    }
  }
}

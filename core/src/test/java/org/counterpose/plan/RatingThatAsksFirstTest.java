package org.counterpose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RatingThatAsksFirstTest {

  private final Plan plan = new Plan(MidBack.programme());

  static LongStream seeds() {
    return LongStream.rangeClosed(30, 79);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void it_is_the_least_of_those_that_the_plan_asks_after_when_each_is_tried(long seed) {
    RandomTrial trial = new RandomTrial(seed);
    Journal journal = Journal.of(trial.entries());
    for (int i = 0; i < 8; i++) {
      Instant now = trial.moment();
      if (isRatedSoonAfter(journal, now)) {
        continue; // what a clock that runs ahead dated later counts in place of one made now
      }

      Optional<Integer> least = plan.at(journal, now).asksFrom();

      assertThat(least)
          .as("seed %d, %s, at %s", seed, trial, now)
          .isEqualTo(
              IntStream.rangeClosed(0, 10)
                  .filter(pain -> asksAfter(journal, now, pain))
                  .boxed()
                  .findFirst());
    }
  }

  private boolean asksAfter(Journal journal, Instant now, int pain) {
    OffsetDateTime at = now.atZone(journal.routine().zone()).toOffsetDateTime();
    return plan.at(journal.with(new Entry.Rated(new UUID(0, 0), at, pain, Optional.empty())), now)
        .today()
        .triggers()
        .contains(Today.Trigger.PAIN_ROSE);
  }

  private static boolean isRatedSoonAfter(Journal journal, Instant now) {
    return journal
        .of(Entry.Rated.class)
        .map(rated -> rated.at().toInstant())
        .anyMatch(at -> !at.isBefore(now) && at.isBefore(now.plus(Duration.ofMinutes(11))));
  }
}

package org.counterpose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Side;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stages of made-up trials, against a reading that goes through everything again each day. */
class StagesAgainstASlowReadingTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

  private record Told(int day, String measure, Optional<Side> side, int value) {}

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_day_has_the_stage_that_a_slow_reading_gives(long seed) {
    System.out.println("stages, seed " + seed);
    Random random = new Random(seed);
    String about = List.of("left", "right", "both").get(random.nextInt(3));
    Person person = Person.withAnkles(about);
    List<Told> told = new ArrayList<>();
    for (int day = 1; day <= 42; day++) {
      int many = random.nextInt(3);
      for (int i = 0; i < many; i++) {
        Told one = anything(random, day);
        told.add(one);
        String clock = FIRST.plusDays(day - 1L) + "T12:0" + i;
        one.side()
            .ifPresentOrElse(
                side -> person.measures(clock, one.measure(), side, one.value()),
                () -> person.measures(clock, one.measure(), one.value()));
      }
    }

    for (int day = 1; day <= 42; day++) {
      Today today = person.today(FIRST.plusDays(day - 1L) + "T20:00");
      boolean oneLeg = day > 7 && latest(told, day, "raises-both", Optional.empty()) >= 20;
      boolean hops = day > 21 && weakest(told, day, about) >= 20;
      assertThat(stage(today, "calf-raises"))
          .as("day %s of %s", day, told)
          .contains(oneLeg ? "one-leg" : "both-legs");
      assertThat(stage(today, "hops"))
          .as("day %s of %s", day, told)
          .isEqualTo(hops ? Optional.of("small") : Optional.empty());
    }
  }

  private static Told anything(Random random, int day) {
    return random.nextBoolean()
        ? new Told(day, "raises-both", Optional.empty(), random.nextInt(15, 26))
        : new Told(
            day,
            "raises-one",
            Optional.of(random.nextBoolean() ? Side.LEFT : Side.RIGHT),
            random.nextInt(17, 31));
  }

  private static int weakest(List<Told> told, int day, String about) {
    int left = latest(told, day, "raises-one", Optional.of(Side.LEFT));
    int right = latest(told, day, "raises-one", Optional.of(Side.RIGHT));
    return switch (about) {
      case "left" -> left;
      case "right" -> right;
      default -> Math.min(left, right);
    };
  }

  /** The last value told before a day; -1 where there is none. */
  private static int latest(List<Told> told, int day, String measure, Optional<Side> side) {
    int latest = -1;
    for (Told one : told) {
      if (one.day() < day && one.measure().equals(measure) && one.side().equals(side)) {
        latest = one.value();
      }
    }
    return latest;
  }

  private static Optional<String> stage(Today today, String step) {
    return today.steps().stream()
        .filter(planned -> planned.step().equals(step))
        .findFirst()
        .flatMap(PlannedStep::stage);
  }
}

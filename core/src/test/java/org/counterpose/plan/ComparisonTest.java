package org.counterpose.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.counterpose.journal.Entry;
import org.counterpose.plan.Today.LeftOut;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final UUID CHOICE = new UUID(20261126, 7);

  @Test
  void every_block_of_three_days_has_one_day_without_the_step() {
    Comparison comparison = Comparison.chosen("rolled-towel", CHOICE, 3);

    assertThat(comparison.from()).isEqualTo(8);
    for (int block = 8; block < 29; block += 3) {
      int without = 0;
      for (int day = block; day < block + 3; day++) {
        without += comparison.leavesOut(day) ? 1 : 0;
      }
      assertThat(without).as("days from %s on", block).isEqualTo(1);
    }
  }

  @Test
  void chance_picks_each_day_of_a_block_as_often_and_the_seed_alone_decides() {
    Random random = new Random(20261126);
    int[] drawn = new int[3];
    for (int at = 0; at < 3000; at++) {
      Comparison comparison =
          Comparison.chosen("rolled-towel", new UUID(random.nextLong(), random.nextLong()), 1);
      for (int day = 8; day < 11; day++) {
        drawn[day - 8] += comparison.leavesOut(day) ? 1 : 0;
      }
    }

    assertThat(drawn[0]).isCloseTo(1000, within(80));
    assertThat(drawn[1]).isCloseTo(1000, within(80));
    assertThat(Comparison.chosen("rolled-towel", CHOICE, 1))
        .isEqualTo(Comparison.chosen("rolled-towel", CHOICE, 1));
  }

  @Test
  void it_begins_the_day_after_the_choice_and_ends_at_once() {
    Comparison comparison = Comparison.chosen("rolled-towel", CHOICE, 12);

    assertThat(comparison.holds(12)).isFalse();
    assertThat(comparison.holds(13)).isTrue();
    assertThat(comparison.endedOn(15).holds(15)).isFalse();
    assertThat(comparison.endedOn(15).holds(14)).isTrue();
    assertThat(comparison.endedOn(15).runsOn(14)).isTrue();
    assertThat(comparison.endedOn(12).holds(13)).isFalse();
    assertThat(Comparison.chosen("rolled-towel", CHOICE, 1).endedOn(2).runsOn(3))
        .as("ended before its first day")
        .isFalse();
  }

  @Test
  void who_ends_it_on_an_earlier_date_beyond_the_date_line_does_every_step_from_that_day_on() {
    Comparisons comparisons = new Comparisons(28);
    comparisons.choose(choice(Optional.of("rolled-towel")), 10);
    comparisons.choose(choice(Optional.of("wobble-disc")), 20);

    comparisons.choose(choice(Optional.empty()), 19);

    for (int day = 19; day <= 28; day++) {
      assertThat(comparisons.leavesOut("rolled-towel", day)).as("day %s", day).isFalse();
      assertThat(comparisons.leavesOut("wobble-disc", day)).as("day %s", day).isFalse();
    }
    assertThat(IntStream.range(11, 19).anyMatch(day -> comparisons.leavesOut("rolled-towel", day)))
        .as("before it, some were left out")
        .isTrue();
  }

  private static Entry.Comparing choice(Optional<String> step) {
    return new Entry.Comparing(CHOICE, OffsetDateTime.parse("2026-01-20T08:00Z"), step, false);
  }

  @Test
  void nothing_is_left_out_until_it_is_chosen() {
    Person person = Person.withAnOfficeDay();

    assertThat(person.today("2026-01-20T08:00").leftOut())
        .noneMatch(left -> left.cause() instanceof LeftOut.Cause.ForComparison);
    assertThat(person.plan().at(person.journal(), person.when("2026-01-20T08:00")).compared())
        .isEmpty();
  }

  @Test
  void a_day_without_the_step_says_so_and_asks_nothing_of_it() {
    Person person =
        Person.withAnOfficeDay().compares("2026-01-05T09:00", Optional.of("rolled-towel"));
    int without = 0;
    for (int date = 12; date <= 25; date++) {
      Today today = person.today("2026-01-" + date + "T06:00");
      boolean left =
          today.leftOut().contains(new LeftOut("rolled-towel", new LeftOut.Cause.ForComparison()));
      assertThat(today.steps().stream().anyMatch(step -> step.step().equals("rolled-towel")))
          .isEqualTo(!left);
      assertThat(today.steps()).isNotEmpty();
      without += left ? 1 : 0;
    }
    assertThat(without).isBetween(4, 5);
  }

  @Test
  void a_day_without_the_step_does_not_count_as_a_day_on_which_it_was_missed() {
    Person person = Person.withAnOfficeDay();
    Person compares = person.compares("2026-01-05T09:00", Optional.of("rolled-towel"));
    int asked = 0;
    for (int date = 5; date <= 25; date++) {
      String morning = "2026-01-%02dT07:30".formatted(date);
      String night = "2026-01-%02dT22:30".formatted(date);
      if (compares.today("2026-01-%02dT06:30".formatted(date)).steps().stream()
          .anyMatch(step -> step.step().equals("rolled-towel"))) {
        compares = compares.does(morning, "rolled-towel", 600).does(night, "rolled-towel", 600);
        asked++;
      }
    }

    assertThat(asked).isBetween(15, 17);
    assertThat(compares.adherence("2026-01-25T23:59").byStep().get("rolled-towel")).isEqualTo(1);
  }
}

package org.counterpose.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.counterpose.app.NothingToReport;
import org.counterpose.app.Served;
import org.counterpose.document.Problems;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.journal.Routine;
import org.counterpose.journeys.Journey;
import org.counterpose.library.Library;
import org.counterpose.plan.Plan;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Stage;
import org.counterpose.programme.Step;
import org.counterpose.words.Words;
import org.junit.jupiter.api.Test;

class DaysToTickTest {

  @Test
  void a_step_has_no_box_before_the_week_in_which_it_may_open() {
    Programme ankles =
        Library.load(Served.HOME.resolve("programmes"), new Problems())
            .flatMap(library -> library.programme("ankles"))
            .orElseThrow();

    for (Step step : ankles.steps()) {
      int week = step.stages().getFirst().opens().map(Stage.Opening::week).orElse(1);
      Sheet.Days.Row row = Sheet.Days.Row.of(step, step.id(), 1);

      assertThat(IntStream.rangeClosed(1, 7 * (week - 1)).map(row::boxesOn).sum())
          .as("boxes of %s before week %d", step.id(), week)
          .isZero();
      assertThat(IntStream.rangeClosed(7 * (week - 1) + 1, 7 * week).map(row::boxesOn).sum())
          .as("boxes of %s in week %d", step.id(), week)
          .isPositive();
    }
    assertThat(ankles.steps())
        .anyMatch(
            step -> step.stages().getFirst().opens().filter(opens -> opens.week() > 1).isPresent());
  }

  @Test
  void one_persons_days_have_a_box_where_their_plan_asks_for_the_step() {
    Library library = Library.load(Served.HOME.resolve("programmes"), new Problems()).orElseThrow();
    Programme back = library.programme("mid-back").orElseThrow();
    OffsetDateTime saturday = OffsetDateTime.parse("2026-01-10T20:00:00Z");
    Journey journey =
        new Journey(
            new UUID(0, 1),
            new Plan(back),
            Journal.of(
                List.of(
                    new Entry.Screened(
                        new UUID(0, 2),
                        saturday,
                        back.id(),
                        back.version(),
                        NothingToReport.answers()),
                    new Entry.Started(new UUID(0, 3), saturday, worksFromMondayToFriday(back)))));
    PersonsPlan plan =
        new PersonsPlan(
            new StepsOnPaper(library, back, Words.load("en")),
            journey,
            saturday.toInstant(),
            ComingWeeks.of(journey, saturday.toInstant(), 28));

    assertThat(boxes(plan, "Change position")).startsWith(0, 0, 1, 1, 1, 1, 1, 0, 0, 1);
    assertThat(boxes(plan, "Rolled towel")).startsWith(1, 2, 2);
  }

  private static List<Integer> boxes(PersonsPlan plan, String title) {
    Sheet.Days.Row row =
        plan.rows().stream().filter(one -> one.title().equals(title)).findFirst().orElseThrow();
    return IntStream.rangeClosed(1, 28).map(row::boxesOn).boxed().toList();
  }

  private static Routine worksFromMondayToFriday(Programme programme) {
    return new Routine(
        LocalTime.of(7, 0),
        LocalTime.of(23, 0),
        LocalTime.of(9, 0),
        LocalTime.of(17, 30),
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        programme.aids().stream().map(Programme.Aid::id).collect(Collectors.toSet()),
        ZoneId.of("UTC"),
        Optional.empty());
  }
}

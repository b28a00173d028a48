package org.counterpose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Programme;
import org.junit.jupiter.api.Test;

class DayTogetherTest {

  private static final Programme ANKLES = Ankles.programme();

  private final Today ankles = Person.withAnkles("left").today("2026-01-05T07:00");
  private final Today back = Person.withAnOfficeDay().today("2026-01-05T07:00");

  @Test
  void sessions_of_a_later_programme_begin_after_those_of_the_earlier_one() {
    List<Today> days = together(ankles, ankles);
    Instant end = ankles.steps().stream().map(DayTogetherTest::end).max(Instant::compareTo).get();

    assertThat(days.getFirst()).isEqualTo(ankles);
    assertThat(days.getLast().steps())
        .hasSameSizeAs(ankles.steps())
        .first()
        .satisfies(step -> assertThat(begin(step)).isEqualTo(end.plusSeconds(120)));
    assertThat(overlaps(days.getLast().steps(), ankles.steps())).isEmpty();
    assertThat(overlaps(days.getLast().steps(), days.getLast().steps())).isEmpty();
  }

  @Test
  void what_does_not_meet_stays_where_it_was() {
    Today evening =
        ankles.with(
            ankles.steps().stream()
                .map(step -> step.beginningAt(step.dueFrom().plusHours(1)))
                .toList());

    assertThat(together(ankles, evening)).containsExactly(ankles, evening);
  }

  @Test
  void what_is_worn_and_short_breaks_are_beside_everything() {
    List<Today> days =
        DayTogether.plan(
            List.of(
                new DayTogether.Part(ANKLES, ankles),
                new DayTogether.Part(MidBack.programme(), back)));

    for (PlannedStep step : back.steps()) {
      if (List.of("wobble-disc", "posture-band", "change-position").contains(step.step())) {
        assertThat(days.getLast().steps()).contains(step);
      }
    }
    assertThat(days.getLast().steps()).hasSameSizeAs(back.steps());
  }

  @Test
  void no_session_is_put_past_the_end_of_its_window() {
    List<Today> days = together(Collections.nCopies(40, ankles).toArray(Today[]::new));

    assertThat(days.stream().flatMap(day -> day.steps().stream()))
        .allSatisfy(step -> assertThat(end(step)).isBeforeOrEqualTo(step.dueTo().toInstant()));
    assertThat(days.getLast()).as("no room left: it stays where it was").isEqualTo(ankles);
  }

  private static List<Today> together(Today... days) {
    List<DayTogether.Part> parts = new ArrayList<>();
    for (Today day : days) {
      parts.add(new DayTogether.Part(ANKLES, day));
    }
    return DayTogether.plan(parts);
  }

  private static Instant begin(PlannedStep step) {
    return step.dueFrom().toInstant();
  }

  private static Instant end(PlannedStep step) {
    return begin(step).plusSeconds(step.seconds());
  }

  private static List<PlannedStep> overlaps(List<PlannedStep> steps, List<PlannedStep> others) {
    return steps.stream()
        .filter(
            step ->
                others.stream()
                    .anyMatch(
                        other ->
                            other != step
                                && begin(step).isBefore(end(other))
                                && begin(other).isBefore(end(step))))
        .toList();
  }
}

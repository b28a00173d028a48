package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.journal.Routine;
import org.counterpose.journeys.Journey;
import org.counterpose.library.ShippedPack;
import org.counterpose.plan.Plan;
import org.counterpose.programme.Programme;
import org.counterpose.words.Words;
import org.junit.jupiter.api.Test;

class PlanOfTwoProgrammesTest {

  private static final Instant NOW = GuidedSessionsTest.START.withHour(6).toInstant();

  private final Words words = Words.load("en");

  @Test
  void each_step_has_the_time_that_today_gives_it_beside_the_other_plan() {
    Journey back = upAt(ShippedPack.programme("mid-back"), 7, 0);
    Journey ankles = upAt(ShippedPack.programme("ankles"), 6, 40);
    assertThat(times(ankles, List.of())).isNotEqualTo(times(ankles, List.of(back)));

    PlanPage plan = PlanPage.of(ankles, List.of(back), NOW, words);

    assertThat(plan.others()).containsExactly("A fair trial for a stiff mid-back");
    List<PlanPage.What> first = firstDay(plan);
    assertThat(first).anyMatch(what -> what.ofOther() && what.title().equals("Rolled towel"));
    assertThat(first.stream().flatMap(what -> what.times().stream()))
        .containsExactlyInAnyOrderElementsOf(times(ankles, List.of(back)));
  }

  @Test
  void who_has_one_plan_reads_of_no_other() {
    PlanPage plan = PlanPage.of(upAt(ShippedPack.programme("ankles"), 7, 0), List.of(), NOW, words);

    assertThat(plan.others()).isEmpty();
    assertThat(firstDay(plan)).isNotEmpty().noneMatch(PlanPage.What::ofOther);
  }

  private static List<PlanPage.What> firstDay(PlanPage plan) {
    return plan.weeks().getFirst().lines().stream()
        .filter(line -> line.days().startsWith("Every day") || line.days().startsWith("Mon 5 Jan"))
        .map(PlanPage.Line::what)
        .toList();
  }

  /** The times of the first day on Today, those of one step in one text. */
  private List<String> times(Journey open, List<Journey> others) {
    return TodayView.of(DaysTogether.of(open, open.today(NOW), others, NOW), NOW, words)
        .rows()
        .stream()
        .filter(row -> row.does() != TodayView.Does.BREAK)
        .collect(
            Collectors.groupingBy(
                row -> row.title() + row.dose(),
                LinkedHashMap::new,
                Collectors.mapping(TodayView.Row::time, Collectors.joining(", "))))
        .values()
        .stream()
        .toList();
  }

  private static Journey upAt(Programme programme, int hour, int minute) {
    Journal journal = GuidedSessionsTest.journal(programme, "left");
    Routine usual = journal.routine();
    return new Journey(
        UUID.nameUUIDFromBytes(programme.id().getBytes(StandardCharsets.UTF_8)),
        new Plan(programme),
        journal.with(
            new Entry.RoutineChanged(
                new UUID(0, 3),
                GuidedSessionsTest.START,
                new Routine(
                    usual.wake().withHour(hour).withMinute(minute),
                    usual.sleep(),
                    usual.workStart(),
                    usual.workEnd(),
                    usual.workDays(),
                    usual.aids(),
                    usual.zone(),
                    usual.breakMinutes()))));
  }
}

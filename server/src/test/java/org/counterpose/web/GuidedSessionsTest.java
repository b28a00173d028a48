package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpose.app.NothingToReport;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.journal.Routine;
import org.counterpose.library.ShippedPack;
import org.counterpose.plan.GuidedTime;
import org.counterpose.plan.Plan;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;
import org.counterpose.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the player counts through: as long as the plan says, and drawn on the person's own side. */
class GuidedSessionsTest {

  static final OffsetDateTime START = OffsetDateTime.parse("2026-01-05T06:30:00Z");

  @ParameterizedTest
  @CsvSource({"mid-back, both", "ankles, left", "ankles, both"})
  void each_lasts_as_long_as_the_plan_tells(String id, String sides) {
    Programme programme = ShippedPack.programme(id);
    for (int day = 0; day < 28; day++) {
      for (PlannedStep planned : plannedOn(programme, sides, day)) {
        int told = GuidedTime.seconds(programme.step(planned.step()).orElseThrow(), planned);
        Session.of(programme, planned, Words.load("en"))
            .ifPresent(
                session -> assertThat(session.seconds()).as("%s", planned.step()).isEqualTo(told));
      }
    }
  }

  @Test
  void who_has_trouble_on_the_right_is_shown_the_right_from_getting_ready_on() {
    Programme programme = ShippedPack.programme("ankles");
    Session balance = session(programme, "right", "balance");

    assertThat(balance.parts()).extracting(Session.Part::figure).containsOnly("balance-right");
    assertThat(balance.step().figures().mainOn(balance.planned().sides()))
        .isEqualTo("balance-right");
    assertThat(balance.step().figures().firstOn(balance.planned().sides()))
        .isEqualTo("balance-right");
    assertThat(session(programme, "left", "balance").parts())
        .extracting(Session.Part::figure)
        .containsOnly("balance");
    assertThat(
            session(programme, "right", "band")
                .step()
                .figures()
                .mainOn(session(programme, "right", "band").planned().sides()))
        .isEqualTo("band-up-right");
  }

  @Test
  void the_still_before_a_session_and_the_way_back_show_the_side_that_is_done() {
    Programme programme = ShippedPack.programme("ankles");

    assertThat(session(programme, "right", "knee-to-wall").parts())
        .extracting(Session.Part::figure)
        .containsOnly("knee-to-wall-start-right", "knee-to-wall-right");
    assertThat(session(programme, "left", "knee-to-wall").parts())
        .extracting(Session.Part::figure)
        .containsOnly("knee-to-wall-start", "knee-to-wall");
  }

  @ParameterizedTest
  @ValueSource(strings = {"calf-raises", "band", "balance", "knee-to-wall"})
  void what_is_shown_for_both_sides_is_the_same_on_both(String step) {
    Programme programme = ShippedPack.programme("ankles");
    Set<String> shared = figures(programme, "left", step);
    shared.retainAll(figures(programme, "right", step));

    assertThat(shared)
        .allMatch(
            figure ->
                Optional.ofNullable(programme.figures().get(figure))
                    .orElseThrow()
                    .movement()
                    .poses()
                    .getLast()
                    .isTheSameOnBothSides());
  }

  private static Set<String> figures(Programme programme, String sides, String step) {
    return session(programme, sides, step).parts().stream()
        .map(Session.Part::figure)
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  void a_set_says_what_to_do_and_not_how_to_get_ready() {
    Session raises = session(ShippedPack.programme("ankles"), "both", "calf-raises");

    assertThat(raises.parts())
        .filteredOn(part -> part.moment().equals("set"))
        .isNotEmpty()
        .allMatch(part -> part.say().strip().equals("Rise up high, and lower slowly."));
    assertThat(raises.parts().getFirst().say().strip())
        .isEqualTo("Stand tall. Fingertips on the chair.");
  }

  private static Session session(Programme programme, String sides, String step) {
    for (int day = 0; day < 3; day++) {
      for (PlannedStep planned : plannedOn(programme, sides, day)) {
        if (planned.step().equals(step)) {
          return Session.of(programme, planned, Words.load("en")).orElseThrow();
        }
      }
    }
    throw new AssertionError("nothing is planned of " + step);
  }

  private static List<PlannedStep> plannedOn(Programme programme, String sides, int day) {
    return new Plan(programme)
        .at(journal(programme, sides), START.plusDays(day).toInstant())
        .today()
        .steps();
  }

  /** That of somebody whose trial has just begun. */
  static Journal journal(Programme programme, String sides) {
    Answers answers = NothingToReport.to(programme);
    if (programme.trial().sides().isPresent()) {
      answers =
          answers.with(programme.trial().sides().orElseThrow(), new Answer.Chosen(Set.of(sides)));
    }
    Routine routine =
        new Routine(
            LocalTime.of(7, 0),
            LocalTime.of(23, 0),
            LocalTime.of(9, 0),
            LocalTime.of(17, 30),
            EnumSet.allOf(DayOfWeek.class),
            programme.aids().stream().map(Programme.Aid::id).collect(Collectors.toSet()),
            ZoneId.of("UTC"),
            Optional.empty());
    return Journal.of(
        List.of(
            new Entry.Screened(new UUID(0, 1), START, programme.id(), programme.version(), answers),
            new Entry.Started(new UUID(0, 2), START, routine)));
  }
}

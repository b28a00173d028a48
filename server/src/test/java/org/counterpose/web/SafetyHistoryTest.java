package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.app.NothingToReport;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.journeys.Journey;
import org.counterpose.library.ShippedPack;
import org.counterpose.plan.Moment;
import org.counterpose.plan.Plan;
import org.counterpose.plan.Today;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.programme.SafetyRule;
import org.counterpose.programme.Step;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;
import org.counterpose.words.Words;
import org.junit.jupiter.api.Test;

/** Staff read why a trial is stopped. */
class SafetyHistoryTest {

  private static final Programme PACK = ShippedPack.programme();
  private static final OffsetDateTime START =
      GuidedSessionsTest.journal(PACK, "left").started().at();
  private static final Answer YES = new Answer.YesNo(true);
  private static final String BY_FIRST_CHECK = "5 Jan";
  private static final String BY_FIRST_WEEK = "13 Jan";

  /** As after a safety fix: what stops now was let pass, and the plan went on. */
  @Test
  void an_answer_of_the_first_check_is_told_once_and_not_again_under_the_weeks_since() {
    List<SafetyHistory.Stop> stops =
        stops(PACK, NothingToReport.to(PACK).with("spine-surgery", YES), harmless(), harmless());

    assertThat(stops)
        .singleElement()
        .satisfies(
            stop -> {
              assertThat(stop.when()).contains(BY_FIRST_CHECK);
              assertThat(stop.answers()).singleElement().asString().contains("surgery", "Yes");
              assertThat(stop.before()).isEmpty();
            });
  }

  @Test
  void what_was_answered_again_is_told_each_time() {
    Answers cancer = harmless().with("cancer", YES);

    assertThat(stops(PACK, NothingToReport.to(PACK), cancer, cancer))
        .hasSize(2)
        .allSatisfy(stop -> assertThat(stop.answers()).isNotEmpty());
  }

  @Test
  void who_may_do_none_of_the_steps_is_told_with_the_rule_that_left_them_out() {
    Programme programme = leavingOut(Map.of("first-after-50", steps()));

    assertThat(
            stops(
                programme,
                NothingToReport.to(programme)
                    .with("age", new Answer.Amount(52))
                    .with("first-episode", YES)))
        .singleElement()
        .satisfies(
            stop -> {
              assertThat(stop.asks()).isEqualTo(clinicianFirst(programme));
              assertThat(stop.answers()).hasSize(2);
            });
  }

  @Test
  void what_a_week_leaves_out_is_told_with_what_the_first_check_left_out_before() {
    Programme programme =
        leavingOut(
            Map.of(
                "spine-surgery", steps().subList(0, 1),
                "cancer", steps().subList(1, steps().size())));

    assertThat(
            stops(
                programme,
                NothingToReport.to(programme).with("spine-surgery", YES),
                harmless().with("cancer", YES)))
        .singleElement()
        .satisfies(
            stop -> {
              assertThat(stop.when()).contains(BY_FIRST_WEEK);
              assertThat(stop.asks()).isEqualTo(clinicianFirst(programme));
              assertThat(stop.answers()).singleElement().asString().contains("cancer");
              assertThat(stop.before()).singleElement().asString().contains("surgery");
            });
  }

  /** What stops a trial of such answers now: all that its person is told. */
  private static List<SafetyHistory.Stop> stops(
      Programme programme, Answers first, Answers... weeks) {
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry.Screened(new UUID(0, 1), START, programme.id(), programme.version(), first));
    entries.add(GuidedSessionsTest.journal(programme, "left").started());
    for (Answers week : weeks) {
      entries.add(
          new Entry.WeeklyCheck(
              new UUID(1, entries.size()),
              START.plusDays(8).plusWeeks(entries.size() - 2),
              week,
              List.of(),
              Optional.empty()));
    }
    Journey journey = new Journey(UUID.randomUUID(), new Plan(programme), Journal.of(entries));
    Moment now = journey.at(START.plusDays(20).toInstant());
    List<SafetyHistory.Stop> stops =
        SafetyHistory.of(journey, now, Map.of(), ZoneOffset.UTC, Words.load("en")).stops();

    assertThat(now.today().state())
        .isInstanceOfSatisfying(
            Today.State.Stopped.class,
            stopped ->
                assertThat(stops.stream().flatMap(stop -> stop.told().stream()))
                    .containsAll(
                        stopped.reasons().stream()
                            .map(new Reasons(programme, Words.load("en"))::advice)
                            .toList()));
    assertThat(stops).allMatch(SafetyHistory.Stop::stops);
    return stops;
  }

  private static Answers harmless() {
    Set<String> weekly =
        Set.of("emergency-signs", "cord-signs", "infection-signs", "serious-signs", "cancer");
    Answers answers = Answers.NONE;
    for (String question : weekly) {
      answers = answers.with(question, NothingToReport.to(PACK).to(question).orElseThrow());
    }
    return answers;
  }

  private static String clinicianFirst(Programme programme) {
    return programme.text("outcomes.see-clinician-first.title");
  }

  private static List<String> steps() {
    return PACK.steps().stream().map(Step::id).toList();
  }

  /** The pack with rules that forbid nothing but steps. */
  private static Programme leavingOut(Map<String, List<String>> byRule) {
    List<SafetyRule> safety =
        PACK.safety().stream()
            .map(
                rule ->
                    Optional.ofNullable(byRule.get(rule.id()))
                        .map(
                            steps ->
                                new SafetyRule(
                                    rule.id(),
                                    rule.row(),
                                    rule.when(),
                                    Outcome.ADAPTED,
                                    steps,
                                    rule.sources()))
                        .orElse(rule))
            .toList();
    return new Programme(
        PACK.id(),
        PACK.version(),
        PACK.language(),
        PACK.trial(),
        PACK.approval(),
        PACK.sources(),
        PACK.questions(),
        PACK.sums(),
        PACK.screens(),
        PACK.fit(),
        safety,
        PACK.explanation(),
        PACK.aids(),
        PACK.measures(),
        PACK.steps(),
        PACK.figures(),
        PACK.texts());
  }
}

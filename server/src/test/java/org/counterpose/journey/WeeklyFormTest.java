package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.counterpose.app.Served;
import org.counterpose.journal.Entry;
import org.junit.jupiter.api.Test;

class WeeklyFormTest extends InTheBrowser {

  @Test
  void an_activity_that_is_there_twice_is_told_at_its_field_and_nothing_typed_is_lost() {
    Trial trial = Trial.begunNow(served, clock);
    clock.goOn(Duration.ofDays(7));
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/weekly");
      DaysOfATrialTest.saysNone(visitor);
      visitor.type("input[name=activity-1]", "Driving").type("input[name=score-1]", "4");
      visitor.type("input[name=activity-2]", "Driving").type("input[name=score-2]", "7");
      visitor.type("input[name=activity-3]", "Lifting").tap("form .button.primary");

      assertThat(visitor.page().locator("#wrong-activity-1").count()).isZero();
      assertThat(visitor.page().locator("#wrong-activity-2").isVisible()).as("twice").isTrue();
      assertThat(visitor.page().locator("#wrong-activity-3").isVisible()).as("no score").isTrue();
      assertThat(visitor.page().locator("input[name=activity-3]").inputValue())
          .isEqualTo("Lifting");
      visitor.look("85-weekly-wrong");

      visitor.type("input[name=activity-2]", "Sleeping").type("input[name=score-3]", "0");
      visitor.tap("form .button.primary");
      visitor.page().waitForURL("**/today*");
      assertThat(trial.journey().journal().of(Entry.WeeklyCheck.class))
          .singleElement()
          .satisfies(check -> assertThat(check.activities()).hasSize(3));
    }
  }

  @Test
  void what_was_chosen_in_the_first_week_stands_in_the_weekly_form_and_shows_its_change() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).look("86-today-asks-for-activities");
      visitor.tap(".ask-activities .button").look("87-activities");
      visitor.tap("form .button.primary");
      visitor.page().locator("[role=alert]").waitFor();
      visitor.type("input[name=activity-1]", "Driving").type("input[name=score-1]", "4");
      visitor.type("input[name=activity-2]", "Lifting").tap("form .button.primary");
      visitor.page().locator("#wrong-activity-2").waitFor();
      visitor.look("88-activities-wrong");
      visitor.type("input[name=score-2]", "2").tap("form .button.primary");
      visitor.page().waitForURL("**/today*");
      visitor.look("89-today-activities-kept");
      assertThat(visitor.page().locator(".ask-activities").count()).isZero();

      clock.goOn(Duration.ofDays(15));
      visitor.open("/weekly").look("90-weekly-with-activities");
      assertThat(visitor.page().locator("input[name=activity-1]").inputValue())
          .isEqualTo("Driving");
      assertThat(visitor.page().locator("input[name=activity-2]").inputValue())
          .isEqualTo("Lifting");
      DaysOfATrialTest.saysNone(visitor);
      visitor.type("input[name=score-1]", "7").tap("form .button.primary");
      visitor.page().waitForURL("**/today*");

      assertThat(trial.journey().journal().of(Entry.WeeklyCheck.class))
          .singleElement()
          .satisfies(
              check ->
                  assertThat(check.activities())
                      .as("a score left empty is skipped")
                      .containsExactly(new Entry.Activity("Driving", 7)));
      assertThat(trial.journey().otherMeasures(clock.instant()).function())
          .hasValueSatisfying(change -> assertThat(change.change()).isEqualTo(3));
      assertThat(trial.journey().activities(clock.instant())).containsExactly("Driving", "Lifting");
    }
  }

  @Test
  void without_a_script_the_choice_is_kept_too_and_may_be_put_off() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = atDesk()) {
      visitor.open(trial.link()).open("/activities").look("87-activities");
    }
    try (Visitor visitor = withoutScript()) {
      visitor.open(trial.link()).open("/activities").tap("main .button.quiet");
      assertThat(visitor.path()).isEqualTo("/today");
      visitor.tap(".ask-activities .button");
      visitor.type("input[name=activity-3]", "Sleeping").type("input[name=score-3]", "10");
      visitor.tap("form .button.primary");
      assertThat(visitor.path()).startsWith("/today");
    }
    assertThat(trial.journey().activities(clock.instant())).containsExactly("Sleeping");
  }

  @Test
  void one_tap_says_that_none_of_the_signs_fits_and_a_slip_beside_a_sign_is_told() {
    Trial trial = Trial.ofAnkles(served, clock, "both");
    clock.goOn(Duration.ofDays(7));
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/weekly").look("91-weekly-ankles");
      visitor.tap("label:has(input[value=calf-swollen])");
      DaysOfATrialTest.saysNone(visitor);
      visitor.tap("form .button.primary");
      assertThat(visitor.page().locator("[role=alert]").innerText()).contains("Untick it");
      assertThat(visitor.page().locator("input[value=calf-swollen]").isChecked()).isTrue();
      visitor.look("92-weekly-both");

      visitor.tap("label:has(input[value=calf-swollen])").tap("form .button.primary");
      visitor.page().waitForURL("**/today*");
    }
    assertThat(trial.journey().journal().of(Entry.WeeklyCheck.class))
        .singleElement()
        .satisfies(check -> assertThat(check.safety().byQuestion()).hasSize(9));
  }

  @Test
  void what_the_api_refuses_in_a_week_the_form_refuses_too() {
    Trial trial = Trial.begunNow(served, clock);
    for (String wrong :
        new String[] {
          "activity-1=" + encoded("Dri\0ving") + "&score-1=4",
          "activity-1=Driving&score-1=4.5",
          "activity-1=" + "x".repeat(81) + "&score-1=4",
          "score-2=4",
          "change=6"
        }) {
      Served.Answer answer =
          served.send(
              "POST",
              "/weekly",
              (wrong
                      + "&emergency-signs=none-of-these&cord-signs=none-of-these"
                      + "&infection-signs=none-of-these&serious-signs=none-of-these&cancer=no")
                  .getBytes(StandardCharsets.UTF_8),
              "Content-Type",
              "application/x-www-form-urlencoded",
              "Cookie",
              "journey=" + trial.id() + "." + trial.key());

      assertThat(answer.status()).as(wrong).isEqualTo(422);
      assertThat(answer.body()).as(wrong).contains("class=\"wrong\"");
    }
    assertThat(trial.journey().journal().of(Entry.WeeklyCheck.class)).isEmpty();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

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
      for (String question :
          new String[] {"emergency-signs", "cord-signs", "infection-signs", "serious-signs"}) {
        visitor.tap("label:has(input[name=" + question + "][value=none-of-these])");
      }
      visitor.tap("label:has(input[name=cancer][value=no])");
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

package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.counterpose.journal.Entry;
import org.counterpose.plan.Compared;
import org.counterpose.plan.Today;
import org.junit.jupiter.api.Test;

class WhichPartHelpsTest extends InTheBrowser {

  @Test
  void who_chooses_a_part_is_asked_for_the_rest_on_drawn_days_and_reads_what_they_show() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/progress").tap("a[href='/compare']");
      visitor.look("95-compare");
      visitor.tap("form .button.primary");
      visitor.page().locator("[role=alert]").waitFor();
      visitor.look("96-compare-nothing-chosen");
      visitor.tap("label:has-text('Rolled towel')").tap("form .button.primary");
      visitor.page().locator("button[name=end]").waitFor();
      visitor.look("97-compare-runs");
      assertThat(trial.journey().journal().of(Entry.Comparing.class))
          .singleElement()
          .satisfies(
              chosen -> {
                assertThat(chosen.step()).contains("rolled-towel");
                assertThat(chosen.pooled()).isFalse();
              });

      trial.ratedUntil(8, day -> 5 + day % 2);
      int day = 8;
      while (!isWithout(trial)) {
        trial.goesOn(day, day + 1, at -> 5 + at % 2, at -> Double.NaN);
        day++;
      }
      visitor.open("/today").look("98-today-without-a-part");
      assertThat(visitor.page().locator("main").innerText())
          .contains("Left out today for your comparison");
      trial.goesOn(day, 28, at -> 5 + at % 2, at -> Double.NaN);
      visitor.open("/verdict").look("99-verdict-which-part");
      assertThat(visitor.page().locator("main").innerText())
          .contains("Which part helps?", "rated days without and");
      clock.goOn(Duration.ofDays(1));
      visitor.open("/compare").look("99-compare-over");
      assertThat(visitor.page().locator("main").innerText()).contains("rated days without and");
    }
  }

  @Test
  void ending_it_brings_the_part_back_at_once() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/compare");
      visitor
          .tap("label:has-text('Rolled towel')")
          .tap("label:has-text('The clinic may add')")
          .tap("form .button.primary");
      visitor.page().locator("button[name=end]").waitFor();
      assertThat(compared(trial).pooled()).isTrue();
      trial.ratedUntil(8, day -> 5);
      int day = 8;
      while (!isWithout(trial)) {
        trial.goesOn(day, day + 1, at -> 5, at -> Double.NaN);
        day++;
      }
      visitor.open("/compare").tap("text=Do not add my days");
      visitor.page().locator("text=Let the clinic add").waitFor();
      assertThat(compared(trial).pooled()).isFalse();
      assertThat(isWithout(trial)).as("the same comparison goes on").isTrue();
      clock.goOn(Duration.ofMinutes(1));
      visitor.tap("text=Let the clinic add");
      visitor.page().locator("text=Do not add my days").waitFor();
      clock.goOn(Duration.ofMinutes(1));
      visitor.tap("button[name=end]");
      visitor.page().locator("input[name=step]").first().waitFor();

      assertThat(isWithout(trial)).isFalse();
      assertThat(compared(trial).pooled()).as("whose choice it was stays").isTrue();
      visitor.open("/progress");
      assertThat(visitor.page().locator("main").innerText()).contains("Ended the comparison");
    }
  }

  private static Compared compared(Trial trial) {
    return trial.journey().compared(trial.now()).orElseThrow();
  }

  private static boolean isWithout(Trial trial) {
    return trial.journey().today(trial.now()).leftOut().stream()
        .anyMatch(left -> left.cause() instanceof Today.LeftOut.Cause.ForComparison);
  }
}

package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Somebody in New York whose plan may go by the clock of another place. */
class AwayFromHomeTest extends InTheBrowser {

  private static final String NOTE = "[data-plan-zone]";

  @Test
  void who_is_in_another_zone_than_their_plan_is_told_so_and_led_to_where_it_is_changed() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor phone = onPhone();
        Visitor desk = atDesk()) {
      phone.open(trial.link()).open("/today");
      assertThat(phone.page().locator(NOTE).isVisible()).as("at home").isFalse();

      phone.open("/routine");
      goesBy(phone, "Europe/Berlin");
      phone.open("/today");
      phone.page().locator(NOTE).waitFor();
      assertThat(phone.page().locator(NOTE).innerText()).contains("Central European Time (Berlin)");
      phone.look("97-today-away");
      desk.open(trial.link()).open("/today").look("97-today-away");

      phone.waits(Duration.ofMinutes(1)).tap(NOTE + " a");
      goesBy(phone, "America/Toronto");
      phone.open("/today");
      assertThat(phone.page().locator(NOTE).isVisible()).as("the same clock").isFalse();
    }
  }

  private static void goesBy(Visitor visitor, String zone) {
    visitor.page().locator("select[name=zone]").selectOption(zone);
    visitor.tap("form[action='/routine'] button.primary");
    visitor.page().waitForURL("**/today*");
  }
}

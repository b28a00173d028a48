package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.junit.jupiter.api.Test;

/** Nothing is offered from a device that the clinic would not offer any more. */
class StoppedWithoutANetworkTest extends WithoutANetwork {

  @Test
  void after_a_stop_for_pain_nothing_is_offered_and_the_signs_and_whom_to_call_are_there() {
    try (Visitor phone = phoneThatKeepsIt()) {
      server.stop();
      phone.open("/step/rolled-towel/morning/stop").tap("button[value=pain]");
      phone.page().waitForURL("**/worse");
      phone.look("97-worse-away");
      assertThat(phone.page().locator("main").innerText())
          .contains("We cannot ask you now", "Call 911")
          .doesNotContain("fine");
      assertThat(phone.page().locator("main section").first().innerText()).contains("Call 911");
      phone.open("/today");
      waits(phone, 1);
      phone.look("97-today-questions-away");
      offersNothing(phone);
      phone.open("/step/rolled-towel/morning").page().waitForURL("**/worse");

      isBack();
      phone.open("/today");
      phone.page().locator(".ask-safety-check").waitFor();
      until(phone, NOTHING_WAITS);
    }
  }

  @Test
  void what_the_clinic_stopped_in_between_wins_as_soon_as_it_can_be_reached() {
    try (Visitor phone = phoneThatKeepsIt()) {
      server.stop();
      phone.open("/today");
      assertThat(phone.page().locator(".next").isVisible()).isTrue();
      isBack();
      paused();
      aMinuteIsOver(phone);
      phone.open("/today");
      assertThat(phone.page().locator(".next").count()).isZero();
      until(phone, KEPT_AS_IT_STANDS);
      server.stop();

      isFromTheDevice(phone.open("/today"));
      assertThat(phone.page().locator("main").innerText()).contains("Rest a few days");
    }
  }

  @Test
  void after_a_stop_for_pain_that_was_sent_nothing_is_offered_from_what_was_kept_before_it() {
    try (Visitor phone = phoneThatKeepsIt()) {
      phone.open("/step/rolled-towel/morning/stop").tap("button[value=pain]");
      phone.page().waitForURL("**/worse");
      until(phone, NOTHING_WAITS);
      server.stop();

      for (String page : List.of("/today", "/step/rolled-towel/morning")) {
        saysThatThePlanChanged(phone.open(page));
        assertThat(phone.page().locator(".emergency").innerText()).contains("Call 911");
      }
      phone.look("97-today-changed").widened().look("97-today-changed");
      phone.open("/step/rolled-towel/morning/stop");
      assertThat(phone.heading()).isNotEqualTo("Your plan is not the same any more");
      phone.open("/today");

      isBack();
      phone.waits(Duration.ofSeconds(31)); // the page looks whether there is a network again
      phone.page().locator(".ask-safety-check").waitFor();
    }
  }

  @Test
  void what_the_clinic_stopped_is_offered_no_more_by_a_device_that_has_no_room_for_the_new_plan() {
    try (Visitor phone = phoneThatKeepsIt()) {
      inWorker(
          phone,
          "Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'))");
      aMinuteIsOver(phone);
      paused();
      phone.open("/today");
      phone.page().locator("[data-notice=not-kept]").waitFor();
      server.stop();

      saysThatThePlanChanged(phone.open("/today"));
    }
  }

  @Test
  void what_changed_while_the_device_was_fetching_the_plan_is_fetched_once_more() {
    try (Visitor phone = phoneThatKeepsIt()) {
      paused();
      theWorkerWaitsWithWhatItFetches(phone);
      aMinuteIsOver(phone);
      clock.goOn(Duration.ofMinutes(1)); // entries of one moment have no order that a test may tell
      trial.add(new Entry.Resumed(UUID.randomUUID(), trial.nowThere(), Optional.of("Dr Rivera")));
      phone.open("/today");
      inWorker(phone, "self.goOn()");
      until(phone, KEPT_AS_IT_STANDS);
      server.stop();

      phone.open("/today");
      assertThat(phone.page().locator(".next").isVisible()).isTrue();
    }
  }

  @Test
  void a_rating_far_above_the_days_before_is_asked_about_first_also_without_a_network() {
    trial.ratedUntil(3, day -> 2);
    clock.goOn(Duration.ofDays(1));
    try (Visitor phone = phoneThatKeepsIt()) {
      server.stop();
      phone.open("/today").tap(".scale button[value='4']");
      waits(phone, 1);
      assertThat(phone.page().locator("[data-next]").count()).isEqualTo(1);
      phone.tap(".scale button[value='5']");
      waits(phone, 2);

      assertThat(phone.page().locator("[data-next]").count()).isZero();
      phone.open("/step/rolled-towel/morning").page().waitForURL("**/worse");
    }
  }

  @Test
  void so_is_one_that_is_given_on_a_page_that_was_open_when_the_network_went() {
    trial.ratedUntil(3, day -> 2);
    clock.goOn(Duration.ofDays(1));
    try (Visitor phone = phoneThatKeepsIt()) {
      phone.open("/today");
      server.stop();
      phone.tap(".scale button[value='9']");
      waits(phone, 1);
      offersNothing(phone);

      phone.open("/step/rolled-towel/morning").page().waitForURL("**/worse");
    }
  }

  @Test
  void after_a_stop_for_pain_on_a_device_without_a_kept_day_the_signs_are_there() {
    try (Visitor phone = phoneThatKeepsIt()) {
      phone.open("/step/rolled-towel/morning/stop");
      losesWhatIsKept(phone);
      server.stop();
      phone.tap("button[value=pain]");
      phone.page().locator("[data-notice=network]").waitFor();

      assertThat(phone.page().locator("[data-after-pain]").isVisible())
          .as("signs and whom to call")
          .isTrue();
    }
  }
}

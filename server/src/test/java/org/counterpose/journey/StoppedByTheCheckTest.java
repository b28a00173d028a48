package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody on a phone can do at a stop of the check: call, and put a slip right. */
class StoppedByTheCheckTest extends InTheBrowser {

  private static final String MISTAKE = ".back[href*='/check']";

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void a_tap_on_the_number_dials_it(String language) {
    try (Visitor visitor = onPhone()) {
      tellChestPain(visitor.with("language=" + language));

      Locator call = visitor.page().locator("main .emergency a[href='tel:911']");
      assertThat(call.innerText()).isEqualTo("911");
      assertThat(call.boundingBox().height).isGreaterThanOrEqualTo(44);
      assertThat(visitor.page().locator(".foot a[href='tel:911']").isVisible()).isTrue();
      visitor.look("a2-emergency-" + language).widened().look("a2-emergency-" + language);
    }
  }

  @Test
  void a_slip_is_put_right_on_the_screen_where_it_was_made() {
    try (Visitor visitor = onPhone()) {
      tellChestPain(visitor);
      visitor.tap(MISTAKE);
      assertThat(visitor.path()).isEqualTo("/programmes/mid-back/check/signs-now");
      assertThat(visitor.page().locator("input[value=chest-pain]").isChecked()).isTrue();

      visitor.tap("button[value=only]");
      assertThat(visitor.heading()).as("nothing was changed").isEqualTo("Get emergency help now");

      visitor.tap(MISTAKE).tap("label:has(input[value=chest-pain])").tap("button[value=none]");
      assertThat(visitor.path()).isEqualTo("/programmes/mid-back/check/signs-illness");
    }
  }

  @Test
  void of_two_signs_the_other_still_stops_once_one_was_taken_back() {
    try (Visitor visitor = onPhone()) {
      toTheSigns(visitor).tap("button[value=none]").tap("label:has(input[value=fever])");
      visitor.tap("label:has(input[value=weight-loss])").tap("button[value=only]");
      assertThat(visitor.page().locator("main .answer").count()).isEqualTo(2);

      visitor.tap(MISTAKE).tap("label:has(input[value=fever])").tap("button[value=only]");

      assertThat(visitor.heading()).isEqualTo("Speak to a doctor today");
      assertThat(visitor.page().locator("main .answer").count()).isEqualTo(1);
    }
  }

  @Test
  void on_a_device_that_holds_a_trial_no_link_leads_back_from_a_stop() {
    Trial own = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      tellChestPain(visitor.open(own.link()));

      assertThat(visitor.heading()).isEqualTo("Get emergency help now");
      assertThat(visitor.page().locator("main a[href*='/check']").count()).isZero();
    }
  }

  private static Visitor toTheSigns(Visitor visitor) {
    visitor.open("/programmes/mid-back/check").tap("label:has(input[value=stiffness])");
    visitor.tap("button[value=chosen]").tap("button[value=none]");
    visitor.tap("label:has(input[name=hours-sitting][value='8'])").tap(".check-buttons button");
    return visitor.tap("button[value='6']");
  }

  private static void tellChestPain(Visitor visitor) {
    toTheSigns(visitor).tap("label:has(input[value=chest-pain])").tap("button[value=only]");
  }
}

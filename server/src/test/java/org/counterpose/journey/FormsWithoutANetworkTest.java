package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.counterpose.journal.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A form that is sent while nobody answers: it says so, and nothing of it is lost. */
class FormsWithoutANetworkTest extends WithoutANetwork {

  private static final String ROUTINE = "form[action='/routine'] button";

  @ParameterizedTest
  @CsvSource({
    "/weekly,   form[action='/weekly'] button",
    "/worse,    form[action='/worse'] button",
    "/pause,    form[action='/pause'] button",
    "/clinic,   form[action='/clinic/share'] button",
    "/keep,     form[action='/keep/link'] button",
    "/forget,   button[value=yes]"
  })
  void each_of_them_is_answered_by_a_page_of_ours_with_whom_to_call_and_changes_nothing(
      String page, String button) {
    try (Visitor phone = phoneThatKeepsIt()) {
      phone.open(page);
      server.stop();
      phone.page().locator(button).last().click(NOW);

      assertThat(phone.heading()).isEqualTo("This needs the network");
      assertThat(phone.page().locator(".emergency").innerText()).contains("Call 911");
      isBack();
      assertThat(trial.journey().journal().all()).hasSize(2);
    }
  }

  @Test
  void what_was_filled_in_goes_again_from_the_page_that_says_that_it_was_not_sent() {
    try (Visitor phone = phoneThatKeepsIt()) {
      phone.open("/routine").type("input[name=wake]", "05:30");
      server.stop();
      phone.tap(ROUTINE).look("97-unsent").widened().look("97-unsent").narrowed();
      phone.tap("[data-unsent-form] button");
      assertThat(phone.heading()).as("still away").isEqualTo("This needs the network");

      isBack();
      phone.tap("[data-unsent-form] button");
      phone.page().waitForURL("**/today*");
      assertThat(trial.journey().journal().routine().wake()).isEqualTo(LocalTime.of(5, 30));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void what_a_proxy_answers_while_the_server_starts_again_loses_no_form_and_leaves_the_plan_offered(
      int status) {
    try (Visitor phone = phoneThatKeepsIt()) {
      phone.open("/routine").type("input[name=wake]", "05:30");
      server.stop();
      try (DoorOnTheWay _ = DoorOnTheWay.inPlaceOf(server, status)) {
        phone.tap(ROUTINE);
        assertThat(phone.heading()).isEqualTo("This needs the network");
        assertThat(phone.page().evaluate(KEPT)).as("the plan is as it was").isEqualTo(true);
      }

      isBack();
      phone.tap("[data-unsent-form] button");
      phone.page().waitForURL("**/today*");
      assertThat(trial.journey().journal().routine().wake()).isEqualTo(LocalTime.of(5, 30));
    }
  }

  @Test
  void what_is_filled_in_never_becomes_part_of_the_page() {
    try (Visitor phone = phoneThatKeepsIt()) {
      phone.open("/activities").type("input[name=activity-1]", TRICK);
      server.stop();
      phone.tap("form[action='/activities'] button.primary");

      assertThat(phone.page().locator("input[name=activity-1]").inputValue()).isEqualTo(TRICK);
      assertThat(phone.page().locator("b").count()).isZero();
      isBack();
      assertThat(trial.journey().journal().of(Entry.Activities.class)).isEmpty();
    }
  }

  private static final String TRICK = "\"><b>$& </script> & '";

  private static final com.microsoft.playwright.Locator.ClickOptions NOW =
      new com.microsoft.playwright.Locator.ClickOptions().setForce(true);
}

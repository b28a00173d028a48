package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
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
        phone.tap(ROUTINE).look("97-unsure").widened().look("97-unsure").narrowed();
        assertThat(phone.heading()).isEqualTo("It is not known whether this arrived");
        assertThat(phone.page().locator(".lead").innerText())
            .contains("It does not count twice")
            .doesNotContain("network", "nothing was sent");
        assertThat(phone.page().locator("body").innerText()).doesNotContain("There is no network");
        assertThat(phone.page().locator(".emergency").innerText()).contains("Call 911");
        assertThat(phone.page().evaluate(KEPT)).as("the plan is as it was").isEqualTo(true);
      }

      isBack();
      phone.tap("[data-unsent-form] button");
      phone.page().waitForURL("**/today*");
      assertThat(trial.journey().journal().routine().wake()).isEqualTo(LocalTime.of(5, 30));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/weekly,     form[action='/weekly'] .primary",
    "/worse,      form[action='/worse'] .primary",
    "/activities, form[action='/activities'] .primary",
    "/clinic,     form[action='/clinic/ask'] .primary",
  })
  void what_arrived_although_a_proxy_gave_up_waiting_counts_once_when_it_goes_again(
      String page, String button) {
    TheClinicsSideTest.share(server.served().server().practice(), trial, "Ana B.");
    try (Visitor phone = phoneThatKeepsIt()) {
      phone.open(page);
      fillIn(phone);
      inWorker(phone, THE_NEXT_ANSWER_IS_LOST);
      phone.tap(button);
      assertThat(phone.heading()).isEqualTo("It is not known whether this arrived");
      assertThat(trial.journey().journal().all()).as("it arrived").hasSize(3);

      phone.tap("[data-unsent-form] button");
      phone.page().waitForURL(url -> url.matches(".*/(today|clinic)(\\?.*)?"));
      assertThat(trial.journey().journal().all()).hasSize(3);
    }
  }

  /** Whatever the page asks. */
  private static void fillIn(Visitor phone) {
    if (phone.page().locator("input[name=said]").count() > 0) {
      DaysOfATrialTest.saysNone(phone);
    }
    fill(phone, "input[name=activity-1]", "Driving");
    fill(phone, "input[name=score-1]", "4");
    fill(phone, "textarea[name=text]", "May I swim?");
  }

  private static void fill(Visitor phone, String field, String text) {
    if (phone.page().locator(field).count() > 0) {
      phone.type(field, text);
    }
  }

  @Test
  void what_the_clinic_itself_cannot_keep_is_told_in_its_own_words() throws SQLException {
    try (Visitor phone = phoneThatKeepsIt()) {
      phone.open("/pause");
      try (Connection _ = server.writesElsewhere()) {
        phone.page().evaluate("document.querySelector(\"form[action='/pause']\").requestSubmit()");
        phone
            .page()
            .locator("main", new Page.LocatorOptions().setHasText("This was not saved"))
            .waitFor(
                new Locator.WaitForOptions().setTimeout(60_000)); // the store waits for its turn
        assertThat(phone.page().locator("main").innerText()).contains("Try again in a minute");
      }
      assertThat(phone.page().evaluate(KEPT)).as("the plan is as it was").isEqualTo(true);
      assertThat(trial.journey().journal().all()).hasSize(2);
    }
  }

  /** As where a proxy on the way does not wait any longer for what the clinic does. */
  private static final String THE_NEXT_ANSWER_IS_LOST =
      """
      (() => {
        const real = self.fetch;
        self.fetch = async (asked, how) => {
          const answer = await real(asked, how);
          if (asked.method !== "POST") return answer;
          self.fetch = real;
          return new Response("gateway timeout", { status: 504 });
        };
      })()
      """;

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

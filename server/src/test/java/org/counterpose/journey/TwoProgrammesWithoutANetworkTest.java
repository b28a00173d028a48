package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.people.Device;
import org.counterpose.people.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody on two programmes at once does the sessions of both without a network. */
class TwoProgrammesWithoutANetworkTest extends WithoutANetwork {

  private static final String OF_THE_BACK = ".row:has(input[value='rolled-towel'])";

  private Trial ankles;

  @BeforeEach
  void beginTheOther() {
    clock.goOn(Duration.ofMinutes(1));
    ankles = Trial.ofAnkles(server.served(), clock, "left");
  }

  @Test
  void a_session_of_the_other_plan_opens_from_the_device_and_arrives_in_its_own_trial() {
    try (Visitor phone = phoneThatKeepsBoth()) {
      server.stop();
      phone.open("/today").look("97-both-away").widened().look("97-both-away").narrowed();
      Object first = phone.page().locator("[data-day]").getAttribute("data-day");
      assertThat(first).asString().contains(ankles.id().toString());
      phone.tap(OF_THE_BACK + " button");
      assertThat(phone.path()).isEqualTo("/step/rolled-towel/morning");
      phone.tap("[data-start]").waits(Duration.ofSeconds(325));
      phone.page().waitForURL("**/today");
      waits(phone, 1);
      assertThat(phone.page().locator(".eyebrow").first().innerText()).contains("of 21");
      assertThat(phone.page().locator(".row.is-done").innerText()).contains("Rolled towel");
      phone.tap(".scale button[value='4']");
      waits(phone, 2);

      isBack();
      phone.open("/today");
      until(phone, NOTHING_WAITS);
      assertThat(trial.journey().journal().of(Entry.SessionDone.class)).hasSize(1);
      assertThat(trial.journey().journal().of(Entry.Rated.class)).hasSize(1);
      assertThat(ankles.at(server.served()).journey().journal().all()).hasSize(2);
      assertThat(phone.page().locator("[data-day]").getAttribute("data-day"))
          .as("the plan that was chosen without a network is the open one")
          .contains("\"trial\":\"" + trial.id());
    }
  }

  @Test
  void what_was_done_of_one_plan_is_ticked_off_in_the_day_of_the_other() {
    try (Visitor phone = phoneThatKeepsBoth()) {
      server.stop();
      phone.open("/today").tap(OF_THE_BACK + " button").tap("[data-start]");
      phone.waits(Duration.ofSeconds(325)).page().waitForURL("**/today");
      waits(phone, 1);
      opens(phone, ankles);

      Locator done = phone.page().locator(".row.is-done");
      done.waitFor();
      assertThat(done.innerText()).contains("Rolled towel", "✓").doesNotContain("Open");
      assertThat(phone.page().locator("[data-next] h2").innerText()).isEqualTo("Calf raises");
      assertThat(phone.page().locator("[data-next] .avoid").textContent())
          .contains("Anyone who has nothing firm to hold.")
          .doesNotContain("thin or weak bones");
      assertThat(phone.page().locator(".ring-text").innerHTML()).startsWith("1/");
    }
  }

  @Test
  void a_session_is_ticked_off_in_its_own_plan_where_both_have_a_step_of_that_name() {
    Trial again = Trial.begunNow(server.served(), clock);
    try (Visitor phone = phoneThatKeepsBoth(again)) {
      server.stop();
      phone.open("/step/rolled-towel/morning").tap("[data-start]");
      phone.waits(Duration.ofSeconds(325)).page().waitForURL("**/today");
      waits(phone, 1);

      assertThat(theOneDone(phone)).doesNotContain("other plan");
      opens(phone, trial);

      assertThat(theOneDone(phone)).contains("other plan", "✓");
      assertThat(phone.page().locator(".ring-text").innerHTML()).startsWith("1/");
    }
  }

  @Test
  void after_a_stop_for_pain_in_one_the_other_goes_on_without_its_sessions() {
    try (Visitor phone = phoneThatKeepsBoth()) {
      server.stop();
      phone.open("/today").tap(OF_THE_BACK + " button");
      phone.open("/step/rolled-towel/morning/stop").tap("button[value=pain]");
      phone.page().waitForURL("**/worse");
      phone.open("/today");
      waits(phone, 1);
      offersNothing(phone);

      phone.open("/step/rolled-towel/morning").page().waitForURL("**/worse");
      opens(phone, ankles);
      assertThat(rows(phone).allInnerTexts())
          .anyMatch(row -> row.contains("Calf raises"))
          .noneMatch(row -> row.contains("Rolled towel"));
      isBack();
      phone.open("/today");
      until(phone, NOTHING_WAITS);
    }
  }

  @Test
  void after_a_stop_for_pain_the_signs_are_there_also_where_something_of_the_other_waits_longer() {
    try (Visitor phone = phoneThatKeepsBoth()) {
      server.stop();
      opens(phone, trial);
      phone.tap(".scale button[value='4']");
      waits(phone, 1);
      opens(phone, ankles);
      String session = phone.page().locator(".row a[href^='/step/']").first().getAttribute("href");
      phone.open(session + "/stop");
      losesWhatIsKept(phone);
      phone.tap("button[value=pain]");
      phone.page().locator("[data-notice=network]").waitFor();

      assertThat(phone.page().locator("[data-after-pain]").isVisible())
          .as("signs and whom to call")
          .isTrue();
    }
  }

  /** As the form of the list does that was there before. */
  private static void opens(Visitor visitor, Trial trial) {
    visitor
        .page()
        .evaluate(
            """
            (trial) => {
              const form = document.createElement("form");
              form.method = "post";
              form.action = "/trials";
              form.innerHTML = '<input name="trial" value="' + trial + '">';
              document.body.append(form);
              form.submit();
            }
            """,
            trial.id().toString());
    visitor.page().waitForURL("**/today");
    rows(visitor).first().waitFor();
  }

  private static String theOneDone(Visitor visitor) {
    Locator done = visitor.page().locator(".row.is-done");
    done.waitFor();
    return done.innerText();
  }

  private static Locator rows(Visitor visitor) {
    return visitor.page().locator(".row");
  }

  /** Signed in to both; the one that began last is the open one. */
  private Visitor phoneThatKeepsBoth() {
    return phoneThatKeepsBoth(ankles);
  }

  private Visitor phoneThatKeepsBoth(Trial open) {
    People people = server.served().server().practice().people();
    UUID account = people.accounts().of(trial.id());
    assertThat(people.accounts().bring(open.id(), account)).isTrue();
    return keeps(
        onPhone()
            .with("person=" + people.personSessions().begin(account, new Device("A phone")).text()),
        "/today");
  }
}

package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.counterpose.people.People;
import org.junit.jupiter.api.Test;

class OneTrialADeviceTest extends InTheBrowser {

  @Test
  void a_link_to_another_trial_asks_before_the_one_on_this_device_is_gone() {
    Trial other = Trial.begunNow(served, clock);
    clock.goOn(Duration.ofDays(4));
    Trial own = Trial.begunNow(served, clock);
    clock.goOn(Duration.ofDays(2));
    try (Visitor visitor = onPhone();
        Visitor desk = atDesk()) {
      visitor.open(own.link()).open(own.link());
      assertThat(visitor.path()).as("its own link leads straight on").isEqualTo("/today");

      visitor.open(other.link()).look("80-held");
      assertThat(visitor.heading()).isEqualTo("This device already holds a trial");
      assertThat(visitor.page().locator(".lead").innerText())
          .contains("mid-back", "Today is day 3. It began on Friday 27 November.");
      assertThat(visitor.page().locator("#link").inputValue()).endsWith(own.link());
      visitor.tap("main a.button.primary");
      assertThat(dayOnToday(visitor)).contains("day 3 of 21");

      visitor.open(other.link()).tap("[name=instead-of]").tap("form:has([name=instead-of]) button");
      visitor.page().waitForURL("**/today");
      assertThat(dayOnToday(visitor)).contains("day 7 of 21");
      visitor.open(own.link());
      assertThat(visitor.heading()).as("and back").isEqualTo("This device already holds a trial");

      desk.open(own.link()).open(other.link()).look("80-held");
    }
  }

  @Test
  void a_new_start_asks_before_the_trial_that_runs_is_gone() {
    Trial own = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      visitor.open(own.link());
      answersTheMidBackCheck(visitor);
      visitor.tap("main .button.primary").look("81-held-new");
      assertThat(visitor.heading()).isEqualTo("This device already holds a trial");
      assertThat(visitor.page().locator("#link").inputValue()).endsWith(own.link());
      visitor.tap("form:has([name=instead-of]) button");
      visitor.open("/programmes/mid-back/start");
      assertThat(visitor.heading())
          .as("nothing was said of the link")
          .isEqualTo("This device already holds a trial");

      visitor
          .tap("[name=instead-of]")
          .tap("form:has([name=instead-of]) button")
          .look("82-start-instead");
      visitor.tap("form .button.primary");
      assertThat(visitor.path()).isEqualTo("/today?begun");
      visitor.open("/keep");
      assertThat(visitor.page().locator("#link").inputValue()).doesNotEndWith(own.link());
      assertThat(own.journey().id()).as("nothing is erased").isEqualTo(own.id());
    }
  }

  @Test
  void another_programme_can_begin_beside_the_one_that_runs_and_both_share_the_day() {
    Trial ankles = Trial.ofAnkles(served, clock, "left");
    try (Visitor visitor = onPhone()) {
      visitor.open(ankles.link());
      answersTheMidBackCheck(visitor);
      visitor.tap("main .button.primary").look("81-held-beside");
      visitor.widened().look("81-held-beside").narrowed();

      visitor.tap("button[name=beside]").tap("form .button.primary");
      assertThat(visitor.path()).isEqualTo("/today?begun");
      visitor.open("/today").look("83-both");
      assertThat(visitor.page().locator("main").innerText())
          .contains("Rolled towel", "Calf raises", "other plan Six weeks for steadier ankles");
      visitor.open("/plan").look("83-plan-both").widened().look("83-plan-both").narrowed();
      assertThat(visitor.page().locator("main").innerText())
          .contains("Rolled towel", "Calf raises", "other plan Six weeks for steadier ankles");
      assertThat(visitor.page().locator(".plans").innerText())
          .contains("Plan: A fair trial for a stiff mid-back");
      visitor.open("/keep").look("83-keep-both");
      assertThat(visitor.page().locator("main").innerText())
          .contains("It opens this plan alone: A fair trial for a stiff mid-back.");
      visitor.open("/privacy-settings").tap(".plans button");
      assertThat(visitor.page().locator(".plans").innerText())
          .contains("Plan: Six weeks for steadier ankles");
      assertThat(visitor.page().locator("#rating").innerText())
          .contains("For this plan: Six weeks for steadier ankles.");

      visitor.open("/step/calf-raises/morning").tap("[data-start]").tap("[data-pause]");
      visitor.open("/today").tap(".plans button").open("/step/rolled-towel/morning");
      visitor.tap("[data-start]").open("/today").tap(".plans button");
      visitor.open("/step/calf-raises/morning");
      assertThat(visitor.state()).as("one rests while the other runs").isEqualTo("paused");
    }
  }

  @Test
  void who_holds_the_link_of_one_of_several_trials_is_not_let_in_to_the_others_by_one_more() {
    Trial first = Trial.ofAnkles(served, clock, "left");
    Trial second = Trial.ofAnkles(served, clock, "right");
    People people = served.server().practice().people();
    people.accounts().bring(second.id(), people.accounts().of(first.id()));
    try (Visitor visitor = onPhone()) {
      visitor.open(second.link());
      answersTheMidBackCheck(visitor);
      visitor.tap("main .button.primary").look("81-held-sign-in");
      assertThat(visitor.page().locator("button[name=beside]").count()).isZero();

      visitor.open("/programmes/mid-back/start?beside=" + second.id());
      assertThat(visitor.heading()).isEqualTo("This device already holds a trial");
      assertThat(visitor.page().context().cookies())
          .noneMatch(cookie -> cookie.name.equals("person"));
    }
  }

  private static void answersTheMidBackCheck(Visitor visitor) {
    visitor.open("/programmes/mid-back/check");
    visitor.tap("label:has(input[value=stiffness])").tap("button[value=chosen]");
    visitor.tap("button[value=none]");
    visitor.tap("label:has(input[name=hours-sitting][value='8'])").tap(".check-buttons button");
    visitor.tap("button[value='6']").tap("button[value=none]").tap("button[value=none]");
    visitor.type("input[name=age]", "42").tap("button[value=none]").tap("button[value=none]");
  }

  @Test
  void an_erased_trial_is_replaced_without_a_question() {
    Trial own = Trial.begunNow(served, clock);
    Trial other = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      visitor.open(own.link());
      served.server().practice().journeys().erase(own.journey());

      visitor.open(other.link());
      assertThat(visitor.path()).isEqualTo("/today");
    }
  }

  @Test
  void a_session_of_another_trial_on_this_phone_is_not_taken_for_the_own_one() {
    Trial first = Trial.begunNow(served, clock);
    Trial second = Trial.begunNow(served, clock);
    String session = "/step/thread-the-needle/after-work";
    try (Visitor visitor = onPhone()) {
      visitor.open(first.link()).open(session).tap("[data-start]");
      visitor.waits(Duration.ofSeconds(25)).page().reload();
      assertThat(visitor.state()).isEqualTo("running");

      visitor
          .open(second.link())
          .tap("[name=instead-of]")
          .tap("form:has([name=instead-of]) button");
      visitor.page().waitForURL("**/today");
      visitor.open(session);
      assertThat(visitor.state()).isEqualTo("ready");
      Object left =
          visitor
              .page()
              .evaluate(
                  "Object.keys(localStorage).filter(k => k.startsWith('player:') && k != 'player:sound').length");
      assertThat(left).as("what the other trial left here").isEqualTo(0);
    }
  }

  @Test
  void chest_pain_told_in_a_new_check_leads_from_no_tab_to_the_trial_that_runs() {
    Trial own = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone();
        Visitor desk = atDesk()) {
      visitor.open(own.link()).open("/").look("83-article-on-trial");
      assertThat(visitor.page().locator(".hero a[href='/worse']").isVisible()).isTrue();

      tellChestPain(visitor);
      visitor.look("84-get-help-on-trial");
      assertThat(visitor.heading()).isEqualTo("Get emergency help now");
      assertThat(visitor.page().locator(".tabs").count()).isZero();
      assertThat(visitor.page().locator("a[href='/today'], a[href='/routine']").count()).isZero();
      tellChestPain(desk.open(own.link()));
      desk.look("84-get-help-on-trial");

      visitor.tap("main a[href='/worse']");
      assertThat(visitor.heading()).isEqualTo("This got worse");
    }
  }

  private static void tellChestPain(Visitor visitor) {
    visitor.open("/programmes/mid-back/check");
    visitor.tap("label:has(input[value=stiffness])").tap("button[value=chosen]");
    visitor.tap("button[value=none]").tap("label:has(input[name=hours-sitting][value='8'])");
    visitor.tap(".check-buttons button").tap("button[value='6']");
    visitor.tap("label:has(input[value=chest-pain])").tap("button[value=only]");
  }

  private static String dayOnToday(Visitor visitor) {
    return visitor.page().locator(".eyebrow").first().innerText();
  }
}

package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.people.Consent;
import org.counterpose.people.Consents;
import org.counterpose.people.SignedIn;
import org.counterpose.practice.Practice;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;
import org.junit.jupiter.api.Test;

class TheClinicsSideTest extends InTheBrowser {

  @Test
  void a_person_begins_by_invitation_is_stopped_is_seen_first_cleared_and_reads_why() {
    Practice practice = served.server().practice();
    try (Visitor staff = atDesk();
        Visitor person = onPhone()) {
      staff.with(SignedIn.practitioner(practice)).open("/staff/hand-out");
      staff.look("80-hand-out").type("#name", "Ana B.").tap("button.primary").look("80-handed");
      String link = staff.page().locator(".link-text").innerText();

      person.open(link.substring(served.address().length())).look("80-invited");
      person.tap("a.primary");
      answersTheCheck(person);
      person.page().locator("input[name=share]").check();
      person.look("80-start-share");
      assertThat(person.page().locator("#share-name").inputValue()).isEqualTo("Ana B.");
      person.tap("main form button.primary");

      person.open("/worse");
      person.tap("label:has(input[value=unsteady])");
      DaysOfATrialTest.saysOnlyThese(person);
      person.tap("form .button.primary");
      person.page().waitForURL("**/today*");
      assertThat(person.heading()).isEqualTo("Get emergency help now");

      staff.waits(Duration.ofMinutes(3)).open("/staff").look("80-list");
      assertThat(staff.page().locator(".people tbody tr").first().innerText())
          .contains("Ana B.", "Stopped");
      staff.tap(".people tbody th a").look("80-care");
      assertThat(staff.page().locator("#stop").innerText())
          .contains("this person answered:", "Their page tells them:", "Reach them first");
      assertThat(staff.page().locator("#stop .button.primary").innerText())
          .isEqualTo("Write to them");
      staff.type("#why", "We tested your walk and balance today: all well.");
      staff.page().locator("input[name=looked]").check();
      staff.tap("#stop button");
      staff.page().locator("#adapt summary").click();
      staff.page().locator("#change-rolled-towel").selectOption("change");
      staff.type("#amount-rolled-towel", "200").type("#adapt-reason", "More").tap("#adapt button");
      assertThat(staff.page().locator("[data-focus]:focus").innerText()).contains("at most 10 min");
      staff.look("81-care-wrong").page().locator("#change-rolled-towel").selectOption("keep");
      staff
          .type("#amount-rolled-towel", "")
          .page()
          .locator("#change-thread-the-needle")
          .selectOption("leave-out");
      staff.type("#adapt-reason", "Your shoulder needs a rest first.").look("81-care-adapt");
      staff.tap("#adapt button");
      staff
          .type("#note", "Well done so far. Call me if it comes back.")
          .tap("form[action$=note] button");
      staff.look("81-care");

      person.waits(Duration.ofMinutes(1)).open("/today").look("81-today");
      assertThat(person.page().locator(".from-clinic").innerText())
          .contains("all well", "shoulder needs a rest", "Well done so far");
      person.open("/clinic").look("81-clinic");
      person.type("#text", "Thank you! May I swim?").tap("main form button.primary");
      staff.waits(Duration.ofMinutes(1)).open("/staff").look("82-list");
      assertThat(staff.page().locator(".people tbody tr").first().innerText())
          .contains("Wrote to you");
      staff.open("/staff/outcomes").look("82-outcomes");
      person.open("/pause").look("82-pause").tap("main form button.primary");
      person.look("82-today-paused").tap("form[action='/resume'] button");
      person.open("/clinic").tap("form[action='/clinic/unshare'] button");
      staff.open("/staff");
      assertThat(staff.page().locator(".people").count()).isZero();
    }
  }

  @Test
  void who_is_stopped_at_the_check_sends_the_answers_and_begins_once_the_clinic_cleared_them() {
    Practice practice = served.server().practice();
    try (Visitor staff = atDesk();
        Visitor person = onPhone()) {
      person.open("/programmes/mid-back/check");
      person.tap("label:has(input[value=stiffness])").tap("button[value=chosen]");
      person.tap("button[value=none]").tap("label:has(input[name=hours-sitting][value='8'])");
      person.tap(".check-buttons button").tap("button[value='6']");
      person.tap("button[value=none]").tap("button[value=none]");
      person.type("input[name=age]", "42").tap(".ticked:has(input[name=cancer])");
      person.tap("button[value=only]").tap("button[value=none]").look("84-result-ask-clinic");
      person.page().locator("input[name=share]").check();
      person.type("#share-name", "Chloe D.").tap("form[action$=ask-clinic] button");
      person.look("84-today-waiting");

      staff.with(SignedIn.practitioner(practice)).waits(Duration.ofMinutes(2)).open("/staff");
      assertThat(staff.page().locator(".people tbody tr").first().innerText())
          .contains("Chloe D.", "needs to be seen first");
      staff.tap(".people tbody th a").type("#why", "Treated long ago, and well checked.");
      staff.page().locator("input[name=looked]").check();
      staff.tap("#stop button");

      person.waits(Duration.ofMinutes(2)).open("/today").look("84-today-cleared");
      assertThat(person.page().locator(".row").count()).isPositive();
      assertThat(person.page().locator(".day-head .eyebrow").innerText()).contains("day 1");
    }
  }

  @Test
  void the_list_is_read_on_a_phone_too() {
    Practice practice = served.server().practice();
    for (String name : List.of("Ana B.", "Ben C.", "Chloe D.")) {
      Trial trial = Trial.begunNow(served, clock);
      share(practice, trial, name);
      trial.ratedUntil(3, day -> 6);
    }
    Trial stopped = Trial.begunNow(served, clock);
    share(practice, stopped, "Dev E.");
    practice.journeys().append(stopped.journey(), List.of(unsteady(stopped)));
    try (Visitor staff = onPhone()) {
      staff.with(SignedIn.practitioner(practice));
      for (String path : List.of("/staff", "/staff/outcomes", "/staff/hand-out")) {
        staff.open(path).look("83" + path.replace('/', '-'));
      }
      staff.open("/staff").tap(".people tbody th a").look("83-care");
      assertThat(staff.page().locator("h1").innerText()).isEqualTo("Dev E.");
    }
  }

  @Test
  void nothing_in_a_row_of_the_list_is_printed_over_something_else_on_a_phone() {
    Practice practice = served.server().practice();
    Trial trial = Trial.begunNow(served, clock);
    share(practice, trial, "Ana B.");
    trial.ratedUntil(3, day -> 6);
    String kim = SignedIn.practitioner(practice);
    served.sendForm(
        kim,
        "/staff/calendar/book",
        Map.of(
            "key", "one",
            "practitioner", "chiropractor",
            "service", "first-visit",
            "at", "2026-11-30T10:15",
            "name", "Ana B.",
            "email", "",
            "visits", "1",
            "weeks", "1",
            "for", trial.id().toString()));
    for (String language : List.of("en", "es")) {
      try (Visitor staff = onPhone()) {
        staff.with(kim).with("language=" + language).open("/staff").look("83-with-visit");
        assertThat((List<?>) staff.page().evaluate(ONE_OVER_ANOTHER)).isEmpty();
        assertThat(staff.page().locator(".p-visit").innerText()).contains("10:15");
      }
    }
  }

  /** Texts of one row that share some of the screen, by what they say. */
  private static final String ONE_OVER_ANOTHER =
      """
      () => [...document.querySelectorAll('.people tbody tr')].flatMap(row => {
        const boxes = [...row.children].flatMap(cell => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return [...range.getClientRects()].map(box => ({cell, box}));
        });
        return boxes.flatMap(a => boxes
          .filter(b => a.cell !== b.cell
              && a.box.left + 1 < b.box.right && b.box.left + 1 < a.box.right
              && a.box.top + 1 < b.box.bottom && b.box.top + 1 < a.box.bottom)
          .map(b => a.cell.textContent.trim() + ' / ' + b.cell.textContent.trim()));
      })
      """;

  @Test
  void two_people_of_one_name_are_told_apart_by_the_day_on_which_they_began() {
    Practice practice = served.server().practice();
    share(practice, Trial.begunNow(served, clock), "Ana B.");
    clock.goOn(Duration.ofDays(2));
    share(practice, Trial.begunNow(served, clock), "Ana B.");
    for (Visitor staff : List.of(atDesk(), onPhone())) {
      try (staff) {
        staff.with(SignedIn.practitioner(practice)).open("/staff").look("83-one-name");
        assertThat(staff.page().locator(".p-trial").allInnerTexts())
            .satisfiesExactlyInAnyOrder(
                one -> assertThat(one).contains("began 23 Nov 2026"),
                one -> assertThat(one).contains("began 25 Nov 2026"));
      }
    }
  }

  /** Stiff at the desk, and nothing that forbids anything. */
  static void answersTheCheck(Visitor person) {
    person.tap("label:has(input[value=stiffness])").tap("button[value=chosen]");
    person.tap("button[value=none]").tap("label:has(input[name=hours-sitting][value='8'])");
    person.tap(".check-buttons button").tap("button[value='6']");
    person.tap("button[value=none]").tap("button[value=none]");
    person.type("input[name=age]", "42").tap("button[value=none]").tap("button[value=none]");
    person.tap(".button.primary");
  }

  static void share(Practice practice, Trial trial, String name) {
    practice
        .list()
        .share(
            trial.journey(),
            practice.bookings().clinic().places().getFirst().id(),
            name,
            Consents.giving(trial.id(), Consent.SHARE_WITH_CLINIC, practice.clock().instant()));
  }

  static Entry unsteady(Trial trial) {
    Answer none = new Answer.Chosen(Set.of());
    return new Entry.GotWorse(
        UUID.randomUUID(),
        trial.nowThere(),
        new Answers(
            Map.of(
                "emergency-signs", none,
                "cord-signs", new Answer.Chosen(Set.of("unsteady")),
                "infection-signs", none,
                "serious-signs", none,
                "cancer", new Answer.YesNo(false))));
  }
}

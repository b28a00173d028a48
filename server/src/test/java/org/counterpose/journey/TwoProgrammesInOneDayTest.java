package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.counterpose.app.Served;
import org.counterpose.journal.Entry;
import org.counterpose.people.Device;
import org.counterpose.people.People;
import org.junit.jupiter.api.Test;

class TwoProgrammesInOneDayTest extends InTheBrowser {

  @Test
  void both_stand_in_one_list_at_times_that_do_not_meet_and_each_opens_its_own_trial() {
    Trial back = Trial.begunNow(served, clock);
    clock.goOn(Duration.ofMinutes(1));
    Trial ankles = Trial.ofAnkles(served, clock, "left");
    String cookie = signedInToBoth(back, ankles);
    try (Visitor visitor = atDesk()) {
      visitor.with(cookie).open("/today").look("a40-both");
    }
    try (Visitor visitor = onPhone()) {
      visitor.with(cookie).open("/today").look("a40-both");
      List<String> rows = visitor.page().locator(".row").allInnerTexts();
      assertThat(rows).anyMatch(row -> row.contains("Rolled towel"));
      assertThat(rows).anyMatch(row -> row.contains("Calf raises"));
      assertThat(visitor.page().locator("main").innerText())
          .contains("Of your other plan: A fair trial for a stiff mid-back");
      assertThat(times(rows)).isSorted();

      visitor.tap(".row form:has(input[value='rolled-towel']) button");
      assertThat(visitor.path()).isEqualTo("/step/rolled-towel/morning");
      visitor.open("/today");
      assertThat(visitor.page().locator("main").innerText())
          .contains("other plan Six weeks for steadier ankles");
      assertThat(times(visitor.page().locator(".row").allInnerTexts()))
          .as("whichever is open, the day is the same")
          .isEqualTo(times(rows));
    }
  }

  @Test
  void the_two_are_told_apart_by_their_programme_where_one_is_chosen() {
    Trial back = Trial.begunNow(served, clock);
    Trial ankles = Trial.ofAnkles(served, clock, "left");

    Served.Answer trials = served.get("/trials", "Cookie", signedInToBoth(back, ankles));

    assertThat(trials.body())
        .contains("A fair trial for a stiff mid-back, begun on 23 November 2026")
        .contains("Six weeks for steadier ankles, begun on 23 November 2026");
  }

  @Test
  void a_trial_that_waits_for_safety_answers_offers_nothing_beside_another() {
    Trial back = Trial.begunNow(served, clock);
    clock.goOn(Duration.ofMinutes(1));
    Trial ankles = Trial.ofAnkles(served, clock, "left");
    back.add(
        new Entry.SessionStopped(
            UUID.randomUUID(), back.nowThere(), "rolled-towel", Entry.Why.PAIN));

    Served.Answer today = served.get("/today", "Cookie", signedInToBoth(back, ankles));

    assertThat(today.body()).contains("Calf raises").doesNotContain("Rolled towel");
  }

  @Test
  void somebody_who_holds_the_link_of_one_alone_sees_that_one() {
    Trial back = Trial.begunNow(served, clock);
    Trial ankles = Trial.ofAnkles(served, clock, "left");
    signedInToBoth(back, ankles);

    Served.Answer today =
        served.get("/today", "Cookie", "journey=" + ankles.id() + "." + ankles.key());

    assertThat(today.body()).contains("Calf raises").doesNotContain("Rolled towel");
  }

  private String signedInToBoth(Trial first, Trial second) {
    People people = served.server().practice().people();
    UUID account = people.accounts().of(first.id());
    assertThat(people.accounts().bring(second.id(), account)).isTrue();
    return "person=" + people.personSessions().begin(account, new Device("A phone")).text();
  }

  private static List<String> times(List<String> rows) {
    return rows.stream().map(row -> row.strip().substring(0, 5)).toList();
  }
}

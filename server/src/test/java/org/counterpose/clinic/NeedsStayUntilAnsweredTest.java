package org.counterpose.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.app.Served;
import org.counterpose.journal.Adaptation;
import org.counterpose.journeys.Journey;
import org.counterpose.people.SignedIn;
import org.counterpose.store.Also;
import org.counterpose.store.ListRow;
import org.junit.jupiter.api.Test;

/** What somebody is needed for, until the clinic has answered it or looked at it in time. */
class NeedsStayUntilAnsweredTest extends SharedTrials {

  @Test
  void what_nobody_looked_at_still_calls_after_weeks() {
    Shared worse = begins("Worse");
    Shared pain = begins("Pain");
    worse.saysItGotWorse();
    pain.stopsForPain();
    for (int day = 0; day < 16; day++) {
      goOn(Duration.ofDays(1));
      worse.rates(3);
      pain.rates(3);
    }

    assertThat(names()).containsExactly("Worse", "Pain");
    assertThat(reason(worse)).isEqualTo("said-worse");
    assertThat(reason(pain)).startsWith("pain");
  }

  @Test
  void what_was_looked_at_and_not_answered_calls_for_some_days_more() {
    Shared pain = begins("Pain");
    pain.stopsForPain();
    goOn(Duration.ofDays(6));
    pain.rates(3);
    row(pain);
    seen(pain);

    goOn(Duration.ofDays(2));
    pain.rates(3);
    assertThat(reason(pain)).startsWith("pain");

    goOn(Duration.ofDays(2));
    pain.rates(3);
    assertThat(reason(pain)).isEqualTo("going-on");
  }

  @Test
  void ratings_that_rose_are_not_forgotten_when_the_person_rates_no_more() {
    Shared person = begins("Ana");
    for (int day = 1; day <= 11; day++) {
      person.rates(day <= 5 ? 2 : 8);
      goOn(Duration.ofDays(1));
    }
    assertThat(reason(person)).isEqualTo("rising");

    goOn(Duration.ofDays(8));

    assertThat(reason(person)).isEqualTo("rising");
    note(person, "Let us talk.");
    assertThat(reason(person)).isEqualTo("going-on");
  }

  @Test
  void a_question_written_before_a_note_and_arriving_after_it_is_no_answered_question() {
    Shared ana = begins("Ana");
    goOn(Duration.ofHours(2));
    note(ana, "Well done.");
    goOn(Duration.ofHours(1));

    ana.asked(Duration.ofHours(2), "May I swim?");

    assertThat(reason(ana)).isEqualTo("asked");
    note(ana, "Yes, you may.");
    assertThat(reason(ana)).isEqualTo("settling-in");
  }

  @Test
  void a_stop_for_pain_that_arrives_after_a_change_of_the_plan_still_calls() {
    Shared ana = begins("Ana");
    goOn(Duration.ofHours(2));
    care.adapt(
        ana.journey(),
        KIM,
        "Rest it.",
        List.of(new Adaptation.LeaveOut("wobble-disc")),
        list.waiting(ana.journey()));
    seen(ana);
    goOn(Duration.ofHours(1));

    ana.stoppedForPain(Duration.ofHours(2));

    assertThat(reason(ana)).startsWith("pain");
    assertThat(row(ana).unlooked()).isTrue();
  }

  @Test
  void a_note_from_a_page_that_did_not_show_a_question_does_not_answer_it() {
    Shared ana = begins("Ana");
    ana.asks("May I swim?");
    goOn(Duration.ofMinutes(1));
    Set<UUID> onThePage = list.waiting(ana.journey());
    ana.asks("And may I ride my bike?");
    goOn(Duration.ofMinutes(1));

    care.note(ana.journey(), KIM, "Yes.", onThePage);

    assertThat(reason(ana)).isEqualTo("asked");
    assertThat(list.waiting(ana.journey())).hasSize(1).doesNotContainAnyElementsOf(onThePage);
  }

  @Test
  void a_change_of_the_plan_is_no_answer_to_a_question() {
    Shared ana = begins("Ana");
    ana.asks("May I swim?");
    goOn(Duration.ofMinutes(1));

    care.adapt(
        ana.journey(),
        KIM,
        "Rest it.",
        List.of(new Adaptation.LeaveOut("wobble-disc")),
        list.waiting(ana.journey()));

    assertThat(reason(ana)).isEqualTo("asked");
  }

  @Test
  void the_form_on_the_page_answers_what_the_page_shows() {
    Shared ana = begins("Ana");
    ana.asks("May I swim?");
    goOn(Duration.ofMinutes(1));
    String staff = SignedIn.practitioner(practice);
    String page = served.get("/staff/people/" + ana.id(), "Cookie", staff).body();
    String form = page.substring(page.indexOf("/note\""), page.indexOf("id=\"note\""));
    String entry = form.replaceAll("(?s).*name=\"answers\" value=\"([0-9a-f-]{36})\".*", "$1");

    Served.Answer sent =
        served.sendForm(
            staff, "/staff/people/" + ana.id() + "/note", Map.of("answers", entry, "text", "Yes."));

    assertThat(sent.status()).isEqualTo(303);
    assertThat(reason(ana)).isEqualTo("settling-in");
  }

  @Test
  void who_says_that_it_got_worse_once_the_end_was_answered_is_heard_again() {
    Shared ana = begins("Ana");
    for (int day = 1; day <= 30; day++) {
      if (day <= 28) {
        ana.rates(day <= 7 ? 2 : 8);
      }
      goOn(Duration.ofDays(1));
    }
    assertThat(reason(ana)).isEqualTo("ended-worse");
    note(ana, "Come and see me.");
    assertThat(reason(ana)).isEqualTo("worse-answered");

    goOn(Duration.ofDays(1));
    ana.saysItGotWorse();

    assertThat(reason(ana)).isEqualTo("said-worse");
  }

  @Test
  void nobody_is_silent_in_the_days_after_a_rest_that_the_clinic_ended() {
    Shared paused = begins("Paused");
    Shared stopped = begins("Stopped");
    goOn(Duration.ofHours(1));
    stopped.isNewlyUnsteady();
    care.pause(paused.journey(), KIM, "Wait for the picture.");
    goOn(Duration.ofDays(9));
    assertThat(reason(paused)).isEqualTo("paused");
    care.resume(paused.journey(), KIM);
    care.clear(stopped.journey(), KIM, "Seen today.", care.stoppedBy(stopped.journey()));

    goOn(Duration.ofDays(2));
    assertThat(reason(paused)).isEqualTo("unrated");
    assertThat(reason(stopped)).isEqualTo("unrated");

    goOn(Duration.ofDays(2));
    assertThat(reason(paused)).isEqualTo("silent 4");
    assertThat(reason(stopped)).isEqualTo("silent 4");
  }

  @Test
  void a_stop_that_arrives_while_a_trial_is_being_shared_is_on_the_list_at_once() {
    Shared ana = begins("Ana");
    list.withdraw(ana.id(), Also.NOTHING);
    Journey asItWasRead = ana.journey();
    ana.isNewlyUnsteady();
    list.share(asItWasRead, "main", "Ana", Also.NOTHING);

    List<ListRow> page = page(Optional.empty(), "", 10);

    assertThat(page).singleElement().matches(row -> row.facts().reason().startsWith("stop"));
  }
}

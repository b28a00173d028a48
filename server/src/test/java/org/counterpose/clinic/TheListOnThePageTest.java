package org.counterpose.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.counterpose.app.NothingToReport;
import org.counterpose.app.Served;
import org.counterpose.people.SignedIn;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;
import org.counterpose.store.Also;
import org.junit.jupiter.api.Test;

/** The rows of the clinic's list as staff read them. */
class TheListOnThePageTest extends SharedTrials {

  @Test
  void a_group_is_shown_alone() {
    begins("Ana").asks("May I swim?");
    begins("Ben").stopsForPain();
    begins("Cleo");
    goOn(Duration.ofMinutes(1));

    String asked = list("?need=" + Need.ASKED.ordinal());

    assertThat(asked).contains(">Ana</a>").doesNotContain(">Ben</a>", ">Cleo</a>");
    assertThat(list("?need=" + Need.STOPPED_FOR_PAIN.ordinal() + "&search=an"))
        .doesNotContain(">Ana</a>", ">Ben</a>");
    assertThat(list("?need=9")).contains(">Ana</a>", ">Ben</a>", ">Cleo</a>");
  }

  @Test
  void who_needs_nobody_now_stands_below_under_a_heading() {
    begins("Ana").asks("May I swim?");
    begins("Cleo");
    goOn(Duration.ofMinutes(1));

    assertThat(list(""))
        .containsPattern("(?s)>Ana</a>.*<th scope=\"rowgroup\"[^>]*>Nothing to do now<.*>Cleo</a>");
    assertThat(list("?need=" + Need.GOING_WELL.ordinal()))
        .contains(">Cleo</a>")
        .doesNotContain("rowgroup");
  }

  @Test
  void the_programme_of_each_is_named_and_one_is_shown_alone_with_its_own_counts() {
    begins("Ana").asks("May I swim?");
    begins("Ben", "ankles", ankles());
    goOn(Duration.ofMinutes(1));

    assertThat(list(""))
        .containsPattern(">Ana</a></th>\\s*<td class=\"p-programme\">A fair trial for a stiff")
        .containsPattern(">Ben</a></th>\\s*<td class=\"p-programme\">Six weeks for steadier")
        .containsPattern("Everybody <span class=\"many\">2<")
        .contains("<option value=\"ankles\">Six weeks for steadier ankles (1)");
    assertThat(list("?programme=ankles"))
        .contains(">Ben</a>", "value=\"ankles\" selected>", "1 person")
        .containsPattern("Wrote to you <span class=\"many\">0<")
        .contains("/staff?programme=ankles&amp;need=5\"")
        .doesNotContain(">Ana</a>");
    assertThat(list("?programme=&search=")).contains(">Ana</a>", ">Ben</a>");
    assertThat(list("?programme=mid-back&need=5")).contains(">Ana</a>").doesNotContain(">Ben</a>");
    assertThat(served.get("/staff?programme=wrists", "Cookie", SignedIn.practitioner(practice)))
        .extracting(Served.Answer::status)
        .isEqualTo(404);
  }

  @Test
  void whose_trial_is_taken_back_is_counted_no_more() {
    Shared ben = begins("Ben", "ankles", ankles());
    list.withdraw(ben.id(), Also.NOTHING);

    assertThat(list.counts(Set.of()).programmes()).isEmpty();
  }

  private Answers ankles() {
    return NothingToReport.to(practice.library().programme("ankles").orElseThrow())
        .with("symptoms", new Answer.Chosen(Set.of("turns")))
        .with("which-ankle", new Answer.Chosen(Set.of("left")));
  }

  @Test
  void who_got_worse_keeps_its_colour_once_answered_and_who_never_rated_is_not_said_to_do_well() {
    Shared worse = begins("Ana");
    Shared silent = begins("Ben");
    for (int day = 0; day < 28; day++) {
      goOn(Duration.ofDays(1));
      worse.rates(Math.min(10, 3 + day / 3));
      silent.doesTheTowel();
      if (day == 10) {
        list.sumUpAll();
        assertThat(list("?need=7")).contains("tag plain\">Going on, nothing rated yet");
      }
    }
    goOn(Duration.ofDays(1));
    list.sumUpAll();
    assertThat(list("")).contains("tag warn\">Over, and worse");
    note(worse, "Let us talk. Call me.");
    goOn(Duration.ofMinutes(1));

    assertThat(list("?need=7")).contains("tag warn\">Over, worse, and answered");
    assertThat(get("/staff/people/" + worse.id())).contains("tag warn\">Over, worse, and answered");
  }

  @Test
  void ratings_are_a_line_with_a_gap_where_there_was_none() {
    Shared ana = begins("Ana");
    ana.rates(7);
    goOn(Duration.ofDays(2));
    ana.rates(5);
    goOn(Duration.ofDays(1));
    ana.rates(2);

    assertThat(list(""))
        .contains("Rated on 3 days: from 7 to 2 of 10")
        .contains("d=\"M2 8.0M12 12.0L17 18.0\"", "<circle cx=\"2\" cy=\"8.0\"")
        .contains("aria-hidden=\"true\">2 of 10<");
  }

  @Test
  void one_rating_is_told_in_words_and_is_no_dot_alone() {
    begins("Ana").rates(7);
    begins("Ben");
    goOn(Duration.ofMinutes(1));

    assertThat(list(""))
        .contains("Rated once: 7 of 10", "No ratings yet")
        .doesNotContain("class=\"spark\"");
  }

  @Test
  void a_dead_link_leads_staff_back_to_their_own_pages() {
    for (String path : new String[] {"/staff/people/" + UUID.randomUUID(), "/staff/nothing"}) {
      assertThat(get(path))
          .contains("There is no such page", "href=\"/staff\"", "To who needs you")
          .doesNotContain("To the start", "your private link");
    }
    assertThat(get("/nothing")).contains("To the start").doesNotContain("To who needs you");
  }

  @Test
  void the_next_visit_stands_in_the_row() {
    Shared ana = begins("Ana");
    assertThat(list("")).contains("no visit");
    for (String at : new String[] {"2026-12-08T10:00", "2026-12-02T11:00"}) {
      assertThat(book(ana, at)).isEqualTo(303);
    }

    assertThat(list("")).contains("Wed 2 Dec, 11:00").doesNotContain("Tue 8 Dec", "no visit");
    goOn(Duration.ofDays(12));
    assertThat(list("")).contains("Tue 8 Dec, 10:00");
  }

  private int book(Shared person, String at) {
    return served
        .sendForm(
            SignedIn.practitioner(practice),
            "/staff/calendar/book",
            Map.of(
                "key", UUID.randomUUID().toString(),
                "practitioner", "chiropractor",
                "service", "first-visit",
                "at", at,
                "name", "Ana",
                "email", "",
                "visits", "1",
                "weeks", "1",
                "for", person.id().toString()))
        .status();
  }

  @Test
  void who_was_looked_at_is_not_said_to_be_once_something_new_came_in() {
    Shared ana = begins("Ana");
    ana.stopsForPain();
    goOn(Duration.ofMinutes(1));
    assertThat(list("")).contains("not yet");
    get("/staff/people/" + ana.id());
    assertThat(list("")).contains("Dr Kim,").doesNotContain("not yet");

    goOn(Duration.ofHours(2));
    ana.asked(Duration.ofHours(3), "May I swim?");

    assertThat(list("")).contains("not yet").doesNotContain("Dr Kim,");
  }

  @Test
  void the_page_tells_each_stop_who_looked_at_it_first_and_who_cleared_it_why() {
    Shared ana = begins("Ana");
    ana.isNewlyUnsteady();
    goOn(Duration.ofMinutes(30));
    String address = "/staff/people/" + ana.id();
    get(address);
    goOn(Duration.ofHours(1));
    care.clear(ana.journey(), KIM, "Walked and balanced well.", care.stoppedBy(ana.journey()));
    goOn(Duration.ofDays(3));
    ana.tellsOfCancerInTheWeeklyQuestions();
    for (int line = 0; line < 250; line++) {
      ana.rates(4);
    }
    goOn(Duration.ofMinutes(5));

    String page = get(address);
    int from = page.indexOf("Answers that stopped the plan");
    String history = page.substring(from, page.indexOf("</section>", from));

    assertThat(history)
        .contains("Newly unsteady", "First looked at by Dr Kim, Mon 23 Nov, 10:30.")
        .contains("Cleared by Dr Kim, Mon 23 Nov, 11:30: Walked and balanced well.")
        .contains("First looked at by Dr Kim, Thu 26 Nov, 11:35.", "Not cleared.");
    assertThat(history.indexOf("Not cleared")).isLessThan(history.indexOf("Newly unsteady"));
    String timeline = page.substring(page.indexOf("What happened"));
    assertThat(timeline)
        .as("what warned early stays, however much came since")
        .containsPattern("<li class=\"safety\">[^!]{0,200}Newly unsteady")
        .containsPattern("<li class=\"safety\">[^!]{0,200}Weekly questions: [^!]{0,20}cancer");
  }

  private String list(String query) {
    return get("/staff" + query);
  }

  /** As somebody who has just signed in: an hour without use ends that. */
  private String get(String path) {
    return served.get(path, "Cookie", SignedIn.practitioner(practice)).body();
  }
}

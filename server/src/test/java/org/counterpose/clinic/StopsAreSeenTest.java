package org.counterpose.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.counterpose.app.NothingToReport;
import org.counterpose.app.Served;
import org.counterpose.journeys.Begun;
import org.counterpose.people.SignedIn;
import org.counterpose.plan.Today;
import org.counterpose.store.Also;
import org.counterpose.store.ListRow;
import org.counterpose.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** What stopped a trial, until somebody of the clinic has looked at it. */
class StopsAreSeenTest extends SharedTrials {

  @Test
  void a_graver_stop_after_a_look_is_new_again_and_stands_before_an_older_milder_one() {
    Shared older = begins("Older");
    older.hasACancerHistory();
    goOn(Duration.ofDays(1));
    Shared ana = begins("Ana");
    ana.hasACancerHistory();
    assertThat(names()).containsExactly("Older", "Ana");
    seen(ana);
    assertThat(row(ana).unlooked()).isFalse();

    goOn(Duration.ofHours(1));
    ana.hasChestPain();

    assertThat(names()).containsExactly("Ana", "Older");
    assertThat(row(ana).facts().need()).isEqualTo(Need.URGENT_STOP.ordinal());
    assertThat(row(ana).unlooked()).isTrue();
    assertThat(looks(ana)).containsExactly(true, false);
  }

  @Test
  void a_stop_that_comes_after_a_page_was_read_is_not_seen_with_it() {
    Shared ana = begins("Ana");
    Instant read = clock.instant();
    goOn(Duration.ofSeconds(1));
    ana.isNewlyUnsteady();
    row(ana);

    list.seen(ana.id(), "Dr Kim", read, Also.NOTHING);

    assertThat(row(ana).unlooked()).isTrue();
  }

  @Test
  void the_very_first_page_about_a_stop_counts_as_a_look() {
    Shared ana = begins("Ana");
    ana.isNewlyUnsteady();
    goOn(Duration.ofMinutes(2));

    Served.Answer page =
        served.get("/staff/people/" + ana.id(), "Cookie", SignedIn.practitioner(practice));

    assertThat(page.body()).contains("Newly unsteady");
    assertThat(row(ana).unlooked()).isFalse();
  }

  @Test
  void sharing_once_more_changes_the_name_and_keeps_who_looked() {
    Shared ana = begins("Ana");
    ana.isNewlyUnsteady();
    names();
    seen(ana);

    list.share(ana.journey(), "main", "Ana B.", Also.NOTHING);

    ListRow row = row(ana);
    assertThat(row.name()).isEqualTo("Ana B.");
    assertThat(row.seenBy()).contains("Dr Kim");
    assertThat(looks(ana)).containsExactly(true);
    assertThat(list.counts(Set.of())).containsEntry(Need.URGENT_STOP.ordinal(), 1);
  }

  @Test
  void a_wrong_clock_of_a_device_makes_no_wait_of_days() {
    List<Shared> people =
        IntStream.range(0, 5).mapToObj(person -> begins("Person " + person)).toList();
    goOn(Duration.ofDays(5));
    people.forEach(person -> person.wasUnsteady(Duration.ofDays(4)));
    names();
    goOn(Duration.ofMinutes(10));
    people.forEach(this::seen);

    Outcomes.Stops stops = Outcomes.of(rows, "mid-back", Set.of()).stops();

    assertThat(stops.median()).contains(Duration.ofMinutes(10));
    assertThat(stops.isTold()).isTrue();
    assertThat(Outcomes.of(rows, "another", Set.of()).stops().many()).isZero();
  }

  @Test
  void the_stops_of_a_few_are_not_told_on_the_page() {
    begins("Ana").isNewlyUnsteady();
    names();

    String page = served.get("/staff/outcomes", "Cookie", SignedIn.practitioner(practice)).body();

    assertThat(page).contains("too few to show").doesNotContain("1 stop");
  }

  @Test
  void one_verdict_that_is_hidden_is_not_told_by_the_others() {
    assertThat(told(10, 7, 0, 3)).containsExactly(Verdict.Answer.values()[0]);
    assertThat(told(10, 7, 5, 8)).hasSize(4);
    assertThat(told(10, 0, 3, 4))
        .containsExactly(Verdict.Answer.values()[0], Verdict.Answer.values()[1]);
  }

  private static List<Verdict.Answer> told(int... many) {
    Map<Verdict.Answer, Outcomes.Share> shares = new EnumMap<>(Verdict.Answer.class);
    int all = IntStream.of(many).sum();
    for (Verdict.Answer answer : Verdict.Answer.values()) {
      shares.put(answer, new Outcomes.Share(all, many[answer.ordinal()]));
    }
    Outcomes.hideWhatTheRestTells(shares);
    return shares.entrySet().stream()
        .filter(one -> one.getValue().isTold())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void what_the_clinic_paused_only_the_clinic_lets_go_on_while_the_trial_is_shared() {
    Begun.Started begun =
        (Begun.Started)
            practice
                .journeys()
                .begin(
                    practice.library().programme("mid-back").orElseThrow(),
                    NothingToReport.answers(),
                    day());
    UUID id = begun.journey().id();
    list.share(begun.journey(), "main", "Ana", Also.NOTHING);
    goOn(Duration.ofHours(1));
    care.pause(begun.journey(), KIM, "Wait for the picture.");
    goOn(Duration.ofHours(1));
    String[] cookie = {"Cookie", "journey=" + id + "." + begun.key()};
    String[] key = {"Authorization", "Bearer " + begun.key()};
    String resumed =
        "[{\"id\":\""
            + UUID.randomUUID()
            + "\",\"type\":\"resumed\",\"at\":\""
            + clock.instant()
            + "\"}]";

    assertThat(served.get("/today", cookie).body())
        .contains("lets it go on")
        .doesNotContain("action=\"/resume\"");
    served.send(
        "POST",
        "/resume",
        new byte[0],
        "Cookie",
        cookie[1],
        "Content-Type",
        "application/x-www-form-urlencoded");
    assertThat(served.post("/api/v1/journeys/" + id + "/entries", resumed, key).status())
        .isEqualTo(409);
    assertThat(served.post("/entries", resumed, cookie).status()).isEqualTo(409);
    assertThat(state(id)).isInstanceOf(Today.State.Paused.class);

    list.withdraw(id, Also.NOTHING);
    assertThat(served.post("/api/v1/journeys/" + id + "/entries", resumed, key).status())
        .isEqualTo(200);
    assertThat(state(id)).isInstanceOf(Today.State.Running.class);
  }

  private Today.State state(UUID id) {
    return practice.journeys().shared(id).orElseThrow().today(clock.instant()).state();
  }

  private void seen(Shared person) {
    list.seen(person.id(), "Dr Kim", clock.instant(), Also.NOTHING);
  }
}

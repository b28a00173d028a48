package org.counterpose.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.counterpose.clinic.Outcomes.Ending;
import org.counterpose.people.SignedIn;
import org.junit.jupiter.api.Test;

/** What came out of real trials, counted. */
class OutcomesOfTrialsTest extends SharedTrials {

  @Test
  void a_clear_verdict_is_not_counted_before_the_others_had_their_time() {
    Shared better = begins("Better");
    Shared same = begins("Same");
    Shared gone = begins("Gone");
    rate(28, better, 7, 2);
    assertThat(row(better).facts().ended()).isTrue();
    same.rates(5);
    assertThat(outcomes().finished()).isOne();
    assertThat(outcomes().endings().get(Ending.BETTER)).isEqualTo(new Outcomes.Share(0, 0));

    goOn(Duration.ofDays(1));

    Outcomes after = outcomes();
    assertThat(after.started()).isEqualTo(3);
    assertThat(after.finished()).isEqualTo(3);
    assertThat(after.endings().get(Ending.BETTER)).isEqualTo(new Outcomes.Share(3, 1));
    assertThat(after.endings().get(Ending.NOT_ENOUGH_DAYS)).isEqualTo(new Outcomes.Share(3, 2));
    assertThat(row(gone).facts().settled()).isTrue();
  }

  @Test
  void who_is_stopped_for_safety_is_not_lost_from_the_whole() {
    Shared better = begins("Better");
    Shared stopped = begins("Stopped");
    stopped.isNewlyUnsteady();
    rate(30, better, 7, 2);

    Outcomes outcomes = outcomes();

    assertThat(outcomes.endings().get(Ending.STOPPED)).isEqualTo(new Outcomes.Share(2, 1));
    assertThat(outcomes.endings().get(Ending.BETTER)).isEqualTo(new Outcomes.Share(2, 1));
    assertThat(outcomes.finished()).isOne();
  }

  @Test
  void who_waits_for_the_clinic_has_not_begun_until_it_clears_the_check() {
    Shared waiting = waits("Waiting");
    goOn(Duration.ofDays(9));

    Outcomes before = outcomes();
    assertThat(before.started()).isZero();
    assertThat(before.stillLogging()).containsEntry(7, new Outcomes.Share(0, 0));
    assertThat(before.looks().people()).isOne();

    care.clear(waiting.journey(), KIM, "Long ago.", care.stoppedBy(waiting.journey()));
    goOn(Duration.ofDays(1));
    assertThat(outcomes().started()).isOne();
  }

  @Test
  void a_day_counts_for_who_still_logs_only_once_it_is_over() {
    Shared loyal = begins("Loyal");
    Shared gone = begins("Gone");
    goOn(Duration.ofDays(2));
    loyal.rates(4);
    assertThat(outcomes().stillLogging()).containsEntry(3, new Outcomes.Share(0, 0));

    goOn(Duration.ofDays(1));
    assertThat(outcomes().stillLogging().get(3)).isEqualTo(new Outcomes.Share(2, 1));
    assertThat(row(gone).facts().stillLogging()).isEqualTo("3=0");

    gone.rates(4);
    assertThat(outcomes().stillLogging().get(3)).isEqualTo(new Outcomes.Share(2, 2));
  }

  @Test
  void who_rests_or_is_stopped_on_a_day_is_no_drop_out_of_it() {
    Shared stopped = begins("Stopped");
    Shared paused = begins("Paused");
    Shared gone = begins("Gone");
    goOn(Duration.ofDays(4));
    List.of(stopped, paused, gone).forEach(person -> person.rates(4));
    stopped.isNewlyUnsteady();
    care.pause(paused.journey(), KIM, "Wait for the picture.");
    goOn(Duration.ofDays(5));
    care.resume(paused.journey(), KIM);
    goOn(Duration.ofDays(7));

    Map<Integer, Outcomes.Share> still = outcomes().stillLogging();

    assertThat(still.get(3)).isEqualTo(new Outcomes.Share(3, 3));
    assertThat(still.get(7)).as("neither paused nor stopped").isEqualTo(new Outcomes.Share(1, 0));
    assertThat(still.get(14)).as("the pause is over").isEqualTo(new Outcomes.Share(2, 0));
    assertThat(row(gone).facts().stillLogging()).isEqualTo("3=1,7=0,14=0");
  }

  @Test
  void the_plan_done_is_told_by_step_as_the_mean_of_persons() {
    Shared keen = begins("Keen");
    begins("Idle");
    keen.doesTheTowel();
    goOn(Duration.ofHours(10));
    keen.doesTheTowel();
    goOn(Duration.ofDays(1));

    Outcomes outcomes = outcomes();

    assertThat(row(keen).facts().stepsDone()).contains("rolled-towel=100");
    assertThat(outcomes.stepsDone().get("rolled-towel")).isEqualTo(new Outcomes.Mean(2, 50));
    assertThat(outcomes.stepsDone().get("thread-the-needle")).isEqualTo(new Outcomes.Mean(2, 0));
  }

  @Test
  void a_wrong_clock_of_a_device_makes_no_wait_of_days() {
    List<Shared> people = people(5);
    goOn(Duration.ofDays(5));
    people.forEach(person -> person.wasUnsteady(Duration.ofDays(4)));
    names();
    goOn(Duration.ofMinutes(10));
    people.forEach(this::seen);

    FirstLooks looks = outcomes().looks();

    assertThat(looks.median()).contains(Duration.ofMinutes(10));
    assertThat(looks.isTold()).isTrue();
    assertThat(Outcomes.of(rows, "another", Set.of(), clock.instant()).looks().people()).isZero();
  }

  @Test
  void stops_that_nobody_looked_at_make_no_clinic_quicker() {
    List<Shared> people = people(10);
    people.forEach(Shared::isNewlyUnsteady);
    names();
    for (Shared person : people.subList(0, 6)) {
      goOn(Duration.ofMinutes(10));
      seen(person);
    }

    FirstLooks looks = outcomes().looks();

    assertThat(looks.people()).isEqualTo(10);
    assertThat(looks.waiting().many()).isEqualTo(4);
    assertThat(looks.median()).contains(Duration.ofMinutes(50));
    assertThat(looks.late()).isEmpty();
    assertThat(outcomesPage())
        .contains("10 people were stopped", "Some of them still wait", "half within 50 min")
        .doesNotContain("4 of them", "6 of them");
  }

  @Test
  void five_answers_of_one_person_are_one_person_and_not_told() {
    Shared ana = begins("Ana");
    for (int answer = 0; answer < 5; answer++) {
      ana.isNewlyUnsteady();
      names();
      goOn(Duration.ofMinutes(1));
      seen(ana);
    }

    assertThat(rows.stops(Set.of())).hasSize(5);
    assertThat(outcomes().looks().people()).isOne();
    assertThat(outcomesPage()).contains("too few to show").doesNotContain("were stopped");
  }

  @Test
  void a_small_group_is_not_told_and_neither_is_the_rest_that_would_tell_it() {
    assertThat(new Outcomes.Share(4, 2).isTold()).isFalse();
    assertThat(new Outcomes.Share(20, 3).isTold()).isFalse();
    assertThat(new Outcomes.Share(20, 17).isTold()).isFalse();
    assertThat(new Outcomes.Share(20, 20).isTold()).isTrue();
    assertThat(new Outcomes.Share(20, 9).isTold()).isTrue();
  }

  @Test
  void one_ending_that_is_hidden_is_not_told_by_the_others() {
    assertThat(told(10, 7, 0, 3, 0)).containsExactly(Ending.BETTER);
    assertThat(told(10, 7, 5, 8, 6)).hasSize(5);
    assertThat(told(10, 0, 3, 4, 0))
        .containsExactly(Ending.BETTER, Ending.NO_CLEAR_CHANGE, Ending.STOPPED);
  }

  @Test
  void a_day_on_which_nearly_all_still_log_is_not_called_too_few() {
    List<Shared> people = people(6);
    goOn(Duration.ofDays(2));
    people.subList(0, 5).forEach(person -> person.rates(4));
    goOn(Duration.ofDays(1));
    assertThat(outcomes().stillLogging()).containsEntry(3, new Outcomes.Share(6, 5));

    assertThat(outcomesPage())
        .containsOnlyOnce("so few stopped logging that they could be known")
        .doesNotContain("83 %");
  }

  @Test
  void endings_that_are_hidden_are_told_alike_so_that_none_gives_away_which_is_the_small_one() {
    List<Shared> people = people(6);
    goOn(Duration.ofDays(1));
    people.getFirst().isNewlyUnsteady();
    goOn(Duration.ofDays(30));
    Outcomes outcomes = outcomes();
    assertThat(outcomes.endings())
        .containsEntry(Ending.STOPPED, new Outcomes.Share(6, 1))
        .containsEntry(Ending.NOT_ENOUGH_DAYS, new Outcomes.Share(6, 5));

    assertThat(outcomesPage().split("some groups are so small", -1)).hasSize(3);
  }

  @Test
  void a_share_has_wilsons_interval() {
    assertThat(new Outcomes.Share(100, 50).interval()).containsExactly(40, 60);
    assertThat(new Outcomes.Share(20, 0).interval()).containsExactly(0, 17);
  }

  private Outcomes outcomes() {
    list.sumUpAll();
    return Outcomes.of(rows, "mid-back", Set.of(), clock.instant());
  }

  private String outcomesPage() {
    return served.get("/staff/outcomes", "Cookie", SignedIn.practitioner(practice)).body();
  }

  private List<Shared> people(int many) {
    return IntStream.range(0, many).mapToObj(person -> begins("Person " + person)).toList();
  }

  /** Lets days pass on which somebody rates, other than before from the second week on. */
  private void rate(int days, Shared person, int first, int then) {
    for (int day = 1; day <= days; day++) {
      person.rates(day <= 7 ? first : then);
      goOn(Duration.ofDays(day < days ? 1 : 0));
    }
  }

  private static List<Ending> told(int... many) {
    Map<Ending, Outcomes.Share> shares = new EnumMap<>(Ending.class);
    int all = IntStream.of(many).sum();
    for (Ending ending : Ending.values()) {
      shares.put(ending, new Outcomes.Share(all, many[ending.ordinal()]));
    }
    Outcomes.hideWhatTheRestTells(shares);
    return shares.entrySet().stream()
        .filter(one -> one.getValue().isTold())
        .map(Map.Entry::getKey)
        .toList();
  }
}

package org.counterpose.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.store.Also;
import org.counterpose.store.AuditLine;
import org.counterpose.store.ListQuery;
import org.counterpose.store.ListRow;
import org.junit.jupiter.api.Test;

class WhoNeedsWhomTest extends SharedTrials {

  @Test
  void the_list_begins_with_a_stop_for_safety_and_ends_with_those_who_go_well() {
    Shared well = begins("Well");
    Shared silent = begins("Silent");
    Shared asked = begins("Asked");
    Shared pain = begins("Pain");
    Shared worse = begins("Worse");
    Shared stopped = begins("Stopped");
    goOn(Duration.ofDays(4));
    List.of(well, asked, pain, worse, stopped).forEach(person -> person.rates(5));
    asked.asks("May I swim?");
    pain.stopsForPain();
    worse.saysItGotWorse();
    stopped.isNewlyUnsteady();
    goOn(Duration.ofMinutes(5));

    assertThat(names()).containsExactly("Stopped", "Worse", "Pain", "Asked", "Silent", "Well");
    assertThat(list.counts(Set.of()).byNeed())
        .containsEntry(Need.URGENT_STOP.ordinal(), 1)
        .containsEntry(Need.SILENT.ordinal(), 1)
        .containsEntry(Need.GOING_WELL.ordinal(), 1);
  }

  @Test
  void a_stop_is_never_taken_for_silence_however_long_it_lasts() {
    Shared stopped = begins("Stopped");
    stopped.isNewlyUnsteady();
    goOn(Duration.ofDays(9));

    assertThat(reason(stopped)).startsWith("stop");
  }

  @Test
  void what_the_clinic_did_answers_everything_but_a_stop() {
    Shared pain = begins("Pain");
    Shared stopped = begins("Stopped");
    pain.stopsForPain();
    stopped.isNewlyUnsteady();
    goOn(Duration.ofMinutes(5));
    note(pain, "Try it lower, and tell me.");
    note(stopped, "I will call you.");
    goOn(Duration.ofMinutes(5));

    assertThat(reason(pain)).isEqualTo("settling-in");
    assertThat(reason(stopped)).startsWith("stop");

    boolean cleared =
        care.clear(
            stopped.journey(), KIM, "Seen today, all well.", care.stoppedBy(stopped.journey()));
    assertThat(cleared).isTrue();
    assertThat(reason(stopped)).isEqualTo("settling-in");
  }

  @Test
  void an_answer_that_came_after_the_page_was_opened_is_not_cleared_with_the_others() {
    Shared person = begins("Ana");
    person.isNewlyUnsteady();
    Set<UUID> onThePage = care.stoppedBy(person.journey());
    goOn(Duration.ofMinutes(5));
    person.isNewlyUnsteady();
    goOn(Duration.ofMinutes(5));

    assertThat(care.clear(person.journey(), KIM, "Seen", onThePage)).isTrue();
    assertThat(reason(person)).startsWith("stop");
    assertThat(care.clear(person.journey(), KIM, "Seen", Set.of(UUID.randomUUID()))).isFalse();
  }

  @Test
  void an_entry_that_arrives_shows_on_the_next_page_and_others_stay() {
    Shared ana = begins("Ana");
    Shared ben = begins("Ben");
    goOn(Duration.ofHours(1));
    assertThat(reason(ana)).isEqualTo("settling-in");

    ana.stopsForPain();
    goOn(Duration.ofMinutes(1));

    List<ListRow> next = page(Optional.empty(), "", 10);
    assertThat(next).extracting(ListRow::name).containsExactly("Ana", "Ben");
    assertThat(next.getFirst().facts().reason()).startsWith("pain");
    assertThat(next.getLast().facts().reason()).isEqualTo("settling-in");
  }

  @Test
  void a_trial_that_is_over_says_how_it_ended() {
    Shared better = begins("Better");
    Shared same = begins("Same");
    for (int day = 1; day <= 30; day++) {
      if (day <= 28) {
        better.rates(day <= 7 ? 7 : 2);
        same.rates(5 + day % 2);
      }
      goOn(Duration.ofDays(1));
    }

    assertThat(reason(better)).isEqualTo("better");
    assertThat(reason(same)).isEqualTo("unclear");
    assertThat(row(better).facts().ended()).isTrue();
    assertThat(row(better).facts().verdict()).contains("BETTER");
    assertThat(row(better).facts().change()).isPresent();
  }

  @Test
  void ratings_that_rise_are_seen_before_the_end() {
    Shared person = begins("Ana");
    for (int day = 1; day <= 14; day++) {
      person.rates(day <= 7 ? 2 : 8);
      goOn(Duration.ofDays(1));
    }

    assertThat(reason(person)).isEqualTo("rising");
  }

  @Test
  void nobody_is_on_the_list_who_does_not_share_and_taking_it_back_takes_them_off() {
    Shared ana = begins("Ana");
    list.withdraw(ana.id(), Also.NOTHING);

    assertThat(names()).isEmpty();
    assertThat(list.open(ana.id(), Set.of())).isEmpty();
    assertThat(list.counts(Set.of()).byNeed().getOrDefault(Need.GOING_WELL.ordinal(), 0)).isZero();
  }

  @Test
  void somebody_of_another_place_neither_lists_nor_opens_a_person() {
    Shared ana = begins("Ana");
    Set<String> elsewhere = Set.of("elsewhere");

    assertThat(
            list.page(
                new ListQuery(
                    elsewhere, Optional.empty(), Optional.empty(), "", Optional.empty(), 10)))
        .isEmpty();
    assertThat(list.open(ana.id(), elsewhere)).isEmpty();
    assertThat(list.open(ana.id(), Set.of("main"))).isPresent();
  }

  @Test
  void the_pages_of_the_list_follow_each_other_without_a_gap() {
    for (int person = 0; person < 7; person++) {
      begins("Person " + person);
      goOn(Duration.ofSeconds(1));
    }
    List<String> all = names();

    List<ListRow> first = page(Optional.empty(), "", 3);
    ListRow last = first.getLast();
    List<ListRow> second =
        page(
            Optional.of(
                new ListQuery.Mark(
                    last.facts().need(),
                    last.facts().since().toEpochMilli() * 1000,
                    last.journey().toString())),
            "",
            10);

    assertThat(first).extracting(ListRow::name).containsExactlyElementsOf(all.subList(0, 3));
    assertThat(second).extracting(ListRow::name).containsExactlyElementsOf(all.subList(3, 7));
  }

  @Test
  void a_search_finds_part_of_a_name_literally() {
    begins("Ana B.");
    begins("Joanna");
    begins("100 %");

    assertThat(page(Optional.empty(), "ana", 10)).extracting(ListRow::name).contains("Ana B.");
    assertThat(page(Optional.empty(), "ANN", 10)).extracting(ListRow::name).contains("Joanna");
    assertThat(page(Optional.empty(), "%", 10)).extracting(ListRow::name).containsExactly("100 %");
  }

  @Test
  void every_look_leaves_a_line() {
    Shared person = begins("Ana");
    list.seen(person.id(), "Dr Kim", clock.instant(), audit("viewed", person));
    goOn(Duration.ofHours(3));
    list.seen(person.id(), "Dr Kim", clock.instant(), audit("viewed", person));

    assertThat(trail.of(person.id()))
        .extracting(AuditLine::what)
        .containsExactly("viewed", "viewed");
  }

  @Test
  void an_entry_of_the_clinic_is_no_sign_of_life() {
    Shared person = begins("Ana");
    goOn(Duration.ofDays(8));
    note(person, "How are you?");
    goOn(Duration.ofDays(4));

    assertThat(reason(person)).isEqualTo("silent 12");
    assertThat(person.journey().journal().of(Entry.Noted.class)).hasSize(1);
  }
}

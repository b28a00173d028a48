package org.counterpose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.counterpose.document.Problems;
import org.counterpose.journal.Entry;
import org.counterpose.journal.EntryDocument;
import org.counterpose.journal.Journal;
import org.counterpose.journal.StoredEntryReader;
import org.counterpose.plan.Directions.Measure;
import org.counterpose.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** A person who starts on Monday 5 January 2026; day 21 is Sunday the 25th. */
class FindingsOfATrialTest {

  private final Person person = Person.withAnOfficeDay();

  private Findings on(String clock) {
    return person.plan().at(person.journal(), person.when(clock)).findings();
  }

  private Person whoEased() {
    for (int day = 1; day <= 21; day++) {
      String morning = LocalDate.of(2026, 1, 4).plusDays(day) + "T08:00";
      person.rates(morning, day <= 7 ? 7 : 3);
    }
    return person;
  }

  @Test
  void they_say_what_they_were_computed_with_and_of_which_days() {
    whoEased();

    Findings findings = on("2026-01-25T20:00");

    assertThat(findings.origin())
        .isEqualTo(new Findings.Origin("mid-back", MidBack.programme().version(), Verdict.MODEL));
    assertThat(findings.span()).isEqualTo(new Findings.Span(LocalDate.of(2026, 1, 5), 21, 21));
    assertThat(findings.span().date(21)).isEqualTo("2026-01-25");
    assertThat(findings.pain().verdict()).isEqualTo(person.verdict("2026-01-25T20:00"));
    assertThat(findings.pain().levels()).hasSize(21);
    assertThat(findings.stiffness()).isEmpty();
  }

  @Test
  void the_hour_changes_nothing_and_the_day_does() {
    whoEased()
        .does("2026-01-24T07:30", "rolled-towel", 300)
        .putsOn("2026-01-24T20:00", "posture-band");

    assertThat(on("2026-01-25T00:01")).isEqualTo(on("2026-01-25T23:58"));
    assertThat(on("2026-01-24T23:58")).isNotEqualTo(on("2026-01-25T00:01"));
  }

  @Test
  void days_with_a_pause_or_a_stop_are_told_apart_from_days_on_which_the_plan_asked() {
    person
        .pauses("2026-01-06T12:00")
        .resumes("2026-01-07T06:45")
        .gotWorse(
            "2026-01-09T08:00",
            MidBack.harmlessWeekly().with("infection-signs", MidBack.chosen("fever")))
        .isCleared("2026-01-10T10:00");

    assertThat(on("2026-01-06T20:00").done().rested()).isEmpty();
    assertThat(on("2026-01-12T20:00").done().rested()).containsExactlyInAnyOrder(2, 3, 5, 6);
  }

  @Test
  void the_plan_is_counted_on_days_that_are_over() {
    person.does("2026-01-05T07:30", "rolled-towel", 3600);

    assertThat(on("2026-01-05T23:00").done())
        .satisfies(
            done -> {
              assertThat(done.days()).isZero();
              assertThat(done.adherence().byStep()).isEmpty();
            });
    assertThat(on("2026-01-06T06:00").done())
        .satisfies(
            done -> {
              assertThat(done.days()).isEqualTo(1);
              assertThat(done.adherence().byStep().get("rolled-towel")).isPositive();
            });
  }

  @Test
  void after_the_last_day_they_stay_as_they_are() {
    whoEased();

    Findings later = on("2026-03-01T12:00");

    assertThat(later.done().days()).isEqualTo(21);
    assertThat(later).isEqualTo(on("2026-01-26T12:00"));
  }

  @Test
  void the_same_journal_written_out_read_in_and_shuffled_finds_the_same() {
    whoEased()
        .scores("2026-01-06T08:00", "Driving 4")
        .checksTheWeek("2026-01-20T08:00", 3, "Driving 8");
    List<Entry> read = new ArrayList<>();
    for (Entry entry : person.journal().all()) {
      Problems problems = new Problems();
      read.add(StoredEntryReader.read(EntryDocument.write(entry), problems).orElseThrow());
    }
    Collections.shuffle(read, new Random(7));

    assertThat(person.plan().at(Journal.of(read), person.when("2026-01-25T12:00")).findings())
        .isEqualTo(on("2026-01-25T20:00"));
  }

  @Test
  void measures_that_point_different_ways_are_named() {
    whoEased()
        .scores("2026-01-06T08:00", "Driving 8")
        .checksTheWeek("2026-01-20T08:00", 0, "Driving 4");

    assertThat(on("2026-01-25T20:00").directions())
        .isEqualTo(new Directions(List.of(Measure.PAIN), List.of(Measure.ACTIVITIES)))
        .satisfies(directions -> assertThat(directions.disagree()).isTrue());
  }

  @Test
  void a_change_too_small_to_matter_disagrees_with_nothing() {
    whoEased()
        .scores("2026-01-06T08:00", "Driving 8")
        .checksTheWeek("2026-01-20T08:00", -1, "Driving 7");

    assertThat(on("2026-01-25T20:00").directions())
        .isEqualTo(new Directions(List.of(Measure.PAIN), List.of()))
        .satisfies(directions -> assertThat(directions.disagree()).isFalse());
  }

  @Test
  void stiffness_is_judged_by_itself() {
    for (int day = 1; day <= 21; day++) {
      String morning = LocalDate.of(2026, 1, 4).plusDays(day) + "T08:00";
      person.rates(morning, 5, day <= 7 ? 7 : 2);
    }

    assertThat(on("2026-01-25T20:00").pain().verdict().answer())
        .isEqualTo(Verdict.Answer.NO_CLEAR_CHANGE);
    assertThat(on("2026-01-25T20:00").stiffness())
        .map(judged -> judged.verdict().answer())
        .isEqualTo(Optional.of(Verdict.Answer.BETTER));
    assertThat(on("2026-01-25T20:00").stiffness().map(Findings.Judged::verdict))
        .isEqualTo(person.plan().at(person.journal(), person.when("2026-01-25T20:00")).stiffness());
  }

  @Test
  void stiffness_has_no_published_natural_course() {
    person.rates("2026-01-05T08:00", 6, 6);

    assertThat(on("2026-01-05T20:00").pain().verdict().withoutProgramme()).isPresent();
    assertThat(on("2026-01-05T20:00").stiffness().orElseThrow().verdict().withoutProgramme())
        .isEmpty();
  }
}

package org.counterpose.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.plan.Ankles;
import org.counterpose.plan.MidBack;
import org.counterpose.plan.Person;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredAndCountedTest {

  private static final Instant NOW = Instant.parse("2026-01-09T12:00:00Z");

  private final Journal journal = Person.withAnkles("left").journal();

  @Test
  void a_measure_of_a_side_is_read() {
    Optional<Entry> read =
        read(measured("knee-to-wall").with("value", 7.5).with("side", "left").node());

    assertThat(read)
        .get()
        .isInstanceOfSatisfying(
            Entry.Measured.class,
            entry -> {
              assertThat(entry.measure()).isEqualTo("knee-to-wall");
              assertThat(entry.value()).isEqualTo(7.5);
              assertThat(entry.side()).contains(Side.LEFT);
            });
  }

  @ParameterizedTest
  @CsvSource({"0", "25", "12.5"})
  void a_value_on_a_step_of_the_measure_is_taken(double value) {
    assertThat(problemsOf(measured("knee-to-wall").with("value", value).with("side", "left")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-0.5", "25.5", "7.25", "1000000"})
  void another_value_is_refused(double value) {
    assertThat(problemsOf(measured("knee-to-wall").with("value", value).with("side", "left")))
        .singleElement()
        .asString()
        .startsWith("value: must be from 0 to 25 in steps of 0.5, got ");
  }

  @Test
  void left_and_right_are_told_apart_where_the_measure_has_sides() {
    assertThat(problemsOf(measured("knee-to-wall").with("value", 7)))
        .containsExactly("side: 'side' is missing: knee-to-wall is left or right");
    assertThat(problemsOf(measured("raises-both").with("value", 7).with("side", "left")))
        .containsExactly("side: raises-both has no sides");
    assertThat(problemsOf(measured("knee-to-wall").with("value", 7).with("side", "both")))
        .containsExactly("side: must be one of left, right, got 'both'");
  }

  @Test
  void every_fault_is_told_at_once() {
    assertThat(
            problemsOf(
                measured("knee-to-wall").with("value", "far").with("side", 1).with("unit", "cm")))
        .extracting(told -> told.substring(0, told.indexOf(':')))
        .containsExactlyInAnyOrder("value", "side", "unit");
  }

  @Test
  void a_measure_that_the_programme_has_not_is_named_with_those_that_it_has() {
    assertThat(problemsOf(measured("shoe-size").with("value", 42)))
        .containsExactly(
            "measure: must be one of knee-to-wall, raises-both, raises-one, got 'shoe-size'");
  }

  @Test
  void a_programme_without_measures_takes_none() {
    assertThat(problemsOf(MidBack.programme(), measured("knee-to-wall").with("value", 7)))
        .containsExactly("measure: this programme has no measures");
  }

  @Test
  void repetitions_are_counted_where_the_step_has_some() {
    Nodes.Growing counted = entry("session-done").with("seconds", 90).with("reps", 18);

    assertThat(problemsOf(counted.with("step", "calf-raises"))).isEmpty();
    assertThat(problemsOf(counted.with("step", "wall")))
        .containsExactly("reps: wall has no repetitions");
    assertThat(problemsOf(counted.with("step", "calf-raises").with("reps", -1)))
        .containsExactly("reps: must be from 0 to 10000, got -1");
  }

  @Test
  void sides_are_told_where_some_stage_of_the_step_has_them() {
    Nodes.Growing session =
        entry("session-done").with("seconds", 90).with("sides", Nodes.texts(List.of("left")));

    assertThat(problemsOf(session.with("step", "calf-raises"))).isEmpty();
    assertThat(problemsOf(session.with("step", "hops")))
        .containsExactly("sides: hops has no sides");
  }

  private static Nodes.Growing entry(String type) {
    return Nodes.object()
        .with("id", "00000000-0000-0001-0000-000000000077")
        .with("type", type)
        .with("at", "2026-01-09T07:00:00-05:00");
  }

  private static Nodes.Growing measured(String measure) {
    return entry("measured").with("measure", measure);
  }

  private Optional<Entry> read(Node sent) {
    return EntryReader.read(Ankles.programme(), Sent.whole(sent), NOW, journal, new Problems());
  }

  private List<String> problemsOf(Nodes.Growing sent) {
    return problemsOf(Ankles.programme(), sent);
  }

  private List<String> problemsOf(Programme programme, Nodes.Growing sent) {
    Problems problems = new Problems();
    EntryReader.read(programme, Sent.whole(sent.node()), NOW, journal, problems);
    return problems.list().stream().map(MeasuredAndCountedTest::told).toList();
  }

  private static String told(Problem problem) {
    return problem.place().path() + ": " + problem.message();
  }
}

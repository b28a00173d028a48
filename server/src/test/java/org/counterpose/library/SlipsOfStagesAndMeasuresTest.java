package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ankle pack, spoilt in one place: what stages, sets, sides and measures may not say. */
class SlipsOfStagesAndMeasuresTest {

  private static final String PACK = "programme.yaml";
  private static final String ONE_LEG =
      "opens: {week: 2, goals: [{measure: raises-both-legs, reach: 20}]}";

  @TempDir private Path temporary = Path.of("");

  /**
   * The mark § in the replacement stands where the problem should be told.
   *
   * @param seen whether the schema tells it too
   */
  private record Slip(String what, String old, String with, String told, boolean seen) {
    @Override
    public String toString() {
      return what;
    }
  }

  @Test
  void the_shipped_pack_has_nothing_wrong() throws IOException {
    PackToBreak pack = PackToBreak.of("ankles", temporary);

    assertThat(pack.problems()).isEmpty();
    assertThat(schemaFaults(pack)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slips")
  void a_slip_is_told_at_its_line(Slip slip) throws IOException {
    PackToBreak pack = PackToBreak.of("ankles", temporary);
    int line = pack.replace(PACK, slip.old(), slip.with());

    assertThat(pack.problems())
        .anySatisfy(
            problem ->
                assertThat(problem).startsWith(PACK + ":" + line + ": ").contains(slip.told()));
    assertThat(schemaFaults(pack).isEmpty())
        .as("what the schema says: %s", schemaFaults(pack))
        .isEqualTo(!slip.seen());
  }

  @Test
  void all_faults_of_a_stage_are_told_at_once() throws IOException {
    PackToBreak pack = PackToBreak.of("ankles", temporary);
    pack.replace(
        PACK, ONE_LEG, "opens: {week: 0, goals: [{measure: raises-both-leg, reach: much}]}");

    assertThat(pack.problems())
        .anyMatch(problem -> problem.contains("week: must be from 1 to 8, got 0"))
        .anyMatch(problem -> problem.contains("there is no measure 'raises-both-leg'"))
        .anyMatch(problem -> problem.contains("reach: must be a number, is a text"))
        .anyMatch(problem -> problem.contains("'raises-both-legs' is no outcome, and no stage"));
  }

  @Test
  void sides_of_the_person_need_a_question_that_asks_for_them() throws IOException {
    PackToBreak pack = PackToBreak.of("ankles", temporary);
    pack.replace(PACK, ", sides: which-ankle, alsoAsks", ", alsoAsks");

    assertThat(pack.problems())
        .anyMatch(problem -> problem.contains("steps[1].dose.sides: no question asks"))
        .anyMatch(problem -> problem.contains("measures[0].sides: no question asks"));
  }

  @Test
  void a_question_of_the_sides_is_for_everybody() throws IOException {
    PackToBreak pack = PackToBreak.of("ankles", temporary);
    pack.replace(
        PACK,
        "{id: which-ankle, kind: one, choices: [left, right, both], when: {question: symptoms, atLeast: 1}}",
        "{id: which-ankle, kind: one, choices: [left, right, both], optional: true}");

    assertThat(pack.problems())
        .anyMatch(
            problem -> problem.endsWith("trial.sides: must be a question that nobody may skip"));
  }

  @Test
  void the_stages_of_a_step_have_doses_of_one_kind() throws IOException {
    PackToBreak pack = PackToBreak.of("ankles", temporary);
    pack.replace(
        PACK,
        "      - id: cushion\n",
        "      - id: chair\n        opens: {week: 2}\n        dose: {kind: timed, seconds: {weeks:"
            + " [60], least: 30, most: 60, lighter: 30}}\n      - id: cushion\n");

    assertThat(pack.problems())
        .anyMatch(
            problem ->
                problem.contains("stages: must have doses of one kind, they are of holds and"));
  }

  @Test
  void a_missing_text_of_a_stage_a_movement_or_a_measure_is_told() throws IOException {
    PackToBreak pack = PackToBreak.of("ankles", temporary);
    pack.replace("texts/en/steps.md", "# steps.band.move.up\n", "# steps.band.move.upp\n");
    pack.replace(
        "texts/en/steps.md", "# steps.hops.stage.one-leg.how\n", "# steps.hops.stage.one.how\n");
    pack.replace(
        "texts/en/measures.md", "# measures.knee-to-wall.how\n", "# measures.knee-to-wall.howto\n");

    assertThat(pack.problems())
        .hasSize(4)
        .anyMatch(
            problem -> problem.endsWith("did you mean 'steps.band.move.up', which is missing?"))
        .anyMatch(problem -> problem.endsWith("the text 'steps.hops.stage.one-leg.how' is missing"))
        .anyMatch(
            problem ->
                problem.endsWith("did you mean 'measures.knee-to-wall.how', which is missing?"));
  }

  static Stream<Slip> slips() {
    return Stream.of(
        blind(
            "a goal that is no value of its measure",
            ONE_LEG,
            "opens: {week: 2, goals: [{measure: raises-both-legs, reach: §20.5}]}",
            "is no value of the measure 'raises-both-legs'"),
        blind(
            "a goal beyond the measure",
            ONE_LEG,
            "opens: {week: 2, goals: [{measure: raises-both-legs, reach: 31}]}",
            "is no value of the measure"),
        blind(
            "a week after the end",
            ONE_LEG,
            "opens: {week: 9, goals: [{measure: raises-both-legs, reach: 20}]}",
            "must be from 1 to 8, got 9"),
        sees(
            "an opening that waits for nothing",
            "opens: {week: 6, goals: [{measure: raises-one-leg, reach: 25}]}",
            "opens: {}",
            "must wait for a 'week', for 'goals' or for both"),
        blind(
            "a second stage that waits for nothing",
            "      - id: cushion\n"
                + "        opens: {week: 3, goals: [{measure: standing-on-one-leg, reach: 30}]}\n",
            "      - §id: cushion\n",
            "'opens' is missing: without it the stage before would never be done"),
        blind(
            "two stages of one name",
            "      - id: cushion\n",
            "      - id: §floor\n",
            "the stage 'floor' is there twice"),
        sees(
            "a dose beside stages",
            "  - id: hops\n    days: {every: 2, first: 2}\n",
            "  - id: hops\n    §dose: {kind: worn, seconds: {weeks: [60], least: 30, most: 60,"
                + " lighter: 30}}\n    days: {every: 2, first: 2}\n",
            "a step has either one dose or stages"),
        sees(
            "a single movement with a name",
            "moves: [up, down, inwards, outwards]",
            "moves: [up]",
            "must name at least two movements"),
        sees(
            "a movement twice",
            "moves: [up, down, inwards, outwards]",
            "moves: [up, down, up]",
            "'up' is named twice"),
        blind(
            "more sets than anybody does",
            "sets: {weeks: [1, 2, 2, 3], lighter: 1}",
            "sets: {weeks: [1, 21], lighter: 1}",
            "must be at most 20, got 21"),
        sees(
            "no time for a repetition",
            "      repSeconds: 3\n      restSeconds: 30",
            "      repSeconds: §0\n      restSeconds: 30",
            "must be from 1 to 60, got 0"),
        sees(
            "sides that nobody has",
            "      moves: [up, down, inwards, outwards]",
            "      side: left\n      moves: [up, down, inwards, outwards]",
            "'side' is not known here"),
        sees(
            "days that are each day",
            "  - id: calf-raises\n    days: {every: 2}",
            "  - id: calf-raises\n    days: {every: §1}",
            "must be from 2 to 7, got 1"),
        blind(
            "a first day that comes too late",
            "  - id: balance\n    days: {every: 2, first: 2}",
            "  - id: balance\n    days: {every: 2, first: §3}",
            "must not be after day 2, got 3"),
        sees(
            "a unit that nobody measures in",
            "unit: centimetres",
            "unit: inches",
            "must be one of centimetres, seconds, repetitions, kilograms, points, got 'inches'"),
        blind(
            "a measure whose end is no step of it",
            "    to: 25\n",
            "    to: 25.2\n",
            "must be a whole number of steps from 'from'"),
        blind(
            "a measure that goes with no step",
            "goesWith: calf-raises",
            "goesWith: calf-rises",
            "there is no step 'calf-rises' in this pack"),
        blind(
            "a change that nobody could see",
            "    detectable: 2\n",
            "    detectable: 26\n",
            "is more than any change can be"),
        blind(
            "a question of the sides that may be passed over",
            "sides: which-ankle, alsoAsks: [stiffness]}",
            "sides: tried}",
            "must be a question of kind one with exactly the choices left, right, both"),
        sees(
            "a course that was never published",
            "sides: which-ankle, alsoAsks: [stiffness]}",
            "sides: which-ankle, naturalCourse: ankles}",
            "must be one of back-pain, got 'ankles'"));
  }

  private static Slip sees(String what, String old, String with, String told) {
    return new Slip(what, old, with, told, true);
  }

  private static Slip blind(String what, String old, String with, String told) {
    return new Slip(what, old, with, told, false);
  }

  private static List<String> schemaFaults(PackToBreak pack) throws IOException {
    return PackSchema.faults(
        Documents.yaml(PACK, Files.readString(pack.folder().resolve(PACK)), new Problems())
            .orElseThrow());
  }
}

package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slips of the pen in a pack: one message each, with what was most likely meant. */
class OneSlipToldOnceTest {

  private static final String PACK = "programme.yaml";
  private static final String STEPS = "texts/en/steps.md";

  @TempDir private Path temporary = Path.of("");

  /** The mark § in the replacement stands where the problem is told. */
  private record Slip(String file, String old, String with, String told) {
    @Override
    public String toString() {
      return told;
    }
  }

  static Stream<Slip> slips() {
    return Stream.of(
        new Slip(
            PACK,
            "returnSeconds: 5",
            "returnSecond: 5",
            "steps[1].dose.returnSecond: 'returnSecond' is not known here; did you mean"
                + " 'returnSeconds'?"),
        new Slip(
            PACK,
            "question: infection-signs, includes",
            "question: infection-sings, includes",
            "safety[5].when.question: there is no question 'infection-sings' in this pack; did you"
                + " mean 'infection-signs'?"),
        new Slip(
            PACK,
            "includes: [fever, recent",
            "includes: [fver, recent",
            "safety[5].when.includes[0]: 'fver' is no choice of the question 'infection-signs'; did"
                + " you mean 'fever'?"),
        new Slip(
            PACK,
            "outcome: ADAPTED",
            "outcome: ADAPTD",
            "safety[9].outcome: must be one of GET_HELP_NOW, SAME_DAY, SEE_CLINICIAN_FIRST,"
                + " ADAPTED, CLEARED, got 'ADAPTD'; did you mean 'ADAPTED'?"),
        new Slip(
            PACK,
            "leaveOut: [rolled-towel]\n    sources: [acog]",
            "leaveOut: [roled-towel]\n    sources: [acog]",
            "safety[15].leaveOut[0]: there is no step 'roled-towel' in this pack; did you mean"
                + " 'rolled-towel'?"),
        new Slip(
            PACK,
            "outcome: ADAPTED\n    leaveOut: [rolled-towel, thread-the-needle]",
            "outcome: ADAPTED\n    leaveOut: §[roled-towel]",
            "safety[9].leaveOut[0]: there is no step 'roled-towel' in this pack; did you mean"
                + " 'rolled-towel'?"),
        new Slip(
            PACK,
            "poses: [table-top]",
            "poses: [tabletop]",
            "there is no pose 'tabletop' in this pack; did you mean 'table-top'?"),
        new Slip(
            PACK,
            "main: wobble-disc",
            "main: woble-disc",
            "steps[2].figures.main: there is no picture figures/woble-disc.svg in this pack, and no"
                + " figure of that name is drawn; did you mean 'wobble-disc'?"),
        new Slip(
            PACK,
            "neck: {flexion: -14}",
            "neck: {extension: 14}",
            "'extension' is written as flexion below 0"),
        new Slip(
            PACK,
            "version: \"1.0.0\"",
            "version: 1.0",
            "version: must be a text, is a number: put it in quotes"),
        new Slip(
            PACK,
            "weeks: [300, 360,",
            "weeks: [5 min, 360,",
            "steps[0].dose.seconds.weeks[0]: must be a number of seconds, such as 120 for two"
                + " minutes, got '5 min'"),
        new Slip(
            STEPS,
            "# steps.rolled-towel.finish\n",
            "## steps.rolled-towel.finish\n",
            "steps.rolled-towel.finish: a key has one '#' and a space before it: '#"
                + " steps.rolled-towel.finish'"),
        new Slip(
            STEPS,
            "# steps.rolled-towel.finish\n",
            "#steps.rolled-towel.finish\n",
            "steps.rolled-towel.finish: a key has one '#' and a space before it: '#"
                + " steps.rolled-towel.finish'"),
        new Slip(
            STEPS,
            "# steps.rolled-towel.finish\n",
            "# steps.rolled-towel.finsh\n",
            "steps.rolled-towel.finsh: nothing in this pack shows this text; did you mean"
                + " 'steps.rolled-towel.finish', which is missing?"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slips")
  void it_is_told_at_its_line_and_nothing_follows_from_it(Slip slip) throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line = pack.replace(slip.file(), slip.old(), slip.with());

    assertThat(pack.problems())
        .singleElement()
        .asString()
        .startsWith(slip.file() + ":" + line + ": ")
        .endsWith(slip.told());
  }

  @Test
  void a_step_that_was_renamed_in_the_structure_alone_is_two_matters() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace(PACK, "- id: wobble-disc\n    dose", "- id: seat-cushion\n    dose");

    assertThat(pack.problems())
        .filteredOn(problem -> problem.contains("text"))
        .hasSize(2)
        .anyMatch(problem -> problem.contains("every text of 'steps.seat-cushion' is missing"))
        .anyMatch(problem -> problem.contains("that begin with 'steps.wobble-disc'"));
  }

  @Test
  void a_folder_of_texts_with_a_wrong_name_is_told_alone() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    Files.move(pack.folder().resolve("texts/en"), pack.folder().resolve("texts/eng"));

    assertThat(pack.problems())
        .containsExactly(
            "texts/en:0: there is no such folder of texts; there is texts/eng and texts/es");
  }

  @Test
  void texts_in_a_file_that_is_not_read_are_told_alone() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    Files.move(pack.folder().resolve(STEPS), pack.folder().resolve("texts/en/steps.txt"));

    assertThat(pack.problems())
        .containsExactly(
            "texts/en/steps.txt:0: texts are read from files that end in .md: rename it");
  }
}

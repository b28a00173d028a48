package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pack that is spoilt in one place: the problem is told at its line, and by the schema too. */
class BrokenPackTest {

  private static final String PACK = "programme.yaml";

  @TempDir private Path temporary = Path.of("");

  private enum Schemas {
    SEES,
    CANNOT_SEE
  }

  /** The mark § in the replacement stands where the problem should be told. */
  private record Slip(String what, String old, String with, String told, Schemas schema) {
    @Override
    public String toString() {
      return what;
    }
  }

  @Test
  void the_shipped_pack_has_nothing_wrong() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);

    assertThat(pack.problems()).isEmpty();
    assertThat(schemaFaults(pack)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slips")
  void a_slip_in_the_structure_is_told_at_its_line(Slip slip) throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line = pack.replace(PACK, slip.old(), slip.with());

    assertThat(pack.problems())
        .anySatisfy(
            problem ->
                assertThat(problem).startsWith(PACK + ":" + line + ": ").contains(slip.told()));
    assertThat(schemaFaults(pack).isEmpty())
        .as("what the schema says: %s", schemaFaults(pack))
        .isEqualTo(slip.schema() == Schemas.CANNOT_SEE);
  }

  @Test
  void a_duration_without_one_of_its_lengths_is_told_where_the_trial_names_it() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace(
        PACK, "[under-6-weeks, 6-to-12-weeks, over-12-weeks]", "[under-6-weeks, over-12-weeks]");

    assertThat(pack.problems())
        .contains(
            PACK
                + ":"
                + pack.lineOf(PACK, "lasted: duration")
                + ": trial.lasted: must be a question of kind one with exactly the choices"
                + " under-6-weeks, 6-to-12-weeks, over-12-weeks");
  }

  static Stream<Slip> slips() {
    return Stream.of(
        sees(
            "a pose beyond a joint",
            "neck: {flexion: -14}",
            "neck: {flexion: -94}",
            "-94 degrees is beyond what the joint allows, -45 to 45"),
        sees(
            "an angle in words",
            "neck: {flexion: -14}",
            "neck: {flexion: back}",
            "must be a number"),
        sees("a joint that nobody has", "neck: {flexion: -14}", "tail: {flexion: 1}", "no joint"),
        sees(
            "a movement that a joint has not",
            "neck: {flexion: -14}",
            "neck: {twist: 1}",
            "'twist' is not known here; known are flexion, side, rotation"),
        sees(
            "a pose that nothing carries",
            "rest: seat\n    shoulders: {flexion: 44",
            "rest: water\n    shoulders: {flexion: 44",
            "must be one of feet, knees, seat, floor, air"),
        blind(
            "a pose that is its own mirror",
            "{mirror: needle-right-low}",
            "{mirror: needle-left-low}",
            "leads back to the pose 'needle-left-low' itself"),
        blind(
            "a pose that is not there",
            "poses: [table-top]",
            "poses: [table]",
            "there is no pose 'table' in this pack"),
        sees(
            "a figure without poses",
            "poses: [table-top]",
            "poses: []",
            "must name at least one pose"),
        sees(
            "a view from nowhere",
            "view: back\n    poses: [sit-on-stool]",
            "view: below\n    poses: [sit-on-stool]",
            "must be right, left, front, back"),
        sees(
            "a thing that nobody can draw",
            "props: [stool, band]",
            "props: [stool, ball]",
            "must be one of mat, towel"),
        sees(
            "an arrow at no point",
            "- {of: pelvis}",
            "- {of: tail}",
            "is 'tail', must be one of pelvis"),
        sees(
            "an arrow to nowhere",
            "towards: {forwards: 0, up: 0.5}",
            "towards: {ahead: 1}",
            "'ahead' is not known here; known are forwards, up, right"),
        blind(
            "an arrow without length",
            "towards: {forwards: 0, up: 0.5}",
            "towards: {forwards: 0, up: 0}",
            "must be longer than 0.01 metres"),
        sees(
            "a thing under no point",
            "{prop: towel, under: t6}",
            "{prop: towel, under: back}",
            "must be one of pelvis, sacrum"),
        sees(
            "a thing in two places",
            "{prop: towel, under: t6}",
            "{prop: towel, under: t6, at: {up: 0}}",
            "is either 'under' a point or 'at' a place"),
        sees(
            "more things than a picture holds",
            "props: [stool, band]",
            "props: [stool, band, mat, mat, mat, mat, mat, mat, mat]",
            "a figure has at most 8, got 9"),
        sees(
            "a movement that takes too long",
            "poses: [table-top]",
            "poses: [" + "table-top, ".repeat(12) + "table-top]",
            "a figure has at most 12, got 13"),
        sees(
            "a mirror image that is changed",
            "{mirror: needle-right-low}",
            "{mirror: needle-right-low, knees: {flexion: 90}}",
            "'knees' is not known here; known are mirror"),
        sees(
            "a pose that nothing carries and that begins as no other",
            "  sit-tall:\n    rest: seat\n",
            "  sit-tall:\n",
            "'rest' is missing: say what carries the body, feet, knees, seat, floor"),
        blind(
            "poses that begin as each other",
            "  needle-left-low: {mirror: needle-right-low}",
            "  one: {from: other}\n  other: {from: §one}\n"
                + "  needle-left-low: {mirror: needle-right-low}",
            "leads back to the pose 'one' itself"),
        blind(
            "a pose that nothing shows",
            "poses:\n  table-top:",
            "poses:\n  §idle: {rest: feet}\n  table-top:",
            "no figure shows the pose 'idle'"),
        blind(
            "a figure that nothing shows",
            "figures:\n  thread-the-needle-start:",
            "figures:\n  §idle: {view: right, poses: [stand]}\n  thread-the-needle-start:",
            "nothing shows the figure 'idle'"),
        sees(
            "a pose whose name has spaces",
            "poses:\n  table-top:",
            "poses:\n  §on the table: {rest: feet}\n  table-top:",
            "a pose is named with lower-case words joined by hyphens, got 'on the table'"),
        sees(
            "a figure whose name is that of a movement",
            "figures:\n  thread-the-needle-start:",
            "figures:\n  §stand-moving: {view: right, poses: [stand]}\n"
                + "  thread-the-needle-start:",
            "a picture's name must not end in -moving"),
        sees(
            "a number for a figure",
            "  tug-of-war:\n    view: {round: 80, above: 8}\n    poses: [slump-at-desk]",
            "  tug-of-war:\n    §view: 80\n    poses: [slump-at-desk]",
            "must be an object, is a number"),
        blind(
            "a figure under the name of a file",
            "  tug-of-war:\n    view",
            "  mat:\n    view",
            "is drawn here, and there is a picture figures/mat.svg too"),
        sees("another format", "format: 1", "format: 2", "this program reads format 1"),
        sees("no format", "format: 1\n", "", "'format' is missing"),
        sees("a version in words", "version: \"1.0.0\"", "version: first", "must be like 1.0.0"),
        sees("a version as a number", "version: \"1.0.0\"", "version: 1.0", "must be a text"),
        sees("a trial of a week", "days: 21", "days: 7", "must be from 14 to 365, got 7"),
        blind("a trial cut short", "extendTo: 28", "extendTo: 20", "must not be before day 21"),
        blind(
            "a pain before that nobody asks for",
            "painBefore: pain-average",
            "painBefore: pain",
            "there is no question 'pain' in this pack"),
        blind(
            "a pain before that is no pain",
            "painBefore: pain-average",
            "painBefore: age",
            "must be an integer question from 0 to 10"),
        blind(
            "wishes that nobody asks for",
            "painBefore: pain-average",
            "painBefore: pain-average, wishes: wish",
            "there is no question 'wish' in this pack"),
        blind(
            "wishes that are a sign",
            "painBefore: pain-average",
            "painBefore: pain-average, wishes: emergency-signs",
            "must be a question of kind many that is none of safety"),
        blind(
            "a duration that nobody asks for",
            "lasted: duration",
            "lasted: weeks",
            "there is no question 'weeks' in this pack"),
        blind(
            "a duration in other words",
            "lasted: duration",
            "lasted: relief",
            "must be a question of kind one with exactly the choices under-6-weeks, 6-to-12-weeks"),
        blind(
            "a duration of several lengths at once",
            "lasted: duration",
            "lasted: symptoms",
            "must be a question of kind one"),
        sees("an approval by nobody", "{status: draft}", "{status: approved}", "'by' is missing"),
        blind(
            "the approval of another version",
            "{status: draft}",
            "{status: approved, by: A clinician, on: \"2026-11-22\", version: \"0.9.0\"}",
            "approves 0.9.0, this is 1.0.0"),
        sees("a field nobody knows", "language: en", "language: en\n§colour: red", "'colour'"),
        sees("an insecure source", "\"https://www.nhs.uk/", "\"http://www.nhs.uk/", "https://"),
        sees(
            "a source without a title",
            "own-judgement:\n"
                + "    title: \"Our own careful choice; no published source gives this number or"
                + " wording\"",
            "own-judgement:\n    year: 2020",
            "'title' is missing"),
        sees(
            "a question of no kind",
            "pain-average, kind: integer",
            "pain-average, kind: scale",
            "must be one of many"),
        sees("a choice twice", "[none, short, lasting]", "[none, short, short]", "named twice"),
        sees("a choice with a blank", "[none, short, lasting]", "[none, for a while]", "hyphens"),
        sees(
            "no choices",
            "- id: relief\n    kind: one\n    choices: [none, short, lasting]\n",
            "- id: relief\n    kind: one\n",
            "'choices' is missing"),
        blind(
            "a question twice",
            "- {id: pregnant, kind: yes-no, safety: true}",
            "- {id: pregnant, kind: yes-no, safety: true}\n"
                + "  - {§id: pregnant, kind: yes-no, safety: true}",
            "is there twice, first on line"),
        blind(
            "a quick answer out of range",
            "{id: hours-driving, kind: number, min: 0, max: 24, quick: [0, 2, 4, 6, 8, 10]",
            "{id: hours-driving, kind: number, min: 0, max: 24, quick: [0, 2, 44]",
            "must lie within 'min' and 'max', got 44"),
        blind("a range upside down", "min: 1, max: 120", "min: 120, max: 1", "must not be below"),
        blind(
            "a question opened by a later one",
            "when: {question: symptoms, includes: [numbness, tingling]}",
            "when: {question: bone-health, atLeast: 1}",
            "'bone-health' is asked later"),
        blind(
            "a question opened by itself",
            "when: {question: symptoms, includes: [numbness, tingling]}",
            "when: {question: numbness-where, atLeast: 1}",
            "'numbness-where' is asked later"),
        sees(
            "a safety question that may be left out",
            "- {id: pregnant, kind: yes-no, safety: true}",
            "- {id: pregnant, kind: yes-no, safety: true, optional: true}",
            "cannot be optional"),
        blind(
            "a sum of words", "{questions: [hours-sitting,", "{questions: [tried,", "needs number"),
        blind(
            "a sum of the unknown",
            "{questions: [hours-sitting,",
            "{questions: [hours-asleep,",
            "no question 'hours-asleep'"),
        blind(
            "a screen of the unknown",
            "questions: [duration, pain-average]",
            "questions: [duration, pain-now]",
            "no question 'pain-now'"),
        sees(
            "nine screens",
            "screens:\n",
            "screens:\n  - {id: one-more, questions: [age]}\n",
            "at most 8 screens"),
        blind(
            "a rule on a question that does not exist",
            "when: {question: age, below: 18}",
            "when: {question: years, below: 18}",
            "there is no question 'years' in this pack"),
        blind(
            "a rule on a choice that does not exist",
            "includes: [one-arm]}",
            "includes: [one-leg]}",
            "'one-leg' is no choice of the question 'numbness-where'"),
        blind(
            "a rule on an answer of another kind",
            "when: {question: age, below: 18}",
            "when: {question: age, is: true}",
            "is of kind integer, this needs yes-no"),
        blind(
            "a rule that can never hold",
            "when: {question: age, below: 18}",
            "when: {question: age, from: 18, below: 18}",
            "can never hold"),
        blind(
            "a rule beyond every answer",
            "when: {question: age, below: 18}",
            "when: {question: age, from: 130}",
            "can never hold"),
        blind(
            "more of the choices than there are",
            "{question: relief, includes: [none]}",
            "{question: relief, includes: [none], atLeast: 2}",
            "must be from 1 to 1, got 2"),
        sees(
            "a condition that says nothing",
            "when: {question: age, below: 18}",
            "when: {question: age}",
            "must have 'question' with one of"),
        sees(
            "a condition of one",
            "when: {question: age, below: 18}",
            "when: {all: [{question: age, below: 18}]}",
            "at least two"),
        sees(
            "a name with nothing behind it",
            "    leaveOut: [rolled-towel]\n    sources: [acog]",
            "    leaveOut:\n    sources: [acog]",
            "leaveOut: has no value"),
        sees(
            "nothing to leave out",
            "    leaveOut: [rolled-towel]\n    sources: [acog]",
            "    leaveOut: []\n    sources: [acog]",
            "leaveOut: is empty"),
        sees(
            "quick values where there is a scale",
            "min: 0, max: 10, scale: true",
            "min: 0, max: 10, §quick: [1]",
            "'quick' is not known here"),
        sees(
            "an outcome nobody knows",
            "outcome: ADAPTED",
            "outcome: CAREFUL",
            "must be one of GET_HELP_NOW"),
        sees(
            "an outcome in small letters",
            "outcome: ADAPTED",
            "outcome: adapted",
            "must be one of GET_HELP_NOW"),
        blind(
            "a source nobody knows",
            "sources: [acog]\n  - id: spine",
            "sources: [a-friend]\n  - id: spine",
            "there is no source 'a-friend'"),
        sees(
            "an empty list of sources",
            "sources: [acog]\n  - id: spine",
            "sources: []\n  - id: spine",
            "at least one source"),
        sees(
            "an explanation without a source",
            "- {id: what-to-expect, sources: [natural-course, thoracic-review, lambert]}",
            "- {id: what-to-expect}",
            "'sources' is missing: say what this rests on"),
        blind(
            "a picture that is not there",
            "main: wobble-disc",
            "main: wobble-dish",
            "there is no picture figures/wobble-dish.svg"),
        blind(
            "an aid nobody knows",
            "{aid: posture-band, without",
            "{aid: posture-bend, without",
            "there is no aid 'posture-bend'"),
        sees(
            "an aid and no word on those without it",
            "{aid: posture-band, without: leave-out}",
            "{aid: posture-band}",
            "'without' is missing"),
        blind(
            "a dose upside down",
            "least: 300, most: 600",
            "least: 600, most: 300",
            "the dose is upside down: least is 600, most is 300"),
        blind("a dose that falls", "[300, 360, 480, 600]", "[300, 480, 360, 600]", "must not fall"),
        blind(
            "a dose above its most",
            "[300, 360, 480, 600]",
            "[300, 360, 480, 900]",
            "must lie within 300 and 600, got 900"),
        blind(
            "a dose for more weeks than the trial",
            "[300, 360, 480, 600]",
            "[300, 360, 480, 500, 600]",
            "names 5 weeks"),
        sees("a dose of no week", "[300, 360, 480, 600]", "[]", "at least the first week"),
        sees(
            "a dose of nothing", "[300, 360, 480, 600]", "[0, 360, 480, 600]", "must be from 1 to"),
        sees(
            "half a second",
            "[300, 360, 480, 600]",
            "[300.5, 360, 480, 600]",
            "must be a whole number"),
        blind(
            "a lighter day that is heavier",
            "lighter: 180",
            "lighter: 400",
            "must not be above the first week's 300"),
        blind(
            "breaks outside their bounds",
            "everyMinutes: 50",
            "everyMinutes: 70",
            "must lie within 20 and 60, got 70"),
        sees(
            "a dose of no kind",
            "dose: {kind: breaks",
            "dose: {kind: pauses",
            "must be one of timed, holds, reps, worn, breaks"),
        sees(
            "a third side",
            "sides: [left, right]",
            "sides: [left, middle]",
            "must be left or right"),
        sees("the same side twice", "sides: [left, right]", "sides: [left, left]", "named twice"),
        sees(
            "an anchor nobody knows",
            "{id: night, anchor: sleep",
            "{id: night, anchor: bedtime",
            "must be one of wake"),
        sees(
            "before and after at once",
            "before: 60, window: 60",
            "before: 60, after: 5, window: 60",
            "either 'after' or 'before'"),
        sees(
            "a window of words",
            "before: 60, window: 60",
            "before: 60, window: long",
            "must be a number"),
        blind(
            "two times of one name",
            "{id: night, anchor",
            "{id: morning, anchor",
            "is there twice"),
        sees(
            "a day off that hangs on work",
            "dayOff: {anchor: wake, after: 180",
            "dayOff: {anchor: work-end, after: 180",
            "a day off has no work"));
  }

  private static Slip sees(String what, String old, String with, String told) {
    return new Slip(what, old, with, told, Schemas.SEES);
  }

  private static Slip blind(String what, String old, String with, String told) {
    return new Slip(what, old, with, told, Schemas.CANNOT_SEE);
  }

  @Test
  void a_step_that_does_not_exist_is_told_where_it_is_left_out() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line =
        pack.replace(
            PACK,
            "leaveOut: [rolled-towel]\n    sources: [acog]",
            "leaveOut: [rolled-blanket]\n    sources: [acog]");

    assertThat(pack.problems())
        .containsExactly(
            PACK
                + ":"
                + line
                + ": safety[15].leaveOut[0]: there is no step 'rolled-blanket' in this pack");
  }

  @Test
  void a_safety_rule_without_a_source_is_told_at_the_rule() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace(PACK, "    sources: [acog]\n", "");
    int line = pack.lineOf(PACK, "- id: pregnant");

    assertThat(pack.problems())
        .containsExactly(
            PACK
                + ":"
                + line
                + ": safety[15].sources: 'sources' is missing: say what this rests on");
    assertThat(schemaFaults(pack)).isNotEmpty();
  }

  @Test
  void broken_yaml_is_told_at_its_line_and_the_texts_are_still_read() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line = pack.replace(PACK, "sums:\n", "sums: [\n");
    int text =
        pack.replace("texts/en/article.md", "# article.title", "# article.title\n§# article.title");

    assertThat(pack.problems())
        .satisfiesExactly(
            problem ->
                assertThat(problem)
                    .isEqualTo(
                        PACK
                            + ":"
                            + line
                            + ": is not well formed: the [ in this line is not closed before line "
                            + (line + 1)),
            problem ->
                assertThat(problem)
                    .startsWith("texts/en/article.md:" + (text - 1) + ": article.title"),
            problem ->
                assertThat(problem).startsWith("texts/en/article.md:" + text + ": article.title"));
  }

  @Test
  void a_key_twice_is_told() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line = pack.replace(PACK, "language: en\n", "language: en\n§language: de\n");

    assertThat(pack.problems())
        .containsExactly(
            PACK + ":" + line + ": language: is there twice, first on line " + (line - 1));
  }

  @Test
  void an_alias_is_not_taken_for_a_text() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace(PACK, "id: mid-back\n", "id: &name mid-back\n");
    int line = pack.replace(PACK, "language: en\n", "language: *name\n");

    assertThat(pack.problems())
        .containsExactly(
            PACK + ":" + line + ": language: aliases are not read: write the value out");
  }

  @Test
  void a_missing_text_is_told_where_the_thing_stands_that_needs_it() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace("texts/en/safety.md", "# safety.pregnant.advice\n", "");
    int line = pack.lineOf(PACK, "- id: pregnant");

    assertThat(pack.problems())
        .containsExactly(
            PACK + ":" + line + ": safety[15]: the text 'safety.pregnant.advice' is missing");
  }

  @Test
  void a_text_that_nothing_shows_is_told_at_its_heading() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line =
        pack.replace(
            "texts/en/safety.md",
            "# safety.pregnant.advice\n",
            "# safety.pregnancy.advice\n\nOnce.\n\n# safety.pregnant.advice\n");

    assertThat(pack.problems())
        .containsExactly(
            "texts/en/safety.md:"
                + line
                + ": safety.pregnancy.advice: nothing in this pack shows this text");
  }

  @Test
  void a_heading_within_a_fence_is_no_key() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace(
        "texts/en/article.md", "# article.title\n", "# article.title\n\n```\n# not.a.key\n```\n");

    assertThat(pack.problems()).isEmpty();
  }

  @Test
  void a_heading_with_nothing_below_is_told() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line =
        pack.replace(
            "texts/en/article.md", "# article.title\n", "# article.next\n\n§# article.title\n");

    assertThat(pack.problems())
        .contains("texts/en/article.md:" + (line - 2) + ": article.next: has no text below it");
  }

  @Test
  void bytes_that_are_no_text_are_told() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    Files.write(
        pack.folder().resolve("texts/en/extra.md"),
        new byte[] {'#', ' ', 'a', '\n', (byte) 0xff, (byte) 0xfe});

    assertThat(pack.problems())
        .containsExactly("texts/en/extra.md:2: byte 5 is not UTF-8: save the file as UTF-8");
  }

  @Test
  void a_folder_without_a_structure_is_told() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    Files.delete(pack.folder().resolve(PACK));

    assertThat(pack.problems()).contains(PACK + ":0: there is no such file");
  }

  @Test
  void a_pack_in_a_folder_of_another_name_is_told() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line = pack.replace(PACK, "id: mid-back\n", "id: low-back\n");

    assertThat(pack.problems())
        .containsExactly(
            PACK
                + ":"
                + line
                + ": id: is 'low-back', but its folder is called 'mid-back': name them alike, or"
                + " the folder 'low-back@VERSION'");
  }

  @Test
  void all_problems_are_told_at_once() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace(PACK, "least: 300, most: 600", "least: 600, most: 300");
    pack.replace(PACK, "when: {question: age, below: 18}", "when: {question: years, below: 18}");
    pack.replace(PACK, "    sources: [acog]\n", "");
    pack.replace(
        PACK,
        "leaveOut: [rolled-towel]\n    sources: [usual",
        "leaveOut: [x]\n    sources: [usual");
    pack.replace("texts/en/article.md", "# article.title\n", "# article.name\n");

    assertThat(pack.problems())
        .hasSize(6)
        .anyMatch(problem -> problem.contains("upside down"))
        .anyMatch(problem -> problem.contains("'years'"))
        .anyMatch(problem -> problem.contains("'sources' is missing"))
        .anyMatch(problem -> problem.contains("no step 'x'"))
        .anyMatch(problem -> problem.contains("'article.title' is missing"))
        .anyMatch(problem -> problem.contains("article.name: nothing"));
  }

  private static List<String> schemaFaults(PackToBreak pack) {
    Optional<Node> document = Documents.yaml(PACK, pack.text(PACK), new Problems());
    return PackSchema.faults(document.orElseThrow());
  }
}

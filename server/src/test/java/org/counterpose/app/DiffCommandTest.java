package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterpose.document.Problems;
import org.counterpose.library.PackFolder;
import org.counterpose.library.PackToBreak;
import org.counterpose.library.ShippedPack;
import org.counterpose.revision.Edition;
import org.counterpose.revision.SafetyFix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of the shipped pack, the later one changed by hand. */
class DiffCommandTest {

  private static final String PACK = "programme.yaml";

  @TempDir private Path temporary = Path.of("");
  private PackToBreak pack;

  @BeforeEach
  void copy() throws IOException {
    pack = PackToBreak.in(temporary);
  }

  @Test
  void the_same_pack_is_not_different() {
    assertThat(diff()).isEqualTo("mid-back 1.0.0 -> mid-back 1.0.0\nNothing is different.\n");
  }

  @Test
  void two_programmes_are_not_held_against_each_other() {
    Commands commands = new Commands();

    assertThat(
            commands.run(
                "diff",
                ShippedPack.folder().toString(),
                ShippedPack.programmes().resolve("ankles").toString()))
        .isEqualTo(2);
    assertThat(commands.out()).isEmpty();
    assertThat(commands.err())
        .contains("mid-back 1.0.0 and ankles 1.0.0 are two programmes, not two versions of one")
        .hasLineCount(1);
  }

  @Test
  void what_changes_for_patients_is_told_in_words_safety_first() {
    pack.replace(PACK, "version: \"1.0.0\"", "version: \"1.1.0\"");
    pack.replace(PACK, "{question: age, below: 18}", "{question: age, below: 21}");
    pack.replace(PACK, "{question: pain-average, from: 7}", "{question: pain-average, from: 8}");
    pack.replace(
        PACK,
        "when: {question: spine-surgery, is: true}\n    outcome: SEE_CLINICIAN_FIRST",
        "when: {question: spine-surgery, is: true}\n    outcome: ADAPTED");
    pack.replace(PACK, "weeks: [300, 360, 480, 600]", "weeks: [300, 390, 480, 600]");
    pack.replace(PACK, "returnSeconds: 5", "returnSeconds: 4");
    pack.replace(
        PACK, "id: night, anchor: sleep, before: 60", "id: night, anchor: sleep, before: 90");
    pack.replace(PACK, "{id: age, kind: integer, min: 1,", "{id: age, kind: integer, min: 2,");
    pack.replace(
        "texts/en/questions.md",
        "Choose all that fit.\n\n# questions.symptoms.stiff",
        "Tick all that fit.\n\n# questions.symptoms.stiff");

    assertThat(diff())
        .isEqualTo(
            """
            mid-back 1.0.0 -> mid-back 1.1.0

            Safety
              stricter: rule 'under-18': holds for more people: was age below 18, is age below 21
              looser: rule 'spine-surgery': was SEE_CLINICIAN_FIRST, is ADAPTED
              looser: rule 'strong-pain': holds for fewer people: was pain-average from 7, is pain-average from 8

            Questions
              'age': the least that can be answered is 2, was 1

            Steps
              'Rolled towel' (rolled-towel): time, by week: was 5 min, 6 min, 8 min, 10 min, is 5 min, 6 min 30 s, 8 min, 10 min (more)
              'Rolled towel' (rolled-towel): the time 'night' is 90 minutes before going to bed and open for 60 minutes; it was 60 minutes before going to bed and open for 60 minutes
              'Thread the needle' (thread-the-needle): time to come back: was 5 s, is 4 s (less)

            The whole
              version: was 1.0.0, is 1.1.0

            Texts
              questions.symptoms.hint: was "Choose all that fit.", is "Tick all that fit."
            """);
  }

  @Test
  void a_rule_that_is_gone_or_new_is_told_and_so_is_a_step() {
    String rule =
        """
          - id: pregnant
            row: 9
            when: {question: pregnant, is: true}
            outcome: SEE_CLINICIAN_FIRST
            leaveOut: [rolled-towel]
            sources: [acog]
        """;
    pack.replace(PACK, rule, rule.replace("id: pregnant", "id: expecting"));
    for (String file : List.of("texts/en/safety.md", "texts/es/safety.md")) {
      pack.write(file, pack.text(file).replace("safety.pregnant.", "safety.expecting."));
    }

    assertThat(diff())
        .contains(
            "stricter: rule 'expecting': the rule is new: SEE_CLINICIAN_FIRST for pregnant yes,"
                + " leaves out rolled-towel\n",
            "looser: rule 'pregnant': the rule is gone: was SEE_CLINICIAN_FIRST for pregnant yes,"
                + " leaves out rolled-towel\n",
            "safety.expecting.advice: new: ",
            "safety.pregnant.advice: gone\n");
  }

  @Test
  void the_other_way_round_says_the_opposite() {
    pack.replace(PACK, "{question: age, below: 18}", "{question: age, below: 21}");
    Commands commands = new Commands();

    commands.run("diff", pack.folder().toString(), ShippedPack.folder().toString());

    assertThat(commands.out()).contains("looser: rule 'under-18': holds for fewer people");
  }

  @Test
  void a_safety_question_that_is_no_longer_asked_each_week_is_looser() {
    pack.replace(
        PACK,
        "{id: cancer, kind: yes-no, safety: true, weekly: true}",
        "{id: cancer, kind: yes-no, safety: true}");

    assertThat(diff())
        .isEqualTo(
            """
            mid-back 1.0.0 -> mid-back 1.0.0

            Safety
              looser: question 'cancer': is no longer asked each week and when something gets worse, only before the start
            """);
    assertThat(back())
        .contains(
            "stricter: question 'cancer': is now asked each week and when something gets worse, not"
                + " only before the start");
  }

  @Test
  void a_sign_that_is_no_longer_asked_about_is_looser() {
    withoutDrugs();

    assertThat(diff())
        .contains("  looser: question 'infection-signs': no longer offers injected-drugs\n")
        .doesNotContain("Questions\n");
    assertThat(back())
        .contains("  stricter: question 'infection-signs': also offers injected-drugs\n");
  }

  private void withoutDrugs() {
    pack.replace(
        PACK,
        "    choices: [fever, recent-infection, weak-immunity, injected-drugs]",
        "    choices: [fever, recent-infection, weak-immunity]");
    pack.replace(
        PACK,
        "includes: [fever, recent-infection, weak-immunity, injected-drugs]",
        "includes: [fever, recent-infection, weak-immunity]");
    without("questions", "questions.infection-signs.injected-drugs");
  }

  @Test
  void signs_in_another_order_are_nothing_to_safety() {
    pack.replace(
        PACK,
        "    choices: [fever, recent-infection, weak-immunity, injected-drugs]",
        "    choices: [recent-infection, fever, weak-immunity, injected-drugs]");

    assertThat(diff())
        .contains("Questions\n  'infection-signs': offers recent-infection, fever, ")
        .doesNotContain("Safety\n");
  }

  @Test
  void a_safety_question_that_is_new_or_gone_says_how_often_it_is_asked() throws IOException {
    Path programmes = Files.createDirectories(temporary.resolve("safer"));
    SaferMidBack safer = SaferMidBack.in(programmes);
    safer.oneMoreQuestion();
    pack = safer.pack();

    assertThat(diff())
        .contains(
            "  stricter: question 'dizzy': is new: it is asked before the start and each week")
        .doesNotContain("Questions\n");
    assertThat(back())
        .contains(
            "  looser: question 'dizzy': is gone: it was asked before the start and each week");
  }

  @Test
  void of_whom_a_safety_question_is_asked_is_part_of_safety() {
    pack.replace(
        PACK,
        "when: {question: symptoms, includes: [numbness, tingling]}\n    safety: true",
        "when: {question: symptoms, includes: [numbness]}\n    safety: true");

    assertThat(diff())
        .contains(
            "Safety\n  looser: question 'numbness-where': is asked of fewer people: was symptoms with"
                + " any of numbness, tingling, is symptoms with any of numbness\n")
        .doesNotContain("Questions\n");
    assertThat(back()).contains("stricter: question 'numbness-where': is asked of more people");
  }

  @Test
  void a_question_that_a_safety_rule_speaks_of_counts_as_one_when_fewer_are_asked() {
    pack.replace(
        PACK,
        "{id: pain-average, kind: integer, min: 0, max: 10, scale: true}",
        "{id: pain-average, kind: integer, min: 0, max: 10, scale: true,"
            + " when: {question: symptoms, atLeast: 2}}");

    assertThat(diff())
        .contains(
            "looser: question 'pain-average': is asked of fewer people: was everybody, is symptoms"
                + " with at least 2 of ");
  }

  @Test
  void a_question_that_opens_a_safety_question_and_may_be_left_unanswered_is_looser() {
    pack.replace(
        PACK,
        "    choices: [stiffness, tension, tightness, spasms, numbness, tingling]\n",
        "    choices: [stiffness, tension, tightness, spasms, numbness, tingling]\n"
            + "    optional: true\n");
    pack.replace(
        PACK,
        "when: {all: [{question: symptoms, includes: [numbness, tingling]}, {question:"
            + " numbness-where, empty: true}]}",
        "when: {question: numbness-where, empty: true}");

    assertThat(diff()).contains("looser: question 'symptoms': may now be left unanswered\n");
  }

  @Test
  void who_is_no_longer_told_to_leave_a_step_out_and_what_no_longer_asks_at_once_is_looser() {
    pack.replace(
        PACK,
        "avoid: [weak-bones, pregnant, spine-surgery, first-after-50, getting-down]",
        "avoid: [weak-bones, spine-surgery, first-after-50, getting-down]");
    without("steps", "steps.rolled-towel.avoid.pregnant");
    pack.replace(PACK, " painBefore: pain-average,", "");

    assertThat(diff())
        .contains(
            "  looser: a first rating far above the pain before no longer asks the safety questions"
                + " at once\n",
            "  looser: step 'Rolled towel' (rolled-towel): no longer names who should leave it out:"
                + " pregnant\n")
        .doesNotContain("Steps\n");
  }

  @Test
  void whatever_is_called_looser_is_refused_to_running_trials_in_the_same_words() {
    withoutDrugs();
    pack.replace(
        PACK,
        "when: {question: symptoms, includes: [numbness, tingling]}\n    safety: true",
        "when: {question: symptoms, includes: [tingling]}\n    safety: true");
    pack.replace(
        PACK,
        "{id: cancer, kind: yes-no, safety: true, weekly: true}",
        "{id: cancer, kind: yes-no, safety: true}");
    pack.replace(PACK, " painBefore: pain-average,", "");

    List<String> looser =
        diff().lines().map(String::strip).filter(line -> line.startsWith("looser: ")).toList();

    SafetyFix fix = SafetyFix.between(edition(ShippedPack.folder()), edition(pack.folder()));
    assertThat(looser).hasSize(5);
    assertThat(fix.refused())
        .containsAll(looser.stream().map(line -> line + " -- it is not plainly stricter").toList());
  }

  private static Edition edition(Path folder) {
    return PackFolder.edition(folder, new Problems()).orElseThrow();
  }

  @Test
  void for_whom_and_when_something_is_and_what_it_needs_is_told_in_sentences() {
    pack.replace(
        PACK,
        "{sum: [hours-sitting, hours-standing, hours-driving], from: 6}}",
        "{sum: [hours-sitting, hours-standing, hours-driving], from: 8}}");
    pack.replace(
        PACK,
        "kind: one\n    choices: [under-6-weeks, 6-to-12-weeks, over-12-weeks]\n    optional: true",
        "kind: one\n    choices: [under-6-weeks, 6-to-12-weeks, over-12-weeks]");
    pack.replace(PACK, "- id: rolled-towel\n", "- id: rolled-towel\n    days: {every: 3}\n");
    pack.replace(
        PACK,
        "- {aid: towel, without: substitute}\n      - {aid: mat, without: substitute}\n    figures:\n"
            + "      main: rolled-towel\n",
        "- {aid: towel, without: leave-out}\n    figures:\n      main: rolled-towel\n");
    pack.replace(PACK, "{id: towel, common: true,", "{id: towel, common: false,");
    pack.replace(
        PACK,
        "{id: sitting, when: {question: hours-sitting, from: 4}",
        "{id: sitting, when: {question: hours-sitting, from: 5}");
    pack.replace(PACK, "hours-driving], most: 24}", "hours-driving], most: 18}");
    pack.replace(
        PACK,
        "{days: 21, extendTo: 28, painBefore: pain-average, lasted: duration, naturalCourse:"
            + " back-pain, alsoAsks: [stiffness, posture]}",
        "{days: 14, extendTo: 35, painBefore: pain-average, lasted: duration, alsoAsks: []}");

    assertThat(diff())
        .isEqualTo(
            """
            mid-back 1.0.0 -> mid-back 1.0.0

            Who it suits
              'long-hours': the programme is for fewer people: was hours-sitting + hours-standing + hours-driving from 6, is hours-sitting + hours-standing + hours-driving from 8

            Questions
              'duration': must now be answered

            Steps
              'Rolled towel' (rolled-towel): comes every 3 days from day 1 on, came every day
              'Rolled towel' (rolled-towel): who has no 'Towel' (towel) does without this step, took something else from their home before
              'Rolled towel' (rolled-towel): no longer needs 'Exercise mat' (mat)

            Aids
              'Towel' (towel): is no longer taken for a thing that most homes have

            Explanation
              'Your hours at a desk' (sitting): is shown to fewer people: was hours-sitting from 4, is hours-sitting from 5

            The whole
              hours-sitting + hours-standing + hours-driving may be at most 18; before, hours-sitting + hours-standing + hours-driving may be at most 24
              the first verdict comes on day 14, came on day 21
              where the first verdict is unclear, the last one comes on day 35, came on day 28
              beside pain people are asked for nothing, were asked for posture and stiffness
              the verdict no longer tells the published course of the complaint
            """);
  }

  @Test
  void when_a_stage_opens_is_told_in_a_sentence() throws IOException {
    Path ankles = ShippedPack.programmes().resolve("ankles");
    PackToBreak later = PackToBreak.of("ankles", temporary);
    later.replace(
        PACK,
        "opens: {week: 2, goals: [{measure: raises-both-legs, reach: 20}]}",
        "opens: {week: 3, goals: [{measure: raises-both-legs, reach: 25}]}");

    assertThat(diff(ankles, later.folder()))
        .endsWith(
            """
            Steps
              'Calf raises' (calf-raises): the stage 'one-leg' opens in week 3 at the earliest, opened in week 2 at the earliest
              'Calf raises' (calf-raises): the stage 'one-leg' waits until 'raises-both-legs' reaches 25, waited until 'raises-both-legs' reaches 20
            """);
  }

  @Test
  void the_same_said_in_another_order_of_fields_is_not_different() {
    pack.replace(
        PACK,
        "when: {question: hours-driving, from: 2}",
        "when: {from: 2, question: hours-driving}");

    assertThat(diff()).endsWith("Nothing is different.\n");
  }

  @Test
  void a_pack_with_a_problem_is_not_compared() throws IOException {
    Files.delete(pack.folder().resolve("texts/en/aids.md"));
    Commands commands = new Commands();

    assertThat(commands.run("diff", ShippedPack.folder().toString(), pack.folder().toString()))
        .isEqualTo(1);
    assertThat(commands.out()).isEmpty();
    assertThat(commands.err()).contains("the text 'aids.towel' is missing");
  }

  /** Takes a text out of each language. */
  private void without(String file, String key) {
    for (String language : List.of("en", "es")) {
      String name = "texts/" + language + "/" + file + ".md";
      String text = pack.text(name);
      int from = text.indexOf("# " + key + "\n");
      int to = text.indexOf("\n# ", from);
      pack.write(name, text.substring(0, from) + (to < 0 ? "" : text.substring(to + 1)));
    }
  }

  private String diff() {
    return diff(ShippedPack.folder(), pack.folder());
  }

  /** The other way round. */
  private String back() {
    return diff(pack.folder(), ShippedPack.folder());
  }

  private static String diff(Path old, Path now) {
    Commands commands = new Commands();
    int end = commands.run("diff", old.toString(), now.toString());
    assertThat(commands.err()).isEmpty();
    assertThat(end).isZero();
    return commands.out();
  }
}

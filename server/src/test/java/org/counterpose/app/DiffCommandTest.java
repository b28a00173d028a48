package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterpose.library.PackToBreak;
import org.counterpose.library.ShippedPack;
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
              'age': min: was 1, is 2 (more)

            Steps
              'Rolled towel' (rolled-towel): time, by week: was 5 min, 6 min, 8 min, 10 min, is 5 min, 6 min 30 s, 8 min, 10 min (more)
              'Rolled towel' (rolled-towel): time of day, night, minutes before it: was 60, is 90 (more)
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
  void a_pack_with_a_problem_is_not_compared() throws IOException {
    Files.delete(pack.folder().resolve("texts/en/aids.md"));
    Commands commands = new Commands();

    assertThat(commands.run("diff", ShippedPack.folder().toString(), pack.folder().toString()))
        .isEqualTo(1);
    assertThat(commands.out()).isEmpty();
    assertThat(commands.err()).contains("the text 'aids.towel' is missing");
  }

  private String diff() {
    Commands commands = new Commands();
    int end = commands.run("diff", ShippedPack.folder().toString(), pack.folder().toString());
    assertThat(commands.err()).isEmpty();
    assertThat(end).isZero();
    return commands.out();
  }
}

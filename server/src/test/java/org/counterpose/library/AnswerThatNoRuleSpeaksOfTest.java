package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A safety question offers an answer, and its author forgot to say what follows from it. */
class AnswerThatNoRuleSpeaksOfTest {

  private static final String PACK = "programme.yaml";

  @TempDir private Path temporary = Path.of("");

  @Test
  void a_sign_asked_each_week_that_no_rule_names_is_told_at_its_line() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace(PACK, "includes: [both-legs, saddle, bladder-bowel, unsteady]", "atLeast: 2");
    assertThat(pack.problems()).as("a rule that counts any of them").isEmpty();

    pack.replace(
        PACK,
        "when: {question: cord-signs, atLeast: 2}",
        "when: {question: cord-signs, includes: [both-legs, saddle, bladder-bowel]}");

    assertThat(pack.problems())
        .containsExactly(
            PACK
                + ":"
                + pack.lineOf(PACK, "choices: [both-legs, saddle, bladder-bowel, unsteady]")
                + ": questions[10].choices[3]: the safety question 'cord-signs' offers 'unsteady',"
                + " but no safety rule speaks of it, so it would clear whoever chooses it");
  }

  @Test
  void that_an_answer_is_harmless_is_said_by_a_rule_that_clears() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace(
        PACK,
        "when: {question: numbness-where, includes: [beside-spine]}",
        "when: {question: numbness-where, empty: true}");

    assertThat(pack.problems())
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .contains("the safety question 'numbness-where' offers 'beside-spine'"));
  }
}

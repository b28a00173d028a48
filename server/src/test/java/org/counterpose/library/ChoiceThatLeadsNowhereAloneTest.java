package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.counterpose.document.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sign is named by a safety rule, and yet whoever has it alone meets none. */
class ChoiceThatLeadsNowhereAloneTest {

  private static final String PACK = "programme.yaml";
  private static final String SIGNS =
      "when: {question: infection-signs, includes: [fever, recent-infection, weak-immunity,"
          + " injected-drugs]}";

  @TempDir private Path temporary = Path.of("");
  private PackToBreak pack;

  @BeforeEach
  void copy() throws IOException {
    pack = PackToBreak.in(temporary);
  }

  @Test
  void no_shipped_pack_is_warned_of() throws IOException {
    assertThat(doubts()).as("inflammatory signs lead to advice alone, whatever else").isEmpty();
    pack = PackToBreak.of("ankles", temporary);
    assertThat(doubts()).isEmpty();
  }

  @Test
  void each_of_two_signs_that_count_only_together_is_told_at_its_line() {
    pack.replace(
        PACK,
        SIGNS,
        "when: {any: [{question: infection-signs, includes: [fever, recent-infection], atLeast: 2},"
            + " {question: infection-signs, includes: [weak-immunity, injected-drugs]}]}");

    String line = PACK + ":" + lineOf("[fever, recent-infection, weak-immunity");
    assertThat(doubts())
        .containsExactly(
            line + ": questions[11].choices[0]: " + told("fever"),
            line + ": questions[11].choices[1]: " + told("recent-infection"));
  }

  @Test
  void a_sign_that_counts_only_with_another_answer_is_told() {
    pack.replace(
        PACK,
        SIGNS,
        "when: {all: [{question: age, from: 60}, {question: infection-signs, atLeast: 1}]}");

    assertThat(doubts()).hasSize(4).first().asString().endsWith(told("fever"));
  }

  @Test
  void a_sign_whose_question_is_only_opened_by_what_a_rule_speaks_of_is_not_told() {
    pack.replace(
        PACK,
        "when: {question: numbness-where, includes: [one-arm]}",
        "when: {all: [{question: numbness-where, includes: [one-arm]},"
            + " {question: symptoms, includes: [numbness, tingling]}]}");

    assertThat(doubts()).isEmpty();
  }

  @Test
  void that_it_is_meant_is_said_by_a_rule_that_clears() {
    pack.replace(
        PACK,
        "when: {question: numbness-where, includes: [one-arm]}",
        "when: {all: [{question: numbness-where, includes: [one-arm]}, {question: age, from: 60}]}");
    assertThat(doubts())
        .singleElement()
        .asString()
        .contains("'one-arm' alone leads nowhere", "Look at the rule 'numb-one-arm'");

    pack.replace(
        PACK,
        "when: {question: numbness-where, includes: [beside-spine]}",
        "when: {question: numbness-where, includes: [beside-spine, one-arm]}");

    assertThat(doubts()).isEmpty();
  }

  @Test
  void with_more_signs_than_are_tried_in_every_way_it_is_told_too() {
    List<String> more = IntStream.rangeClosed(1, 20).mapToObj(i -> "sign-" + i).toList();
    String all =
        "fever, recent-infection, weak-immunity, injected-drugs, " + String.join(", ", more);
    pack.replace(
        PACK,
        "    choices: [fever, recent-infection, weak-immunity, injected-drugs]",
        "    choices: [" + all + "]");
    pack.replace(
        PACK, SIGNS, "when: {question: infection-signs, includes: [" + all + "], atLeast: 2}");
    for (String language : List.of("en", "es")) {
      String file = "texts/" + language + "/questions.md";
      StringBuilder words = new StringBuilder(pack.text(file));
      more.forEach(sign -> words.append("\n# questions.infection-signs." + sign + "\n\nA.\n"));
      pack.write(file, words.toString());
    }

    assertThat(doubts()).hasSize(24).last().asString().contains("'sign-20' alone leads nowhere");
  }

  private int lineOf(String text) {
    return pack.text(PACK).substring(0, pack.text(PACK).indexOf(text)).split("\n").length;
  }

  private static String told(String choice) {
    return "'"
        + choice
        + "' alone leads nowhere: who chooses nothing else in 'infection-signs' may meet no safety"
        + " rule and be cleared. Look at the rule 'infection-signs', which names it; where this is"
        + " meant, let a rule with the outcome CLEARED say so";
  }

  private List<String> doubts() {
    Problems problems = new Problems();
    Problems doubts = new Problems();
    PackFolder.check(pack.folder(), problems, doubts);
    assertThat(problems.list()).isEmpty();
    String prefix = pack.folder() + "/";
    return doubts.list().stream().map(doubt -> doubt.toString().replace(prefix, "")).toList();
  }
}

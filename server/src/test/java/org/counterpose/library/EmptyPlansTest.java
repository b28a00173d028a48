package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Safety rules that let somebody begin and take every step away. */
class EmptyPlansTest {

  private static final String PACK = "programme.yaml";
  private static final String ALL =
      "[rolled-towel, thread-the-needle, wobble-disc, posture-band, change-position]";

  @TempDir private Path temporary = Path.of("");

  @Test
  void one_rule_that_leaves_out_every_step_is_told_at_its_list() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line =
        pack.replace(
            PACK,
            "outcome: ADAPTED\n    leaveOut: [rolled-towel, thread-the-needle]",
            "outcome: ADAPTED\n    leaveOut: §" + ALL);

    assertThat(pack.problems())
        .containsExactly(
            PACK
                + ":"
                + line
                + ": safety[9].leaveOut: leaves out every step, and nothing stops these people:"
                + " their plan would be empty. Keep a step, or let the outcome be"
                + " SEE_CLINICIAN_FIRST");
  }

  @Test
  void rules_that_leave_out_every_step_together_are_told_with_their_names() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line =
        pack.replace(
            PACK,
            "safety:\n",
            "safety:\n  - id: driver\n    row: 1\n    when: {question: hours-driving, from: 6}\n"
                + "    outcome: ADAPTED\n    leaveOut: §[wobble-disc, posture-band]\n"
                + "    sources: [own-judgement]\n"
                + "  - id: stander\n    row: 1\n    when: {question: hours-standing, from: 6}\n"
                + "    outcome: ADAPTED\n    leaveOut: [change-position]\n"
                + "    sources: [own-judgement]\n");
    addTexts(pack);

    assertThat(pack.problems())
        .singleElement()
        .asString()
        .startsWith(
            PACK
                + ":"
                + line
                + ": safety[0].leaveOut: together with 'stander' and 'first-after-50' leaves out"
                + " every step");
  }

  @Test
  void rules_that_cannot_hold_together_are_sound() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace(
        PACK,
        "safety:\n",
        "safety:\n  - id: driver\n    row: 1\n    when: {question: hours-driving, from: 16}\n"
            + "    outcome: ADAPTED\n    leaveOut: [wobble-disc, posture-band]\n"
            + "    sources: [own-judgement]\n"
            + "  - id: stander\n    row: 1\n    when: {question: hours-standing, from: 16}\n"
            + "    outcome: ADAPTED\n    leaveOut: [change-position]\n"
            + "    sources: [own-judgement]\n");
    addTexts(pack);

    assertThat(pack.problems()).isEmpty();
  }

  @Test
  void a_rule_that_takes_everything_from_people_whom_another_one_stops_is_sound()
      throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace(
        PACK,
        "safety:\n",
        "safety:\n  - id: driver\n    row: 1\n"
            + "    when: {all: [{question: cancer, is: true}, {question: pregnant, is: true}]}\n"
            + "    outcome: ADAPTED\n    leaveOut: "
            + ALL
            + "\n    sources: [own-judgement]\n");
    pack.replace("texts/en/safety.md", "# safety.emergency-chest.advice", texts("driver"));
    pack.replace("texts/es/safety.md", "# safety.emergency-chest.advice", texts("driver"));

    assertThat(pack.problems()).isEmpty();
  }

  private static void addTexts(PackToBreak pack) throws IOException {
    for (String language : new String[] {"en", "es"}) {
      pack.replace(
          "texts/" + language + "/safety.md",
          "# safety.emergency-chest.advice",
          texts("stander").replace("# safety.emergency-chest.advice", texts("driver")));
    }
  }

  private static String texts(String rule) {
    return "# safety."
        + rule
        + ".advice\n\nSome.\n\n# safety."
        + rule
        + ".why\n\nSome.\n\n# safety.emergency-chest.advice";
  }
}

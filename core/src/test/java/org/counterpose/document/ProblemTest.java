package org.counterpose.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What was wrong in a document, as it is printed. */
class ProblemTest {

  @Test
  void a_problem_is_one_line_that_hides_nothing_whatever_stood_in_the_document() {
    Problems problems = new Problems();
    problems.add(
        new Place("texts/\u001b[2J.md", 3, "steps.\u202ebad"),
        "must be one of a, got 'b\n\u0007\u2028" + (char) 0xD83E + "'");

    assertThat(told(problems))
        .containsExactly(
            "texts/<U+001B>[2J.md:3: steps.<U+202E>bad: must be one of a, got"
                + " 'b<U+000A><U+0007><U+2028><U+D83E>'");
  }

  @Test
  void other_scripts_and_pictures_stay_as_they_are() {
    Problems problems = new Problems();
    problems.add(new Place("a.md", 1, ""), "got 'dolor de espalda \u00f1 \u05d0 \uD83E\uDDD8'");

    assertThat(told(problems))
        .containsExactly("a.md:1: got 'dolor de espalda \u00f1 \u05d0 \uD83E\uDDD8'");
  }

  @Test
  void a_character_of_two_halves_is_never_cut_in_two() {
    Problems problems = new Problems();
    problems.add(new Place("a.md", 1, ""), "x".repeat(399) + "\uD83E\uDDD8" + "x".repeat(9));

    assertThat(told(problems)).containsExactly("a.md:1: " + "x".repeat(399) + "..");
  }

  @Test
  void a_path_as_long_as_a_file_is_cut() {
    Problems problems = new Problems();
    problems.add(new Place("a.md", 1, "\0".repeat(1000)), "is wrong");

    assertThat(told(problems).getFirst()).hasSizeLessThan(250).contains("<U+0000>..: is wrong");
  }

  private static List<String> told(Problems problems) {
    return problems.list().stream().map(Problem::toString).toList();
  }
}

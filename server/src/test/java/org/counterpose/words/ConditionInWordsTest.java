package org.counterpose.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.counterpose.library.ShippedPack;
import org.counterpose.programme.Condition;
import org.counterpose.programme.Programme;
import org.junit.jupiter.api.Test;

/**
 * What leads to a rule, told line by line so that it stands alone; what is under a line is set in.
 */
class ConditionInWordsTest {

  private static final Programme PROGRAMME = ShippedPack.programme();
  private static final Condition CANCER = new Condition.Is("cancer", true);
  private static final Condition PREGNANT = new Condition.Is("pregnant", true);

  @Test
  void each_answer_stands_on_a_line_of_its_own_under_its_question() {
    assertThat(told(new Condition.Includes("numbness-where", List.of("one-arm", "both-legs"), 1)))
        .containsExactly("Where is the numbness or tingling?", "  One arm or hand", "  Both legs");
  }

  @Test
  void what_a_person_would_tick_is_told_in_the_words_of_the_tick() {
    assertThat(told(PREGNANT)).containsExactly("I am pregnant.");
  }

  @Test
  void a_no_is_told_as_a_no_to_the_question() {
    assertThat(told(new Condition.Is("pregnant", false)))
        .containsExactly("Are you pregnant?", "  No");
  }

  @Test
  void no_answer_is_told_as_none_of_them() {
    assertThat(told(new Condition.IsEmpty("numbness-where")))
        .containsExactly("Where is the numbness or tingling?", "  None of these");
  }

  @Test
  void amounts_are_told_with_both_of_their_ends() {
    assertThat(told(aged(50, 65)))
        .containsExactly("How old are you?", "  50 or more, but less than 65");
    assertThat(told(aged(50, Double.NaN))).containsExactly("How old are you?", "  50 or more");
    assertThat(told(aged(Double.NaN, 18))).containsExactly("How old are you?", "  Less than 18");
  }

  @Test
  void what_must_come_together_is_told_to_come_together() {
    assertThat(told(new Condition.All(List.of(CANCER, aged(50, Double.NaN)))))
        .containsExactly(
            "Both of these:",
            "  I have cancer, or have had it.",
            "  How old are you?",
            "    50 or more");
  }

  @Test
  void one_of_several_answers_is_told_to_be_enough_where_other_things_must_come_with_it() {
    assertThat(
            told(
                new Condition.All(
                    List.of(
                        new Condition.Includes("symptoms", List.of("numbness", "tingling"), 1),
                        new Condition.IsEmpty("numbness-where")))))
        .containsExactly(
            "Both of these:",
            "  What do you feel between or just below your shoulder blades? One of these:",
            "    Numbness",
            "    Tingling",
            "  Where is the numbness or tingling?",
            "    None of these");
  }

  @Test
  void it_is_so_too_where_they_stand_alone_in_a_choice_within_it() {
    assertThat(
            told(
                new Condition.All(
                    List.of(
                        CANCER,
                        new Condition.Any(
                            List.of(
                                new Condition.Includes(
                                    "symptoms", List.of("numbness", "tingling"), 1)))))))
        .containsExactly(
            "Both of these:",
            "  I have cancer, or have had it.",
            "  What do you feel between or just below your shoulder blades? One of these:",
            "    Numbness",
            "    Tingling");
  }

  @Test
  void a_question_is_told_once_for_several_conditions_on_it() {
    Condition mixed =
        new Condition.All(
            List.of(
                new Condition.Includes("cord-signs", List.of("saddle"), 1),
                new Condition.Includes("cord-signs", List.of("both-legs", "unsteady"), 1),
                new Condition.Includes("cord-signs", List.of("both-legs", "bladder-bowel"), 2)));

    assertThat(told(mixed))
        .containsExactly(
            "Do you have any of these? All of these:",
            "  Numbness around my genitals or buttocks",
            "  One of these:",
            "    Pain, weakness or numbness in both legs",
            "    Newly unsteady when I walk",
            "  At least 2 of these:",
            "    Pain, weakness or numbness in both legs",
            "    New trouble passing urine, or holding urine or stool");
  }

  @Test
  void a_count_stands_with_its_question() {
    assertThat(told(new Condition.Includes("cord-signs", List.of("saddle", "unsteady"), 2)))
        .containsExactly(
            "Do you have any of these? At least 2 of these:",
            "  Numbness around my genitals or buttocks",
            "  Newly unsteady when I walk");
  }

  @Test
  void what_belongs_together_in_a_longer_condition_stands_under_a_line_of_its_own() {
    Condition both = new Condition.All(List.of(CANCER, PREGNANT));
    Condition no = new Condition.Is("cancer", false);

    assertThat(told(new Condition.Any(List.of(CANCER, both, no))))
        .containsExactly(
            "One of these:",
            "  I have cancer, or have had it.",
            "  Both of these:",
            "    I have cancer, or have had it.",
            "    I am pregnant.",
            "  Do you have cancer, or have you ever had it?",
            "    No");
  }

  private static Condition aged(double from, double below) {
    return new Condition.InRange(List.of("age"), given(from), given(below));
  }

  private static OptionalDouble given(double bound) {
    return Double.isNaN(bound) ? OptionalDouble.empty() : OptionalDouble.of(bound);
  }

  private static List<String> told(Condition condition) {
    return lines(ConditionInWords.of(condition, PROGRAMME, Words.load("en")), "").toList();
  }

  private static Stream<String> lines(ConditionInWords.Line line, String setIn) {
    return Stream.concat(
        Stream.of(setIn + line.said()),
        line.under().stream().flatMap(under -> lines(under, setIn + "  ")));
  }
}

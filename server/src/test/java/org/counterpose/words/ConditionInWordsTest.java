package org.counterpose.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.counterpose.library.ShippedPack;
import org.counterpose.programme.Condition;
import org.counterpose.programme.Programme;
import org.junit.jupiter.api.Test;

/** What leads to a rule, told so that it stands alone. */
class ConditionInWordsTest {

  private static final Programme PROGRAMME = ShippedPack.programme();

  @Test
  void choices_are_told_with_their_question() {
    assertThat(told(new Condition.Includes("numbness-where", List.of("one-arm", "both-legs"), 1)))
        .isEqualTo("Where is the numbness or tingling? One arm or hand; Both legs");
  }

  @Test
  void a_question_is_told_once_for_several_conditions_on_it() {
    assertThat(
            told(
                new Condition.All(
                    List.of(
                        new Condition.Includes("cord-signs", List.of("saddle"), 1),
                        new Condition.Includes("cord-signs", List.of("both-legs"), 1)))))
        .isEqualTo(
            "Do you have any of these? Numbness around my genitals or buttocks and Pain, weakness"
                + " or numbness in both legs");
  }

  @Test
  void numbers_and_yes_or_no_are_told_from_the_questions_own_words() {
    assertThat(
            told(
                new Condition.Any(
                    List.of(
                        new Condition.InRange(
                            List.of("age"), OptionalDouble.of(50), OptionalDouble.empty()),
                        new Condition.Is("pregnant", true)))))
        .isEqualTo("How old are you? from 50 or Are you pregnant? Yes");
  }

  @Test
  void an_answer_is_never_read_as_one_to_a_question_that_was_told_in_between() {
    Condition cancer = new Condition.Is("cancer", true);
    Condition pregnant = new Condition.Is("pregnant", true);
    Condition noCancer = new Condition.Is("cancer", false);

    assertThat(told(new Condition.Any(List.of(cancer, pregnant, noCancer))))
        .isEqualTo(
            "Do you have cancer, or have you ever had it? Yes or Are you pregnant? Yes or Do you"
                + " have cancer, or have you ever had it? No");
  }

  @Test
  void what_belongs_together_in_a_longer_condition_stands_in_brackets() {
    Condition cancer = new Condition.Is("cancer", true);
    Condition pregnant = new Condition.Is("pregnant", true);
    Condition both = new Condition.All(List.of(cancer, pregnant));

    assertThat(told(new Condition.Any(List.of(cancer, both))))
        .isEqualTo(
            "Do you have cancer, or have you ever had it? Yes or (Do you have cancer, or have you"
                + " ever had it? Yes and Are you pregnant? Yes)");
  }

  private static String told(Condition condition) {
    return ConditionInWords.of(condition, PROGRAMME, Words.load("en"));
  }
}

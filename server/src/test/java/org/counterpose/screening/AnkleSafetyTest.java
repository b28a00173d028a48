package org.counterpose.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.counterpose.document.Nodes;
import org.counterpose.library.ShippedPack;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The safety table of the ankle pack, row by row. */
class AnkleSafetyTest {

  private static final Programme PROGRAMME = ShippedPack.programme("ankles");

  @Test
  void who_says_no_to_everything_may_begin_with_all_steps() {
    Screened screened = screened("symptoms=turns");

    assertThat(screened.clearance()).isEqualTo(Outcome.CLEARED);
    assertThat(screened.leftOut()).isEmpty();
    assertThat(screened.fit()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "emergency-signs=cold-or-numb-foot | GET_HELP_NOW | ",
        "emergency-signs=out-of-shape | GET_HELP_NOW | ",
        "emergency-signs=open-wound | GET_HELP_NOW | ",
        "emergency-signs=chest-pain-or-breathless; clot-signs=calf-swollen | GET_HELP_NOW | ",
        "nerve-signs=saddle | GET_HELP_NOW | ",
        "nerve-signs=both-legs | GET_HELP_NOW | ",
        "nerve-signs=bladder-bowel | GET_HELP_NOW | ",
        "nerve-signs=foot-drops | SAME_DAY | ",
        "nerve-signs=numb-patch | SEE_CLINICIAN_FIRST | ",
        "fracture-signs=four-steps | SAME_DAY | ",
        "fracture-signs=outer-bone | SAME_DAY | ",
        "fracture-signs=inner-bone | SAME_DAY | ",
        "fracture-signs=midfoot-bone | SAME_DAY | ",
        "tendon-signs=snap | SAME_DAY | ",
        "tendon-signs=no-tiptoe | SAME_DAY | ",
        "clot-signs=calf-warm | SAME_DAY | ",
        "infection-signs=hot-joint | SAME_DAY | ",
        "foot-signs=diabetic-hot-foot | SAME_DAY | ",
        "diabetes=numb-feet | SEE_CLINICIAN_FIRST | hops",
        "foot-signs=rest-pain | SAME_DAY | ",
        "circulation=walking-cramp | SEE_CLINICIAN_FIRST | ",
        "serious-signs=night-pain | SAME_DAY | ",
        "injured-lately=yes | SEE_CLINICIAN_FIRST | hops",
        "injured-lately=yes; fracture-signs=four-steps | SAME_DAY | hops",
        "joint-signs=locks | SEE_CLINICIAN_FIRST | hops",
        "joint-signs=pain-above | SEE_CLINICIAN_FIRST | hops",
        "joint-signs=many-joints | SEE_CLINICIAN_FIRST | ",
        "age=17 | SEE_CLINICIAN_FIRST | hops",
        "age=18 | CLEARED | ",
        "age=64 | CLEARED | ",
        "age=65 | ADAPTED | hops",
        "operated-or-broken=yes | SEE_CLINICIAN_FIRST | hops",
        "pregnant=yes | SEE_CLINICIAN_FIRST | hops",
        "bones-and-medicines=osteoporosis | SEE_CLINICIAN_FIRST | hops",
        "bones-and-medicines=quinolones | SEE_CLINICIAN_FIRST | calf-raises hops",
        "falls=fell-twice | SEE_CLINICIAN_FIRST | balance hops"
      })
  void a_sign_leads_to_what_its_row_says(String said, Outcome outcome, String leftOut) {
    Screened screened = screened(said);

    assertThat(screened.clearance()).isEqualTo(outcome);
    assertThat(screened.leftOut())
        .isEqualTo(leftOut == null ? Set.of() : Set.of(leftOut.split(" ")));
  }

  static Stream<Arguments> choices() {
    return PROGRAMME.questions().stream()
        .filter(Question::safety)
        .flatMap(
            question -> question.choices().stream().map(one -> Arguments.of(question.id(), one)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("choices")
  void no_sign_is_asked_for_nothing(String question, String choice) {
    Answers answers =
        Person.sayingNo(PROGRAMME).but(question, Nodes.texts(List.of(choice))).answers(PROGRAMME);

    assertThat(Screening.screen(PROGRAMME, answers).clearance()).isNotEqualTo(Outcome.CLEARED);
  }

  @Test
  void what_can_begin_during_the_trial_is_asked_again_each_week() {
    assertThat(Screening.weekly(PROGRAMME))
        .containsExactly(
            "emergency-signs",
            "nerve-signs",
            "fracture-signs",
            "tendon-signs",
            "injured-lately",
            "clot-signs",
            "infection-signs",
            "serious-signs",
            "foot-signs");
  }

  private static Screened screened(String said) {
    return Screening.screen(
        PROGRAMME, Person.sayingNo(PROGRAMME).but(PROGRAMME, said).answers(PROGRAMME));
  }
}

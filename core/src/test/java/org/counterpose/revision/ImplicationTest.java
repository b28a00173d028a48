package org.counterpose.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.counterpose.programme.Condition;
import org.junit.jupiter.api.Test;

class ImplicationTest {

  private static final Condition FEVER = new Condition.Includes("signs", List.of("fever"), 1);
  private static final Condition FEVER_OR_LUMP =
      new Condition.Includes("signs", List.of("fever", "lump"), 1);
  private static final Condition BOTH =
      new Condition.Includes("signs", List.of("fever", "lump"), 2);
  private static final Condition OLD =
      new Condition.InRange(List.of("age"), OptionalDouble.of(70), OptionalDouble.empty());
  private static final Condition OVER_50 =
      new Condition.InRange(List.of("age"), OptionalDouble.of(50), OptionalDouble.empty());
  private static final Condition PREGNANT = new Condition.Is("pregnant", true);

  @Test
  void more_choices_hold_for_more_people() {
    follows(FEVER, FEVER_OR_LUMP);
    follows(BOTH, FEVER);
    follows(BOTH, FEVER_OR_LUMP);
  }

  @Test
  void a_wider_range_holds_for_more_people() {
    follows(OLD, OVER_50);
  }

  @Test
  void one_more_way_is_wider_and_one_more_demand_is_narrower() {
    follows(FEVER, new Condition.Any(List.of(PREGNANT, FEVER)));
    follows(new Condition.All(List.of(PREGNANT, FEVER)), FEVER);
    follows(
        new Condition.All(List.of(PREGNANT, OLD)),
        new Condition.Any(List.of(FEVER, new Condition.All(List.of(OVER_50, PREGNANT)))));
  }

  @Test
  void other_questions_and_opposite_answers_tell_nothing() {
    assertThat(Implication.holds(FEVER, PREGNANT)).isFalse();
    assertThat(Implication.holds(PREGNANT, new Condition.Is("pregnant", false))).isFalse();
    assertThat(Implication.holds(new Condition.Any(List.of(FEVER, PREGNANT)), FEVER)).isFalse();
  }

  private static void follows(Condition narrow, Condition wide) {
    assertThat(Implication.holds(narrow, wide)).isTrue();
    assertThat(Implication.holds(wide, narrow)).isFalse();
  }
}

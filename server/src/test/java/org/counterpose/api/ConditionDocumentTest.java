package org.counterpose.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.counterpose.documents.Json;
import org.counterpose.programme.Condition;
import org.junit.jupiter.api.Test;

class ConditionDocumentTest {

  private static final Condition NUMB =
      new Condition.Includes("symptoms", List.of("numbness", "tingling"), 1);

  @Test
  void an_answer_that_opens_a_question_is_named_with_its_values() {
    assertThat(written(NUMB))
        .isEqualTo("{\"question\":\"symptoms\",\"anyOf\":[\"numbness\",\"tingling\"]}");
    assertThat(written(new Condition.Includes("signs", List.of("a", "b", "c"), 2)))
        .isEqualTo("{\"question\":\"signs\",\"anyOf\":[\"a\",\"b\",\"c\"],\"atLeast\":2}");
  }

  @Test
  void every_other_condition_is_told_whole() {
    assertThat(written(new Condition.IsEmpty("tried")))
        .isEqualTo("{\"question\":\"tried\",\"empty\":true}");
    assertThat(written(new Condition.Is("cancer", false)))
        .isEqualTo("{\"question\":\"cancer\",\"is\":false}");
    assertThat(
            written(
                new Condition.InRange(
                    List.of("sitting", "driving"), OptionalDouble.of(6), OptionalDouble.of(10.5))))
        .isEqualTo("{\"sum\":[\"sitting\",\"driving\"],\"from\":6,\"below\":10.5}");
  }

  @Test
  void conditions_within_conditions_are_told_too() {
    Condition old =
        new Condition.InRange(List.of("age"), OptionalDouble.of(50), OptionalDouble.empty());

    assertThat(written(new Condition.All(List.of(NUMB, new Condition.Any(List.of(old))))))
        .isEqualTo(
            "{\"all\":[{\"question\":\"symptoms\",\"anyOf\":[\"numbness\",\"tingling\"]},"
                + "{\"any\":[{\"sum\":[\"age\"],\"from\":50}]}]}");
  }

  private static String written(Condition condition) {
    return Json.write(ConditionDocument.write(condition));
  }
}

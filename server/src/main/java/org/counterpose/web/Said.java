package org.counterpose.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterpose.programme.Question;

/**
 * What somebody said of several questions at once. "None of these" and "only what I ticked" are
 * words of the person, and make a no of what was not ticked; without them it has no answer.
 */
record Said(List<Question> questions, Map<String, List<String>> form) {

  /** The name of the field in which it is said. */
  private static final String FIELD = "said";

  /** What was filled in, and what was said of the rest. */
  Map<String, List<String>> values() {
    boolean ticked = !given().isEmpty();
    boolean only = form.getOrDefault(FIELD, List.of()).contains("only") && ticked;
    boolean none = saysNone() && !ticked;
    Map<String, List<String>> values = new HashMap<>();
    for (Question question : questions) {
      List<String> given = form.getOrDefault(question.id(), List.of());
      List<String> other = form.getOrDefault(question.id() + "-other", List.of());
      if (!other.isEmpty() && !other.getFirst().isBlank()) {
        given = List.of(other.getFirst().strip().replace(',', '.'));
      }
      if (given.isEmpty() && (none || only) && isTicked(question) && question.when().isEmpty()) {
        given = List.of(question.kind() instanceof Question.YesNo ? "no" : AnswersForm.NONE);
      }
      values.put(question.id(), given);
    }
    return values;
  }

  /** "None of these" beside something that is ticked: a sign is not dropped for a slip of a tap. */
  boolean contradictsItself() {
    return saysNone() && !given().isEmpty();
  }

  /** Whether something has no answer: neither ticked, nor said to be none. */
  boolean leavesOpen() {
    return values().values().stream().anyMatch(List::isEmpty);
  }

  /** The questions of which something was ticked. */
  List<Question> given() {
    return questions.stream().filter(one -> isTicked(one) && isGiven(one)).toList();
  }

  private boolean saysNone() {
    return form.getOrDefault(FIELD, List.of()).contains("none");
  }

  private boolean isGiven(Question question) {
    return form.getOrDefault(question.id(), List.of()).stream().anyMatch(value -> !value.isBlank());
  }

  private static boolean isTicked(Question question) {
    return question.kind() instanceof Question.Many || question.kind() instanceof Question.YesNo;
  }
}

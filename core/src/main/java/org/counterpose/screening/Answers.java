package org.counterpose.screening;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Somebody's answers by question. What was not asked or not answered is not here; it is never a no.
 */
public record Answers(Map<String, Answer> byQuestion) {

  public static final Answers NONE = new Answers(Map.of());

  public Answers {
    byQuestion = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byQuestion));
  }

  public Optional<Answer> to(String question) {
    return Optional.ofNullable(byQuestion.get(question));
  }

  /** The number answered to a question; empty where none was. */
  public OptionalDouble amount(String question) {
    return byQuestion.get(question) instanceof Answer.Amount amount
        ? OptionalDouble.of(amount.value())
        : OptionalDouble.empty();
  }

  /** What was chosen of a question that takes one choice; empty where nothing was. */
  public Optional<String> choice(String question) {
    return byQuestion.get(question) instanceof Answer.Chosen chosen && chosen.values().size() == 1
        ? Optional.of(chosen.values().iterator().next())
        : Optional.empty();
  }

  /** These answers, with the newer ones in place of older ones to the same question. */
  public Answers with(Answers newer) {
    Map<String, Answer> merged = new LinkedHashMap<>(byQuestion);
    merged.putAll(newer.byQuestion);
    return new Answers(merged);
  }

  public Answers with(String question, Answer answer) {
    return with(new Answers(Map.of(question, answer)));
  }
}

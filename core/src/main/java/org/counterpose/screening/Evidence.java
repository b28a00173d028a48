package org.counterpose.screening;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterpose.programme.Condition;
import org.counterpose.screening.Screened.Because;

/**
 * Whether a condition holds of somebody's answers, and the answers that make it hold. A question
 * without an answer makes nothing hold.
 */
final class Evidence {

  private Evidence() {}

  static boolean holds(Condition condition, Answers answers) {
    return of(condition, answers).isPresent();
  }

  /** The answers that make the condition hold, a question once each; empty where it does not. */
  static Optional<List<Because>> of(Condition condition, Answers answers) {
    return switch (condition) {
      case Condition.Includes includes -> included(includes, answers);
      case Condition.IsEmpty empty ->
          answers.to(empty.question()).orElse(null) instanceof Answer.Chosen chosen
                  && chosen.values().isEmpty()
              ? because(empty.question(), List.of())
              : Optional.empty();
      case Condition.Is is ->
          answers.to(is.question()).orElse(null) instanceof Answer.YesNo said
                  && said.yes() == is.yes()
              ? because(is.question(), List.of(said.yes() ? "yes" : "no"))
              : Optional.empty();
      case Condition.InRange range -> inRange(range, answers);
      case Condition.All all -> all(all, answers);
      case Condition.Any any -> any(any, answers);
    };
  }

  /** A number as an answer shows it: 6 rather than 6.0. */
  static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static Optional<List<Because>> included(Condition.Includes includes, Answers answers) {
    if (!(answers.to(includes.question()).orElse(null) instanceof Answer.Chosen chosen)) {
      return Optional.empty();
    }
    List<String> counting =
        includes.values().stream().filter(chosen.values()::contains).distinct().toList();
    return counting.size() >= includes.atLeast()
        ? because(includes.question(), counting)
        : Optional.empty();
  }

  private static Optional<List<Because>> inRange(Condition.InRange range, Answers answers) {
    List<Because> parts = new ArrayList<>();
    double sum = 0;
    for (String question : range.questions()) {
      if (!(answers.to(question).orElse(null) instanceof Answer.Amount amount)) {
        return Optional.empty();
      }
      sum += amount.value();
      parts.add(new Because(question, List.of(plain(amount.value()))));
    }
    boolean within =
        sum >= range.from().orElse(Double.NEGATIVE_INFINITY)
            && sum < range.below().orElse(Double.POSITIVE_INFINITY);
    return within ? Optional.of(parts) : Optional.empty();
  }

  private static Optional<List<Because>> all(Condition.All all, Answers answers) {
    List<Because> parts = new ArrayList<>();
    for (Condition part : all.conditions()) {
      Optional<List<Because>> found = of(part, answers);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      parts.addAll(found.get());
    }
    return Optional.of(joined(parts));
  }

  private static Optional<List<Because>> any(Condition.Any any, Answers answers) {
    List<List<Because>> found =
        any.conditions().stream().flatMap(part -> of(part, answers).stream()).toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(joined(found.stream().flatMap(List::stream).toList()));
  }

  private static Optional<List<Because>> because(String question, List<String> values) {
    return Optional.of(List.of(new Because(question, values)));
  }

  private static List<Because> joined(List<Because> parts) {
    Map<String, Set<String>> byQuestion = new LinkedHashMap<>();
    for (Because part : parts) {
      byQuestion
          .computeIfAbsent(part.question(), question -> new LinkedHashSet<>())
          .addAll(part.values());
    }
    return byQuestion.entrySet().stream()
        .map(entry -> new Because(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }
}

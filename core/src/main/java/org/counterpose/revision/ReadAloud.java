package org.counterpose.revision;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.counterpose.programme.Condition;

/** A condition as somebody would read it aloud. */
final class ReadAloud {

  private ReadAloud() {}

  static String of(Condition condition) {
    return switch (condition) {
      case Condition.Includes includes ->
          includes.question()
              + " with "
              + (includes.atLeast() == 1 ? "any" : "at least " + includes.atLeast())
              + " of "
              + String.join(", ", includes.values());
      case Condition.IsEmpty empty -> empty.question() + " with none";
      case Condition.Is is -> is.question() + (is.yes() ? " yes" : " no");
      case Condition.InRange range ->
          String.join(" + ", range.questions())
              + (range.from().isPresent() ? " from " + plain(range.from().getAsDouble()) : "")
              + (range.below().isPresent() ? " below " + plain(range.below().getAsDouble()) : "");
      case Condition.All all -> joined(all.conditions(), " and ");
      case Condition.Any any -> joined(any.conditions(), " or ");
    };
  }

  private static String joined(List<Condition> conditions, String with) {
    return conditions.stream().map(ReadAloud::of).collect(Collectors.joining(with, "(", ")"));
  }

  static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}

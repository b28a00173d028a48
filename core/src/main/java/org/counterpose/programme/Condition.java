package org.counterpose.programme;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What must hold of somebody's answers. A question without an answer satisfies no condition on it.
 */
public sealed interface Condition {

  /**
   * At least {@code atLeast} of {@code values} are among the answers to a question of kind many, or
   * the one chosen.
   */
  record Includes(String question, List<String> values, int atLeast) implements Condition {}

  /** None of the choices was taken, though the question was answered. */
  record IsEmpty(String question) implements Condition {}

  record Is(String question, boolean yes) implements Condition {}

  /** The sum of the answers is at least {@code from} and less than {@code below}, where given. */
  record InRange(List<String> questions, OptionalDouble from, OptionalDouble below)
      implements Condition {}

  record All(List<Condition> conditions) implements Condition {}

  record Any(List<Condition> conditions) implements Condition {}

  /** The questions that this condition speaks of. */
  default List<String> questions() {
    return switch (this) {
      case Includes includes -> List.of(includes.question());
      case IsEmpty empty -> List.of(empty.question());
      case Is is -> List.of(is.question());
      case InRange range -> range.questions();
      case All all ->
          all.conditions().stream().flatMap(c -> c.questions().stream()).distinct().toList();
      case Any any ->
          any.conditions().stream().flatMap(c -> c.questions().stream()).distinct().toList();
    };
  }
}

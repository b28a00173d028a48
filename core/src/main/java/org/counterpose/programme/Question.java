package org.counterpose.programme;

import java.util.List;
import java.util.Optional;

/**
 * One thing asked. Texts: {@code questions.<id>}, {@code questions.<id>.<choice>}; optional ones
 * are {@code questions.<id>.hint} and {@code questions.<id>.tick}, a yes-or-no question as a
 * statement.
 *
 * @param when asked only where this holds of the answers so far
 * @param safety must be answered: left out is a wrong answer, never a no
 * @param weekly asked again every week and when something got worse
 * @param optional may be left out; a question is either optional or needed
 */
public record Question(
    String id,
    Kind kind,
    Optional<Condition> when,
    boolean safety,
    boolean weekly,
    boolean optional) {

  /** What an answer looks like. */
  public sealed interface Kind {}

  /** Any number of the choices; none of them is an empty list. */
  public record Many(List<String> choices) implements Kind {}

  public record One(List<String> choices) implements Kind {}

  /** A number, whole or not; {@code quick} are values offered for one tap. */
  public record Quantity(double min, double max, List<Integer> quick, String unit)
      implements Kind {}

  /** A whole number; {@code scale} where it is asked as a row of numbers to tap. */
  public record Whole(int min, int max, boolean scale) implements Kind {}

  public record YesNo() implements Kind {}

  /** The kind's name in packs and in the API. */
  public String kindName() {
    return switch (kind) {
      case Many m -> "many";
      case One o -> "one";
      case Quantity q -> "number";
      case Whole w -> "integer";
      case YesNo y -> "yes-no";
    };
  }

  /** The choices of a question that has some. */
  public List<String> choices() {
    return switch (kind) {
      case Many many -> many.choices();
      case One one -> one.choices();
      case Quantity q -> List.of();
      case Whole w -> List.of();
      case YesNo y -> List.of();
    };
  }
}

package org.counterpose.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.counterpose.programme.Condition;
import org.counterpose.programme.Programme;

/**
 * A condition in the words in which a programme asks, each question and each answer for which it
 * holds on a line of its own: signs are read in a hurry. Of the answers right under a question one
 * is enough; wherever several conditions meet, it is said how many of them it takes.
 */
public final class ConditionInWords {

  /**
   * A line and what stands under it.
   *
   * @param under the answers to a question, or the conditions of which so many must hold
   */
  public record Line(String said, List<Line> under) {
    public Line {
      under = List.copyOf(under);
    }

    private static Line alone(String said) {
      return new Line(said, List.of());
    }
  }

  private final Programme programme;
  private final Words words;

  private ConditionInWords(Programme programme, Words words) {
    this.programme = programme;
    this.words = words;
  }

  public static Line of(Condition condition, Programme programme, Words words) {
    return new ConditionInWords(programme, words).line(condition, true);
  }

  /**
   * @param whole whether it is no part of another one, where one answer of several would be read as
   *     all of them
   */
  private Line line(Condition condition, boolean whole) {
    return switch (condition) {
      case Condition.Includes includes -> {
        String question = question(includes.question());
        yield new Line(
            howMany(includes, whole).map(many -> question + " " + many).orElse(question),
            choices(includes));
      }
      case Condition.IsEmpty empty -> answered(question(empty.question()), words.say("form.none"));
      case Condition.Is is when is.yes() ->
          programme
              .textIfAny("questions." + is.question() + ".tick")
              .map(tick -> Line.alone(tick.strip()))
              .orElseGet(() -> answered(question(is.question()), words.say("form.yes")));
      case Condition.Is is -> answered(question(is.question()), words.say("form.no"));
      case Condition.InRange range ->
          answered(
              range.questions().stream().map(this::question).collect(Collectors.joining(" + ")),
              amount(range));
      case Condition.All all -> several(all.conditions(), "safety.all", whole);
      case Condition.Any any -> several(any.conditions(), "safety.any", whole);
    };
  }

  /** Several conditions, or the one that there is; a question that all of them ask is told once. */
  private Line several(List<Condition> conditions, String howMany, boolean whole) {
    if (conditions.size() == 1) {
      return line(conditions.getFirst(), whole);
    }
    String told = words.say(howMany, conditions.size());
    List<Condition.Includes> choices =
        conditions.stream()
            .filter(Condition.Includes.class::isInstance)
            .map(Condition.Includes.class::cast)
            .toList();
    boolean ofOneQuestion =
        choices.size() == conditions.size()
            && choices.stream().map(Condition.Includes::question).distinct().count() == 1;
    return ofOneQuestion
        ? new Line(
            question(choices.getFirst().question()) + " " + told,
            choices.stream().map(this::answer).toList())
        : new Line(told, conditions.stream().map(part -> line(part, false)).toList());
  }

  /** The answers to a question that was told. */
  private Line answer(Condition.Includes includes) {
    return howMany(includes, false)
        .map(many -> new Line(many, choices(includes)))
        .orElseGet(() -> choices(includes).getFirst());
  }

  /** How many of its answers it takes; empty where that is plain. */
  private Optional<String> howMany(Condition.Includes includes, boolean whole) {
    if (includes.atLeast() > 1) {
      return Optional.of(words.say("safety.at-least", includes.atLeast()));
    }
    return whole || includes.values().size() == 1
        ? Optional.empty()
        : Optional.of(words.say("safety.any"));
  }

  private List<Line> choices(Condition.Includes includes) {
    return includes.values().stream()
        .map(value -> programme.text("questions." + includes.question() + "." + value).strip())
        .map(Line::alone)
        .toList();
  }

  private String amount(Condition.InRange range) {
    if (range.from().isEmpty()) {
      return words.say("safety.below", tenth(range.below().orElseThrow()));
    }
    String from = tenth(range.from().getAsDouble());
    return range.below().isEmpty()
        ? words.say("safety.from", from)
        : words.say("safety.between", from, tenth(range.below().getAsDouble()));
  }

  private String tenth(double amount) {
    return Points.tenth(amount, words);
  }

  private static Line answered(String question, String answer) {
    return new Line(question, List.of(Line.alone(answer)));
  }

  private String question(String id) {
    return programme.text("questions." + id).strip();
  }
}

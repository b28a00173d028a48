package org.counterpose.words;

import java.util.List;
import java.util.stream.Collectors;
import org.counterpose.programme.Condition;
import org.counterpose.programme.Programme;

/**
 * A condition in the words in which a programme asks: each question, then the answers for which it
 * holds. A question that was told just before is not told again, and what belongs together within a
 * longer condition stands in brackets.
 */
public final class ConditionInWords {

  /** No question: ids have at least one letter. */
  private static final String NONE = "";

  private final Programme programme;
  private final Words words;
  private String toldLast = NONE;

  private ConditionInWords(Programme programme, Words words) {
    this.programme = programme;
    this.words = words;
  }

  public static String of(Condition condition, Programme programme, Words words) {
    return new ConditionInWords(programme, words).of(condition);
  }

  private String of(Condition condition) {
    return switch (condition) {
      case Condition.Includes includes -> asked(includes.question()) + choices(includes);
      case Condition.IsEmpty empty -> asked(empty.question()) + words.say("form.none");
      case Condition.Is is -> asked(is.question()) + words.say(is.yes() ? "form.yes" : "form.no");
      case Condition.InRange range -> amount(range);
      case Condition.All all -> joined(all.conditions(), "safety.and");
      case Condition.Any any -> joined(any.conditions(), "safety.or");
    };
  }

  private String amount(Condition.InRange range) {
    toldLast = NONE;
    return range.questions().stream().map(this::question).collect(Collectors.joining(" + "))
        + (range.from().isPresent()
            ? " " + words.say("safety.from", Points.tenth(range.from().getAsDouble(), words))
            : "")
        + (range.below().isPresent()
            ? " " + words.say("safety.below", Points.tenth(range.below().getAsDouble(), words))
            : "");
  }

  private String choices(Condition.Includes includes) {
    return (includes.atLeast() > 1 ? words.say("safety.at-least", includes.atLeast()) + " " : "")
        + includes.values().stream()
            .map(value -> programme.text("questions." + includes.question() + "." + value))
            .collect(Collectors.joining("; "));
  }

  private String joined(List<Condition> conditions, String word) {
    return conditions.stream()
        .map(part -> conditions.size() > 1 && isOfSeveral(part) ? bracketed(part) : of(part))
        .collect(Collectors.joining(" " + words.say(word) + " "));
  }

  private static boolean isOfSeveral(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all.conditions().size() > 1;
      case Condition.Any any -> any.conditions().size() > 1;
      case Condition.Includes _, Condition.IsEmpty _, Condition.Is _, Condition.InRange _ -> false;
    };
  }

  /** It reads by itself: its first question is told, and so is the first one behind it. */
  private String bracketed(Condition condition) {
    toldLast = NONE;
    String within = "(" + of(condition) + ")";
    toldLast = NONE;
    return within;
  }

  /** The question, with a space behind it, where it was not told just before. */
  private String asked(String id) {
    boolean again = id.equals(toldLast);
    toldLast = id;
    return again ? "" : question(id) + " ";
  }

  private String question(String id) {
    return programme.text("questions." + id);
  }
}

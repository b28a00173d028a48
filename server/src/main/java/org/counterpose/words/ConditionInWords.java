package org.counterpose.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpose.programme.Condition;
import org.counterpose.programme.Programme;

/**
 * A condition in the words in which a programme asks: each question once, then the answers for
 * which it holds.
 */
public final class ConditionInWords {

  private final Programme programme;
  private final Words words;
  private final Set<String> told = new LinkedHashSet<>();

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
      case Condition.InRange range ->
          range.questions().stream().map(this::question).collect(Collectors.joining(" + "))
              + (range.from().isPresent()
                  ? " " + words.say("safety.from", Points.tenth(range.from().getAsDouble(), words))
                  : "")
              + (range.below().isPresent()
                  ? " "
                      + words.say("safety.below", Points.tenth(range.below().getAsDouble(), words))
                  : "");
      case Condition.All all -> joined(all.conditions(), "safety.and");
      case Condition.Any any -> joined(any.conditions(), "safety.or");
    };
  }

  private String choices(Condition.Includes includes) {
    return (includes.atLeast() > 1 ? words.say("safety.at-least", includes.atLeast()) + " " : "")
        + includes.values().stream()
            .map(value -> programme.text("questions." + includes.question() + "." + value))
            .collect(Collectors.joining("; "));
  }

  private String joined(List<Condition> conditions, String word) {
    return conditions.stream()
        .map(this::of)
        .collect(Collectors.joining(" " + words.say(word) + " "));
  }

  /** The question, with a space behind it, where it was not told just before. */
  private String asked(String id) {
    return told.add(id) ? question(id) + " " : "";
  }

  private String question(String id) {
    return programme.text("questions." + id);
  }
}

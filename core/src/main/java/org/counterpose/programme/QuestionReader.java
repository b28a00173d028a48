package org.counterpose.programme;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;

/** Reads one question. */
final class QuestionReader {

  private static final double LARGEST = 1_000_000;
  private static final List<String> UNITS = List.of("hours", "minutes", "days");

  private final PackIds ids;
  private final Map<String, Question> earlier;
  private final Problems problems;

  QuestionReader(PackIds ids, Map<String, Question> earlier, Problems problems) {
    this.ids = ids;
    this.earlier = earlier;
    this.problems = problems;
  }

  Optional<Question> read(Node node) {
    return Fields.of(node, problems).flatMap(this::read);
  }

  private Optional<Question> read(Fields fields) {
    Optional<String> id = fields.text("id");
    Optional<Question.Kind> kind = fields.text("kind").flatMap(name -> kind(name, fields));
    Optional<Condition> when =
        fields.any("when").flatMap(node -> when(node, fields, id.orElse("")));
    boolean safety = fields.flagIfAny("safety").orElse(false);
    boolean weekly = fields.flagIfAny("weekly").orElse(false);
    boolean optional = fields.flagIfAny("optional").orElse(false);
    if (kind.isPresent()) {
      fields.noMore();
    }
    if (safety && optional) {
      fields.wrong("optional", "a safety question must be answered, it cannot be optional");
    }
    if (weekly && !safety) {
      fields.wrong("weekly", "only safety questions are asked every week");
    }
    if (weekly && when.isPresent()) {
      fields.wrong("when", "a weekly question is asked without the others, so it has no 'when'");
    }
    return id.flatMap(
        name -> kind.map(known -> new Question(name, known, when, safety, weekly, optional)));
  }

  private Optional<Question.Kind> kind(String name, Fields fields) {
    return switch (name) {
      case "many" -> Optional.of(new Question.Many(choices(fields)));
      case "one" -> Optional.of(new Question.One(choices(fields)));
      case "number" -> quantity(fields);
      case "integer" -> whole(fields);
      case "yes-no" -> Optional.of(new Question.YesNo());
      default -> {
        fields.wrong(
            "kind", "must be one of many, one, number, integer, yes-no, got '" + name + "'");
        yield Optional.empty();
      }
    };
  }

  private List<String> choices(Fields fields) {
    Set<String> once = new LinkedHashSet<>();
    fields.list(
        "choices",
        element ->
            fields
                .asText(element)
                .filter(
                    choice -> {
                      if (!PackIds.isWellFormed(choice)) {
                        problems.add(
                            element,
                            "must be lower-case words joined by hyphens, got '" + choice + "'");
                      }
                      if (!once.add(choice)) {
                        problems.add(element, "'" + choice + "' is named twice");
                      }
                      return true;
                    }));
    if (once.isEmpty() && fields.any("choices").isPresent()) {
      fields.wrong("choices", "must name at least one choice");
    }
    return List.copyOf(once);
  }

  private Optional<Question.Kind> quantity(Fields fields) {
    Optional<Double> min = fields.number("min", -LARGEST, LARGEST);
    Optional<Double> max = fields.number("max", -LARGEST, LARGEST);
    double least = min.orElse(-LARGEST);
    double most = max.orElse(LARGEST);
    if (least > most) {
      fields.wrong("max", "must not be below 'min'");
    }
    ids.refuseEmpty(fields, "quick");
    Set<Integer> quick = new LinkedHashSet<>();
    fields.listIfAny(
        "quick",
        element ->
            fields
                .asWhole(element, (int) -LARGEST, (int) LARGEST)
                .filter(
                    value -> {
                      if (value < least || value > most) {
                        problems.add(element, "must lie within 'min' and 'max', got " + value);
                      }
                      if (!quick.add(value)) {
                        problems.add(element, value + " is named twice");
                      }
                      return true;
                    }));
    String unit = fields.textIfAny("unit").orElse("");
    if (!unit.isEmpty() && !UNITS.contains(unit)) {
      fields.wrong("unit", "must be one of " + String.join(", ", UNITS) + ", got '" + unit + "'");
    }
    return min.isPresent() && max.isPresent()
        ? Optional.of(new Question.Quantity(least, most, List.copyOf(quick), unit))
        : Optional.empty();
  }

  private Optional<Question.Kind> whole(Fields fields) {
    Optional<Integer> min = fields.whole("min", (int) -LARGEST, (int) LARGEST);
    Optional<Integer> max = fields.whole("max", (int) -LARGEST, (int) LARGEST);
    boolean scale = fields.flagIfAny("scale").orElse(false);
    if (min.isEmpty() || max.isEmpty()) {
      return Optional.empty();
    }
    if (min.get() > max.get()) {
      fields.wrong("max", "must not be below 'min'");
    } else if (scale && max.get() - min.get() > 20) {
      fields.wrong("scale", "a row of numbers to tap has at most 21 of them");
    }
    return Optional.of(new Question.Whole(min.get(), max.get(), scale));
  }

  private Optional<Condition> when(Node node, Fields fields, String id) {
    List<String> order = ids.known(PackIds.Kind.QUESTION);
    return new ConditionReader(ids, earlier, problems)
        .read(node)
        .map(
            condition -> {
              for (String other : condition.questions()) {
                if (order.contains(other) && order.indexOf(other) >= order.indexOf(id)) {
                  fields.wrong(
                      "when",
                      "'" + other + "' is asked later: only earlier questions can open this one");
                }
              }
              return condition;
            });
  }
}

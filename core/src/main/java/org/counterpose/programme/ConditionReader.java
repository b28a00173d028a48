package org.counterpose.programme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.counterpose.document.Fields;
import org.counterpose.document.Nearest;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.document.Shortened;

/**
 * Reads conditions and holds each against the questions that it may speak of: that they exist, come
 * early enough, are of the right kind, and can be answered so.
 */
final class ConditionReader {

  private static final String FORMS =
      "must have 'question' with one of 'includes', 'atLeast', 'empty', 'is', 'from', 'below', or"
          + " 'sum', 'all' or 'any'";

  private final PackIds ids;
  private final Map<String, Question> read;
  private final Problems problems;

  /**
   * @param read the questions read so far; a condition on one that is given away in {@code ids} but
   *     not here speaks of a later or a broken one
   */
  ConditionReader(PackIds ids, Map<String, Question> read, Problems problems) {
    this.ids = ids;
    this.read = read;
    this.problems = problems;
  }

  Optional<Condition> read(Node node) {
    return Fields.of(node, problems)
        .flatMap(
            fields -> {
              Optional<Condition> condition = form(fields);
              if (condition.isPresent()) {
                fields.noMore();
              }
              return condition;
            });
  }

  private Optional<Condition> form(Fields fields) {
    Optional<Node> all = fields.any("all");
    if (all.isPresent()) {
      return several(fields, all.get()).map(Condition.All::new);
    }
    Optional<Node> any = fields.any("any");
    if (any.isPresent()) {
      return several(fields, any.get()).map(Condition.Any::new);
    }
    Optional<Node> sum = fields.any("sum");
    if (sum.isPresent()) {
      return Optional.of(range(fields, numberQuestions(fields, sum.get())));
    }
    Optional<Node> question = fields.any("question");
    if (question.isEmpty()) {
      problems.add(fields.place(), FORMS);
      return Optional.empty();
    }
    Optional<String> id = ids.reference(PackIds.Kind.QUESTION, fields, question.get());
    Optional<Question> known = id.flatMap(name -> Optional.ofNullable(read.get(name)));
    return onQuestion(fields, question.get(), id.orElse(""), known);
  }

  private Optional<Condition> onQuestion(
      Fields fields, Node at, String id, Optional<Question> question) {
    if (fields.any("includes").isPresent()) {
      return includes(fields, id, question);
    }
    if (fields.any("atLeast").isPresent()) {
      List<String> choices = question.map(Question::choices).orElse(List.of());
      mustHaveChoices(at, question);
      int most = Math.max(1, question.isPresent() ? choices.size() : Integer.MAX_VALUE);
      return fields
          .whole("atLeast", 1, most)
          .map(atLeast -> new Condition.Includes(id, choices, atLeast));
    }
    if (fields.any("empty").isPresent()) {
      if (!fields.flagIfAny("empty").orElse(true)) {
        fields.wrong("empty", "must be true");
      }
      mustBe(at, question, Question.Many.class, "many");
      return Optional.of(new Condition.IsEmpty(id));
    }
    if (fields.any("is").isPresent()) {
      mustBe(at, question, Question.YesNo.class, "yes-no");
      return fields.flagIfAny("is").map(yes -> new Condition.Is(id, yes));
    }
    if (fields.any("from").isPresent() || fields.any("below").isPresent()) {
      mustBeNumber(at, question);
      Condition.InRange range = range(fields, List.of(id));
      question.ifPresent(known -> mustBeReachable(fields, known.kind(), range));
      return Optional.of(range);
    }
    problems.add(fields.place(), FORMS);
    return Optional.empty();
  }

  private Optional<Condition> includes(Fields fields, String id, Optional<Question> question) {
    mustHaveChoices(fields.any("question").orElseThrow(), question);
    Set<String> values = new LinkedHashSet<>();
    List<String> read =
        fields.list(
            "includes",
            element ->
                fields
                    .asText(element)
                    .filter(
                        choice -> {
                          if (question.isPresent()
                              && !question.get().choices().isEmpty()
                              && !question.get().choices().contains(choice)) {
                            problems.add(
                                element,
                                "'"
                                    + Shortened.of(choice)
                                    + "' is no choice of the question '"
                                    + id
                                    + "'"
                                    + Nearest.hint(choice, question.get().choices()));
                          }
                          if (!values.add(choice)) {
                            problems.add(element, "'" + choice + "' is named twice");
                          }
                          return true;
                        }));
    if (read.isEmpty()) {
      fields.wrong("includes", "must name at least one choice");
    }
    int atLeast = fields.wholeIfAny("atLeast", 1, Math.max(1, values.size())).orElse(1);
    return Optional.of(new Condition.Includes(id, List.copyOf(values), atLeast));
  }

  private Optional<List<Condition>> several(Fields fields, Node list) {
    if (list instanceof Node.Listing listing && listing.elements().size() < 2) {
      problems.add(list, "must have at least two conditions");
    }
    List<Condition> conditions = fields.asList(list, this::read);
    return conditions.isEmpty() ? Optional.empty() : Optional.of(conditions);
  }

  private Condition.InRange range(Fields fields, List<String> questions) {
    OptionalDouble from = bound(fields, "from");
    OptionalDouble below = bound(fields, "below");
    if (fields.any("from").isEmpty() && fields.any("below").isEmpty()) {
      problems.add(fields.place(), "must have 'from' or 'below'");
    }
    if (from.isPresent() && below.isPresent() && from.getAsDouble() >= below.getAsDouble()) {
      fields.wrong("below", "must be above 'from', or the condition can never hold");
    }
    return new Condition.InRange(questions, from, below);
  }

  private void mustBeReachable(Fields fields, Question.Kind kind, Condition.InRange range) {
    double min = Double.NEGATIVE_INFINITY;
    double max = Double.POSITIVE_INFINITY;
    if (kind instanceof Question.Quantity quantity) {
      min = quantity.min();
      max = quantity.max();
    } else if (kind instanceof Question.Whole whole) {
      min = whole.min();
      max = whole.max();
    }
    if (range.from().orElse(min) > max || range.below().orElse(Double.POSITIVE_INFINITY) <= min) {
      problems.add(fields.place(), "lies beyond every answer: the condition can never hold");
    }
  }

  private static OptionalDouble bound(Fields fields, String name) {
    return fields
        .numberIfAny(name, -1_000_000, 1_000_000)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  /** Ids of at least two questions whose answers are numbers. */
  List<String> numberQuestions(Fields fields, Node list) {
    if (list instanceof Node.Listing listing) {
      if (listing.elements().size() < 2) {
        problems.add(list, "must name at least two questions");
      }
      for (Node element : listing.elements()) {
        if (element instanceof Node.Text text) {
          mustBeNumber(element, Optional.ofNullable(read.get(text.value())));
        }
      }
    }
    return new ArrayList<>(ids.references(PackIds.Kind.QUESTION, fields, list));
  }

  private void mustHaveChoices(Node at, Optional<Question> question) {
    question
        .filter(
            known ->
                !(known.kind() instanceof Question.Many || known.kind() instanceof Question.One))
        .ifPresent(known -> problems.add(at, wrongKind(known, "many or one")));
  }

  private void mustBeNumber(Node at, Optional<Question> question) {
    question
        .filter(
            known ->
                !(known.kind() instanceof Question.Quantity
                    || known.kind() instanceof Question.Whole))
        .ifPresent(known -> problems.add(at, wrongKind(known, "number or integer")));
  }

  private void mustBe(
      Node at, Optional<Question> question, Class<? extends Question.Kind> kind, String name) {
    question
        .filter(known -> !kind.isInstance(known.kind()))
        .ifPresent(known -> problems.add(at, wrongKind(known, name)));
  }

  private static String wrongKind(Question question, String needed) {
    return "the question '"
        + question.id()
        + "' is of kind "
        + question.kindName()
        + ", this needs "
        + needed;
  }
}

package org.counterpose.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.document.Shortened;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;

/**
 * Reads somebody's answers. Every problem is noted at its own place; with any of them there are no
 * answers. Kind many is a list of choices, kind one a choice, a number a number, yes-no true or
 * false or "yes" or "no".
 */
public final class AnswersReader {

  private final Programme programme;
  private final Fields fields;
  private final Problems problems;
  private final Map<String, Answer> read = new LinkedHashMap<>();

  private AnswersReader(Programme programme, Fields fields, Problems problems) {
    this.programme = programme;
    this.fields = fields;
    this.problems = problems;
  }

  /**
   * The answers of a whole check: every question that is asked, given the answers before it, must
   * be answered unless it is optional. What was answered without being asked is passed over, except
   * to a safety question: a sign that somebody names is heeded, however they came to name it.
   */
  public static Optional<Answers> all(Programme programme, Node document, Problems problems) {
    return read(programme, document, problems, AnswersReader::readAll);
  }

  /**
   * The answers to exactly these questions, each of them required: what is asked again during the
   * trial.
   */
  public static Optional<Answers> some(
      Programme programme, Node document, Collection<String> questionIds, Problems problems) {
    return read(programme, document, problems, reader -> reader.readSome(questionIds));
  }

  private static Optional<Answers> read(
      Programme programme, Node document, Problems problems, Consumer<AnswersReader> reading) {
    int before = problems.count();
    return Fields.of(document, problems)
        .flatMap(
            fields -> {
              AnswersReader reader = new AnswersReader(programme, fields, problems);
              reading.accept(reader);
              fields.noMore();
              reader.checkSums();
              return problems.noneSince(before)
                  ? Optional.of(new Answers(reader.read))
                  : Optional.empty();
            });
  }

  private void readAll() {
    for (Question question : programme.questions()) {
      int before = problems.count();
      Optional<Answer> answer = answer(question);
      boolean sound = problems.noneSince(before);
      boolean asked = Screening.isAsked(question, new Answers(read));
      if (answer.isPresent() && (asked || question.safety() && saysSomething(answer.get()))) {
        read.put(question.id(), answer.get());
      } else if (answer.isEmpty() && sound && asked && !question.optional()) {
        missing(question);
      }
    }
  }

  private void readSome(Collection<String> questionIds) {
    for (String id : questionIds) {
      Question question = programme.question(id);
      int before = problems.count();
      Optional<Answer> answer = answer(question);
      answer.ifPresent(given -> read.put(id, given));
      if (answer.isEmpty() && problems.noneSince(before)) {
        missing(question);
      }
    }
  }

  private void missing(Question question) {
    problems.add(
        fields.place().field(question.id(), fields.place().line()),
        question.safety()
            ? "must be answered: no answer to a safety question is not a no"
            : "must be answered");
  }

  private Optional<Answer> answer(Question question) {
    return fields
        .any(question.id())
        .flatMap(
            node ->
                switch (question.kind()) {
                  case Question.Many many -> chosen(node, many.choices());
                  case Question.One one -> oneChosen(node, one.choices());
                  case Question.Quantity quantity ->
                      fields
                          .asNumber(node, quantity.min(), quantity.max())
                          .map(value -> (Answer) new Answer.Amount(value));
                  case Question.Whole whole ->
                      fields
                          .asWhole(node, whole.min(), whole.max())
                          .map(value -> (Answer) new Answer.Amount(value));
                  case Question.YesNo yesNo -> yesNo(node);
                });
  }

  private Optional<Answer> chosen(Node node, List<String> choices) {
    if (!(node instanceof Node.Listing)) {
      problems.add(node, "must be a list of choices (empty for none of these), is " + node.kind());
      return Optional.empty();
    }
    int before = problems.count();
    Set<String> named = new LinkedHashSet<>();
    fields.asList(
        node,
        element ->
            choice(element, choices)
                .filter(
                    value -> {
                      boolean first = named.add(value);
                      if (!first) {
                        problems.add(element, "'" + value + "' is named twice");
                      }
                      return first;
                    }));
    if (!problems.noneSince(before)) {
      return Optional.empty();
    }
    List<String> inOrder = new ArrayList<>(choices);
    inOrder.retainAll(named);
    return Optional.of(new Answer.Chosen(new LinkedHashSet<>(inOrder)));
  }

  /** A single choice; a list of one is how the journal keeps it. */
  private Optional<Answer> oneChosen(Node node, List<String> choices) {
    Node value =
        node instanceof Node.Listing listing && listing.elements().size() == 1
            ? listing.elements().getFirst()
            : node;
    return choice(value, choices).map(chosen -> new Answer.Chosen(Set.of(chosen)));
  }

  private Optional<String> choice(Node node, List<String> choices) {
    Optional<String> text = fields.asText(node);
    if (text.isPresent() && !choices.contains(text.get())) {
      problems.add(
          node,
          "must be one of "
              + String.join(", ", choices)
              + ", got '"
              + Shortened.of(text.get())
              + "'");
      return Optional.empty();
    }
    return text;
  }

  private Optional<Answer> yesNo(Node node) {
    if (node instanceof Node.Flag flag) {
      return Optional.of(new Answer.YesNo(flag.value()));
    }
    if (node instanceof Node.Text text && Set.of("yes", "no").contains(text.value())) {
      return Optional.of(new Answer.YesNo(text.value().equals("yes")));
    }
    problems.add(node, "must be true or false, is " + node.kind());
    return Optional.empty();
  }

  private static boolean saysSomething(Answer answer) {
    return switch (answer) {
      case Answer.Chosen chosen -> !chosen.values().isEmpty();
      case Answer.Amount amount -> true;
      case Answer.YesNo yesNo -> yesNo.yes();
    };
  }

  private void checkSums() {
    for (Programme.SumLimit limit : programme.sums()) {
      double sum = 0;
      for (String question : limit.questions()) {
        sum += read.get(question) instanceof Answer.Amount amount ? amount.value() : 0;
      }
      if (sum > limit.most()) {
        problems.add(
            fields.place().field(limit.questions().getLast(), fields.place().line()),
            String.join(", ", limit.questions())
                + " together must be at most "
                + Evidence.plain(limit.most())
                + ", got "
                + Evidence.plain(sum));
      }
    }
  }
}

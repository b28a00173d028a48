package org.counterpose.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpose.programme.Condition;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.counterpose.words.Words;

/**
 * One screen of the check.
 *
 * @param number of {@code screens}, from 1
 * @param asked the questions of this screen that the answers so far lead to
 * @param faults what is wrong, by question
 */
public record CheckPage(
    Programme programme,
    Programme.Screen screen,
    int number,
    List<Question> asked,
    AnswersForm form,
    Map<String, String> faults,
    Words words) {

  public int screens() {
    return programme.screens().size();
  }

  public List<Question> questions() {
    return screen.questions().stream().map(programme::question).toList();
  }

  public boolean isAsked(Question question) {
    return asked.contains(question);
  }

  /**
   * Whether more than one question is always asked here: then the screen has a title of its own.
   */
  public boolean asksSeveral() {
    return questions().stream().filter(question -> question.when().isEmpty()).count() > 1;
  }

  public String title() {
    return programme.text("screens." + screen.id());
  }

  public String action() {
    return "/programmes/" + programme.id() + "/check/" + screen.id();
  }

  public Optional<String> back() {
    return number == 1
        ? Optional.empty()
        : Optional.of(
            "/programmes/" + programme.id() + "/check/" + programme.screens().get(number - 2).id());
  }

  /** The row of numbers that ends the screen: a tap on it answers all that stands here. */
  public Optional<Question> scale() {
    return Optional.of(questions().getLast())
        .filter(last -> last.kind() instanceof Question.Whole whole && whole.scale());
  }

  /** What is asked with fields and chips: all but the row of numbers at the end. */
  public List<Question> fields() {
    List<Question> all = questions();
    return scale().isPresent() ? all.subList(0, all.size() - 1) : all;
  }

  /** Whether several things are ticked on one screen: then the button says what is meant. */
  public boolean isTickList() {
    return questions().stream().filter(this::isTicked).count() > 1
        && questions().stream().allMatch(question -> question.when().isEmpty());
  }

  private boolean isTicked(Question question) {
    return question.kind() instanceof Question.Many || question.kind() instanceof Question.YesNo;
  }

  /** Whether what is ticked here decides what is safe: then nothing is taken as a no. */
  public boolean asksForSafety() {
    return questions().stream().anyMatch(Question::safety);
  }

  public boolean offersNone() {
    return questions().stream().anyMatch(this::isTicked);
  }

  public List<Question> yesNos() {
    return questions().stream().filter(q -> q.kind() instanceof Question.YesNo).toList();
  }

  /** Which question and which of its choices open this one, for the page's script. */
  public Optional<String> opener(Question question) {
    return question
        .when()
        .filter(Condition.Includes.class::isInstance)
        .map(Condition.Includes.class::cast)
        .map(when -> when.question() + ":" + String.join(",", openers(when)));
  }

  private List<String> openers(Condition.Includes when) {
    return when.values().isEmpty() ? programme.question(when.question()).choices() : when.values();
  }

  /**
   * Whether a number is chosen before anybody chose: none at all of what comes second and later on
   * a screen. The first is what the screen is about, so it is asked for.
   */
  public boolean presets(Question question, int value) {
    return value == 0 && form.value(question.id()).isEmpty() && questions().indexOf(question) > 0;
  }

  /** A number that is none of those offered for one tap. */
  public String other(Question question) {
    String value = form.value(question.id());
    boolean offered =
        question.kind() instanceof Question.Quantity quantity
            && quantity.quick().stream().anyMatch(quick -> value.equals(String.valueOf(quick)));
    return offered ? "" : value;
  }

  public Optional<String> fault(Question question) {
    return Optional.ofNullable(faults.get(question.id()));
  }

  /** The ids of what stands beside a number's field and belongs to it. */
  public Optional<String> describedBy(Question question) {
    String id = question.id();
    List<String> ids = new ArrayList<>();
    form.hint(id).ifPresent(hint -> ids.add("hint-" + id));
    fault(question).ifPresent(fault -> ids.add("wrong-" + id));
    form.unit(id).ifPresent(unit -> ids.add("unit-" + id));
    return ids.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", ids));
  }

  public String summary() {
    return words.say("form.faults.count", faults.size());
  }

  public boolean wide(Question question) {
    return question.safety();
  }
}

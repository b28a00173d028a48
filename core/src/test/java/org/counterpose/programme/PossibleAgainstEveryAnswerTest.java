package org.counterpose.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random conditions on small questions, held against trying every set of answers there is. */
class PossibleAgainstEveryAnswerTest {

  private static final List<String> CHOICES = List.of("a", "b");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20261127})
  void what_can_hold_is_what_some_answers_make_hold(long seed) {
    Random random = new Random(seed);
    int never = 0;
    for (int i = 0; i < 3000; i++) {
      Map<String, Question> questions = questions(random);
      List<Programme.SumLimit> sums =
          random.nextBoolean()
              ? List.of()
              : List.of(new Programme.SumLimit(List.of("m", "n"), random.nextInt(5)));
      Condition condition = condition(random, 3);
      boolean some =
          everyAnswers(questions, sums).stream().anyMatch(answers -> holds(condition, answers));

      boolean can = new Possible(questions, sums).together(List.of(condition));

      assertThat(can).as("%s with %s and %s", condition, questions, sums).isEqualTo(some);
      never += some ? 0 : 1;
    }
    assertThat(never).isBetween(300, 2700);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {2, 20261128})
  void what_can_hold_while_something_else_fails_is_what_some_answers_make_so(long seed) {
    Random random = new Random(seed);
    int never = 0;
    for (int i = 0; i < 3000; i++) {
      Map<String, Question> questions = questions(random);
      List<Condition> holding = List.of(condition(random, 2));
      List<Condition> failing = List.of(condition(random, 2), condition(random, 2));
      boolean some =
          everyAnswers(questions, List.of()).stream()
              .anyMatch(
                  answers ->
                      holding.stream().allMatch(one -> holds(one, answers))
                          && failing.stream().noneMatch(one -> holds(one, answers)));
      Possible possible = new Possible(questions, List.of());

      boolean can = possible.together(holding, failing);

      assertThat(possible.isSure()).isTrue();
      assertThat(can).as("%s without %s in %s", holding, failing, questions).isEqualTo(some);
      never += some ? 0 : 1;
    }
    assertThat(never).isBetween(300, 2700);
  }

  private static Map<String, Question> questions(Random random) {
    Map<String, Question> questions = new LinkedHashMap<>();
    add(questions, "yes", new Question.YesNo(), Optional.empty());
    add(
        questions,
        "one",
        new Question.One(CHOICES),
        random.nextBoolean()
            ? Optional.of(new Condition.Is("yes", random.nextBoolean()))
            : Optional.empty());
    add(questions, "many", new Question.Many(CHOICES), Optional.empty());
    add(
        questions,
        "m",
        new Question.Whole(0, 3, true),
        random.nextBoolean()
            ? Optional.of(new Condition.Includes("one", List.of("a"), 1))
            : Optional.empty());
    add(questions, "n", new Question.Whole(0, 3, true), Optional.empty());
    return questions;
  }

  private static void add(
      Map<String, Question> questions, String id, Question.Kind kind, Optional<Condition> when) {
    questions.put(id, new Question(id, kind, when, false, false, false));
  }

  private static Condition condition(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> new Condition.Is("yes", random.nextBoolean());
      case 1 -> new Condition.Includes("one", List.of(CHOICES.get(random.nextInt(2))), 1);
      case 2 -> new Condition.Includes("many", CHOICES, 1 + random.nextInt(2));
      case 3 -> new Condition.IsEmpty("many");
      case 4 -> range(random, List.of(random.nextBoolean() ? "m" : "n"), 4);
      case 5 -> range(random, List.of("m", "n"), 7);
      case 6 -> new Condition.All(several(random, depth));
      default -> new Condition.Any(several(random, depth));
    };
  }

  private static Condition range(Random random, List<String> questions, int most) {
    int from = random.nextInt(most);
    OptionalDouble below =
        random.nextBoolean()
            ? OptionalDouble.empty()
            : OptionalDouble.of(from + 1 + random.nextInt(2));
    return new Condition.InRange(questions, OptionalDouble.of(from), below);
  }

  private static List<Condition> several(Random random, int depth) {
    List<Condition> several = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      several.add(condition(random, depth - 1));
    }
    return several;
  }

  /** Everything that somebody may answer: a set of choices, a number, or yes and no. */
  private static List<Map<String, Object>> everyAnswers(
      Map<String, Question> questions, List<Programme.SumLimit> sums) {
    List<Map<String, Object>> all = List.of(Map.of());
    for (Question question : questions.values()) {
      List<Map<String, Object>> more = new ArrayList<>();
      for (Map<String, Object> answers : all) {
        if (question.when().map(when -> holds(when, answers)).orElse(true)) {
          for (Object value : values(question.kind())) {
            Map<String, Object> longer = new LinkedHashMap<>(answers);
            longer.put(question.id(), value);
            more.add(longer);
          }
        } else {
          more.add(answers);
        }
      }
      all = more;
    }
    return all.stream()
        .filter(answers -> sums.stream().allMatch(limit -> within(limit, answers)))
        .toList();
  }

  private static boolean within(Programme.SumLimit limit, Map<String, Object> answers) {
    return limit.questions().stream().mapToInt(id -> (int) answers.getOrDefault(id, 0)).sum()
        <= limit.most();
  }

  private static List<?> values(Question.Kind kind) {
    return switch (kind) {
      case Question.YesNo yesNo -> List.of(true, false);
      case Question.One one -> List.of(Set.of("a"), Set.of("b"));
      case Question.Many many -> List.of(Set.of(), Set.of("a"), Set.of("b"), Set.of("a", "b"));
      case Question.Whole whole -> List.of(0, 1, 2, 3);
      case Question.Quantity quantity -> throw new AssertionError("none is asked here");
    };
  }

  private static boolean holds(Condition condition, Map<String, Object> answers) {
    return switch (condition) {
      case Condition.Is is -> Boolean.valueOf(is.yes()).equals(answers.get(is.question()));
      case Condition.IsEmpty empty -> Set.of().equals(answers.get(empty.question()));
      case Condition.Includes includes ->
          answers.get(includes.question()) instanceof Set<?> chosen
              && includes.values().stream().filter(chosen::contains).count() >= includes.atLeast();
      case Condition.InRange range ->
          answers.keySet().containsAll(range.questions()) && inRange(range, answers);
      case Condition.All all -> all.conditions().stream().allMatch(one -> holds(one, answers));
      case Condition.Any any -> any.conditions().stream().anyMatch(one -> holds(one, answers));
    };
  }

  private static boolean inRange(Condition.InRange range, Map<String, Object> answers) {
    int sum = range.questions().stream().mapToInt(id -> (int) answers.getOrDefault(id, 0)).sum();
    return sum >= range.from().orElse(0) && sum < range.below().orElse(100);
  }
}

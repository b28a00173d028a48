package org.counterpose.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody could answer so that a condition holds. It looks for one set of answers, the
 * questions that open others included. Where that takes too long it says yes: a pack is only
 * refused for what is certain.
 */
final class Possible {

  private static final int MOST_WORK = 1_000_000;
  private static final int MOST_DEPTH = 500;

  private final Map<String, Question> questions;
  private final List<Programme.SumLimit> sums;
  private int work;

  Possible(Map<String, Question> questions, List<Programme.SumLimit> sums) {
    this.questions = questions;
    this.sums = sums;
  }

  /** Whether all of the conditions can hold of one person. */
  boolean together(List<Condition> conditions) {
    return search(Goals.of(conditions, null), new Wanted(), 0);
  }

  private boolean search(@Nullable Goals goals, Wanted wanted, int depth) {
    Goals left = goals;
    while (left != null) {
      work++;
      Condition next = left.first();
      Goals rest = left.rest();
      if (work > MOST_WORK || depth > MOST_DEPTH) {
        return true;
      }
      if (next instanceof Condition.Any any) {
        return any.conditions().stream().anyMatch(one -> oneOf(one, rest, wanted, depth));
      }
      if (next instanceof Condition.All all) {
        left = Goals.of(all.conditions(), rest);
      } else if (wanted.takes(next)) {
        left = Goals.of(openers(next, wanted), rest);
      } else {
        return false;
      }
    }
    return wanted.sumsFit();
  }

  private boolean oneOf(Condition one, @Nullable Goals rest, Wanted wanted, int depth) {
    work += wanted.asked.size();
    return search(new Goals(one, rest), new Wanted(wanted), depth + 1);
  }

  /** What must hold for the questions of a condition to be asked at all, each once. */
  private List<Condition> openers(Condition leaf, Wanted wanted) {
    List<Condition> openers = new ArrayList<>();
    for (String id : leaf.questions()) {
      if (wanted.asked.add(id)) {
        Optional.ofNullable(questions.get(id)).flatMap(Question::when).ifPresent(openers::add);
      }
    }
    return openers;
  }

  /** What is still to be made to hold. */
  private record Goals(Condition first, @Nullable Goals rest) {
    static @Nullable Goals of(List<Condition> conditions, @Nullable Goals rest) {
      Goals goals = rest;
      for (Condition condition : conditions.reversed()) {
        goals = new Goals(condition, goals);
      }
      return goals;
    }
  }

  /** What the answers must be like, so far. */
  private final class Wanted {
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Boolean> said = new HashMap<>();
    private final Map<String, Set<String>> oneOf = new HashMap<>();

    /** Whether something is chosen where several choices may be, or nothing. */
    private final Map<String, Boolean> chosen = new HashMap<>();

    private final Map<String, Range> amounts = new HashMap<>();
    private final Map<Set<String>, Range> together = new HashMap<>();

    Wanted() {}

    Wanted(Wanted other) {
      asked.addAll(other.asked);
      said.putAll(other.said);
      oneOf.putAll(other.oneOf);
      chosen.putAll(other.chosen);
      amounts.putAll(other.amounts);
      together.putAll(other.together);
    }

    /** Takes one more wish; false where it goes against another. */
    boolean takes(Condition leaf) {
      return switch (leaf) {
        case Condition.Includes includes -> takes(includes);
        case Condition.IsEmpty empty -> agrees(chosen, empty.question(), false);
        case Condition.Is is -> agrees(said, is.question(), is.yes());
        case Condition.InRange range -> takes(range);
        case Condition.All all -> all.conditions().stream().allMatch(this::takes);
        case Condition.Any any -> any.conditions().stream().anyMatch(this::takes);
      };
    }

    private boolean takes(Condition.Includes includes) {
      Question question = questions.get(includes.question());
      if (question == null || !(question.kind() instanceof Question.One)) {
        return agrees(chosen, includes.question(), true);
      }
      Set<String> left =
          new HashSet<>(oneOf.getOrDefault(includes.question(), Set.copyOf(question.choices())));
      left.retainAll(includes.values());
      oneOf.put(includes.question(), left);
      return !left.isEmpty() && includes.atLeast() == 1;
    }

    private boolean takes(Condition.InRange range) {
      Range asks =
          new Range(
              range.from().orElse(Double.NEGATIVE_INFINITY),
              Double.POSITIVE_INFINITY,
              range.below().orElse(Double.POSITIVE_INFINITY));
      if (range.questions().size() > 1) {
        Set<String> summed = Set.copyOf(range.questions());
        together.put(summed, together.getOrDefault(summed, Range.ANY).and(asks));
        return true;
      }
      String id = range.questions().getFirst();
      Range asked = answers(id).and(asks);
      boolean counts = kindOf(id) instanceof Question.Whole;
      Range left = counts ? asked.inWholeNumbers() : asked;
      amounts.put(id, left);
      return left.holdsAny();
    }

    private Question.@Nullable Kind kindOf(String id) {
      Question question = questions.get(id);
      return question == null ? null : question.kind();
    }

    private Range answers(String id) {
      Range known = amounts.get(id);
      if (known != null) {
        return known;
      }
      Question.Kind kind = kindOf(id);
      return kind == null ? Range.ANY : Range.of(kind);
    }

    /** Whether what is wanted of sums goes with each number, and with the limits of the pack. */
    boolean sumsFit() {
      return together.entrySet().stream()
              .allMatch(sum -> sumOf(sum.getKey()).and(sum.getValue()).holdsAny())
          && sums.stream().allMatch(this::staysWithin);
    }

    private Range sumOf(Set<String> summed) {
      return summed.stream().map(this::answers).reduce(Range.NOTHING, Range::plus);
    }

    /** The least that the limited questions come to must not be above the limit. */
    private boolean staysWithin(Programme.SumLimit limit) {
      Set<String> limited = Set.copyOf(limit.questions());
      double least = leastOf(limited);
      for (Map.Entry<Set<String>, Range> sum : together.entrySet()) {
        if (limited.containsAll(sum.getKey())) {
          Set<String> others = new HashSet<>(limited);
          others.removeAll(sum.getKey());
          least = Math.max(least, sum.getValue().least() + leastOf(others));
        }
      }
      return least <= limit.most();
    }

    /** A question that need not be answered may count for nothing. */
    private double leastOf(Set<String> ids) {
      return ids.stream()
          .mapToDouble(
              id -> asked.contains(id) ? answers(id).least() : Math.min(0, answers(id).least()))
          .sum();
    }

    private static boolean agrees(Map<String, Boolean> wishes, String question, boolean wish) {
      Boolean before = wishes.putIfAbsent(question, wish);
      return before == null || before == wish;
    }
  }

  /** Numbers from {@code least} to {@code most}, both included, and less than {@code below}. */
  private record Range(double least, double most, double below) {
    static final Range ANY =
        new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    static final Range NOTHING = new Range(0, 0, Double.POSITIVE_INFINITY);

    static Range of(Question.Kind kind) {
      return switch (kind) {
        case Question.Quantity quantity ->
            new Range(quantity.min(), quantity.max(), Double.POSITIVE_INFINITY);
        case Question.Whole whole -> new Range(whole.min(), whole.max(), Double.POSITIVE_INFINITY);
        case Question.Many many -> ANY;
        case Question.One one -> ANY;
        case Question.YesNo yesNo -> ANY;
      };
    }

    Range and(Range other) {
      return new Range(
          Math.max(least, other.least), Math.min(most, other.most), Math.min(below, other.below));
    }

    Range plus(Range other) {
      // a sum of what lies below bounds lies below their sum; its greatest is looked at alone
      return new Range(
          least + other.least,
          Math.min(most, below) + Math.min(other.most, other.below),
          Double.POSITIVE_INFINITY);
    }

    boolean holdsAny() {
      return least <= most && least < below;
    }

    /** The same whole numbers, by their least and greatest alone. */
    Range inWholeNumbers() {
      return new Range(
          Math.ceil(least),
          Math.min(Math.floor(most), Math.ceil(below) - 1),
          Double.POSITIVE_INFINITY);
    }
  }
}

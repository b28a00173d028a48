package org.counterpose.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody could answer so that some conditions hold and others do not. It looks for one
 * set of answers, the questions that open others included. Where that takes too long it says yes,
 * and is no longer sure: a pack is only refused for what is certain.
 */
final class Possible {

  private static final int MOST_WORK = 1_000_000;
  private static final int MOST_DEPTH = 500;

  private final Map<String, Question> questions;
  private final List<Programme.SumLimit> sums;
  private int work;
  private boolean unsure;

  Possible(Map<String, Question> questions, List<Programme.SumLimit> sums) {
    this.questions = questions;
    this.sums = sums;
  }

  /** Whether all of the conditions can hold of one person. */
  boolean together(List<Condition> conditions) {
    return search(Goals.of(conditions, true, null), new Wanted(), 0);
  }

  /** Whether the first conditions can all hold of one person of whom none of the others holds. */
  boolean together(List<Condition> holding, List<Condition> failing) {
    return search(Goals.of(holding, true, Goals.of(failing, false, null)), new Wanted(), 0);
  }

  /** Whether every yes so far came from answers that were found. */
  boolean isSure() {
    return !unsure;
  }

  private boolean search(@Nullable Goals goals, Wanted wanted, int depth) {
    Goals left = goals;
    while (left != null) {
      work++;
      if (work > MOST_WORK || depth > MOST_DEPTH) {
        unsure = true;
        return true;
      }
      Condition next = left.first();
      boolean holds = left.holds();
      Goals rest = left.rest();
      List<Condition> parts = parts(next);
      if (!parts.isEmpty()) {
        if (holds == (next instanceof Condition.Any)) {
          return parts.stream()
              .anyMatch(one -> inThisWay(new Goals(one, holds, rest), wanted, depth));
        }
        left = Goals.of(parts, holds, rest);
      } else if (!holds) {
        return waysToFail(next, rest, wanted).anyMatch(way -> inThisWay(way, wanted, depth))
            || failsAsAnswered(next, rest, wanted, depth);
      } else if (wanted.takes(next)) {
        left = Goals.of(openers(next, wanted), true, rest);
      } else {
        return false;
      }
    }
    return wanted.sumsFit();
  }

  private static List<Condition> parts(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all.conditions();
      case Condition.Any any -> any.conditions();
      case Condition.Includes includes -> List.of();
      case Condition.IsEmpty empty -> List.of();
      case Condition.Is is -> List.of();
      case Condition.InRange range -> List.of();
    };
  }

  private boolean inThisWay(@Nullable Goals goals, Wanted wanted, int depth) {
    work += wanted.asked.size();
    return search(goals, new Wanted(wanted), depth + 1);
  }

  /** A condition fails where one of its questions is not asked, or where the opposite holds. */
  private Stream<@Nullable Goals> waysToFail(Condition leaf, @Nullable Goals rest, Wanted wanted) {
    Stream<@Nullable Goals> notAsked =
        leaf.questions().stream()
            .filter(id -> !wanted.asked.contains(id))
            .flatMap(id -> Optional.ofNullable(questions.get(id)).flatMap(Question::when).stream())
            .map(when -> new Goals(when, false, rest));
    return Stream.concat(
        notAsked, opposites(leaf).map(opposite -> new Goals(opposite, true, rest)));
  }

  /** What holds of answers that were given and of which a condition does not. */
  private Stream<Condition> opposites(Condition leaf) {
    return switch (leaf) {
      case Condition.Is is -> Stream.of(new Condition.Is(is.question(), !is.yes()));
      case Condition.IsEmpty empty ->
          Stream.of(new Condition.Includes(empty.question(), choices(empty.question()), 1));
      case Condition.InRange range ->
          Stream.concat(
              range.from().stream()
                  .mapToObj(
                      from ->
                          new Condition.InRange(
                              range.questions(), OptionalDouble.empty(), OptionalDouble.of(from))),
              range.below().stream()
                  .mapToObj(
                      below ->
                          new Condition.InRange(
                              range.questions(),
                              OptionalDouble.of(below),
                              OptionalDouble.empty())));
      case Condition.Includes includes when isOne(includes.question()) -> {
        List<String> others = new ArrayList<>(choices(includes.question()));
        others.removeAll(includes.values());
        yield Stream.of(new Condition.Includes(includes.question(), others, 1));
      }
      case Condition.Includes includes -> Stream.of();
      case Condition.All all -> Stream.of();
      case Condition.Any any -> Stream.of();
    };
  }

  /** Of several choices too few are made. */
  private boolean failsAsAnswered(Condition leaf, @Nullable Goals rest, Wanted wanted, int depth) {
    if (!(leaf instanceof Condition.Includes includes) || isOne(includes.question())) {
      return false;
    }
    Wanted fewer = new Wanted(wanted);
    return fewer.ticks(includes, false)
        && inThisWay(Goals.of(openers(leaf, fewer), true, rest), fewer, depth);
  }

  private boolean isOne(String id) {
    Question question = questions.get(id);
    return question != null && question.kind() instanceof Question.One;
  }

  private List<String> choices(String id) {
    Question question = questions.get(id);
    return question == null ? List.of() : question.choices();
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

  /** What is still to be made to hold, or to fail. */
  private record Goals(Condition first, boolean holds, @Nullable Goals rest) {
    static @Nullable Goals of(List<Condition> conditions, boolean holds, @Nullable Goals rest) {
      Goals goals = rest;
      for (Condition condition : conditions.reversed()) {
        goals = new Goals(condition, holds, goals);
      }
      return goals;
    }
  }

  /** What the answers must be like, so far. */
  private final class Wanted {
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Boolean> said = new HashMap<>();
    private final Map<String, Set<String>> oneOf = new HashMap<>();

    /** What is wanted of questions with several choices. */
    private final Map<String, Ticks> ticks = new HashMap<>();

    private final Map<String, NumberRange> amounts = new HashMap<>();
    private final Map<Set<String>, NumberRange> together = new HashMap<>();

    Wanted() {}

    Wanted(Wanted other) {
      asked.addAll(other.asked);
      said.putAll(other.said);
      oneOf.putAll(other.oneOf);
      ticks.putAll(other.ticks);
      amounts.putAll(other.amounts);
      together.putAll(other.together);
    }

    /** Takes one more wish; false where it goes against another. */
    boolean takes(Condition leaf) {
      return switch (leaf) {
        case Condition.Includes includes -> takes(includes);
        case Condition.IsEmpty empty ->
            ticks(new Condition.Includes(empty.question(), choices(empty.question()), 1), false);
        case Condition.Is is -> agrees(said, is.question(), is.yes());
        case Condition.InRange range -> takes(range);
        case Condition.All all -> all.conditions().stream().allMatch(this::takes);
        case Condition.Any any -> any.conditions().stream().anyMatch(this::takes);
      };
    }

    private boolean takes(Condition.Includes includes) {
      if (!isOne(includes.question())) {
        return ticks(includes, true);
      }
      Set<String> left =
          new HashSet<>(
              oneOf.getOrDefault(includes.question(), Set.copyOf(choices(includes.question()))));
      left.retainAll(includes.values());
      oneOf.put(includes.question(), left);
      return !left.isEmpty() && includes.atLeast() == 1;
    }

    /** Takes that so many of some choices are ticked, or not so many; false where it cannot be. */
    private boolean ticks(Condition.Includes includes, boolean holds) {
      Ticks wished =
          ticks
              .getOrDefault(includes.question(), Ticks.NONE)
              .and(choices(includes.question()), includes, holds);
      ticks.put(includes.question(), wished);
      int choices = choices(includes.question()).size();
      if (wished.isMixed() && choices > Ticks.MOST_TRIED) {
        unsure = true;
        return true;
      }
      work += wished.isMixed() ? 1 + (1 << choices) / 64 : 0;
      return wished.canBe(choices);
    }

    private boolean takes(Condition.InRange range) {
      NumberRange asks =
          new NumberRange(
              range.from().orElse(Double.NEGATIVE_INFINITY),
              Double.POSITIVE_INFINITY,
              range.below().orElse(Double.POSITIVE_INFINITY));
      if (range.questions().size() > 1) {
        Set<String> summed = Set.copyOf(range.questions());
        together.put(summed, together.getOrDefault(summed, NumberRange.ANY).and(asks));
        return true;
      }
      String id = range.questions().getFirst();
      NumberRange asked = answers(id).and(asks);
      boolean counts = kindOf(id) instanceof Question.Whole;
      NumberRange left = counts ? asked.inWholeNumbers() : asked;
      amounts.put(id, left);
      return left.holdsAny();
    }

    private Question.@Nullable Kind kindOf(String id) {
      Question question = questions.get(id);
      return question == null ? null : question.kind();
    }

    private NumberRange answers(String id) {
      NumberRange known = amounts.get(id);
      if (known != null) {
        return known;
      }
      Question.Kind kind = kindOf(id);
      return kind == null ? NumberRange.ANY : NumberRange.of(kind);
    }

    /** Whether what is wanted of sums goes with each number, and with the limits of the pack. */
    boolean sumsFit() {
      return together.entrySet().stream()
              .allMatch(sum -> sumOf(sum.getKey()).and(sum.getValue()).holdsAny())
          && sums.stream().allMatch(this::staysWithin);
    }

    private NumberRange sumOf(Set<String> summed) {
      return summed.stream().map(this::answers).reduce(NumberRange.NOTHING, NumberRange::plus);
    }

    /** The least that the limited questions come to must not be above the limit. */
    private boolean staysWithin(Programme.SumLimit limit) {
      Set<String> limited = Set.copyOf(limit.questions());
      double least = leastOf(limited);
      for (Map.Entry<Set<String>, NumberRange> sum : together.entrySet()) {
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
}

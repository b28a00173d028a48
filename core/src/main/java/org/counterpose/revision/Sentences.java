package org.counterpose.revision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpose.programme.Condition;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.counterpose.programme.Stage;
import org.counterpose.programme.Step;
import org.counterpose.revision.StructureChanges.Difference;

/**
 * A difference as a sentence for a clinician: who is asked, for whom it is meant, when it is done
 * and what it needs. What has no sentence of its own is told by the names of its fields.
 */
final class Sentences {

  /** The parts that are lists of things with ids. */
  private static final Set<String> THINGS =
      Set.of("questions", "screens", "fit", "explanation", "aids", "measures", "steps");

  private final Edition old;
  private final Edition now;

  Sentences(Edition old, Edition now) {
    this.old = old;
    this.now = now;
  }

  /** Whether a part of a pack is a list of things that are told by their names. */
  static boolean areThings(String part) {
    return THINGS.contains(part);
  }

  String line(Difference difference) {
    List<String> path = difference.path();
    String part = path.isEmpty() ? "" : path.getFirst();
    if (!areThings(part)) {
      return ofTheWhole(difference).orElseGet(() -> difference.line(""));
    }
    if (path.size() == 1) {
      return "in another order: " + String.join(", ", difference.order());
    }
    boolean isGone = path.size() == 2 && difference.now() == null;
    String name = Revision.called(isGone ? old : now, part, path.get(1));
    if (path.size() == 2) {
      return isGone ? "gone: " + name : "new: " + name;
    }
    Optional<String> sentence =
        switch (part) {
          case "questions" -> ofAQuestion(difference, path.get(1));
          case "fit" -> ofFit(path.get(1));
          case "explanation" -> ofAnExplanation(difference, path.get(1));
          case "screens" -> lists(difference, "questions", "asks ", "asked ");
          case "aids" -> ofAnAid(difference, path.get(1));
          case "steps" -> ofAStep(difference, path.get(1));
          default -> Optional.empty();
        };
    return sentence
        .map(said -> name + ": " + said)
        .orElseGet(
            () ->
                new Difference(
                        path.subList(2, path.size()),
                        difference.old(),
                        difference.now(),
                        difference.order())
                    .line(name));
  }

  private Optional<String> ofTheWhole(Difference difference) {
    Programme.Trial before = old.programme().trial();
    Programme.Trial after = now.programme().trial();
    return switch (String.join(".", difference.path())) {
      case "trial.days" ->
          Optional.of(
              "the first verdict comes on day " + after.days() + ", came on day " + before.days());
      case "trial.extendTo" ->
          Optional.of(
              "where the first verdict is unclear, the last one comes on day "
                  + after.extendTo()
                  + ", came on day "
                  + before.extendTo());
      case "trial.naturalCourse" ->
          Optional.of(
              after.naturalCourse().isEmpty()
                  ? "the verdict no longer tells the published course of the complaint"
                  : "the verdict tells the published course of " + is(difference));
      case "sums" -> Optional.of(sums(now.programme()) + "; before, " + sums(old.programme()));
      case "trial.alsoAsks" ->
          Optional.of(
              "beside pain people are asked for "
                  + asked(after)
                  + ", were asked for "
                  + asked(before));
      default -> Optional.empty();
    };
  }

  private static String sums(Programme programme) {
    return programme.sums().isEmpty()
        ? "no numbers have a limit together"
        : programme.sums().stream()
            .map(
                sum ->
                    String.join(" + ", sum.questions())
                        + " may be at most "
                        + ReadAloud.plain(sum.most()))
            .collect(Collectors.joining(" and "));
  }

  private static String asked(Programme.Trial trial) {
    return trial.alsoAsks().isEmpty()
        ? "nothing"
        : trial.alsoAsks().stream()
            .map(one -> one.toString().toLowerCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.joining(" and "));
  }

  private Optional<String> ofAQuestion(Difference difference, String id) {
    Question before = old.programme().question(id);
    Question after = now.programme().question(id);
    return switch (difference.path().get(2)) {
      case "when" -> Optional.of(when("is asked", "of", before.when(), after.when()));
      case "kind" -> Optional.of(answered(before, after));
      case "choices" -> lists(difference, "choices", "offers ", "offered ");
      case "optional" ->
          Optional.of(after.optional() ? "may now be left unanswered" : "must now be answered");
      case "min" -> both(difference, "the least that can be answered is ", ", was ");
      case "max" -> both(difference, "the most that can be answered is ", ", was ");
      case "quick" -> lists(difference, "quick", "has for one tap ", "had ");
      case "unit" -> both(difference, "is asked in ", ", was asked in ");
      default -> Optional.empty();
    };
  }

  static String answered(Question before, Question after) {
    return "is answered with " + answer(after) + ", was answered with " + answer(before);
  }

  private static String answer(Question question) {
    return switch (question.kind()) {
      case Question.Many many -> "any number of choices";
      case Question.One one -> "one choice";
      case Question.Quantity quantity -> "a number";
      case Question.Whole whole -> "a whole number";
      case Question.YesNo yesNo -> "yes or no";
    };
  }

  private Optional<String> ofFit(String id) {
    Optional<Condition> before = suits(old, id);
    Optional<Condition> after = suits(now, id);
    return before.isPresent() && after.isPresent()
        ? Optional.of(when("the programme is", "for", before, after))
        : Optional.empty();
  }

  private static Optional<Condition> suits(Edition edition, String id) {
    return edition.programme().fit().stream()
        .filter(rule -> rule.id().equals(id))
        .map(Programme.FitRule::when)
        .findFirst();
  }

  private Optional<String> ofAnExplanation(Difference difference, String id) {
    return switch (difference.path().get(2)) {
      case "when" -> Optional.of(when("is shown", "to", shown(old, id), shown(now, id)));
      case "sources" -> lists(difference, "sources", "rests on ", "rested on ");
      default -> Optional.empty();
    };
  }

  private static Optional<Condition> shown(Edition edition, String id) {
    return edition.programme().explanation().stream()
        .filter(part -> part.id().equals(id))
        .findFirst()
        .flatMap(Programme.ExplanationPart::when);
  }

  /** For whom something is, where it hangs on answers; without a condition it is for everybody. */
  static String when(
      String verb, String preposition, Optional<Condition> before, Optional<Condition> after) {
    return verb
        + " "
        + Holds.now(before, after).people(preposition)
        + ": was "
        + before.map(ReadAloud::of).orElse("everybody")
        + ", is "
        + after.map(ReadAloud::of).orElse("everybody");
  }

  private Optional<String> ofAnAid(Difference difference, String id) {
    boolean common = now.programme().aid(id).map(Programme.Aid::common).orElse(false);
    return difference.path().get(2).equals("common")
        ? Optional.of(
            common
                ? "is taken for a thing that most homes have"
                : "is no longer taken for a thing that most homes have")
        : Optional.empty();
  }

  private Optional<String> ofAStep(Difference difference, String id) {
    List<String> path = difference.path();
    Step before = old.programme().step(id).orElseThrow();
    Step after = now.programme().step(id).orElseThrow();
    return switch (path.get(2)) {
      case "days" -> Optional.of("comes " + days(after.days()) + ", came " + days(before.days()));
      case "times" ->
          path.size() == 4
              ? Optional.of(time(slot(before, path.get(3)), slot(after, path.get(3)), path.get(3)))
              : Optional.empty();
      case "aids" -> path.size() > 3 ? aid(before, after, path.get(3)) : Optional.empty();
      case "sources" -> lists(difference, "sources", "rests on ", "rested on ");
      case "stages" -> path.size() > 3 ? stage(before, after, path) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static String days(Step.Days days) {
    return days.equals(Step.Days.EACH)
        ? "every day"
        : (days.every() == 2 ? "every second day" : "every " + days.every() + " days")
            + " from day "
            + days.first()
            + " on";
  }

  private static Optional<Step.Slot> slot(Step step, String id) {
    return step.times().stream().filter(slot -> slot.id().equals(id)).findFirst();
  }

  private static String time(Optional<Step.Slot> before, Optional<Step.Slot> after, String id) {
    String is = after.map(Sentences::time).orElse("");
    String was = before.map(Sentences::time).orElse("");
    return before.isEmpty()
        ? "also comes at the time '" + id + "', " + is
        : after.isEmpty()
            ? "no longer comes at the time '" + id + "', " + was
            : "the time '" + id + "' is " + is + "; it was " + was;
  }

  private static String time(Step.Slot slot) {
    return time(slot.workDay())
        + slot.dayOff().map(when -> ", on days off " + time(when)).orElse("");
  }

  private static String time(Step.When when) {
    String anchor =
        switch (when.anchor()) {
          case WAKE -> "getting up";
          case SLEEP -> "going to bed";
          case WORK_START -> "work begins";
          case WORK_END -> "work ends";
        };
    int minutes = Math.abs(when.offsetMinutes());
    return (minutes == 0
            ? "at " + anchor
            : minutes + " minutes " + (when.offsetMinutes() < 0 ? "before " : "after ") + anchor)
        + when.windowMinutes()
            .map(window -> " and open for " + window + " minutes")
            .orElse(" and open as long as work goes on");
  }

  private Optional<String> aid(Step before, Step after, String id) {
    Optional<Step.Without> was = without(before, id);
    Optional<Step.Without> is = without(after, id);
    String aid = Revision.called(is.isPresent() ? now : old, "aids", id);
    if (was.equals(is)) {
      return Optional.empty();
    }
    if (is.isEmpty()) {
      return Optional.of("no longer needs " + aid);
    }
    boolean serves = is.get() == Step.Without.SUBSTITUTE;
    if (was.isEmpty()) {
      return Optional.of(
          "now needs "
              + aid
              + (serves
                  ? "; who has none takes something else from their home"
                  : "; who has none does without this step"));
    }
    return Optional.of(
        "who has no "
            + aid
            + (serves
                ? " takes something else from their home, did without this step before"
                : " does without this step, took something else from their home before"));
  }

  private static Optional<Step.Without> without(Step step, String id) {
    return step.aids().stream()
        .filter(aid -> aid.aid().equals(id))
        .map(Step.NeededAid::without)
        .findFirst();
  }

  private static Optional<String> stage(Step before, Step after, List<String> path) {
    Optional<Stage> was = stage(before, path.get(3));
    Optional<Stage> is = stage(after, path.get(3));
    if (was.isEmpty() || is.isEmpty() || path.size() < 5 || !path.get(4).equals("opens")) {
      return Optional.empty();
    }
    String name = "the stage '" + path.get(3) + "' ";
    return Optional.of(
        switch (path.getLast()) {
          case "week" -> name + "opens " + week(is.get()) + ", opened " + week(was.get());
          case "goals" ->
              name + "waits until " + goals(is.get()) + ", waited until " + goals(was.get());
          default ->
              name
                  + "opens "
                  + week(is.get())
                  + " and waits until "
                  + goals(is.get())
                  + "; it opened "
                  + week(was.get())
                  + " and waited until "
                  + goals(was.get());
        });
  }

  private static Optional<Stage> stage(Step step, String id) {
    return step.stages().stream().filter(stage -> stage.id().equals(id)).findFirst();
  }

  private static String week(Stage stage) {
    return "in week " + stage.opens().map(Stage.Opening::week).orElse(1) + " at the earliest";
  }

  private static String goals(Stage stage) {
    List<Stage.Goal> goals = stage.opens().map(Stage.Opening::goals).orElse(List.of());
    return goals.isEmpty()
        ? "nothing else"
        : goals.stream()
            .map(goal -> "'" + goal.measure() + "' reaches " + ReadAloud.plain(goal.reach()))
            .collect(Collectors.joining(" and "));
  }

  /** A list of names or numbers, where that is what the difference is of. */
  private static Optional<String> lists(
      Difference difference, String field, String is, String was) {
    return difference.path().getLast().equals(field)
        ? both(difference, is, "; " + was)
        : Optional.empty();
  }

  private static Optional<String> both(Difference difference, String is, String was) {
    return difference.old() == null || difference.now() == null
        ? Optional.empty()
        : Optional.of(is + is(difference) + was + was(difference));
  }

  private static String is(Difference difference) {
    return StructureChanges.said(difference.now(), false);
  }

  private static String was(Difference difference) {
    return StructureChanges.said(difference.old(), false);
  }
}

package org.counterpose.revision;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterpose.document.Node;
import org.counterpose.programme.Condition;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.counterpose.programme.SafetyRule;
import org.counterpose.revision.SafetyChanges.Change;
import org.counterpose.revision.SafetyChanges.Kind;
import org.counterpose.revision.StructureChanges.Difference;
import org.jspecify.annotations.Nullable;

/**
 * What a change outside the safety table is to safety: which signs are asked about, of whom and how
 * often, and who is told to leave out a step. Looser is whatever lets a sign go unasked or untold
 * that was asked or told before.
 */
final class SafetyBesideTable {

  private final Edition old;
  private final Edition now;
  private final Set<String> behindRules;

  SafetyBesideTable(Edition old, Edition now) {
    this.old = old;
    this.now = now;
    this.behindRules = behindRules(old.programme());
    this.behindRules.addAll(behindRules(now.programme()));
  }

  /** The safety questions, those that a rule speaks of, and all that open one of them. */
  private static Set<String> behindRules(Programme programme) {
    Set<String> behind = new HashSet<>();
    programme.safety().stream().map(SafetyRule::when).forEach(w -> behind.addAll(w.questions()));
    for (Question question : programme.questions().reversed()) { // what opens one is asked earlier
      if (question.safety() || behind.contains(question.id())) {
        behind.add(question.id());
        question.when().map(Condition::questions).ifPresent(behind::addAll);
      }
    }
    return behind;
  }

  /** What a difference is to safety; nothing where it is none of it. */
  Optional<Change> of(Difference difference) {
    List<String> path = difference.path();
    if (path.equals(List.of("trial", "painBefore"))) {
      return Optional.of(askedAtOnce(difference));
    }
    if (path.size() == 3 && path.getFirst().equals("steps") && path.getLast().equals("avoid")) {
      return lists(
          difference,
          "step " + Revision.called(now, "steps", path.get(1)),
          "also names who should leave it out: ",
          "no longer names who should leave it out: ");
    }
    return path.size() > 1 && path.getFirst().equals("questions")
        ? question(difference)
        : Optional.empty();
  }

  private static Change askedAtOnce(Difference difference) {
    String much = "a first rating far above the pain before ";
    return difference.old() == null
        ? new Change(Kind.STRICTER, much + "now asks the safety questions at once")
        : difference.now() == null
            ? new Change(Kind.LOOSER, much + "no longer asks the safety questions at once")
            : new Change(
                Kind.DIFFERENT,
                "a first rating is held against the answer to '"
                    + StructureChanges.said(difference.now(), false)
                    + "', no longer to '"
                    + StructureChanges.said(difference.old(), false)
                    + "', before the safety questions are asked at once");
  }

  private Optional<Change> question(Difference difference) {
    String id = difference.path().get(1);
    Optional<Question> before = asked(old, id);
    Optional<Question> after = asked(now, id);
    if (before.isEmpty() || after.isEmpty()) {
      return comeOrGone(before, after);
    }
    String name = "question '" + id + "'";
    boolean safety = before.get().safety() || after.get().safety();
    return switch (difference.path().get(2)) {
      case "safety" ->
          flag(
              before.get().safety(),
              after.get().safety(),
              name,
              "is a safety question now",
              "is no longer a safety question");
      case "weekly" ->
          flag(
              before.get().weekly(),
              after.get().weekly(),
              name,
              "is now asked each week and when something gets worse, not only before the start",
              "is no longer asked each week and when something gets worse, only before the start");
      case "optional" ->
          behindRules.contains(id)
              ? flag(
                  !before.get().optional(),
                  !after.get().optional(),
                  name,
                  "must now be answered",
                  "may now be left unanswered")
              : Optional.empty();
      case "kind" ->
          safety
              ? Optional.of(
                  change(Kind.DIFFERENT, name, Sentences.answered(before.get(), after.get())))
              : Optional.empty();
      case "choices" ->
          safety ? lists(difference, name, "also offers ", "no longer offers ") : Optional.empty();
      case "when" ->
          behindRules.contains(id)
              ? when(name, before.get().when(), after.get().when())
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Change> flag(
      boolean was, boolean is, String name, String nowSet, String nowGone) {
    return was == is
        ? Optional.empty()
        : Optional.of(
            is ? change(Kind.STRICTER, name, nowSet) : change(Kind.LOOSER, name, nowGone));
  }

  private static Optional<Question> asked(Edition edition, String id) {
    return edition.programme().questions().stream()
        .filter(question -> question.id().equals(id))
        .findFirst();
  }

  private static Optional<Change> comeOrGone(Optional<Question> before, Optional<Question> after) {
    return before.isPresent()
        ? comeOrGone(before.get(), Kind.LOOSER, "is gone: it was asked ")
        : after.flatMap(come -> comeOrGone(come, Kind.STRICTER, "is new: it is asked "));
  }

  private static Optional<Change> comeOrGone(Question question, Kind kind, String what) {
    return question.safety()
        ? Optional.of(
            change(
                kind,
                "question '" + question.id() + "'",
                what
                    + (question.weekly() ? "before the start and each week" : "before the start")
                    + question.when().map(when -> ", where " + ReadAloud.of(when)).orElse("")
                    + (question.choices().isEmpty()
                        ? ""
                        : ", with the choices " + String.join(", ", question.choices()))))
        : Optional.empty();
  }

  private static Optional<Change> when(
      String name, Optional<Condition> before, Optional<Condition> after) {
    String what = Sentences.when("is asked", "of", before, after);
    return switch (Holds.now(before, after)) {
      case FOR_MORE -> Optional.of(change(Kind.STRICTER, name, what));
      case FOR_FEWER -> Optional.of(change(Kind.LOOSER, name, what));
      case OTHERWISE -> Optional.of(change(Kind.DIFFERENT, name, what));
      case ALIKE -> Optional.empty();
    };
  }

  /** More is stricter, less is looser, and another order is nothing to safety. */
  private static Optional<Change> lists(
      Difference difference, String name, String more, String less) {
    List<String> before = texts(difference.old());
    List<String> after = texts(difference.now());
    List<String> come = after.stream().filter(one -> !before.contains(one)).toList();
    List<String> gone = before.stream().filter(one -> !after.contains(one)).toList();
    if (come.isEmpty() && gone.isEmpty()) {
      return Optional.empty();
    }
    Kind kind = gone.isEmpty() ? Kind.STRICTER : come.isEmpty() ? Kind.LOOSER : Kind.DIFFERENT;
    String joined = come.isEmpty() || gone.isEmpty() ? "" : "; ";
    return Optional.of(
        change(
            kind,
            name,
            (gone.isEmpty() ? "" : less + String.join(", ", gone))
                + joined
                + (come.isEmpty() ? "" : more + String.join(", ", come))));
  }

  private static List<String> texts(@Nullable Node node) {
    return node instanceof Node.Listing list
        ? list.elements().stream().map(one -> StructureChanges.said(one, false)).toList()
        : List.of();
  }

  private static Change change(Kind kind, String name, String what) {
    return new Change(kind, name + ": " + what);
  }
}

package org.counterpose.revision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.counterpose.document.Node;
import org.counterpose.journal.Entry.SaferPart;
import org.counterpose.programme.Programme;
import org.counterpose.revision.StructureChanges.Difference;
import org.jspecify.annotations.Nullable;

/**
 * Whether a new version may take the place of an older one in trials that run: only what makes them
 * safer may, and nothing on which the verdict rests. What is not known to be safer is refused.
 *
 * @param safer what changes, in words, safety first
 * @param refused each change that a running trial must not see, and why
 * @param parts what of it is safer for who is on a trial; none where only newcomers meet it
 * @param steps the ids of those of which there is less to do
 */
public record SafetyFix(
    List<String> safer, List<String> refused, Set<SaferPart> parts, Set<String> steps) {

  public SafetyFix {
    safer = List.copyOf(safer);
    refused = List.copyOf(refused);
    parts = Set.copyOf(parts);
    steps = Set.copyOf(steps);
  }

  /** The changes from one version to another, each weighed by itself. */
  public static SafetyFix between(Edition old, Edition now) {
    Weighing weighing = new Weighing(old, now);
    weighing.rules();
    weighing.structure();
    weighing.texts();
    return new SafetyFix(weighing.safer, weighing.refused, weighing.parts, weighing.steps);
  }

  private static final class Weighing {

    /** The parts that are lists of things with ids. */
    private static final Set<String> THINGS =
        Set.of("questions", "screens", "fit", "explanation", "aids", "measures", "steps");

    /** Their texts are read before a trial begins. */
    private static final Set<String> FOR_NEWCOMERS =
        Set.of("article", "programme", "fit", "screens", "explanation");

    private static final String VERDICT = "the verdict rests on it";
    private static final String MORE = "it is not plainly less than what people began with";
    private static final String COUNTED = "the days that they have done would be counted otherwise";
    private static final String ANSWERED = "they have answered it as it was";
    private static final String UNASKED =
        "people on a running trial are asked only safety questions that come each week";
    private static final String NOT_STRICTER = "it is not plainly stricter";

    private final Edition old;
    private final Edition now;
    private final List<String> safer = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Set<SaferPart> parts = EnumSet.noneOf(SaferPart.class);
    private final Set<String> steps = new TreeSet<>();

    private Weighing(Edition old, Edition now) {
      this.old = old;
      this.now = now;
    }

    private void rules() {
      SafetyChanges.between(old.programme().safety(), now.programme().safety())
          .forEach(
              change -> {
                switch (change.kind()) {
                  case STRICTER, NEW_ADVICE -> allow(SaferPart.RULES, change.line());
                  case SOURCES -> safer.add(change.line());
                  case LOOSER, DIFFERENT, ADVICE_REMOVED -> refuse(change.line(), NOT_STRICTER);
                }
              });
    }

    private void structure() {
      for (Difference difference : StructureChanges.all(old.document(), now.document())) {
        List<String> path = difference.path();
        switch (path.isEmpty() ? "" : path.getFirst()) {
          case "safety", "version", "approval", "sources" -> {}
          case "fit", "screens", "explanation" -> safer.add(said(difference));
          case "poses", "figures" -> allow(SaferPart.WORDS, said(difference));
          case "questions" -> question(difference);
          case "steps" -> step(difference);
          default -> refuse(said(difference), VERDICT);
        }
      }
    }

    private void question(Difference difference) {
      List<String> path = difference.path();
      if (path.size() == 1) {
        allow(SaferPart.WORDS, said(difference)); // in another order
        return;
      }
      boolean weekly = isAskedEachWeek(now, path.get(1));
      if (path.size() == 2) {
        if (difference.old() == null && weekly) {
          allow(SaferPart.QUESTIONS, said(difference));
        } else {
          refuse(said(difference), difference.old() == null ? UNASKED : VERDICT);
        }
        return;
      }
      switch (path.get(2)) {
        case "quick", "scale" -> allow(SaferPart.WORDS, said(difference));
        case "weekly" -> {
          if (weekly) {
            allow(SaferPart.QUESTIONS, said(difference));
          } else {
            refuse(said(difference), UNASKED);
          }
        }
        case "choices" -> {
          if (weekly && isLonger(difference)) {
            allow(SaferPart.QUESTIONS, said(difference));
          } else {
            refuse(said(difference), ANSWERED);
          }
        }
        default -> refuse(said(difference), ANSWERED);
      }
    }

    private static boolean isAskedEachWeek(Edition edition, String question) {
      return edition.programme().questions().stream()
          .filter(one -> one.id().equals(question))
          .anyMatch(one -> one.safety() && one.weekly());
    }

    private void step(Difference difference) {
      List<String> path = difference.path();
      if (path.size() < 3) {
        refuse(said(difference), path.size() == 1 ? COUNTED : whole(difference));
        return;
      }
      switch (path.get(2)) {
        case "figures", "sources" -> allow(SaferPart.WORDS, said(difference));
        case "avoid" -> {
          if (isLonger(difference)) {
            allow(SaferPart.WORDS, said(difference));
          } else {
            refuse(said(difference), "a warning is gone");
          }
        }
        case "dose" -> dose(difference);
        case "stages" -> stage(difference);
        default -> refuse(said(difference), COUNTED);
      }
    }

    private static String whole(Difference difference) {
      return difference.old() == null
          ? MORE
          : "what was done of it would count for nothing; a safety rule can leave it out";
    }

    private void stage(Difference difference) {
      List<String> path = difference.path();
      if (path.size() > 4 && path.get(4).equals("dose")) {
        dose(difference);
      } else if (path.size() > 4 && path.get(4).equals("figures")) {
        allow(SaferPart.WORDS, said(difference));
      } else if (path.size() == 6 && path.get(5).equals("week") && grows(difference, 1)) {
        less(difference);
      } else {
        refuse(said(difference), MORE);
      }
    }

    /** Amounts may shrink, and what lies between them may grow. */
    private void dose(Difference difference) {
      List<String> path = difference.path();
      boolean between =
          path.stream().anyMatch(Set.of("restSeconds", "returnSeconds", "everyMinutes")::contains);
      boolean amount =
          path.stream()
              .anyMatch(Set.of("seconds", "holds", "holdSeconds", "sets", "reps")::contains);
      boolean bound =
          difference.old() == null && Set.of("most", "lighter").contains(path.getLast());
      if (between ? grows(difference, 1) : amount && (bound || grows(difference, -1))) {
        less(difference);
      } else {
        refuse(said(difference), MORE);
      }
    }

    private void less(Difference difference) {
      allow(SaferPart.DOSES, said(difference));
      steps.add(difference.path().get(1));
    }

    /** Whether no number goes the other way; of lists the last value goes on. */
    private static boolean grows(Difference difference, int way) {
      List<BigDecimal> before = numbers(difference.old());
      List<BigDecimal> after = numbers(difference.now());
      if (before.isEmpty() || after.isEmpty()) {
        return false;
      }
      for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
        BigDecimal was = before.get(Math.min(i, before.size() - 1));
        BigDecimal is = after.get(Math.min(i, after.size() - 1));
        if (is.compareTo(was) * way < 0) {
          return false;
        }
      }
      return true;
    }

    private static List<BigDecimal> numbers(@Nullable Node node) {
      return node == null ? List.of() : StructureChanges.numbers(node);
    }

    private static boolean isLonger(Difference difference) {
      return difference.now() instanceof Node.Listing now
          && (difference.old() == null
              || difference.old() instanceof Node.Listing old && said(now).containsAll(said(old)));
    }

    private static List<String> said(Node.Listing list) {
      return list.elements().stream().map(one -> StructureChanges.said(one, false)).toList();
    }

    private void texts() {
      Map<String, Programme> before = Revision.languages(old);
      Map<String, Programme> after = Revision.languages(now);
      before.keySet().stream()
          .filter(language -> !after.containsKey(language))
          .forEach(
              language ->
                  refuse("gone: language '" + language + "'", "some may read in this language"));
      after.forEach(
          (language, programme) ->
              Optional.ofNullable(before.get(language))
                  .ifPresent(
                      earlier ->
                          TextChanges.all(earlier.texts(), programme.texts())
                              .forEach((key, said) -> text(language, key, said))));
    }

    private void text(String language, String key, String said) {
      String line = (language.equals(now.programme().language()) ? "" : language + ": ") + said;
      String[] name = key.split("\\.");
      if (name[0].equals("measures")) {
        refuse(line, "what they measured was measured by the other words");
      } else if (FOR_NEWCOMERS.contains(name[0])) {
        safer.add(line);
      } else if (!name[0].equals("questions")) {
        allow(SaferPart.WORDS, line);
      } else if (name.length > 1 && isAskedEachWeek(now, name[1])) {
        allow(SaferPart.QUESTIONS, line);
      } else {
        refuse(line, ANSWERED);
      }
    }

    /** The difference as {@code ./run diff} tells it. */
    private String said(Difference difference) {
      List<String> path = difference.path();
      if (path.size() < 2 || !THINGS.contains(path.getFirst())) {
        return difference.line("");
      }
      String part = path.getFirst();
      boolean isNew = difference.old() == null && path.size() == 2;
      String of = Revision.called(difference.now() == null ? old : now, part, path.get(1));
      if (isNew) {
        return part + ": new: " + of;
      }
      return path.size() == 2 && difference.now() == null
          ? part + ": gone: " + of
          : new Difference(
                  path.subList(2, path.size()),
                  difference.old(),
                  difference.now(),
                  difference.order())
              .line(part + ": " + of);
    }

    private void allow(SaferPart part, String line) {
      parts.add(part);
      safer.add(line);
    }

    private void refuse(String line, String why) {
      refused.add(line + " -- " + why);
    }
  }
}

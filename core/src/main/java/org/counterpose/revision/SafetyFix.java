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
import org.counterpose.revision.SafetyChanges.Change;
import org.counterpose.revision.SafetyChanges.Kind;
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
    private final SafetyBesideTable beside;
    private final Sentences sentences;
    private final List<String> safer = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Set<SaferPart> parts = EnumSet.noneOf(SaferPart.class);
    private final Set<String> steps = new TreeSet<>();

    private Weighing(Edition old, Edition now) {
      this.old = old;
      this.now = now;
      this.beside = new SafetyBesideTable(old, now);
      this.sentences = new Sentences(old, now);
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
        Optional<Change> change = beside.of(difference);
        if (change.filter(one -> one.kind() != Kind.STRICTER).isPresent()) {
          refuse(change.get().line(), NOT_STRICTER);
          continue;
        }
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

    /** What is looser was refused; of the rest, running trials see what is asked each week. */
    private void question(Difference difference) {
      List<String> path = difference.path();
      if (path.size() == 1) {
        allow(SaferPart.WORDS, said(difference)); // in another order
        return;
      }
      boolean weekly = isAskedEachWeek(now, path.get(1));
      switch (path.size() == 2 ? "" : path.get(2)) {
        case "" -> {
          if (difference.old() == null) {
            askedEachWeek(weekly, difference, UNASKED);
          } else {
            refuse(said(difference), VERDICT);
          }
        }
        case "quick", "scale" -> allow(SaferPart.WORDS, said(difference));
        case "weekly" -> askedEachWeek(weekly, difference, UNASKED);
        case "choices" -> askedEachWeek(weekly, difference, ANSWERED);
        default -> refuse(said(difference), ANSWERED);
      }
    }

    private void askedEachWeek(boolean weekly, Difference difference, String otherwise) {
      if (weekly) {
        allow(SaferPart.QUESTIONS, said(difference));
      } else {
        refuse(said(difference), otherwise);
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
        case "figures", "sources", "avoid" -> allow(SaferPart.WORDS, said(difference));
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
      String part = difference.path().isEmpty() ? "" : difference.path().getFirst();
      return beside
          .of(difference)
          .map(Change::line)
          .orElseGet(
              () -> (Sentences.areThings(part) ? part + ": " : "") + sentences.line(difference));
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

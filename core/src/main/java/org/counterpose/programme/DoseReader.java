package org.counterpose.programme;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterpose.document.Fields;
import org.counterpose.document.Nearest;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.document.Shortened;

/** Reads the dose of a step, and refuses one that is upside down. */
final class DoseReader {

  private static final List<String> KINDS = List.of("timed", "holds", "reps", "worn", "breaks");
  private static final int LARGEST = 100_000;

  private static final int MOST_SETS = 20;
  private static final int MOST_REPS = 100;

  private final SidesReader sides;
  private final int trialWeeks;
  private final Problems problems;

  DoseReader(SidesReader sides, int trialWeeks, Problems problems) {
    this.sides = sides;
    this.trialWeeks = trialWeeks;
    this.problems = problems;
  }

  Optional<Dose> read(Node node) {
    return Fields.of(node, problems)
        .flatMap(
            fields ->
                fields
                    .text("kind")
                    .flatMap(
                        kind -> {
                          Optional<Dose> dose = kind(kind, fields);
                          if (KINDS.contains(kind)) {
                            fields.noMore();
                          }
                          return dose;
                        }));
  }

  private Optional<Dose> kind(String kind, Fields fields) {
    return switch (kind) {
      case "timed" -> seconds(fields, "seconds").map(Dose.Timed::new);
      case "worn" -> seconds(fields, "seconds").map(Dose.Worn::new);
      case "holds" -> holds(fields);
      case "reps" -> reps(fields);
      case "breaks" -> breaks(fields);
      default -> {
        fields.wrong(
            "kind",
            "must be one of "
                + String.join(", ", KINDS)
                + ", got '"
                + kind
                + "'"
                + Nearest.hint(kind, KINDS));
        yield Optional.empty();
      }
    };
  }

  private Optional<Dose> holds(Fields fields) {
    Sides held = sides.read(fields);
    Optional<Dose.Amount> holds = growing(fields, "holds", false);
    Optional<Dose.Amount> holdSeconds = seconds(fields, "holdSeconds");
    Optional<Integer> returnSeconds = fields.whole("returnSeconds", 1, 120);
    return holds.flatMap(
        count ->
            holdSeconds.flatMap(
                hold -> returnSeconds.map(back -> new Dose.Holds(held, count, hold, back))));
  }

  private Optional<Dose> reps(Fields fields) {
    Sides worked = sides.readIfAny(fields);
    List<String> moves = moves(fields);
    Optional<Dose.Amount> sets = growing(fields, "sets", false);
    Optional<Dose.Amount> reps = growing(fields, "reps", false);
    Optional<Integer> repSeconds = fields.whole("repSeconds", 1, 60);
    Optional<Integer> restSeconds = fields.whole("restSeconds", 0, 600);
    if (sets.isEmpty() || reps.isEmpty() || repSeconds.isEmpty() || restSeconds.isEmpty()) {
      return Optional.empty();
    }
    most(fields, "sets", sets.get(), MOST_SETS);
    most(fields, "reps", reps.get(), MOST_REPS);
    return Optional.of(
        new Dose.Reps(worked, moves, sets.get(), reps.get(), repSeconds.get(), restSeconds.get()));
  }

  private static void most(Fields fields, String name, Dose.Amount amount, int most) {
    if (amount.largest() > most) {
      fields.wrong(name, "must be at most " + most + ", got " + amount.largest());
    }
  }

  private List<String> moves(Fields fields) {
    Set<String> once = new LinkedHashSet<>();
    fields.listIfAny(
        "moves",
        element ->
            fields
                .asText(element)
                .filter(
                    move -> {
                      if (!PackIds.isWellFormed(move)) {
                        problems.add(
                            element,
                            "must be lower-case words joined by hyphens, got '" + move + "'");
                      }
                      if (!once.add(move)) {
                        problems.add(element, "'" + move + "' is named twice");
                      }
                      return true;
                    }));
    if (once.size() == 1 || (once.isEmpty() && fields.any("moves").isPresent())) {
      fields.wrong("moves", "must name at least two movements; a single one has no name");
    }
    return List.copyOf(once);
  }

  private Optional<Dose> breaks(Fields fields) {
    Optional<Integer> every = fields.whole("everyMinutes", 5, 240);
    Optional<Integer> least = fields.whole("least", 5, 240);
    Optional<Integer> most = fields.whole("most", 5, 240);
    Optional<Integer> seconds = fields.whole("seconds", 10, 3600);
    if (every.isEmpty() || least.isEmpty() || most.isEmpty() || seconds.isEmpty()) {
      return Optional.empty();
    }
    upsideDown(fields, least.get(), most.get());
    if (least.get() <= most.get() && (every.get() < least.get() || every.get() > most.get())) {
      fields.wrong(
          "everyMinutes",
          "must lie within " + least.get() + " and " + most.get() + ", got " + every.get());
    }
    return Optional.of(new Dose.Breaks(every.get(), least.get(), most.get(), seconds.get()));
  }

  private Optional<Dose.Amount> seconds(Fields fields, String name) {
    return growing(fields, name, true);
  }

  /** An amount by week; {@code bounded} ones must say their least and most. */
  private Optional<Dose.Amount> growing(Fields outer, String name, boolean bounded) {
    Optional<Fields> object = outer.object(name);
    if (object.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = object.get();
    Optional<Node> list = fields.required("weeks");
    List<Integer> weeks = list.map(node -> weeks(fields, node, bounded)).orElse(List.of());
    Optional<Integer> least =
        bounded ? fields.whole("least", 1, LARGEST) : fields.wholeIfAny("least", 1, LARGEST);
    Optional<Integer> most =
        bounded ? fields.whole("most", 1, LARGEST) : fields.wholeIfAny("most", 1, LARGEST);
    Optional<Integer> lighter = fields.whole("lighter", 1, LARGEST);
    fields.noMore();
    if (least.isPresent() && most.isPresent()) {
      upsideDown(fields, least.get(), most.get());
    }
    list.ifPresent(node -> checkWeeks(node, least.orElse(1), most.orElse(LARGEST)));
    if (weeks.isEmpty()) {
      return Optional.empty();
    }
    if (lighter.isPresent() && lighter.get() > weeks.getFirst()) {
      fields.wrong(
          "lighter",
          "must not be above the first week's " + weeks.getFirst() + ", got " + lighter.get());
    }
    return lighter.map(
        light ->
            new Dose.Amount(
                weeks, least.orElse(weeks.getFirst()), most.orElse(weeks.getLast()), light));
  }

  private List<Integer> weeks(Fields fields, Node list, boolean seconds) {
    List<Integer> weeks =
        fields.asList(
            list,
            element -> {
              if (seconds && element instanceof Node.Text text) {
                problems.add(
                    element,
                    "must be a number of seconds, such as 120 for two minutes, got '"
                        + Shortened.of(text.value())
                        + "'");
                return Optional.empty();
              }
              return fields.asWhole(element, 1, LARGEST);
            });
    if (list instanceof Node.Listing listing && listing.elements().isEmpty()) {
      problems.add(list, "must say at least the first week");
    }
    if (weeks.size() > trialWeeks) {
      problems.add(list, "names " + weeks.size() + " weeks, the trial lasts at most " + trialWeeks);
    }
    return weeks;
  }

  private void checkWeeks(Node list, int least, int most) {
    if (!(list instanceof Node.Listing listing)) {
      return;
    }
    double last = 0;
    for (Node element : listing.elements()) {
      if (element instanceof Node.Number number) {
        double value = number.value().doubleValue();
        if (value < last) {
          problems.add(element, "must not fall from one week to the next");
        }
        if (least <= most && value >= 1 && (value < least || value > most)) {
          problems.add(
              element, "must lie within " + least + " and " + most + ", got " + number.value());
        }
        last = Math.max(last, value);
      }
    }
  }

  private void upsideDown(Fields fields, int least, int most) {
    if (least > most) {
      fields.wrong("least", "the dose is upside down: least is " + least + ", most is " + most);
    }
  }
}

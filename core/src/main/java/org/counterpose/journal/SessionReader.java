package org.counterpose.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterpose.document.Fields;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Side;
import org.counterpose.programme.Step;

/** Reads how a session went, against the step that was done. */
final class SessionReader {

  private static final int MOST_REPS = 10_000;

  private SessionReader() {}

  /** How long it took, on which sides, and how many repetitions were counted. */
  record Told(int seconds, List<Side> sides, Optional<Integer> reps) {}

  /**
   * @param step empty where no step is known: the rest is checked all the same
   */
  static Optional<Told> read(Fields fields, Optional<Step> step) {
    Optional<Integer> seconds = fields.whole("seconds", 0, EntryReader.LONGEST_SECONDS);
    List<Side> sides = sides(fields);
    Optional<Integer> reps = fields.wholeIfAny("reps", 0, MOST_REPS);
    step.filter(known -> !sides.isEmpty() && !hasSides(known))
        .ifPresent(known -> fields.wrong("sides", known.id() + " has no sides"));
    step.filter(known -> reps.isPresent() && !(known.dose() instanceof Dose.Reps))
        .ifPresent(known -> fields.wrong("reps", known.id() + " has no repetitions"));
    return seconds.map(long_ -> new Told(long_, sides, reps));
  }

  private static List<Side> sides(Fields fields) {
    Set<Side> seen = new HashSet<>();
    return fields.listIfAny(
        "sides",
        node ->
            fields
                .asChoice(node, Side.class)
                .map(
                    side -> {
                      if (!seen.add(side)) {
                        fields.problems().add(node, Fields.dashed(side) + " is there twice");
                      }
                      return side;
                    }));
  }

  /** Whether left and right are told apart in some stage of a step. */
  private static boolean hasSides(Step step) {
    return step.stages().stream()
        .anyMatch(
            stage ->
                switch (stage.dose()) {
                  case Dose.Holds holds -> holds.sides().areTold();
                  case Dose.Reps reps -> reps.sides().areTold();
                  case Dose.Timed timed -> false;
                  case Dose.Worn worn -> false;
                  case Dose.Breaks breaks -> false;
                });
  }
}

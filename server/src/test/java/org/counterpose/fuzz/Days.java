package org.counterpose.fuzz;

import java.time.Instant;
import java.util.OptionalDouble;
import org.counterpose.documents.Json;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
import org.counterpose.verdict.VerdictDocument;
import org.counterpose.words.Doses;
import org.counterpose.words.Words;

/** Everything that is computed of a trial. */
final class Days {

  private static final Words WORDS = Words.load("en");

  private Days() {}

  /** It can all be told at a moment, and what is told is sound. */
  static void areTold(Journey trial, Instant now) {
    Programme programme = trial.programme();
    Today today = trial.today(now);
    for (Today.PlannedStep planned : today.steps()) {
      Step step = programme.step(planned.step()).orElseThrow();
      programme.text("steps." + step.id() + ".title");
      Doses.told(WORDS, step, planned);
      planned.reason().ifPresent(reason -> Doses.reason(WORDS, step, planned, reason));
      Must.hold(
          planned.seconds() >= 0 && !planned.dueTo().isBefore(planned.dueFrom()),
          () -> "no sound step: " + planned);
    }
    OptionalDouble share = trial.findings(now).done().share();
    double overall = share.orElse(0);
    Must.hold(overall >= 0 && overall <= 1, () -> "a share of the plan done: " + overall);
    Json.write(VerdictDocument.write(trial.verdict(now), trial.stiffness(now), share));
    trial.activities(now);
    trial.measuresDue(now);
    trial.otherMeasures(now);
    trial.compared(now);
    trial.comparable(now);
    trial.pause(now);
    trial.rated(now);
  }
}

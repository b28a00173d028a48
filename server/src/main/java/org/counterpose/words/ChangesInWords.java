package org.counterpose.words;

import java.util.List;
import java.util.stream.Collectors;
import org.counterpose.journal.Adaptation;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;

/** What a clinic changed of a plan, in words. */
public final class ChangesInWords {

  private ChangesInWords() {}

  /** Every change, such as "Posture band: left out". */
  public static String told(Words words, Programme programme, List<Adaptation> changes) {
    return changes.stream()
        .map(change -> told(words, programme, change))
        .collect(Collectors.joining("; "));
  }

  private static String told(Words words, Programme programme, Adaptation change) {
    String title = programme.textIfAny("steps." + change.step() + ".title").orElseGet(change::step);
    return switch (change) {
      case Adaptation.LeaveOut leave -> words.say("changed.left-out", title);
      case Adaptation.AsBefore before -> words.say("changed.as-before", title);
      case Adaptation.Portioned portioned
          when programme.step(change.step()).map(Step::dose).orElse(null) instanceof Dose.Holds ->
          portioned
              .holds()
              .map(holds -> words.say("changed.holds", title, holds, portioned.seconds()))
              .orElseGet(() -> words.say("changed.hold", title, portioned.seconds()));
      case Adaptation.Portioned portioned ->
          words.say("changed.portion", title, Doses.length(words, portioned.seconds()));
      case Adaptation.Repeated repeated ->
          words.say("changed.repeated", title, repeated.sets(), repeated.reps());
      case Adaptation.AtTimes at ->
          words.say(
              "changed.times",
              title,
              at.times().stream()
                  .map(words.dates("book.clock")::format)
                  .collect(Collectors.joining(", ")));
    };
  }
}

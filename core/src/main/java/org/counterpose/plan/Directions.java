package org.counterpose.plan;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.verdict.FunctionChange;
import org.counterpose.verdict.Verdict;

/**
 * Which measures of a trial say better and which say worse, each by its own important change. What
 * is unclear, or less than that, is in neither.
 */
public record Directions(List<Measure> better, List<Measure> worse) {

  public Directions {
    better = List.copyOf(better);
    worse = List.copyOf(worse);
  }

  /** What was measured. */
  public enum Measure {
    PAIN,
    STIFFNESS,
    ACTIVITIES,
    OWN_IMPRESSION
  }

  /** Whether one says better while another says worse. */
  public boolean disagree() {
    return !better.isEmpty() && !worse.isEmpty();
  }

  static Directions of(Findings findings) {
    List<Measure> better = new ArrayList<>();
    List<Measure> worse = new ArrayList<>();
    judged(findings.pain().verdict(), Measure.PAIN, better, worse);
    findings
        .stiffness()
        .ifPresent(stiff -> judged(stiff.verdict(), Measure.STIFFNESS, better, worse));
    findings
        .otherMeasures()
        .function()
        .filter(function -> function.size() != FunctionChange.Size.BELOW_SMALL)
        .ifPresent(function -> (function.change() > 0 ? better : worse).add(Measure.ACTIVITIES));
    findings
        .otherMeasures()
        .globalRating()
        .ifPresent(
            rating -> {
              switch (rating.meaning()) {
                case BETTER -> better.add(Measure.OWN_IMPRESSION);
                case WORSE -> worse.add(Measure.OWN_IMPRESSION);
                case ABOUT_THE_SAME -> {}
              }
            });
    return new Directions(better, worse);
  }

  private static void judged(
      Verdict verdict, Measure measure, List<Measure> better, List<Measure> worse) {
    switch (verdict.answer()) {
      case BETTER -> better.add(measure);
      case WORSE -> worse.add(measure);
      case NO_CLEAR_CHANGE, NOT_ENOUGH_DAYS -> {}
    }
  }
}

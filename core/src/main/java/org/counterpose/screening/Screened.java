package org.counterpose.screening;

import java.util.List;
import java.util.Set;
import org.counterpose.programme.Outcome;

/**
 * What the screen found.
 *
 * @param fit whether the programme is meant for someone like this; says nothing of safety
 * @param unfit the fit rules that do not hold
 * @param clearance the gravest outcome of all reasons; at least {@code SEE_CLINICIAN_FIRST} where
 *     they leave out every step
 * @param reasons every safety rule that holds, gravest first, with the answers behind it
 * @param leftOut steps that must not be done
 * @param explanation ids of the explanation parts that hold, in the pack's order
 */
public record Screened(
    boolean fit,
    List<String> unfit,
    Outcome clearance,
    List<Reason> reasons,
    Set<String> leftOut,
    List<String> explanation) {

  /**
   * A safety rule that holds. {@code because}: each question the rule speaks of with the values
   * that made it hold.
   */
  public record Reason(String rule, Outcome outcome, List<Because> because) {}

  /**
   * An answer behind a reason; {@code values} as the API writes them: choices, "yes", "no" or a
   * number.
   */
  public record Because(String question, List<String> values) {}
}

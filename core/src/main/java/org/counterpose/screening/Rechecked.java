package org.counterpose.screening;

import java.util.List;
import org.counterpose.programme.Outcome;

/**
 * What the questions that are asked again during a trial found.
 *
 * @param outcome the gravest of the reasons; {@link Outcome#CLEARED} where there is none
 * @param reasons the safety rules that hold, gravest first
 */
public record Rechecked(Outcome outcome, List<Screened.Reason> reasons) {}

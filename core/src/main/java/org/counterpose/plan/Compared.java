package org.counterpose.plan;

import java.util.Optional;
import org.counterpose.verdict.PartEffect;

/**
 * The comparison of days with and without a step, as it stands.
 *
 * @param effect what its days show so far; empty before its first day
 */
public record Compared(Comparison comparison, boolean pooled, Optional<PartEffect> effect) {}

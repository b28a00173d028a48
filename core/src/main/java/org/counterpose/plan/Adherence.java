package org.counterpose.plan;

import java.util.Map;

/**
 * How much of what was planned was done, 0 to 1: of all, and by step. Days that were stopped ask
 * for nothing.
 */
public record Adherence(double overall, Map<String, Double> byStep) {}

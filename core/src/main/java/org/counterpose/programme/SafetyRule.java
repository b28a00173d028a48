package org.counterpose.programme;

import java.util.List;

/**
 * A row of the safety table. Texts: {@code safety.<id>.advice} to the person, {@code
 * safety.<id>.why} for staff.
 *
 * @param row the row of the published table, from 1
 * @param leaveOut steps that this answer rules out
 */
public record SafetyRule(
    String id,
    int row,
    Condition when,
    Outcome outcome,
    List<String> leaveOut,
    List<String> sources) {}

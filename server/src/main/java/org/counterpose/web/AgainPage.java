package org.counterpose.web;

import java.util.List;

/**
 * The safety questions asked again: weekly, because it got worse, or because they changed.
 *
 * @param weekly whether the week's own questions come with them
 * @param unsaid whether it was not said what is to become of the signs that were not ticked
 * @param week what the week's own questions hold
 */
public record AgainPage(
    String title,
    String body,
    String action,
    boolean weekly,
    AnswersForm form,
    WeekForm week,
    boolean unsaid,
    List<String> faults) {}

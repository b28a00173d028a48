package org.counterpose.verdict;

/**
 * How the level of the last seven days differs from that of the first seven, in points of the 0 to
 * 10 scale; relief is positive and worsening negative.
 *
 * @param estimate the mean of what is possible; {@code low} to {@code high} hold the true change
 *     nine times in ten
 * @param first the level of the first seven days, without what a flare at entry added to it
 * @param last the level of the last seven days
 * @param important the chance, 0 to 1, of a relief of the important change or more
 * @param relief the chance of any relief
 * @param worsening the chance of a worsening by a point or more
 * @param worse the chance of any worsening
 * @param scatter how the days scatter, on average over what is possible
 * @param reach the interval's width where the scale did not end, in points; at least what it is
 * @param widened how much less is known than had every day been rated: the ratio of the two
 *     standard deviations, 1 or more
 */
public record Change(
    double estimate,
    double low,
    double high,
    double first,
    double last,
    double important,
    double relief,
    double worsening,
    double worse,
    Scatter scatter,
    double reach,
    double widened) {}

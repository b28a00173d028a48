package org.counterpose.verdict;

/**
 * The level of one day as it is known from all ratings, in points of the 0 to 10 scale.
 *
 * @param day day of the trial, from 1
 * @param low with {@code high} the bounds of a 90 % band, by its mean and variance
 */
public record DayLevel(int day, double level, double low, double high) {}

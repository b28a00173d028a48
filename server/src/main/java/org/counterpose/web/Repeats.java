package org.counterpose.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many visits a form asks for, and how many weeks apart, as it was typed.
 *
 * @param most how many may be booked at once
 */
public record Repeats(String visits, String weeks, int most) {

  /** How often a series may come: every so many weeks. */
  private static final int MOST_WEEKS = 4;

  public Repeats {
    visits = visits.isEmpty() ? "1" : visits;
    weeks = weeks.isEmpty() ? "1" : weeks;
  }

  /** How many visits can be asked for, where it is more than one. */
  public List<Integer> several() {
    return IntStream.rangeClosed(2, most).boxed().toList();
  }

  public List<Integer> everyWeeks() {
    return IntStream.rangeClosed(1, MOST_WEEKS).boxed().toList();
  }

  /** How many visits; empty where it is no number from 1 to the most. */
  Optional<Integer> many() {
    return number(visits, most);
  }

  /** How many weeks lie between two. */
  Optional<Integer> between() {
    return number(weeks, MOST_WEEKS);
  }

  private static Optional<Integer> number(String text, int most) {
    return Optional.of(text)
        .filter(given -> given.matches("[0-9]{1,2}"))
        .map(Integer::parseInt)
        .filter(given -> given >= 1 && given <= most);
  }
}

package org.counterpose.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of the clinic's list.
 *
 * @param places those that may be seen; all where empty
 * @param programme only those of one programme
 * @param need only those of one rank
 * @param search part of a name, or the beginning of an id, in small letters; all where empty
 * @param after the row that the page before ended with
 * @param limit rows at the most
 */
public record ListQuery(
    Set<String> places,
    Optional<String> programme,
    Optional<Integer> need,
    String search,
    Optional<Mark> after,
    int limit) {

  /** Where a page of the list ended. */
  public record Mark(int need, long sinceMicros, String journey) {}

  public ListQuery {
    places = Set.copyOf(places);
    if (limit < 1 || limit > 500) {
      throw new IllegalArgumentException("a page has from 1 to 500 rows, got " + limit);
    }
  }

  List<String> placesInOrder() {
    return places.stream().sorted().toList();
  }
}

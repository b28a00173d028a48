package org.counterpose.store;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How many journeys the clinic's list has, as far as somebody sees it. */
public record ListCounts(List<Counted> each) {

  /** So many on one version of a programme, of one need, by its rank. */
  public record Counted(String programme, String version, int need, int many) {}

  public ListCounts {
    each = List.copyOf(each);
  }

  /** How many there are of each need, by rank, of all programmes. */
  public SortedMap<Integer, Integer> byNeed() {
    return byNeed(Optional.empty());
  }

  /** The same of one programme, or of all. */
  public SortedMap<Integer, Integer> byNeed(Optional<String> programme) {
    SortedMap<Integer, Integer> needs = new TreeMap<>();
    each.stream()
        .filter(one -> programme.map(one.programme()::equals).orElse(true))
        .forEach(one -> needs.merge(one.need(), one.many(), Integer::sum));
    return needs;
  }

  /** The programmes that there are journeys on, each with its versions. */
  public SortedMap<String, SortedSet<String>> programmes() {
    SortedMap<String, SortedSet<String>> programmes = new TreeMap<>();
    each.forEach(
        one ->
            programmes
                .computeIfAbsent(one.programme(), first -> new TreeSet<>())
                .add(one.version()));
    return programmes;
  }
}

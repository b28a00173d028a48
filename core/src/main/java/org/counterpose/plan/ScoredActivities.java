package org.counterpose.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.counterpose.journal.Entry;
import org.counterpose.verdict.FunctionChange;

/**
 * The activities of somebody's own choice as they scored them, by day of the trial; as with
 * ratings, the last scores of a day count. Names are the same where only capitals or spaces differ.
 */
final class ScoredActivities {

  private static final int MOST = 3;

  private final NavigableMap<Integer, Map<String, Entry.Activity>> byDay = new TreeMap<>();

  /** Takes scores in; none at all, or a day before the start, says nothing. */
  void add(int day, List<Entry.Activity> activities) {
    if (day < 1 || activities.isEmpty()) {
      return;
    }
    Map<String, Entry.Activity> byName = new LinkedHashMap<>();
    activities.forEach(activity -> byName.putIfAbsent(key(activity.name()), activity));
    byDay.put(day, byName);
  }

  boolean isEmpty() {
    return byDay.isEmpty();
  }

  /** The three that were scored most recently, in the order in which they were first named. */
  List<String> names() {
    Map<String, String> recent = new LinkedHashMap<>();
    for (Map<String, Entry.Activity> scored : byDay.descendingMap().values()) {
      scored.forEach(
          (key, activity) -> {
            if (recent.size() < MOST) {
              recent.putIfAbsent(key, activity.name());
            }
          });
    }
    Set<String> inOrder = new LinkedHashSet<>();
    byDay.values().stream().map(Map::keySet).forEach(inOrder::addAll);
    inOrder.retainAll(recent.keySet());
    return inOrder.stream().map(recent::get).toList();
  }

  /**
   * The change from the first day with scores to the last one up to a day, over what was scored on
   * both; empty where nothing was.
   */
  Optional<FunctionChange> changeTo(int day) {
    NavigableMap<Integer, Map<String, Entry.Activity>> counted = byDay.headMap(day, true);
    if (counted.size() < 2) {
      return Optional.empty();
    }
    Map<String, Entry.Activity> last = counted.lastEntry().getValue();
    Collection<Entry.Activity> first = counted.firstEntry().getValue().values();
    List<FunctionChange.Scored> both = new ArrayList<>();
    for (Entry.Activity before : first) {
      Optional.ofNullable(last.get(key(before.name())))
          .map(now -> new FunctionChange.Scored(before.name(), before.score(), now.score()))
          .ifPresent(both::add);
    }
    return both.isEmpty()
        ? Optional.empty()
        : Optional.of(new FunctionChange(counted.firstKey(), counted.lastKey(), both));
  }

  private static String key(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}

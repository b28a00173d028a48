package org.counterpose.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The packs that are held. One that a trial runs on and that is not among them is looked for where
 * packs stand, so that a version that is put there while the server runs is taken up. Safe for
 * several threads.
 */
final class Shelf {

  private static final Comparator<Pack> BY_VERSION =
      Comparator.comparing((Pack pack) -> pack.programme().version(), Shelf::compareVersions);

  private final Shelves where;
  private final Map<String, String> sought = new LinkedHashMap<>();
  private volatile List<Pack> packs;
  private volatile Map<String, Pack> newest;

  Shelf(Shelves where, List<Pack> packs) {
    this.where = where;
    this.packs = List.copyOf(packs);
    this.newest = newest(packs);
  }

  /** Whether the clinic lets only signed packs be served. */
  boolean isSigned() {
    return !where.keys().isEmpty();
  }

  /** The programmes that stand here and that the clinic chose not to offer. */
  SortedSet<String> leftOut() {
    return where.leftOut();
  }

  List<Pack> packs() {
    return packs;
  }

  /** The newest version of each programme, in their order. */
  Map<String, Pack> newest() {
    return newest;
  }

  Optional<Pack> find(String id, String version) {
    return held(id, version).or(() -> seek(id, version));
  }

  /** One of those that are held already. */
  Optional<Pack> held(String id, String version) {
    return packs.stream()
        .filter(pack -> pack.programme().id().equals(id))
        .filter(pack -> pack.programme().version().equals(version))
        .findFirst();
  }

  /** Looks where packs stand, once for each change there. */
  private synchronized Optional<Pack> seek(String id, String version) {
    String state = where.state(id, version);
    if (state.isEmpty() || state.equals(sought.put(id + " " + version, state))) {
      return held(id, version);
    }
    Optional<Pack> found = held(id, version).or(() -> where.find(id, version));
    found.filter(pack -> !packs.contains(pack)).ifPresent(this::take);
    return found;
  }

  private void take(Pack pack) {
    List<Pack> more = new ArrayList<>(packs);
    more.add(pack);
    packs = List.copyOf(more);
    newest = newest(more);
  }

  /** Of what is offered: one that is left out may be held for those who are on it. */
  private Map<String, Pack> newest(List<Pack> packs) {
    Map<String, Pack> newest = new LinkedHashMap<>();
    packs.stream()
        .filter(pack -> where.offers(pack.programme().id()))
        .forEach(
            pack ->
                newest.merge(
                    pack.programme().id(), pack, (a, b) -> BY_VERSION.compare(a, b) >= 0 ? a : b));
    return newest;
  }

  static int compareVersions(String one, String other) {
    String[] ones = one.split("\\.");
    String[] others = other.split("\\.");
    for (int i = 0; i < Math.min(ones.length, others.length); i++) {
      int order = Integer.compare(Integer.parseInt(ones[i]), Integer.parseInt(others[i]));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}

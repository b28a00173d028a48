package org.counterpose.revision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterpose.document.Node;
import org.counterpose.document.Place;
import org.jspecify.annotations.Nullable;

/**
 * What changed within a part of a pack, field by field. Things in a list are told apart by what
 * names them, so that one more is not taken for a change of all that follow it.
 */
final class StructureChanges {

  private static final List<String> NAMES = List.of("id", "at", "aid", "prop");

  private static final Node.Listing NO_THINGS = new Node.Listing(List.of(), new Place("", 0, ""));

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("dose", ""),
          Map.entry("seconds", "time"),
          Map.entry("holdSeconds", "time of a hold"),
          Map.entry("returnSeconds", "time to come back"),
          Map.entry("repSeconds", "time of one repetition"),
          Map.entry("restSeconds", "rest"),
          Map.entry("reps", "repetitions"),
          Map.entry("weeks", "by week"),
          Map.entry("least", "the least that may be set"),
          Map.entry("most", "the most that may be set"),
          Map.entry("lighter", "on a lighter day"),
          Map.entry("everyMinutes", "minutes between breaks"),
          Map.entry("detectable", "the smallest change that is told"),
          Map.entry("figures", "picture"),
          Map.entry("avoid", "not for"));

  /**
   * One difference.
   *
   * @param path names on the way to it
   * @param old absent where it is new
   * @param now absent where it is gone
   * @param order the names in their new order, where only that is another
   */
  record Difference(List<String> path, @Nullable Node old, @Nullable Node now, List<String> order) {

    String line(String of) {
      String line = StructureChanges.line(of, path);
      boolean time = path.stream().anyMatch(name -> name.endsWith("econds"));
      String was = said(old, time);
      String is = said(now, time);
      if (!order.isEmpty()) {
        return line + "in another order: " + String.join(", ", order);
      }
      if (old == null) {
        return line + "added: " + is;
      }
      return now == null
          ? line + "removed, was " + was
          : line + "was " + was + ", is " + is + way(old, now);
    }
  }

  private final List<Difference> told = new ArrayList<>();

  private StructureChanges() {}

  /** The changes from one value to another; either may be absent. */
  static List<Difference> all(@Nullable Node old, @Nullable Node now) {
    StructureChanges changes = new StructureChanges();
    changes.compare(List.of(), old, now);
    return List.copyOf(changes.told);
  }

  private void compare(List<String> path, @Nullable Node old, @Nullable Node now) {
    if (isSame(old, now)) {
      return;
    }
    if (isToldAsAWhole(path)) {
      told.add(new Difference(path, old, now, List.of()));
    } else if (old instanceof Node.Mapping before && now instanceof Node.Mapping after) {
      fields(path, before.fields(), after.fields());
    } else if (orNone(path, old) instanceof Node.Listing before
        && orNone(path, now) instanceof Node.Listing after
        && isNamed(before)
        && isNamed(after)) {
      things(path, before, after);
    } else {
      told.add(new Difference(path, old, now, List.of()));
    }
  }

  /** Whether the fields of something say what it is only together. */
  private static boolean isToldAsAWhole(List<String> path) {
    return path.size() == 3 && Set.of("when", "days").contains(path.get(2))
        || path.size() == 4 && path.get(2).equals("times");
  }

  /** A list of things that may be left out is empty where it is not there. */
  private static @Nullable Node orNone(List<String> path, @Nullable Node node) {
    boolean may =
        path.equals(List.of("measures"))
            || path.size() == 3 && Set.of("aids", "times").contains(path.get(2));
    return node == null && may ? NO_THINGS : node;
  }

  private static boolean isSame(@Nullable Node one, @Nullable Node other) {
    if (one instanceof Node.Mapping before && other instanceof Node.Mapping after) {
      return before.fields().keySet().equals(after.fields().keySet())
          && before.fields().keySet().stream()
              .allMatch(name -> isSame(before.fields().get(name), after.fields().get(name)));
    }
    if (one instanceof Node.Listing before && other instanceof Node.Listing after) {
      return before.elements().size() == after.elements().size()
          && IntStream.range(0, before.elements().size())
              .allMatch(i -> isSame(before.elements().get(i), after.elements().get(i)));
    }
    return said(one, false).equals(said(other, false));
  }

  private void fields(List<String> path, Map<String, Node> before, Map<String, Node> after) {
    Set<String> names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    names.forEach(name -> compare(longer(path, name), before.get(name), after.get(name)));
  }

  private void things(List<String> path, Node.Listing before, Node.Listing after) {
    Map<String, Node> old = byName(before);
    Map<String, Node> now = byName(after);
    fields(path, old, now);
    List<String> kept = now.keySet().stream().filter(old::containsKey).toList();
    if (!kept.equals(old.keySet().stream().filter(now::containsKey).toList())) {
      told.add(new Difference(path, before, after, kept));
    }
  }

  private static String line(String of, List<String> path) {
    String where =
        path.stream()
            .map(name -> WORDS.getOrDefault(name, name))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(", "));
    return Stream.of(of, where).filter(part -> !part.isEmpty()).collect(Collectors.joining(": "))
        + ": ";
  }

  /** Of numbers side by side: whether there is more or less of it. */
  private static String way(Node old, Node now) {
    List<BigDecimal> before = numbers(old);
    List<BigDecimal> after = numbers(now);
    if (before.isEmpty() || after.isEmpty()) {
      return "";
    }
    Set<Integer> ways = new LinkedHashSet<>();
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      ways.add(
          Integer.signum(
              after
                  .get(Math.min(i, after.size() - 1))
                  .compareTo(before.get(Math.min(i, before.size() - 1)))));
    }
    ways.remove(0);
    return ways.size() != 1 ? "" : ways.contains(1) ? " (more)" : " (less)";
  }

  static List<BigDecimal> numbers(Node node) {
    List<Node> nodes = node instanceof Node.Listing list ? list.elements() : List.of(node);
    return nodes.stream().allMatch(Node.Number.class::isInstance)
        ? nodes.stream().map(one -> ((Node.Number) one).value()).toList()
        : List.of();
  }

  static String said(@Nullable Node node, boolean time) {
    return switch (node) {
      case null -> "";
      case Node.Text text -> text.value();
      case Node.Number number -> time ? length(number.value()) : number.value().toPlainString();
      case Node.Flag flag -> flag.value() ? "yes" : "no";
      case Node.Nothing nothing -> "nothing";
      case Node.Listing list ->
          list.elements().stream().map(one -> said(one, time)).collect(Collectors.joining(", "));
      case Node.Mapping mapping ->
          mapping.fields().entrySet().stream()
              .map(
                  field ->
                      field.getKey() + " " + said(field.getValue(), isTime(field.getKey(), time)))
              .collect(Collectors.joining("; ", "(", ")"));
    };
  }

  private static boolean isTime(String field, boolean within) {
    return within || field.endsWith("econds");
  }

  /** Seconds below two minutes, and minutes where it is whole. */
  private static String length(BigDecimal value) {
    int seconds = value.intValue();
    if (seconds < 120 && seconds != 60) {
      return seconds + " s";
    }
    return seconds % 60 == 0 ? seconds / 60 + " min" : seconds / 60 + " min " + seconds % 60 + " s";
  }

  private static boolean isNamed(Node.Listing list) {
    return list.elements().stream().allMatch(one -> name(one).isPresent())
        && byName(list).size() == list.elements().size();
  }

  static Map<String, Node> byName(Node.Listing list) {
    Map<String, Node> byName = new LinkedHashMap<>();
    list.elements().forEach(one -> name(one).ifPresent(name -> byName.putIfAbsent(name, one)));
    return byName;
  }

  private static Optional<String> name(Node element) {
    return element instanceof Node.Mapping object
        ? NAMES.stream()
            .map(object.fields()::get)
            .filter(Node.Text.class::isInstance)
            .map(text -> ((Node.Text) text).value())
            .findFirst()
        : Optional.empty();
  }

  private static List<String> longer(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }
}

package org.counterpose.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.counterpose.document.Nearest;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;

/**
 * Tells the texts that are missing and those that nothing shows, one slip once: a key that is
 * misspelt is both, and a thing without any text, or texts without their thing, are one matter.
 */
final class TextSlips {

  /** From so many on, the texts of one thing are told together. */
  private static final int SEVERAL = 4;

  private final PackTexts texts;
  private final Problems problems;

  TextSlips(PackTexts texts, Problems problems) {
    this.texts = texts;
    this.problems = problems;
  }

  /**
   * @param missing the keys that are needed and not there, and where each is needed
   * @param unknown the keys that are there and not needed
   */
  void tell(Map<String, Place> missing, List<String> unknown) {
    Map<String, Place> absent = new LinkedHashMap<>(missing);
    List<String> idle = new ArrayList<>(unknown);
    missing.forEach(
        (key, place) ->
            Nearest.to(key, idle)
                .ifPresent(
                    written -> {
                      problems.add(
                          place(written),
                          "nothing in this pack shows this text; did you mean '"
                              + key
                              + "', which is missing?");
                      absent.remove(key);
                      idle.remove(written);
                    }));
    byOwner(List.copyOf(absent.keySet())).forEach((owner, keys) -> absent(owner, keys, absent));
    byOwner(idle).forEach(this::idle);
  }

  private void absent(String owner, List<String> keys, Map<String, Place> places) {
    if (keys.size() >= SEVERAL && written(owner) == 0) {
      String parts =
          keys.stream().map(key -> key.substring(owner.length())).collect(Collectors.joining(", "));
      problems.add(
          at(places, keys.getFirst()),
          "every text of '" + owner + "' is missing: it needs " + owner + parts);
    } else {
      keys.forEach(key -> problems.add(at(places, key), "the text '" + key + "' is missing"));
    }
  }

  private void idle(String owner, List<String> keys) {
    if (keys.size() >= SEVERAL && written(owner) == keys.size()) {
      problems.add(
          place(keys.getFirst()),
          "nothing in this pack shows this text, nor the other "
              + (keys.size() - 1)
              + " that begin with '"
              + owner
              + "'");
    } else {
      keys.forEach(key -> problems.add(place(key), "nothing in this pack shows this text"));
    }
  }

  /** Keys by the thing that they are of, which their first two parts name. */
  private static Map<String, List<String>> byOwner(List<String> keys) {
    return keys.stream()
        .collect(Collectors.groupingBy(TextSlips::owner, LinkedHashMap::new, Collectors.toList()));
  }

  static String owner(String key) {
    String[] parts = key.split("\\.", 3);
    return parts.length < 2 ? key : parts[0] + "." + parts[1];
  }

  private long written(String owner) {
    return texts.all().keySet().stream().filter(key -> owner(key).equals(owner)).count();
  }

  private Place place(String key) {
    return texts.find(key).map(PackTexts.Text::place).orElseThrow();
  }

  private static Place at(Map<String, Place> places, String key) {
    return Optional.ofNullable(places.get(key)).orElseThrow();
  }
}

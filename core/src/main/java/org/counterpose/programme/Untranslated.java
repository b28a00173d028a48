package org.counterpose.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;

/**
 * Tells which texts of a pack are not there in another language, a file or a thing at once where
 * nothing of it is: each where it stands in the pack's own language.
 */
record Untranslated(PackTexts own, PackTexts other, String language) {

  /** From so many on, the texts of one thing are told together. */
  private static final int SEVERAL = 4;

  void tell(Problems problems) {
    byFile()
        .forEach(
            (file, keys) -> {
              List<String> missing = missing(keys);
              if (missing.size() == keys.size() && keys.size() >= SEVERAL) {
                problems.add(
                    new Place(file, 1, ""),
                    "none of its "
                        + keys.size()
                        + " texts is there in '"
                        + language
                        + "': put a copy of this file there, and translate what stands below each"
                        + " key");
              } else {
                missing.stream()
                    .collect(
                        Collectors.groupingBy(
                            TextSlips::owner, LinkedHashMap::new, Collectors.toList()))
                    .forEach((owner, of) -> tell(owner, of, problems));
              }
            });
  }

  private void tell(String owner, List<String> missing, Problems problems) {
    if (missing.size() >= SEVERAL) {
      problems.add(
          place(missing.getFirst()),
          "is not there in '"
              + language
              + "', nor are "
              + (missing.size() - 1)
              + " more texts of '"
              + owner
              + "'");
    } else {
      missing.forEach(key -> problems.add(place(key), "is not there in '" + language + "'"));
    }
  }

  private Map<String, List<String>> byFile() {
    return own.all().keySet().stream()
        .filter(key -> !key.startsWith("sources."))
        .collect(
            Collectors.groupingBy(
                key -> place(key).file(), LinkedHashMap::new, Collectors.toList()));
  }

  private List<String> missing(List<String> keys) {
    return keys.stream().filter(key -> other.find(key).isEmpty()).toList();
  }

  private Place place(String key) {
    return own.find(key).orElseThrow().place();
  }
}

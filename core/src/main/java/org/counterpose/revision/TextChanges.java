package org.counterpose.revision;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What changed in the words: each text once, from the first word on that is another. */
final class TextChanges {

  private static final int MOST_SHOWN = 120;

  private TextChanges() {}

  static List<String> between(String before, Map<String, String> old, Map<String, String> now) {
    return all(old, now).values().stream().map(line -> before + line).toList();
  }

  /** The line of each text that is another, by its key. */
  static SortedMap<String, String> all(Map<String, String> old, Map<String, String> now) {
    Set<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    SortedMap<String, String> lines = new TreeMap<>();
    for (String key : keys) {
      String was = old.get(key);
      String is = now.get(key);
      if (was == null) {
        lines.put(key, key + ": new: " + shown(is == null ? "" : is, 0));
      } else if (is == null) {
        lines.put(key, key + ": gone");
      } else if (!was.equals(is)) {
        int from = firstOtherWord(was, is);
        lines.put(key, key + ": was " + shown(was, from) + ", is " + shown(is, from));
      }
    }
    return lines;
  }

  private static int firstOtherWord(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return one.lastIndexOf(' ', Math.max(0, same - 1)) + 1;
  }

  private static String shown(String text, int from) {
    String rest = text.substring(from).replaceAll("\\s+", " ").strip();
    return "\""
        + (from > 0 ? "… " : "")
        + (rest.length() > MOST_SHOWN ? rest.substring(0, MOST_SHOWN).strip() + " …" : rest)
        + "\"";
  }
}

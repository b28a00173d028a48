package org.counterpose.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;

/**
 * Pages that a device is to keep, each named by a digest of what it is. The device names those that
 * it has, and gets the others.
 */
final class NamedPages {

  /** Characters of a name; a device tells some hundred of them in one header. */
  private static final int LENGTH = 12;

  private final Set<String> had;

  /** By path, since the same page of several days is pressed best side by side. */
  private final SortedMap<String, Map<String, String>> lacking = new TreeMap<>();

  /**
   * @param had the names of those that the device has
   */
  NamedPages(Set<String> had) {
    this.had = had;
  }

  /** What the pages at these paths are called. */
  Node names(Map<String, String> pages) {
    Nodes.Growing names = Nodes.object();
    pages.forEach(
        (path, html) -> {
          String name = name(html);
          names.with(path, name);
          if (!had.contains(name)) {
            lacking.computeIfAbsent(path, first -> new LinkedHashMap<>()).put(name, html);
          }
        });
    return names.node();
  }

  private static String name(String html) {
    return PublicAnswer.digest(html.getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
  }

  /** Of all that were named so far those that the device lacks, by their names. */
  Node lacking() {
    Nodes.Growing pages = Nodes.object();
    lacking.values().forEach(days -> days.forEach(pages::with));
    return pages.node();
  }
}

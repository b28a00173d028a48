package org.counterpose.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.counterpose.document.Nodes;

/**
 * Pages that a device keeps together, such as those of a day. A device that has all of them already
 * is only told so.
 *
 * @param digest another one whenever one of the pages is another
 */
record KeptPart(Map<String, String> pages, String digest) {

  static KeptPart of(Map<String, String> pages) {
    return new KeptPart(
        pages, PublicAnswer.digest(pages.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** Adds the part to what a device is told. */
  void addTo(Nodes.Growing told, Set<String> had) {
    told.with("part", digest);
    if (!had.contains(digest)) {
      Nodes.Growing written = Nodes.object();
      pages.forEach(written::with);
      told.with("pages", written.node());
    }
  }
}

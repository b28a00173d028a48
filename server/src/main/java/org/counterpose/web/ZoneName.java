package org.counterpose.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.counterpose.words.Words;

/**
 * What a time zone that is named after a place is called: America/Los_Angeles is América/Los
 * Ángeles in Spanish. Where the words know nothing of a place, it is called as in the zone's id.
 */
final class ZoneName {

  private ZoneName() {}

  /** With its region, as in a list of all zones. */
  static String whole(String id, Words words) {
    int slash = id.indexOf('/');
    if (slash < 0) {
      return id;
    }
    return part("region", id.substring(0, slash), words)
        + "/"
        + Arrays.stream(id.substring(slash + 1).split("/"))
            .map(place -> part("city", place, words))
            .collect(Collectors.joining("/"));
  }

  /** The city alone. */
  static String city(String id, Words words) {
    return part("city", id.substring(id.lastIndexOf('/') + 1), words);
  }

  private static String part(String kind, String place, Words words) {
    String key = "zone." + kind + "." + place.toLowerCase(Locale.ROOT).replace('_', '-');
    return words.keys().contains(key) ? words.say(key) : place.replace('_', ' ');
  }
}

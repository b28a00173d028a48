package org.counterpose.web;

import java.util.HashMap;
import java.util.Map;

/**
 * A page with all that it shows, before it is drawn.
 *
 * @param fullStop whether no tabs lead on from it to the trial
 */
record Drawing(String template, String title, Map<String, Object> parameters, boolean fullStop) {

  Drawing {
    parameters = Map.copyOf(parameters);
  }

  /** The same with one more parameter. */
  Drawing with(String name, Object value) {
    Map<String, Object> more = new HashMap<>(parameters);
    more.put(name, value);
    return new Drawing(template, title, more, fullStop);
  }

  Drawing(String template, String title, Map<String, Object> parameters) {
    this(template, title, parameters, false);
  }
}

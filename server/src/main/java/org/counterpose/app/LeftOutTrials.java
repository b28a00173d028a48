package org.counterpose.app;

import org.counterpose.journeys.StrandedTrials;
import org.counterpose.library.Library;
import org.counterpose.practice.Practice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells at the start of trials that cannot go on since the settings leave their programme out. */
final class LeftOutTrials {

  private static final Logger LOG = LoggerFactory.getLogger(LeftOutTrials.class);

  private LeftOutTrials() {}

  static void warn(Server server) {
    Practice practice = server.practice();
    Library library = practice.library();
    if (library.leftOut().isEmpty()) {
      return;
    }
    StrandedTrials.count(practice.database(), library)
        .forEach(
            (version, trials) ->
                LOG.warn(
                    "Trials that cannot go on: {} on {}, which is not here or may not be served."
                        + " Sign it, also where the settings leave it out for newcomers.",
                    trials,
                    version));
  }
}

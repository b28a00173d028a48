package org.counterpose.journeys;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.counterpose.plan.Plan;
import org.counterpose.programme.Programme;

/** The plans of the programmes that are served: what one has judged once, it need not again. */
final class Plans {

  private final Map<String, Plan> plans = new ConcurrentHashMap<>();

  /**
   * That of this very programme; of one that was read anew, under the same version too, another.
   */
  Plan of(Programme programme) {
    return plans.compute(
        programme + " " + programme.language(),
        (key, plan) -> plan == null || plan.programme() != programme ? new Plan(programme) : plan);
  }
}

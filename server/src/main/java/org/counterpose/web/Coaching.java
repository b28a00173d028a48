package org.counterpose.web;

import java.util.Optional;
import org.counterpose.coach.Coaches;
import org.counterpose.programme.Dose;

/**
 * The camera coach of a session, as the page's script asks for it.
 *
 * @param step whose coach
 * @param setting how many holds make a side, or how many seconds it lasts
 */
record Coaching(String step, int setting) {

  /** The coach of a session; empty where nobody watches such a step. */
  static Optional<Coaching> of(Session session) {
    int setting =
        switch (session.step().dose()) {
          case Dose.Holds holds -> session.planned().holds().orElse(1);
          case Dose.Timed timed -> session.planned().seconds();
          case Dose.Reps reps -> 0;
          case Dose.Worn worn -> 0;
          case Dose.Breaks breaks -> 0;
        };
    String step = session.step().id();
    return setting > 0 && Coaches.of(step, setting).isPresent()
        ? Optional.of(new Coaching(step, setting))
        : Optional.empty();
  }
}

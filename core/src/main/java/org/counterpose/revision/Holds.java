package org.counterpose.revision;

import java.util.Optional;
import org.counterpose.programme.Condition;

/** For whom something holds now, against for whom it held, as far as the form of it tells. */
enum Holds {
  ALIKE,
  FOR_MORE,
  FOR_FEWER,
  OTHERWISE;

  static Holds now(Condition old, Condition now) {
    boolean wider = Implication.holds(old, now);
    boolean narrower = Implication.holds(now, old);
    return wider ? narrower ? ALIKE : FOR_MORE : narrower ? FOR_FEWER : OTHERWISE;
  }

  /** The same, where one that is absent holds for everybody. */
  static Holds now(Optional<Condition> old, Optional<Condition> now) {
    if (old.isPresent() && now.isPresent()) {
      return now(old.get(), now.get());
    }
    return old.isPresent() ? FOR_MORE : now.isPresent() ? FOR_FEWER : ALIKE;
  }

  /** As it goes on after a verb: for more people, to fewer people. */
  String people(String preposition) {
    return switch (this) {
      case ALIKE -> preposition + " the same people";
      case FOR_MORE -> preposition + " more people";
      case FOR_FEWER -> preposition + " fewer people";
      case OTHERWISE -> preposition + " other people";
    };
  }
}

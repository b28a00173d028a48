package org.counterpose.plan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.counterpose.programme.Step;

/** A step at one time of one day, and what was logged for it so far. */
final class Due {

  private final Step step;
  private final String slot;
  private final Window window;
  private final Portion portion;
  private int loggedSeconds;
  private int loggedReps;
  private boolean sessionDone;
  private Optional<Wearing.Running> running = Optional.empty();

  Due(Step step, String slot, Window window, Portion portion) {
    this.step = step;
    this.slot = slot;
    this.window = window;
    this.portion = portion;
  }

  /**
   * Counts what was logged for one step on one day, in the order in which it was logged. A session
   * belongs to the slot that is not done and whose window is the nearest to it; worn time to the
   * nearest slot that is not full. Once nothing is left to do, more of it counts for the nearest.
   */
  static void count(List<Logged> logged, List<Due> slots) {
    for (Logged one : logged) {
      switch (one.kind()) {
        case SESSION -> {
          Due due = nearest(slots.stream().filter(s -> !s.isDone()).toList(), slots, one.moment());
          due.loggedSeconds += one.seconds();
          due.loggedReps += one.reps();
          due.sessionDone = true;
        }
        case WORN -> notFull(slots, one.moment()).loggedSeconds += one.seconds();
        case FORGOTTEN -> {
          Due due = notFull(slots, one.moment());
          int most = Math.max(0, due.portion.seconds() - due.loggedSeconds);
          due.loggedSeconds += Math.min(one.seconds(), most);
        }
      }
    }
  }

  /** Notes that the step is being worn. */
  static void run(Wearing.Running running, List<Due> slots) {
    notFull(slots, running.since()).running = Optional.of(running);
  }

  private static Due notFull(List<Due> slots, Instant moment) {
    return nearest(
        slots.stream().filter(s -> s.loggedSeconds < s.portion.seconds()).toList(), slots, moment);
  }

  private static Due nearest(List<Due> open, List<Due> all, Instant moment) {
    return (open.isEmpty() ? all : open)
        .stream()
            .min(Comparator.comparing(due -> due.window.distanceTo(moment)))
            .orElseThrow(() -> new IllegalStateException("a step without a slot"));
  }

  Step step() {
    return step;
  }

  String slot() {
    return slot;
  }

  Window window() {
    return window;
  }

  Portion portion() {
    return portion;
  }

  /** Whether anything of it was done. */
  boolean isLogged() {
    return loggedSeconds > 0 || loggedReps > 0;
  }

  /** Whether anything of it was begun, of whatever length. */
  boolean isTouched() {
    return isLogged() || sessionDone || running.isPresent();
  }

  int loggedSeconds() {
    return loggedSeconds;
  }

  Optional<Wearing.Running> running() {
    return running;
  }

  /** A session was done, whatever its length; or half of the time to wear was worn. */
  boolean isDone() {
    return sessionDone || (loggedSeconds > 0 && 2 * (long) loggedSeconds >= portion.seconds());
  }

  /** How much of it was done, 0 to 1: by what was counted, where repetitions were. */
  double share() {
    if (loggedReps > 0 && portion.reps() > 0) {
      return Math.min(1, loggedReps / (double) portion.reps());
    }
    return Math.min(1, loggedSeconds / (double) portion.seconds());
  }
}

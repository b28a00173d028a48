package org.counterpose.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.counterpose.journal.Entry;

/** What was begun to be worn or sat on: some of it was ended, and some was forgotten. */
final class Wearing {

  /** Something begun to be worn and not ended. */
  record Running(Entry.WearStarted entry, LocalDate date) {
    Instant since() {
      return entry.at().toInstant();
    }
  }

  private final BiConsumer<LocalDate, Logged> log;
  private final Map<String, Running> running = new HashMap<>();

  /**
   * @param log takes what was worn, with the date to which it belongs
   */
  Wearing(BiConsumer<LocalDate, Logged> log) {
    this.log = log;
  }

  /** Whatever ran before of the same step was forgotten. */
  void begin(Entry.WearStarted start, LocalDate date) {
    Running before = running.put(start.step(), new Running(start, date));
    if (before != null) {
      forget(before, start.at().toInstant());
    }
  }

  /**
   * Worn time belongs to when it began: the start that it ends, or so long before its end.
   *
   * @param day the person's day at the end of it
   */
  void end(Entry.Worn worn, PersonDay day) {
    Instant began = worn.at().toInstant().minusSeconds(worn.seconds());
    LocalDate date = day.date();
    Running open = running.get(worn.step());
    if (open != null && ends(open, worn, day, began)) {
      running.remove(worn.step());
      began = open.since();
      date = open.date();
    } else if (!day.holds(began)) {
      date = PersonDay.at(began, day.routine()).date();
    }
    log.accept(date, Logged.worn(worn.step(), began, worn.seconds()));
  }

  private static boolean ends(Running open, Entry.Worn worn, PersonDay day, Instant began) {
    boolean later = worn.at().toInstant().isAfter(open.since());
    return (later || worn.seconds() == 0)
        && (open.date().equals(day.date())
            || open.date().equals(PersonDay.at(began, day.routine()).date()));
  }

  /** What was begun on another date than today was forgotten. */
  void forgetAllBefore(LocalDate today, Instant now) {
    running
        .values()
        .removeIf(
            open -> {
              boolean over = !open.date().equals(today);
              if (over) {
                forget(open, now);
              }
              return over;
            });
  }

  private void forget(Running open, Instant until) {
    long seconds = Math.max(0, ChronoUnit.SECONDS.between(open.since(), until));
    int most = (int) Math.min(seconds, Integer.MAX_VALUE);
    log.accept(open.date(), Logged.forgotten(open.entry().step(), open.since(), most));
  }

  /** What is still being worn. */
  Optional<Running> of(String step) {
    return Optional.ofNullable(running.get(step));
  }
}

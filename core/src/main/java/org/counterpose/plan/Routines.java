package org.counterpose.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.counterpose.journal.Routine;

/** Which routine of a person held when: the first one, and each change of it. */
final class Routines {

  /** A routine, the moment from which it holds and the person's date at that moment. */
  private record Span(Instant from, LocalDate date, Routine routine) {}

  private final List<Span> spans = new ArrayList<>();

  Routines(Routine first) {
    spans.add(new Span(Instant.MIN, LocalDate.MIN, first));
  }

  /** Another routine holds from a moment on; the moments come in order. */
  void change(Instant from, LocalDate date, Routine routine) {
    spans.add(new Span(from, date, routine));
  }

  Routine latest() {
    return spans.getLast().routine();
  }

  /** The routine of a date: that of its end, where it changed. */
  Routine on(LocalDate date) {
    return spans.get(spanOn(date)).routine();
  }

  /** From when the routine of a date held. */
  Instant heldFrom(LocalDate date) {
    return spans.get(spanOn(date)).from();
  }

  /** Until when the routine of a date held. */
  Instant heldUntil(LocalDate date) {
    int next = spanOn(date) + 1;
    return next < spans.size() ? spans.get(next).from() : Instant.MAX;
  }

  private int spanOn(LocalDate date) {
    int at = spans.size() - 1;
    while (spans.get(at).date().isAfter(date)) {
      at--;
    }
    return at;
  }
}

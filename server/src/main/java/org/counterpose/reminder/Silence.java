package org.counterpose.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.counterpose.journal.SignsOfLife;
import org.counterpose.journeys.Journey;

/**
 * How long somebody has told nothing, and how little they are reminded then: after three days there
 * is one message every second day, after nine one a week, and after three weeks one that says that
 * no more will come.
 */
public final class Silence {

  private static final int DAILY = 3;
  private static final int EVERY_SECOND_DAY = 9;
  private static final int LAST_WORD = 21;
  private static final int WORTH_TELLING = 2;

  /** What may come on a day. */
  enum Pace {
    AS_WISHED,
    ONE,
    LAST_WORD,
    NOTHING
  }

  private Silence() {}

  /** What may come after so many silent days. */
  static Pace after(long days) {
    if (days < DAILY) {
      return Pace.AS_WISHED;
    }
    if (days >= LAST_WORD) {
      return days == LAST_WORD ? Pace.LAST_WORD : Pace.NOTHING;
    }
    boolean one = days < EVERY_SECOND_DAY ? days % 2 == 0 : days % 7 == 0;
    return one ? Pace.ONE : Pace.NOTHING;
  }

  /** The days since the person last told anything, said what they want, or could go on. */
  static long days(Journey journey, Wishes wishes, LocalDate date, Instant now) {
    Instant last =
        SignsOfLife.lastOrCouldGoOn(journey.journal(), now)
            .filter(at -> at.isAfter(wishes.since()))
            .orElse(wishes.since());
    return Math.max(0, ChronoUnit.DAYS.between(dateOf(last, journey), date));
  }

  /**
   * The last date on which the person told anything, where that is two days ago or more.
   *
   * @param today the person's date at that moment
   */
  public static Optional<LocalDate> since(Journey journey, LocalDate today, Instant now) {
    return SignsOfLife.last(journey.journal(), now)
        .map(at -> dateOf(at, journey))
        .filter(last -> ChronoUnit.DAYS.between(last, today) >= WORTH_TELLING);
  }

  private static LocalDate dateOf(Instant at, Journey journey) {
    ZoneId zone = journey.journal().routine().zone();
    return at.atZone(zone).toLocalDate();
  }
}

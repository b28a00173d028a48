package org.counterpose.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;

/**
 * The times of visits week after week: at the same time on the clinic's wall, whatever the clocks
 * do meanwhile, and what is free near each that cannot be had.
 */
final class SeriesTimes {

  private static final int NEAR_DAYS = 6;
  private static final Duration NEAR = Duration.ofDays(NEAR_DAYS + 1);

  private final Diary diary;

  SeriesTimes(Diary diary) {
    this.diary = diary;
  }

  List<Instant> starts(
      Practitioner practitioner, Service service, Instant first, int visits, int weeks) {
    ZoneId zone = diary.freeTimes().placeAt(practitioner, service, first).zone();
    List<Instant> starts = new ArrayList<>();
    for (int i = 0; i < visits; i++) {
      starts.add(i == 0 ? first : later(first, zone, weeks * i));
    }
    return starts;
  }

  /** The same time on the wall so many weeks later. */
  static Instant later(Instant first, ZoneId zone, int weeks) {
    return LocalDateTime.ofInstant(first, zone).plusWeeks(weeks).atZone(zone).toInstant();
  }

  /** Whether each of some starts, in order, is near another one of a series' own. */
  static boolean areNear(List<Instant> starts, List<Instant> own) {
    int next = 0;
    for (Instant start : starts) {
      while (next < own.size() && own.get(next).plus(NEAR).isBefore(start)) {
        next++;
      }
      if (next == own.size() || own.get(next).minus(NEAR).isAfter(start)) {
        return false;
      }
      next++;
    }
    return true;
  }

  /** Whether each start is free, and if not the nearest time that is, each once. */
  List<Planned> look(
      Practitioner practitioner, Service service, List<Instant> starts, Set<UUID> notInTheWay) {
    List<Planned> planned = new ArrayList<>();
    Set<Instant> used = new HashSet<>(starts);
    for (int i = 0; i < starts.size(); i++) {
      Instant start = starts.get(i);
      LocalDate date = LocalDate.ofInstant(start, diary.clinic().zone());
      List<FreeTime> around =
          diary
              .free(service, date.minusDays(NEAR_DAYS), date.plusDays(NEAR_DAYS), notInTheWay)
              .stream()
              .filter(time -> time.practitioner().equals(practitioner.id()))
              .toList();
      boolean free = around.stream().anyMatch(time -> time.start().equals(start));
      Optional<FreeTime> nearest =
          free
              ? Optional.empty()
              : around.stream()
                  .filter(time -> !used.contains(time.start()))
                  .min(Comparator.comparing(time -> Duration.between(start, time.start()).abs()));
      nearest.ifPresent(time -> used.add(time.start()));
      planned.add(new Planned(i + 1, start, free, nearest));
    }
    return List.copyOf(planned);
  }
}

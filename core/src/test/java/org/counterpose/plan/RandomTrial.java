package org.counterpose.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.journal.RandomEntries;
import org.counterpose.journal.Routine;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;

/** A month of somebody's made-up life, most often around a change of their clocks. */
final class RandomTrial {

  private static final List<String> ODD_ZONES =
      List.of(
          "Australia/Lord_Howe",
          "Pacific/Apia",
          "America/St_Johns",
          "Asia/Kathmandu",
          "Antarctica/Troll",
          "America/New_York",
          "America/Sao_Paulo",
          "America/Havana",
          "Africa/Casablanca",
          "Africa/Cairo",
          "Asia/Beirut",
          "Atlantic/Azores",
          "Pacific/Chatham",
          "America/Scoresbysund",
          "America/Santiago",
          "Pacific/Kiritimati",
          "Pacific/Kwajalein");

  private final Random random;
  private final ZoneId zone;
  private final Instant change;
  private final Instant start;
  private final List<Entry> entries = new ArrayList<>();

  RandomTrial(long seed) {
    this.random = new Random(seed);
    RandomEntries made = new RandomEntries(random);
    this.zone = anyZone();
    this.change = aChange();
    this.start = change.minusSeconds(random.nextInt(29) * 86_400L);
    Routine routine = in(zone, made.routine());
    entries.add(new Entry.Screened(new UUID(0, 1), at(start), "mid-back", "1.0.0", answers()));
    entries.add(new Entry.Started(new UUID(0, 2), at(start), routine));
    for (int i = random.nextInt(120); i > 0; i--) {
      List<UUID> known = entries.stream().map(Entry::id).toList();
      entries.add(made.fromOutside(at(moment(start.minusSeconds(86_400))), known));
    }
    Collections.shuffle(entries, random);
  }

  List<Entry> entries() {
    return entries;
  }

  /** Some moment of the month, often near the change of the clocks. */
  Instant moment() {
    return random.nextInt(4) == 0
        ? entries.get(random.nextInt(entries.size())).at().toInstant().plusSeconds(60)
        : moment(start.minusSeconds(86_400));
  }

  private Answers answers() {
    Answers answers = random.nextInt(4) == 0 ? MidBack.firstAfterFifty() : MidBack.harmless();
    return random.nextBoolean()
        ? answers
        : answers.with("pain-average", new Answer.Amount(random.nextInt(11)));
  }

  private Instant moment(Instant from) {
    if (random.nextInt(4) == 0) {
      return change.plusSeconds(60L * random.nextInt(-600, 600));
    }
    long minutes = Duration.ofDays(32).toMinutes();
    long minute = random.nextLong(minutes);
    return from.plusSeconds(60 * (random.nextBoolean() ? minute / 15 * 15 : minute));
  }

  private ZoneId anyZone() {
    List<String> all = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    List<String> from = random.nextInt(3) == 0 ? all : ODD_ZONES;
    return ZoneId.of(from.get(random.nextInt(from.size())));
  }

  private Instant aChange() {
    Instant some =
        LocalDateTime.of(random.nextInt(1993, 2030), 1, 1, 0, 0)
            .plusMinutes(random.nextInt(525_600))
            .toInstant(ZoneOffset.UTC);
    ZoneOffsetTransition next = zone.getRules().nextTransition(some);
    if (next == null) {
      next = zone.getRules().previousTransition(some);
    }
    boolean recent = next != null && next.getDateTimeBefore().getYear() >= 1993;
    return recent && random.nextInt(5) > 0 ? next.getInstant() : some;
  }

  private OffsetDateTime at(Instant moment) {
    return moment.atZone(zone).toOffsetDateTime();
  }

  private static Routine in(ZoneId zone, Routine routine) {
    return new Routine(
        routine.wake(),
        routine.sleep(),
        routine.workStart(),
        routine.workEnd(),
        routine.workDays(),
        routine.aids(),
        zone,
        routine.breakMinutes());
  }

  @Override
  public String toString() {
    return entries.size() + " entries from " + start.atZone(zone);
  }
}

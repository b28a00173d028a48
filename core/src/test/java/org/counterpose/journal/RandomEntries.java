package org.counterpose.journal;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.counterpose.plan.MidBack;
import org.counterpose.programme.Side;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;

/** Entries of every type, made up. */
public final class RandomEntries {

  private static final List<String> STEPS =
      List.of("rolled-towel", "thread-the-needle", "change-position");
  private static final List<String> WORN = List.of("wobble-disc", "posture-band");
  private static final List<String> ZONES =
      List.of("Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe", "UTC", "Pacific/Apia");

  private final RandomGenerator random;

  public RandomEntries(RandomGenerator random) {
    this.random = random;
  }

  /** Any entry that may come from outside, at a time. */
  public Entry fromOutside(OffsetDateTime at, List<UUID> known) {
    UUID id = id();
    return switch (random.nextInt(10)) {
      case 0 -> new Entry.Rated(id, at, random.nextInt(11), maybe(random.nextInt(11)));
      case 1 -> new Entry.SessionDone(id, at, "thread-the-needle", random.nextInt(900), sides());
      case 2 -> new Entry.SessionDone(id, at, any(STEPS), random.nextInt(900), List.of());
      case 3 -> new Entry.SessionStopped(id, at, any(STEPS), any(List.of(Entry.Why.values())));
      case 4 -> new Entry.WearStarted(id, at, any(WORN));
      case 5 -> new Entry.Worn(id, at, any(WORN), random.nextInt(9000));
      case 6 -> new Entry.WeeklyCheck(id, at, weekly(), activities(), maybe(random.nextInt(-5, 6)));
      case 7 -> new Entry.GotWorse(id, at, weekly());
      case 8 ->
          random.nextBoolean() || known.isEmpty()
              ? new Entry.Posture(
                  id,
                  at,
                  random.nextDouble(-60, 60),
                  random.nextDouble(-60, 60),
                  random.nextDouble())
              : new Entry.Void(id, at, any(known), "because — \"it\" was\nwrong");
      case 9 -> new Entry.RoutineChanged(id, at, routine());
      default -> throw new AssertionError();
    };
  }

  /** Any entry at all, at any time and offset. */
  Entry any() {
    OffsetDateTime at =
        OffsetDateTime.of(
            random.nextInt(2020, 2030),
            random.nextInt(1, 13),
            random.nextInt(1, 29),
            random.nextInt(24),
            random.nextInt(60),
            random.nextInt(60),
            random.nextBoolean() ? 0 : random.nextInt(1_000_000_000),
            ZoneOffset.ofTotalSeconds(random.nextInt(-18 * 4, 18 * 4 + 1) * 15 * 60));
    return switch (random.nextInt(6)) {
      case 0 ->
          new Entry.Screened(
              id(),
              at,
              "mid-back",
              "1.0.0",
              MidBack.harmless().with("relief", new Answer.Chosen(Set.of("short"))));
      case 1 -> new Entry.Started(id(), at, routine());
      default -> fromOutside(at, List.of(id()));
    };
  }

  Routine routine() {
    Set<DayOfWeek> days = new LinkedHashSet<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(7) < 5) {
        days.add(day);
      }
    }
    Set<String> aids = new LinkedHashSet<>();
    for (String aid : List.of("towel", "mat", "wobble-disc", "posture-band")) {
      if (random.nextBoolean()) {
        aids.add(aid);
      }
    }
    return new Routine(
        LocalTime.of(random.nextInt(4, 9), random.nextInt(60)),
        LocalTime.of(random.nextInt(20, 24), random.nextInt(60)),
        LocalTime.of(random.nextInt(9, 11), random.nextInt(60)),
        LocalTime.of(random.nextInt(15, 19), random.nextInt(60)),
        days,
        aids,
        ZoneId.of(any(ZONES)),
        maybe(random.nextInt(20, 61)));
  }

  private Answers weekly() {
    Answers answers =
        MidBack.harmlessWeekly().with("cancer", new Answer.YesNo(random.nextInt(8) == 0));
    return random.nextInt(8) == 0
        ? answers.with("emergency-signs", MidBack.chosen("accident", "chest-pain"))
        : answers;
  }

  private List<Entry.Activity> activities() {
    List<Entry.Activity> activities = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      activities.add(new Entry.Activity("Activity № " + i, random.nextInt(11)));
    }
    return activities;
  }

  private List<Side> sides() {
    return any(List.of(List.of(), List.of(Side.LEFT), List.of(Side.RIGHT, Side.LEFT)));
  }

  private Optional<Integer> maybe(int value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}

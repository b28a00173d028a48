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
  private static final List<String> COMPARED =
      List.of("rolled-towel", "thread-the-needle", "wobble-disc", "posture-band");
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
    return switch (random.nextInt(12)) {
      case 0 -> new Entry.Rated(id, at, random.nextInt(11), maybe(random.nextInt(11)));
      case 1 -> new Entry.SessionDone(id, at, "thread-the-needle", random.nextInt(900), sides());
      case 2 -> new Entry.SessionDone(id, at, any(STEPS), random.nextInt(900), List.of());
      case 3 -> new Entry.SessionStopped(id, at, any(STEPS), any(List.of(Entry.Why.values())));
      case 4 -> new Entry.WearStarted(id, at, any(WORN));
      case 5 -> new Entry.Worn(id, at, any(WORN), random.nextInt(9000));
      case 6 ->
          new Entry.WeeklyCheck(id, at, weekly(), activities(0), maybe(random.nextInt(-5, 6)));
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
      case 10 -> new Entry.Activities(id, at, activities(1));
      case 11 ->
          new Entry.Comparing(
              id,
              at,
              Optional.of(any(COMPARED)).filter(step -> random.nextBoolean()),
              random.nextBoolean());
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
    return switch (random.nextInt(11)) {
      case 9 ->
          new Entry.Measured(
              id(),
              at,
              "knee-to-wall",
              random.nextInt(-20, 200) / 4.0,
              Optional.of(Side.RIGHT).filter(side -> random.nextBoolean()));
      case 10 ->
          new Entry.SessionDone(
              id(), at, "calf-raises", random.nextInt(900), sides(), maybe(random.nextInt(90)));
      case 6 -> betweenPersonAndClinic(id(), at);
      case 7 ->
          new Entry.Adapted(
              id(),
              at,
              "Dr Kim",
              "so — it\nfits",
              List.of(
                  new Adaptation.LeaveOut(any(STEPS)),
                  new Adaptation.AsBefore(any(STEPS)),
                  new Adaptation.Portioned(
                      any(STEPS), random.nextInt(5, 600), maybe(random.nextInt(1, 20))),
                  new Adaptation.Repeated(
                      "calf-raises", random.nextInt(1, 21), random.nextInt(1, 101)),
                  new Adaptation.AtTimes(
                      any(STEPS), List.of(clock(0, 0, 12, 0, 12), clock(0, 12, 24, 12, 24)))),
              random.nextBoolean() ? Set.of() : Set.of(id()));
      case 8 -> new Entry.ClearedByClinic(id(), at, "Dr Kim", "looked at it", Set.of(id(), id()));
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

  private Entry betweenPersonAndClinic(UUID id, OffsetDateTime at) {
    Optional<String> by = Optional.of("Dr Kim").filter(name -> random.nextBoolean());
    return switch (random.nextInt(4)) {
      case 0 -> new Entry.Paused(id, at, by, "a cold");
      case 1 -> new Entry.Resumed(id, at, by);
      case 2 -> new Entry.Asked(id, at, "May I \"swim\"?\nThank you");
      default ->
          new Entry.Noted(
              id, at, "Dr Kim", "Yes — do", random.nextBoolean() ? Set.of() : Set.of(id(), id()));
    };
  }

  /** Any kind of day: ordinary, late to bed, at night, or with no sense in it. */
  public Routine routine() {
    int kind = random.nextInt(4);
    LocalTime wake = clock(kind, 4, 9, 14, 17);
    LocalTime sleep = kind == 1 ? clock(0, 0, 4, 0, 4) : clock(kind, 20, 24, 6, 10);
    LocalTime workStart = clock(kind, 9, 11, 20, 23);
    LocalTime workEnd = clock(kind, 15, 19, 4, 6);
    return new Routine(
        wake,
        sleep.equals(wake) ? wake.plusHours(16) : sleep,
        workStart,
        workEnd.equals(workStart) ? workStart.plusHours(8) : workEnd,
        someOf(List.of(DayOfWeek.values())),
        someOf(List.of("towel", "mat", "wobble-disc", "posture-band")),
        ZoneId.of(any(ZONES)),
        maybe(random.nextInt(20, 61)));
  }

  private LocalTime clock(int kind, int dayFrom, int dayTo, int nightFrom, int nightTo) {
    return switch (kind) {
      case 0, 1 -> LocalTime.of(random.nextInt(dayFrom, dayTo), random.nextInt(60));
      case 2 -> LocalTime.of(random.nextInt(nightFrom, nightTo), random.nextInt(60));
      default ->
          LocalTime.of(
              random.nextBoolean() ? random.nextInt(4) : random.nextInt(24),
              random.nextInt(12) * 5);
    };
  }

  private <T> Set<T> someOf(List<T> all) {
    Set<T> some = new LinkedHashSet<>();
    for (T one : all) {
      if (random.nextInt(7) < 5) {
        some.add(one);
      }
    }
    return some;
  }

  private Answers weekly() {
    Answers answers =
        MidBack.harmlessWeekly().with("cancer", new Answer.YesNo(random.nextInt(40) == 0));
    return random.nextInt(40) == 0
        ? answers.with("emergency-signs", MidBack.chosen("accident", "chest-pain"))
        : answers;
  }

  /** Up to three of six, some of them spelt in another way. */
  private List<Entry.Activity> activities(int least) {
    List<Entry.Activity> activities = new ArrayList<>();
    int skipped = random.nextInt(4);
    for (int i = random.nextInt(least, 4); i > 0; i--) {
      String name = random.nextInt(9) == 0 ? " activity  № " : "Activity № ";
      activities.add(new Entry.Activity(name + (skipped + i), random.nextInt(11)));
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

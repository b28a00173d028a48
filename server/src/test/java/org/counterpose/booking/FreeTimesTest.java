package org.counterpose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FreeTimesTest {

  private static final Instant LONG_BEFORE = Instant.parse("2026-10-01T00:00:00Z");
  private static final Clinic.Contact NO_CONTACT =
      new Clinic.Contact(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  @Test
  void a_visit_starts_on_the_grid_and_ends_within_the_hours() {
    Clinic clinic = clinic("America/New_York", visit(45, 0, 15), "09:00-11:00");

    assertThat(walls(clinic, "2026-11-23"))
        .containsExactly("09:00", "09:15", "09:30", "09:45", "10:00", "10:15");
  }

  @Test
  void a_claimed_cell_keeps_visit_and_buffers_away() {
    Clinic clinic = clinic("America/New_York", visit(30, 5, 10), "09:00-11:00");
    long ten = Cells.of(Instant.parse("2026-11-23T15:00:00Z"));

    List<String> free =
        walls(clinic, "2026-11-23", LONG_BEFORE, (practitioner, cell) -> cell == ten);

    assertThat(free).containsExactly("09:00", "09:15", "10:15", "10:30");
  }

  @Test
  void the_hour_that_never_comes_is_not_offered() {
    Clinic clinic = clinic("America/New_York", visit(30, 0, 0), "01:00-04:00");

    assertThat(walls(clinic, "2026-03-08", Instant.parse("2026-03-01T00:00:00Z"), nobody()))
        .containsExactly("01:00", "01:15", "01:30", "01:45", "03:00", "03:15", "03:30");
  }

  @Test
  void the_hour_that_comes_twice_is_offered_twice() {
    Clinic clinic = clinic("America/New_York", visit(30, 0, 0), "01:00-02:00");

    List<FreeTime> free = free(clinic, "2026-11-01", LONG_BEFORE, nobody());

    assertThat(free.stream().map(time -> time.start().toString()))
        .containsExactly(
            "2026-11-01T05:00:00Z",
            "2026-11-01T05:15:00Z",
            "2026-11-01T05:30:00Z",
            "2026-11-01T05:45:00Z",
            "2026-11-01T06:00:00Z",
            "2026-11-01T06:15:00Z",
            "2026-11-01T06:30:00Z");
  }

  @Test
  void nine_in_the_morning_stays_nine_when_the_clocks_change() {
    Clinic clinic = clinic("America/New_York", visit(45, 0, 15), "09:00-09:45");

    assertThat(free(clinic, "2026-10-30", LONG_BEFORE, nobody()).getFirst().start())
        .isEqualTo("2026-10-30T13:00:00Z");
    assertThat(free(clinic, "2026-11-02", LONG_BEFORE, nobody()).getFirst().start())
        .isEqualTo("2026-11-02T14:00:00Z");
  }

  @Test
  void a_closed_date_has_no_times_and_one_with_other_hours_has_those() {
    Clinic clinic = Clinics.shipped();
    Instant now = Instant.parse("2026-11-22T12:00:00Z");

    assertThat(walls(clinic, "2026-11-26", now, nobody())).isEmpty();
    assertThat(walls(clinic, "2026-12-24", now, nobody()))
        .contains("08:30", "11:45")
        .doesNotContain("12:00", "14:00");
  }

  @Test
  void ones_own_exception_goes_before_everybodys() {
    Clinic clinic =
        Clinics.shippedBut(
            "exceptions:\n",
            """
            exceptions:
              - {from: "2026-11-20", to: "2026-11-30", practitioner: chiropractor, hours: ["10:00-11:00"]}
            """);

    assertThat(walls(clinic, "2026-11-26", Instant.parse("2026-11-22T12:00:00Z"), nobody()))
        .containsExactly("10:00", "10:15");
  }

  @Test
  void nothing_is_offered_too_soon_too_late_or_in_the_past() {
    Clinic clinic = Clinics.shipped();
    Instant monday = Instant.parse("2026-11-23T15:05:00Z");

    List<FreeTime> free =
        new FreeTimes(clinic)
            .between(
                clinic.services().getFirst(),
                LocalDate.parse("2020-01-01"),
                LocalDate.parse("2030-01-01"),
                nobody(),
                monday);

    assertThat(free.getFirst().start()).isEqualTo("2026-11-23T17:15:00Z");
    assertThat(LocalDate.ofInstant(free.getLast().start(), clinic.zone()))
        .isBeforeOrEqualTo(LocalDate.parse("2027-01-22"))
        .isAfter(LocalDate.parse("2027-01-15"));
  }

  @Test
  void a_refusal_says_what_is_wrong_with_a_time() {
    Clinic clinic = Clinics.shipped();

    assertThat(why(clinic, "2026-11-23T14:00:00Z")).contains(NotOffered.Why.PAST);
    assertThat(why(clinic, "2026-11-23T16:00:00Z")).contains(NotOffered.Why.TOO_SOON);
    assertThat(why(clinic, "2026-11-24T14:05:00Z")).contains(NotOffered.Why.OFF_GRID);
    assertThat(why(clinic, "2026-11-24T14:00:00.001Z")).contains(NotOffered.Why.OFF_GRID);
    assertThat(why(clinic, "2026-11-24T03:00:00Z")).contains(NotOffered.Why.CLOSED);
    assertThat(why(clinic, "2026-11-24T17:00:00Z")).contains(NotOffered.Why.CLOSED);
    assertThat(why(clinic, "2027-11-24T14:00:00Z")).contains(NotOffered.Why.TOO_FAR_AHEAD);
    assertThat(why(clinic, "2026-11-24T14:00:00Z")).isEmpty();
  }

  private static Optional<NotOffered.Why> why(Clinic clinic, String start) {
    return new FreeTimes(clinic)
        .refusal(
            clinic.practitioners().getFirst(),
            clinic.services().getFirst(),
            Instant.parse(start),
            Instant.parse("2026-11-23T15:05:00Z"));
  }

  static Stream<Long> seeds() {
    return LongStream.range(1, 201).boxed();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_free_times_are_those_of_a_slow_plain_model(long seed) {
    Random random = new Random(seed);
    Clinic clinic = anyClinic(random);
    Service service = clinic.services().getFirst();
    LocalDate from = anyDate(random, clinic.zone());
    LocalDate to = from.plusDays(random.nextInt(4));
    Instant now =
        from.minusDays(random.nextInt(3))
            .atTime(random.nextInt(24), random.nextInt(60))
            .atZone(clinic.zone())
            .toInstant();
    Set<String> taken = anyClaims(random, clinic, from);
    FreeTimes.Claimed claimed = (who, cell) -> taken.contains(who + " " + cell);

    List<FreeTime> expected = slowly(clinic, service, from, to, taken, now);

    assertThat(new FreeTimes(clinic).between(service, from, to, claimed, now))
        .containsExactlyInAnyOrderElementsOf(expected);
    for (Practitioner practitioner : clinic.practitioners()) {
      LongStream.range(0, (to.toEpochDay() - from.toEpochDay() + 1) * 288)
          .mapToObj(i -> from.atStartOfDay(clinic.zone()).toInstant().plusSeconds(300 * i))
          .filter(start -> !LocalDate.ofInstant(start, clinic.zone()).isAfter(to))
          .forEach(
              start -> {
                boolean offered =
                    new FreeTimes(clinic).refusal(practitioner, service, start, now).isEmpty();
                boolean open = slowly(clinic, service, start, practitioner, Set.of(), now);
                assertThat(offered).as(practitioner.id() + " " + start).isEqualTo(open);
              });
    }
  }

  /** Every five minutes, asks the wall clock at each cell anew. */
  private static List<FreeTime> slowly(
      Clinic clinic,
      Service service,
      LocalDate from,
      LocalDate to,
      Set<String> taken,
      Instant now) {
    List<FreeTime> free = new ArrayList<>();
    Instant first = from.minusDays(1).atStartOfDay(ZoneId.of("UTC")).toInstant();
    Instant last = to.plusDays(3).atStartOfDay(ZoneId.of("UTC")).toInstant();
    for (Practitioner practitioner : clinic.practitioners()) {
      for (Instant start = first; start.isBefore(last); start = start.plusSeconds(300)) {
        LocalDate date = LocalDate.ofInstant(start, clinic.zone());
        if (!date.isBefore(from)
            && !date.isAfter(to)
            && slowly(clinic, service, start, practitioner, taken, now)) {
          free.add(
              new FreeTime(practitioner.id(), start, start.plusSeconds(60L * service.minutes())));
        }
      }
    }
    return free;
  }

  private static boolean slowly(
      Clinic clinic,
      Service service,
      Instant start,
      Practitioner practitioner,
      Set<String> taken,
      Instant now) {
    LocalDateTime wall = LocalDateTime.ofInstant(start, clinic.zone());
    LocalDate today = LocalDate.ofInstant(now, clinic.zone());
    if (!practitioner.services().contains(service.id())
        || !start.isAfter(now)
        || start.isBefore(now.plusSeconds(60L * clinic.rules().leadMinutes()))
        || wall.toLocalDate().isAfter(today.plusDays(clinic.rules().aheadDays()))
        || wall.getMinute() % clinic.rules().startEveryMinutes() != 0) {
      return false;
    }
    for (int minute = 0; minute < service.minutes(); minute += 5) {
      LocalDateTime at = LocalDateTime.ofInstant(start.plusSeconds(60L * minute), clinic.zone());
      int of = at.getHour() * 60 + at.getMinute();
      if (!at.toLocalDate().equals(wall.toLocalDate())
          || clinic.hours(practitioner, "main", at.toLocalDate()).stream()
              .noneMatch(hours -> hours.fromMinute() <= of && of < hours.toMinute())) {
        return false;
      }
    }
    for (int minute = -service.bufferBefore();
        minute < service.minutes() + service.bufferAfter();
        minute += 5) {
      long cell = start.plusSeconds(60L * minute).getEpochSecond() / 300;
      if (taken.contains(practitioner.id() + " " + cell)) {
        return false;
      }
    }
    return true;
  }

  private static Clinic anyClinic(Random random) {
    List<String> zones =
        List.of(
            "America/New_York",
            "Europe/Berlin",
            "Australia/Lord_Howe",
            "America/Santiago",
            "Asia/Kathmandu",
            "Africa/Cairo",
            "UTC");
    Service service =
        visit(5 * (1 + random.nextInt(12)), 5 * random.nextInt(4), 5 * random.nextInt(4));
    List<Practitioner> practitioners =
        List.of(
            new Practitioner(
                "one",
                ClinicText.in("en", "One"),
                Optional.empty(),
                List.of("visit"),
                new WeeklyHours(anyWeek(random))),
            new Practitioner(
                "two",
                ClinicText.in("en", "Two"),
                Optional.empty(),
                random.nextBoolean() ? List.of("visit") : List.of(),
                new WeeklyHours(anyWeek(random))));
    return new Clinic(
        "Any",
        ZoneId.of(zones.get(random.nextInt(zones.size()))),
        NO_CONTACT,
        ClinicText.in("en", "Call"),
        Map.of(),
        new BookingRules(
            List.of(5, 10, 15, 20, 30, 60).get(random.nextInt(6)),
            random.nextInt(200),
            1 + random.nextInt(5),
            90),
        List.of(service),
        practitioners,
        List.of());
  }

  private static Map<DayOfWeek, List<OpenHours>> anyWeek(Random random) {
    Map<DayOfWeek, List<OpenHours>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      List<OpenHours> hours = new ArrayList<>();
      for (int from = 5 * random.nextInt(60);
          from < 1400 && hours.size() < 4;
          from += 5 * random.nextInt(120)) {
        int to = Math.min(1440, from + 5 + 5 * random.nextInt(60));
        hours.add(new OpenHours(from, to));
        from = to;
      }
      week.put(day, random.nextInt(5) == 0 ? List.of() : hours);
    }
    return week;
  }

  /** Half the time, near a change of the clocks. */
  private static LocalDate anyDate(Random random, ZoneId zone) {
    LocalDate date = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
    java.time.zone.ZoneOffsetTransition change =
        zone.getRules().nextTransition(date.atStartOfDay(zone).toInstant());
    return change == null || random.nextBoolean()
        ? date
        : change.getDateTimeBefore().toLocalDate().minusDays(random.nextInt(3));
  }

  private static Set<String> anyClaims(Random random, Clinic clinic, LocalDate from) {
    Set<String> claims = new HashSet<>();
    long first = from.atStartOfDay(clinic.zone()).toInstant().getEpochSecond() / 300;
    for (int i = random.nextInt(60); i > 0; i--) {
      claims.add((random.nextBoolean() ? "one " : "two ") + (first + random.nextInt(288 * 4)));
    }
    return claims;
  }

  private static Service visit(int minutes, int before, int after) {
    return new Service(
        "visit", ClinicText.in("en", "Visit"), Optional.empty(), minutes, before, after);
  }

  private static Clinic clinic(String zone, Service service, String... hours) {
    List<OpenHours> day =
        Stream.of(hours)
            .map(text -> text.split("[:-]"))
            .map(
                p ->
                    new OpenHours(
                        Integer.parseInt(p[0]) * 60 + Integer.parseInt(p[1]),
                        Integer.parseInt(p[2]) * 60 + Integer.parseInt(p[3])))
            .toList();
    Map<DayOfWeek, List<OpenHours>> week = new EnumMap<>(DayOfWeek.class);
    Stream.of(DayOfWeek.values()).forEach(one -> week.put(one, day));
    return new Clinic(
        "Any",
        ZoneId.of(zone),
        NO_CONTACT,
        ClinicText.in("en", "Call"),
        Map.of(),
        new BookingRules(15, 0, 366, 90),
        List.of(service),
        List.of(
            new Practitioner(
                "one",
                ClinicText.in("en", "One"),
                Optional.empty(),
                List.of("visit"),
                new WeeklyHours(week))),
        List.<SpecialDays>of());
  }

  private static FreeTimes.Claimed nobody() {
    return (practitioner, cell) -> false;
  }

  private static List<FreeTime> free(
      Clinic clinic, String date, Instant now, FreeTimes.Claimed claimed) {
    LocalDate day = LocalDate.parse(date);
    return new FreeTimes(clinic).between(clinic.services().getFirst(), day, day, claimed, now);
  }

  private static List<String> walls(Clinic clinic, String date) {
    return walls(clinic, date, LONG_BEFORE, nobody());
  }

  private static List<String> walls(
      Clinic clinic, String date, Instant now, FreeTimes.Claimed claimed) {
    return free(clinic, date, now, claimed).stream()
        .map(time -> time.start().atZone(clinic.zone()).toLocalTime().toString())
        .distinct()
        .toList();
  }
}

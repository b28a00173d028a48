package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.Clinics;
import org.counterpose.booking.FreeTime;
import org.counterpose.booking.FreeTimes;
import org.counterpose.words.Words;
import org.junit.jupiter.api.Test;

/** A clinic on both sides of an ocean: its days and times are those of each place. */
class TimesOfSeveralPlacesTest {

  private static final String CLINIC =
      """
      format: 1
      name: Two places
      zone: Europe/Berlin
      emergency: Call
      booking: {startEveryMinutes: 30, leadMinutes: 0, aheadDays: 2}
      places:
        berlin: {title: Berlin}
        york: {title: New York, zone: America/New_York}
      services:
        visit: {title: Visit, minutes: 30}
      practitioners:
        ana: {title: Ana, services: [visit], places: [berlin]}
        ben: {title: Ben, services: [visit], places: [york]}
      hours:
        monday: ["20:00-21:00"]
        tuesday: ["20:00-21:00"]
      """;

  private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

  /** Already Tuesday in Berlin, and Monday evening in New York. */
  private static final Instant NIGHT = Instant.parse("2026-11-23T23:30:00Z");

  private final Clinic clinic = Clinics.read(CLINIC);
  private final Words words = Words.load("en");

  @Test
  void the_evening_of_a_place_in_the_west_is_still_offered_after_midnight_in_the_east() {
    assertThat(free(NIGHT))
        .filteredOn(time -> time.practitioner().equals("ben"))
        .extracting(FreeTime::start)
        .startsWith(Instant.parse("2026-11-24T01:00:00Z"));
  }

  @Test
  void a_time_stands_under_the_day_of_its_place_with_its_zone_beside_it() {
    TimesPage page = page(free(NIGHT.minusSeconds(86_400)), MONDAY);

    assertThat(page.practitioners())
        .extracting(one -> one.title().to("en"))
        .containsExactly("Ana", "Ben");
    assertThat(page.practitioners())
        .flatExtracting(one -> one.parts().values().stream().flatMap(List::stream).toList())
        .extracting(TimesPage.Time::clock)
        .containsExactly("20:00 CET", "20:30 CET", "20:00 EST", "20:30 EST");
    assertThat(page.zone()).contains("Berlin").contains("New York");
    assertThat(page.onlyZone()).isEmpty();
  }

  @Test
  void where_all_times_are_of_one_place_its_zone_is_told_once() {
    List<FreeTime> ofBen =
        free(NIGHT).stream().filter(time -> time.practitioner().equals("ben")).toList();

    TimesPage page = page(ofBen, MONDAY);

    assertThat(page.zone()).contains("New York");
    assertThat(page.onlyZone()).contains("America/New_York");
    assertThat(page.practitioners().getFirst().parts().values().iterator().next())
        .extracting(TimesPage.Time::clock)
        .containsExactly("20:00", "20:30");
  }

  @Test
  void a_booked_visit_is_where_it_was_booked_whatever_the_hours_become() {
    Visit visit =
        new Visit(
            clinic,
            "visit",
            "ben",
            Optional.of("berlin"),
            Instant.parse("2026-11-24T01:00:00Z"),
            Instant.parse("2026-11-24T01:30:00Z"),
            Optional.empty(),
            words);

    assertThat(visit.place()).contains("Berlin");
    assertThat(visit.from()).isEqualTo("02:00");
  }

  private List<FreeTime> free(Instant now) {
    return new FreeTimes(clinic)
        .between(
            clinic.service("visit").orElseThrow(),
            MONDAY,
            MONDAY.plusDays(1),
            (practitioner, cell) -> false,
            now);
  }

  private TimesPage page(List<FreeTime> free, LocalDate asked) {
    return TimesPage.of(
        clinic,
        clinic.service("visit").orElseThrow(),
        free,
        MONDAY,
        Optional.of(asked),
        "/book/visit",
        Optional.empty(),
        words);
  }
}

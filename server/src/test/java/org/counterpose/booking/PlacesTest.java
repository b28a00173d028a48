package org.counterpose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.junit.jupiter.api.Test;

class PlacesTest {

  private static final Instant SUNDAY = Instant.parse("2026-11-22T12:00:00Z");
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

  private static final String TWO_PLACES =
      """
      format: 1
      name: Two places
      zone: America/New_York
      emergency: Call 911
      booking: {startEveryMinutes: 30, leadMinutes: 0, aheadDays: 60}
      places:
        town: {title: In town, address: 1 Example Street}
        lake: {title: By the lake, zone: America/Chicago}
      services:
        visit: {title: Visit, minutes: 30}
      practitioners:
        ana:
          title: Ana
          services: [visit]
          places: [town, lake]
          hoursAt:
            town: {monday: ["09:00-10:00"]}
            lake: {monday: ["13:00-14:00"]}
        ben: {title: Ben, services: [visit], places: [town]}
      hours:
        monday: ["10:00-11:00"]
      exceptions:
        - {from: "2026-11-30", hours: ["09:30-13:30"], why: A short day}
        - {from: "2026-12-07", place: lake, hours: [], why: The roof is mended}
      """;

  @Test
  void a_clinic_that_names_no_place_is_one_by_itself() {
    Clinic clinic = Clinics.shipped();

    assertThat(clinic.places())
        .containsExactly(
            new Clinic.Place(
                "main",
                ClinicText.in("en", "Avant Chiropractic"),
                clinic.contact().address(),
                clinic.zone()));
    assertThat(clinic.practitioners()).allMatch(one -> one.places().equals(List.of("main")));
  }

  @Test
  void who_works_at_two_places_is_free_at_each_by_the_clock_on_its_wall() {
    assertThat(free(MONDAY, "ana"))
        .containsExactly(
            "town 2026-11-23T14:00:00Z",
            "town 2026-11-23T14:30:00Z",
            "lake 2026-11-23T19:00:00Z",
            "lake 2026-11-23T19:30:00Z");
    assertThat(free(MONDAY, "ben"))
        .containsExactly("town 2026-11-23T15:00:00Z", "town 2026-11-23T15:30:00Z");
  }

  @Test
  void a_short_day_of_the_clinic_takes_hours_away_and_sends_nobody_elsewhere() {
    assertThat(free(MONDAY.plusDays(7), "ana"))
        .containsExactly("town 2026-11-30T14:30:00Z", "lake 2026-11-30T19:00:00Z");
  }

  @Test
  void a_place_that_is_closed_leaves_the_other_open() {
    assertThat(free(MONDAY.plusDays(14), "ana"))
        .containsExactly("town 2026-12-07T14:00:00Z", "town 2026-12-07T14:30:00Z");
  }

  @Test
  void every_problem_with_places_is_told_with_its_line() {
    String broken =
        TWO_PLACES
            .replace("lake: {monday: [\"13:00-14:00\"]}", "lake: {monday: [\"09:30-14:00\"]}")
            .replace(", zone: America/Chicago", "")
            .replace("places: [town]}", "places: [moon]}")
            .replace("place: lake", "place: sea")
            .replace("  ben: ", "  anyone: {title: Any, services: [visit]}\n  ben: ");

    assertThat(told(broken))
        .anyMatch(line -> line.contains("'anyone' means whoever has time"))
        .anyMatch(line -> line.contains("practitioners.anyone.places: must name where they work"))
        .anyMatch(line -> line.contains("places[0]: 'moon' is not a place here"))
        .anyMatch(line -> line.contains("exceptions[1].place: 'sea' is not a place here"))
        .anyMatch(
            line ->
                line.startsWith("clinic.yaml:16: practitioners.ana.hoursAt: at town and at lake")
                    && line.contains("on monday at once, 09:30-10:00"));
    assertThat(told(TWO_PLACES.replaceFirst("hoursAt:\n(.*\n)(.*\n)", "about: Here and there\n")))
        .anyMatch(line -> line.contains("places: needs 'hoursAt'"));
  }

  private static List<String> free(LocalDate date, String practitioner) {
    Clinic clinic = Clinics.read(TWO_PLACES);
    return new FreeTimes(clinic)
        .between(clinic.services().getFirst(), date, date, (one, cell) -> false, SUNDAY).stream()
            .filter(time -> time.practitioner().equals(practitioner))
            .map(time -> time.place() + " " + time.start())
            .toList();
  }

  private static List<String> told(String yaml) {
    Problems problems = new Problems();
    Documents.yaml("clinic.yaml", yaml, problems)
        .ifPresent(
            node ->
                assertThat(
                        new ClinicReader(List.of("en", "es"), new Problems()).read(node, problems))
                    .isEmpty());
    return problems.list().stream().map(Problem::toString).toList();
  }
}

package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.counterpose.people.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hours the staff's calendar shows, and at which of them it offers a visit. */
class HoursOfTheStaffCalendarTest extends CalendarOfTwoPlaces {

  private static final String WITH_SHORT_VISITS =
      CLINIC
          .replace("practitioners:", "  short: {title: A short visit, minutes: 20}\npractitioners:")
          .replace("services: [visit]", "services: [visit, short]");

  @ParameterizedTest
  @ValueSource(strings = {"", "&who=ben"})
  void a_day_when_nobody_works_says_so(String who) {
    String sunday = get("/staff/calendar?date=2026-11-29" + who);

    assertThat(sunday).contains("Nothing on this day", "Block a time");
  }

  @Test
  void a_day_with_nothing_in_it_has_no_hours() {
    assertThat(get("/staff/calendar?date=2026-11-29")).doesNotContain("data-row");
  }

  @Test
  void a_day_whose_last_visit_ends_at_midnight_has_hours_until_then() throws IOException {
    reopen(CLINIC.replace("tuesday: [", "tuesday: [\"18:00-24:00\", "));
    assertThat(book(Map.of("at", "2026-12-01T23:15")).status()).isEqualTo(303);

    assertThat(get("/staff/calendar?date=2026-12-01"))
        .contains("23:15 to 00:00")
        .containsPattern("data-rows=\"12\">23:00<");
  }

  @Test
  void hours_that_are_over_stay_in_the_day_and_are_not_shown_as_closed() {
    goOnThreeHours();

    assertThat(get("/staff/calendar?date=2026-11-30"))
        .containsPattern("data-row=\"1\" data-rows=\"12\">09:00<")
        .containsIgnoringWhitespaces("09:00 to 12:00</b> Was free", "13:00 to 15:00</b> Was free")
        .contains("at=2026-11-30T15:15");

    goOnThreeHours();
    assertThat(get("/staff/calendar?date=2026-11-30"))
        .as("after closing")
        .containsIgnoringWhitespaces("13:00 to 17:00</b> Was free")
        .doesNotContain("at=2026-11-30T1");
  }

  /** Whoever was signed in is no longer, and signs in again. */
  private void goOnThreeHours() {
    clock.goOn(Duration.ofHours(3));
    staff = SignedIn.practitioner(practice());
  }

  @Test
  void a_free_time_is_offered_only_where_a_visit_fits_and_with_one_that_does() throws IOException {
    reopen(WITH_SHORT_VISITS);

    String day = get("/staff/calendar?date=2026-12-01");

    assertThat(day)
        .contains("service=visit&amp;practitioner=ben&amp;at=2026-12-01T11:15")
        .contains("service=short&amp;practitioner=ben&amp;at=2026-12-01T11:30")
        .doesNotContain("at=2026-12-01T11:45");
    assertThat(get("/staff/calendar/book?service=short&practitioner=ben&at=2026-12-01T11:30"))
        .contains("<option value=\"short\" selected>");
    assertThat(book(Map.of("service", "short", "at", "2026-12-01T11:30")).status()).isEqualTo(303);
    assertThat(get("/staff/calendar?date=2026-12-01"))
        .contains("service=short&amp;practitioner=ben&amp;at=2026-12-01T11:00")
        .doesNotContain("practitioner=ben&amp;at=2026-12-01T11:15");
  }

  @Test
  void a_rest_of_free_time_that_no_visit_fits_is_not_called_free() throws IOException {
    reopen(WITH_SHORT_VISITS);
    for (String at : List.of("2026-12-01T10:15", "2026-12-01T11:00")) {
      assertThat(book(Map.of("at", at)).status()).isEqualTo(303);
    }

    assertThat(get("/staff/calendar?date=2026-12-01&who=ben"))
        .contains("Free from 09:00 to 10:15")
        .doesNotContain("Free from 11:45 to 12:00");
  }
}

package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterpose.app.Served;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.FrontDesk;
import org.counterpose.booking.Waiting;
import org.junit.jupiter.api.Test;

/** What staff see of a clinic's calendar, and what they do not. */
class StaffCalendarTest extends CalendarOfTwoPlaces {

  private static final String HTML = "<script>alert(1)</script>";

  @Test
  void a_day_shows_visits_breaks_blocked_and_free_time_and_each_free_time_leads_to_booking_it() {
    Appointment visit = booked("Ana", "ben", NINE);
    practice()
        .bookings()
        .frontDesk()
        .block(DESK, practitioner("ben"), NINE.plusSeconds(3600), NINE.plusSeconds(7200), "A talk");

    String day = get("/staff/calendar?date=2026-12-01");

    assertThat(day)
        .contains("Ben of the town", "Zoe of the lake")
        .contains("href=\"/staff/calendar/visits/" + visit.id() + "\"")
        .contains("A talk")
        .containsIgnoringWhitespaces("12:00 to 13:00</b> Break")
        .contains(
            "/staff/calendar/book?service=visit&amp;practitioner=ben&amp;at=2026-12-01T11:00\"")
        .doesNotContain("practitioner=ben&amp;at=2026-12-01T09:15\"")
        .contains("practitioner=zoe&amp;at=2026-12-01T09:15\"");
    // 9:00 is the axis' first hour: the visit takes rows 1 to 9 of five minutes each
    assertThat(day)
        .containsIgnoringWhitespaces(
            "class=\"calendar-item visit\" data-row=\"1\" data-rows=\"9\"");
    assertThat(get("/staff/calendar?date=2026-12-01&who=ben"))
        .contains("Ana", "Mon 30 Nov", "Tue 1 Dec")
        .doesNotContain("Zoe of the lake</a><span");
    assertThat(get("/staff/calendar/book?practitioner=ben&at=2026-12-01T11:00"))
        .contains("value=\"2026-12-01T11:00\"")
        .contains("<option value=\"ben\" selected");
  }

  @Test
  void a_day_without_anything_leads_to_the_next_one_with_hours() {
    assertThat(get("/staff/calendar?date=2026-12-02"))
        .contains("href=\"/staff/calendar?date=2026-12-07\">Monday 7 December</a>");
    assertThat(get("/staff/calendar?date=2026-12-01")).doesNotContain("The next day with hours");
  }

  @Test
  void times_go_by_the_clock_of_the_place_where_somebody_works_that_day() throws IOException {
    reopen(
        CLINIC
            .replace("{title: By the lake}", "{title: By the lake, zone: America/Chicago}")
            .replace(
                "hours:\n  monday",
                """
                  ana:
                    title: Ana of both
                    services: [visit]
                    places: [town, lake]
                    hoursAt: {town: {monday: ["09:00-12:00"]}, lake: {tuesday: ["09:00-12:00"]}}
                hours:
                  monday"""));

    assertThat(get("/staff/calendar?date=2026-12-01"))
        .contains("Ben of the town: Eastern Time", "Ana of both: Central Time")
        .contains("practitioner=ana&amp;at=2026-12-01T09:00\"");
    assertThat(served.get("/staff/calendar?date=2026-12-01", "Cookie", ofTheLake()).body())
        .contains("The times are the clinic's: Central Time")
        .doesNotContain("Eastern Time");

    Served.Answer monday = book(Map.of("practitioner", "ana", "at", "2026-12-07T09:00"));
    Served.Answer tuesday = book(Map.of("practitioner", "ana", "at", "2026-12-01T09:00"));

    assertThat(visits("Ana"))
        .extracting(Appointment::start)
        .containsExactly(
            Instant.parse("2026-12-01T15:00:00Z"), Instant.parse("2026-12-07T14:00:00Z"));
    assertThat(get(tuesday.header("Location"))).contains("value=\"2026-12-01T09:00\"");
    assertThat(get(monday.header("Location"))).contains("value=\"2026-12-07T09:00\"");
  }

  @Test
  void a_practitioner_of_another_place_sees_and_changes_nothing_there() {
    Appointment visit = booked("Ana", "ben", NINE);
    UUID waits = waits("Wim", "ben");
    sent(staff, "/staff/calendar/block", block("ben"));
    FrontDesk.Block block = sheet().blocks().getFirst();
    String lake = ofTheLake();
    String at = "/staff/calendar/visits/" + visit.id();
    FrontDesk.Sheet before = sheet();
    long lines = audited();

    for (String path :
        List.of(
            "/staff/calendar?date=2026-12-01",
            "/staff/calendar?date=2026-12-01&who=ben",
            "/staff/calendar/book?practitioner=ben")) {
      assertThat(served.get(path, "Cookie", lake).body())
          .doesNotContain("Ana", "Wim", "Ben of the town", "A talk", "value=\"ben\"");
    }
    assertThat(served.get(at, "Cookie", lake).status()).isEqualTo(404);
    Map<String, String> move =
        Map.of("practitioner", "zoe", "at", "2026-12-01T10:00", "reason", "x");
    assertThat(sent(lake, at + "/move", move).status()).isEqualTo(404);
    assertThat(sent(lake, at + "/cancel", Map.of("reason", "x")).status()).isEqualTo(404);
    assertThat(sent(lake, at + "/attended", Map.of("attended", "no-show")).status()).isEqualTo(404);
    assertThat(sent(lake, "/staff/calendar/unblock/" + block.id(), Map.of()).status())
        .isEqualTo(404);
    assertThat(sent(lake, "/staff/calendar/block", block("ben")).status()).isEqualTo(409);
    assertThat(sent(lake, "/staff/calendar/book", wish(Map.of())).status()).isEqualTo(409);
    Map<String, String> series =
        wish(Map.of("visits", "2", "start-1", NINE.plusSeconds(86_400 * 7).toString()));
    assertThat(sent(lake, "/staff/calendar/series", series).status()).isEqualTo(409);
    Map<String, String> offer = Map.of("practitioner", "zoe", "at", "2026-12-01T14:00");
    assertThat(sent(lake, "/staff/calendar/waiting/" + waits + "/offer", offer).status())
        .isEqualTo(404);
    assertThat(sent(lake, "/staff/calendar/waiting/" + waits + "/take-off", Map.of()).status())
        .isEqualTo(404);

    assertThat(sheet()).isEqualTo(before);
    assertThat(practice().bookings().waitingList().all())
        .extracting(Waiting::state)
        .containsExactly(Waiting.State.WAITING);
    assertThat(audited()).isEqualTo(lines);
  }

  @Test
  void html_in_a_name_or_a_reason_is_only_text_on_every_page_that_shows_it() {
    String token = token(HTML, "ben", NINE);
    UUID id = practice().bookings().find(token).orElseThrow().id();
    waits(HTML, "ben");
    Map<String, String> wish = wish(Map.of("visits", "2", "name", HTML, "at", "2026-12-01T10:00"));
    sent(
        staff,
        "/staff/calendar/visits/" + id + "/move",
        Map.of("practitioner", "ben", "at", "2026-12-01T15:00", "reason", HTML));

    for (String page :
        List.of(
            get("/staff/calendar?date=2026-12-01"),
            get("/staff/calendar/visits/" + id),
            sent(staff, "/staff/calendar/book", wish).body(),
            sent(staff, "/staff/calendar/book", wish(Map.of("name", HTML, "at", "x"))).body(),
            served.get("/appointment/" + token).body())) {
      assertThat(page).contains("alert(1)").doesNotContain("<script>alert");
    }
  }
}

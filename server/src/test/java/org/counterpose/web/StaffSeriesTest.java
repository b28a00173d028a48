package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpose.app.Served;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Person;
import org.counterpose.booking.RepeatedVisits;
import org.counterpose.booking.SeriesBooking;
import org.junit.jupiter.api.Test;

/** Visits week after week, as staff and people see and change them. */
class StaffSeriesTest extends CalendarOfTwoPlaces {

  private static final int WEEK = 7 * 24 * 60 * 60;

  @Test
  void of_a_series_each_conflict_is_shown_and_nothing_is_kept_before_it_is_settled() {
    booked("In the way", "ben", Instant.parse("2026-12-08T14:00:00Z"));
    Map<String, String> wish = wish(Map.of("visits", "4", "weeks", "1", "name", "Ana"));

    Served.Answer shown = sent(staff, "/staff/calendar/book", wish);

    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.body())
        .contains("4 visits", "1 of them is not free", "Instead Tuesday 8 December, 09:45")
        .containsOnlyOnce("This time is not free");
    assertThat(visits("Ana")).isEmpty();

    Map<String, String> chosen = new LinkedHashMap<>(wish);
    for (int i = 0; i < 4; i++) {
      chosen.put("start-" + (i + 1), NINE.plusSeconds(i * 604_800L).toString());
    }
    Served.Answer unsettled = sent(staff, "/staff/calendar/series", chosen);
    assertThat(unsettled.status()).isEqualTo(409);
    assertThat(unsettled.body()).containsOnlyOnce("This time is not free");
    assertThat(visits("Ana")).isEmpty();

    chosen.put("choice-2", "other");
    chosen.put("other-2", "2026-12-08T15:00");
    chosen.put("choice-4", "skip");
    assertThat(sent(staff, "/staff/calendar/series", chosen).status()).isEqualTo(303);
    assertThat(sent(staff, "/staff/calendar/series", chosen).status())
        .as("the same form once more")
        .isEqualTo(303);

    assertThat(visits("Ana"))
        .extracting(Appointment::start)
        .containsExactly(
            NINE, Instant.parse("2026-12-08T20:00:00Z"), Instant.parse("2026-12-15T14:00:00Z"));
    assertThat(audited("booked")).isEqualTo(3);
    Appointment second = visits("Ana").get(1);
    assertThat(get("/staff/calendar/visits/" + second.id())).contains("Tuesday 15 December");

    sent(
        staff,
        "/staff/calendar/visits/" + second.id() + "/cancel",
        Map.of("reason", "Away", "following", "yes"));
    assertThat(visits("Ana")).extracting(Appointment::cancelled).containsExactly(false, true, true);
  }

  @Test
  void a_person_sees_the_visits_that_were_booked_with_one_and_cancels_one_or_all_that_follow() {
    List<Instant> starts =
        List.of(NINE.plusSeconds(WEEK), NINE.plusSeconds(2 * WEEK), NINE.plusSeconds(3 * WEEK));
    BookingRequest request =
        new BookingRequest("one", "ben", "visit", starts.getFirst(), ana(), Optional.empty());
    String first =
        ((SeriesBooking.Booked)
                practice()
                    .bookings()
                    .repeated()
                    .book(new RepeatedVisits.Series(request, 3, 1, List.of())))
            .token();

    assertThat(served.get("/appointment/" + first).body())
        .contains("Tuesday 15 December", "/appointment/" + first + "~3", "name=\"following\"");
    sent("", "/appointment/" + first + "/cancel", Map.of());
    assertThat(visits("Ana"))
        .extracting(Appointment::cancelled)
        .containsExactly(true, false, false);
    sent("", "/appointment/" + first + "~2/cancel", Map.of("following", "yes"));
    assertThat(visits("Ana")).extracting(Appointment::cancelled).containsOnly(true);
  }

  @Test
  void of_visits_that_were_booked_together_those_that_are_cancelled_are_shown_as_such() {
    BookingRequest request =
        new BookingRequest("one", "ben", "visit", NINE.plusSeconds(WEEK), ana(), Optional.empty());
    String first =
        ((SeriesBooking.Booked)
                practice()
                    .bookings()
                    .repeated()
                    .book(new RepeatedVisits.Series(request, 3, 1, List.of())))
            .token();
    String link = "/appointment/" + first;
    String id = visits("Ana").getFirst().id().toString();
    for (String page : List.of(served.get(link).body(), together(id))) {
      assertThat(page).contains("Tuesday 15 December").doesNotContain("cancelled</strong>");
    }

    sent("", link + "~2/cancel", Map.of());

    for (String page : List.of(served.get(link).body(), together(id))) {
      assertThat(page)
          .containsOnlyOnce("class=\"struck\">Tuesday 15 December")
          .containsOnlyOnce("<strong>cancelled</strong>");
    }
  }

  private String together(String id) {
    return get("/staff/calendar/visits/" + id);
  }

  private static Person ana() {
    return new Person("Ana", "a@example.org");
  }
}

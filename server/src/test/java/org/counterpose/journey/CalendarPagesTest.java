package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.app.Served;
import org.counterpose.booking.Booking;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Person;
import org.counterpose.booking.RepeatedVisits;
import org.counterpose.booking.SeriesBooking;
import org.counterpose.people.SignedIn;
import org.counterpose.practice.Practice;
import org.counterpose.store.AuditTrail;
import org.junit.jupiter.api.Test;

class CalendarPagesTest extends InTheBrowser {

  private static final Instant NINE = Instant.parse("2026-12-01T14:00:00Z");

  @Test
  void staff_see_the_day_and_book_move_and_cancel_in_it_and_it_is_written_down() {
    String cookie = SignedIn.practitioner(practice());
    String token = booked();
    UUID id = practice().bookings().find(token).orElseThrow().id();

    assertThat(day(cookie)).contains("Ben &lt;b&gt;").contains("9:00");
    assertThat(
            sent(
                    cookie,
                    "/staff/calendar/book",
                    "practitioner=chiropractor&service=first-visit&at=2026-12-01T09:00&name=Cy"
                        + "&email=cy%40example.org")
                .status())
        .isEqualTo(409);
    assertThat(
            sent(
                    cookie,
                    "/staff/calendar/book",
                    "practitioner=chiropractor&service=first-visit&at=2026-12-01T09:00&name=Cy"
                        + "&email=cy%40example.org&on-purpose=yes&reason=In+great+need")
                .status())
        .isEqualTo(303);
    assertThat(day(cookie)).contains("Cy").contains("on purpose");
    assertThat(
            sent(
                    cookie,
                    "/staff/calendar/visits/" + id + "/move",
                    "practitioner=chiropractor&at=2026-12-01T10:15&reason=A+meeting")
                .status())
        .isEqualTo(303);
    assertThat(
            sent(cookie, "/staff/calendar/visits/" + id + "/attended", "attended=no-show").status())
        .as("days before it begins")
        .isEqualTo(409);
    assertThat(day(cookie)).doesNotContain("Did not come").contains("10:15");
    assertThat(sent(cookie, "/staff/calendar/visits/" + id + "/cancel", "reason=").status())
        .isEqualTo(409);
    assertThat(sent(cookie, "/staff/calendar/visits/" + id + "/cancel", "reason=Snow").status())
        .isEqualTo(303);
    assertThat(served.get("/appointment/" + token).body()).contains("Snow");
    assertThat(
            sent(
                    cookie,
                    "/staff/calendar/block",
                    "practitioner=chiropractor&from=2026-12-01T12:00&to=2026-12-01T13:00"
                        + "&reason=Lunch")
                .status())
        .isEqualTo(303);
    assertThat(new AuditTrail(practice().database()).latest(20).stream().map(line -> line.what()))
        .contains("overbooked", "moved", "cancelled", "blocked a time");
  }

  @Test
  void the_calendar_is_looked_at_on_a_phone_and_at_a_desk() {
    String cookie = SignedIn.practitioner(practice());
    String token = booked();
    String visit = "/staff/calendar/visits/" + practice().bookings().find(token).orElseThrow().id();
    String beside =
        sent(
                cookie,
                "/staff/calendar/book",
                "practitioner=chiropractor&service=follow-up&at=2026-12-01T09:15&name=Cy"
                    + "&on-purpose=yes&reason=In+great+need")
            .header("Location");
    sent(
        cookie,
        "/staff/calendar/block",
        "practitioner=chiropractor&from=2026-12-01T15:00&to=2026-12-01T16:30&reason=A+talk");
    String series = threeWeeksOfWhichTheSecondIsCancelled();
    UUID first = practice().bookings().find(series).orElseThrow().id();
    for (Visitor visitor : List.of(onPhone(), atDesk())) {
      try (visitor) {
        visitor.with(cookie);
        visitor.open("/staff/calendar?date=2026-12-01").look("80-calendar");
        assertThat(visitor.page().locator(".calendar-item.visit").count()).isEqualTo(3);
        visitor.open("/staff/calendar?date=2026-12-01&who=chiropractor").look("80-calendar-week");
        visitor.open(visit).look("80-calendar-visit");
        visitor.open(beside).look("80-calendar-visit-beside");
        visitor.open("/staff/calendar/visits/" + first).look("80-calendar-visit-together");
        visitor.open("/appointment/" + series).look("80-visits-together");
      }
    }
  }

  @Test
  void at_a_desk_a_visit_is_as_high_as_it_is_long_and_free_time_is_booked_without_a_mouse() {
    booked();
    try (Visitor visitor = atDesk().with(SignedIn.practitioner(practice()))) {
      visitor.open("/staff/calendar?date=2026-12-01");
      double visit = height(visitor, ".calendar-item.visit");
      double pause = height(visitor, ".calendar-item.break");
      assertThat(pause / visit).isBetween(60 / 45.0 - 0.02, 60 / 45.0 + 0.02);

      String nine = "a[href$='practitioner=exercise-therapist&at=2026-12-01T09:00']";
      String later = nine.replace("T09:00", "T09:15");
      assertThat(visitor.page().locator(".free-starts:has(" + nine + ") a[tabindex='0']").count())
          .as("one stop for Tab in a stretch of free time")
          .isEqualTo(1);
      visitor.press(nine, "ArrowDown");
      assertThat(visitor.page().locator(later).getAttribute("tabindex")).isEqualTo("0");
      visitor.press(later, "ArrowUp").press(nine, "ArrowDown").go(later);
      visitor.type("#name", "Cy").type("input[name=visits]", "3").look("80-calendar-book");
      practice()
          .bookings()
          .book(
              new BookingRequest(
                  "two",
                  "exercise-therapist",
                  "first-visit",
                  NINE.plusSeconds(604_800),
                  new Person("Dee", "dee@example.org"),
                  Optional.empty()));
      visitor.tap("form .button.primary").look("80-calendar-series");
      assertThat(visitor.page().locator(".series-visit.taken").count()).isEqualTo(1);
      visitor.tap(".series-visit.taken input[value=skip]").tap("form .button.primary");
      assertThat(visitor.page().locator(".calendar-item.visit").count()).isEqualTo(2);
    }
  }

  private String threeWeeksOfWhichTheSecondIsCancelled() {
    BookingRequest first =
        new BookingRequest(
            "series",
            "exercise-therapist",
            "follow-up",
            NINE.plusSeconds(3600),
            new Person("Dee", "dee@example.org"),
            Optional.empty());
    String token =
        ((SeriesBooking.Booked)
                practice()
                    .bookings()
                    .repeated()
                    .book(new RepeatedVisits.Series(first, 3, 1, List.of())))
            .token();
    practice().bookings().cancel(token + "~2");
    return token;
  }

  private static void atTheSizeOfADesk(Visitor visitor, String name) {
    visitor.page().setViewportSize(1280, 800);
    visitor.look(name);
    visitor.page().setViewportSize(390, 844);
  }

  private static double height(Visitor visitor, String what) {
    return visitor.page().locator(what).first().boundingBox().height;
  }

  @Test
  void who_waits_joins_is_offered_and_books() {
    String token = booked();
    try (Visitor visitor = onPhone()) {
      visitor.open("/wait/first-visit").look("81-wait");
      atTheSizeOfADesk(visitor, "81-wait");
      visitor.type("#name", "Ana").type("#email", "ana@example.org").tap("button.primary");
      visitor.look("82-waiting");
      String place = visitor.path();
      practice().bookings().cancel(token);
      visitor.open(place).look("83-offered");
      atTheSizeOfADesk(visitor, "83-offered");
      visitor.tap("button.primary");
      assertThat(visitor.heading()).isEqualTo("See you soon, Ana");
    }
  }

  @Test
  void who_takes_what_they_passed_on_before_is_told_that_nothing_was_booked() {
    String token = booked();
    try (Visitor visitor = onPhone()) {
      visitor.open("/wait/first-visit").type("#name", "Ana").type("#email", "ana@example.org");
      visitor.tap("button.primary");
      String place = visitor.path();
      practice().bookings().cancel(token);
      visitor.open(place);
      sent("", place + "/decline", ""); // on another device

      visitor.tap("button.primary").look("84-nothing-kept");

      assertThat(visitor.heading()).isEqualTo("You are on the waiting list");
      assertThat(visitor.page().locator(".notice").innerText()).contains("nothing was booked");
      atTheSizeOfADesk(visitor, "84-nothing-kept");
    }
  }

  private Practice practice() {
    return served.server().practice();
  }

  private String day(String cookie) {
    return served.get("/staff/calendar?date=2026-12-01", "Cookie", cookie).body();
  }

  private Served.Answer sent(String cookie, String path, String form) {
    return served.sendForm(cookie, path, form);
  }

  private String booked() {
    return ((Booking.Booked)
            practice()
                .bookings()
                .book(
                    new BookingRequest(
                        "one",
                        "chiropractor",
                        "first-visit",
                        NINE,
                        new Person("Ben <b>", "ben@example.org"),
                        Optional.empty())))
        .token();
  }
}

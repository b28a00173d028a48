package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.counterpose.app.Served;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Booking;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.FreeTime;
import org.counterpose.booking.Person;
import org.junit.jupiter.api.Test;

class VisitsBookedByPeopleTest extends InTheBrowser {

  @Test
  void a_visit_is_booked_moved_and_cancelled_by_tapping() throws IOException {
    try (Visitor visitor = onPhone()) {
      visitor.open("/book").look("40-book").tap(".choice").look("41-times");
      visitor.tap("a.weekday:not([aria-current])").look("42-times-of-another-day");
      String day = visitor.page().locator(".shown-date").innerText();
      visitor.tap("a.time").look("43-details");
      visitor.type("#name", "Ana Díaz").type("#email", "ana@example.org");
      visitor.tap("button.primary");
      assertThat(visitor.heading()).isEqualTo("See you soon, Ana Díaz");
      assertThat(visitor.page().locator(".visit-when").innerText()).contains(day);
      visitor.look("44-booked");

      Download file =
          visitor.page().waitForDownload(() -> visitor.tap("a[href$='invitation.ics']"));
      assertThat(Files.readString(file.path())).startsWith("BEGIN:VCALENDAR");

      visitor.tap("a[href$='/move']").look("45-move").tap("a.time").look("46-move-confirm");
      String to = visitor.page().locator(".visit-when time").innerText();
      visitor.tap("form .button.primary").look("47-moved");
      assertThat(visitor.page().locator(".visit-when time").innerText()).isEqualTo(to);

      visitor.tap(".cancel summary").look("48-cancel").tap(".button.danger").look("49-cancelled");
      assertThat(visitor.heading()).isEqualTo("This visit is cancelled");
    }
  }

  @Test
  void who_comes_second_is_told_and_sees_what_is_free() {
    try (Visitor visitor = onPhone()) {
      visitor.open("/book/first-visit").tap("a.time");
      visitor.type("#name", "Ana").type("#email", "ana@example.org");
      clock.goOn(Duration.ofMinutes(11)); // nobody keeps it any longer
      FreeTime first = firstFree();
      assertThat(booked("another", first)).isInstanceOf(Booking.Booked.class);

      visitor.tap("button.primary").look("51-gone");

      assertThat(visitor.page().locator(".notice").innerText())
          .contains("no longer free, and nothing was booked");
      visitor.tap("a.time").type("#name", "Ana").type("#email", "ana@example.org");
      visitor.tap("button.primary");
      assertThat(visitor.heading()).isEqualTo("See you soon, Ana");
    }
  }

  @Test
  void a_form_that_is_sent_twice_books_once_and_leads_to_the_same_page() {
    try (Visitor visitor = onPhone()) {
      visitor.open("/book/first-visit").tap("a.time");
      String key = visitor.page().locator("[name=key]").inputValue();
      byte[] form =
          ("key=" + key + "&name=Ana&email=ana%40example.org").getBytes(StandardCharsets.UTF_8);

      Served.Answer first = sent(visitor, form);
      Served.Answer again = sent(visitor, form);

      assertThat(first.status()).isEqualTo(303);
      assertThat(again.header("Location")).isEqualTo(first.header("Location"));
      assertThat(appointments()).isEqualTo(1);
    }
  }

  private Served.Answer sent(Visitor visitor, byte[] form) {
    String holding =
        visitor.page().context().cookies().stream()
            .filter(cookie -> cookie.name.equals("hold"))
            .map(cookie -> cookie.name + "=" + cookie.value)
            .findFirst()
            .orElseThrow();
    return served.send(
        "POST",
        visitor.path(),
        form,
        "Content-Type",
        "application/x-www-form-urlencoded",
        "Cookie",
        holding);
  }

  @Test
  void several_visits_are_booked_at_once_and_where_one_is_taken_each_is_shown_first() {
    try (Visitor visitor = onPhone()) {
      FreeTime first = free("follow-up").getFirst();
      visitor.open("/book/follow-up").tap("a.time");
      assertThat(visitor.page().locator("[name=visits]").inputValue()).isEqualTo("1");
      booked("another", weekAfter(first));
      visitor.type("#name", "Ana").type("#email", "ana@example.org");
      visitor.page().locator("[name=visits]").selectOption("3");
      visitor.look("55-several");
      visitor.page().setViewportSize(1280, 800);
      visitor.look("55-several");
      visitor.tap("button.primary").look("56-several-to-settle");
      visitor.page().setViewportSize(390, 844);
      visitor.look("56-several-to-settle");
      assertThat(visitor.page().locator(".series-visit.taken").count()).isEqualTo(1);
      assertThat(appointments()).as("nothing is booked yet").isEqualTo(1);

      visitor.tap("button.primary").look("57-several-booked");

      assertThat(visitor.heading()).isEqualTo("See you soon, Ana");
      assertThat(found(visitor).start()).isEqualTo(first.start());
      assertThat(visitor.page().locator("main li a[href^='/appointment/']").count()).isEqualTo(2);
      assertThat(appointments()).isEqualTo(4);
    }
  }

  private static FreeTime weekAfter(FreeTime time) {
    return new FreeTime(
        time.practitioner(),
        time.place(),
        time.start().plus(Duration.ofDays(7)),
        time.end().plus(Duration.ofDays(7)));
  }

  @Test
  void who_goes_back_after_booking_is_told_that_it_is_theirs() {
    try (Visitor visitor = onPhone()) {
      visitor.open("/book/first-visit").tap("a.time");
      visitor.type("#name", "Ana").type("#email", "ana@example.org").tap("button.primary");
      visitor.page().waitForURL("**/appointment/**");
      visitor.page().goBack();

      assertThat(visitor.page().locator(".notice").innerText()).contains("it is yours");
      assertThat(appointments()).isEqualTo(1);
    }
  }

  @Test
  void the_trial_goes_along_only_when_ticked() {
    Trial trial = Trial.begunNow(served, clock).ratedUntil(9, day -> 6 - day / 4.0);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/book/first-visit").tap("a.time");
      assertThat(visitor.page().locator("[name=share]").isChecked()).isFalse();
      visitor.tap(".share summary").look("52-share");
      visitor.type("#name", "Ana").type("#email", "ana@example.org");
      visitor.tap(".ticked").tap("button.primary").look("53-booked-with-trial");

      assertThat(found(visitor).summary().orElseThrow()).contains("\"day\":9");
      assertThat(visitor.page().locator(".card").first().innerText()).contains("goes along");

      visitor.open("/book/first-visit").tap("a.time");
      visitor.type("#name", "Ana").type("#email", "ana@example.org").tap("button.primary");
      assertThat(found(visitor).summary()).isEmpty();
    }
  }

  @Test
  void who_erases_a_trial_reads_which_visit_is_cancelled_by_it() {
    Trial trial = Trial.begunNow(served, clock).ratedUntil(9, day -> 6 - day / 4.0);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/forget");
      assertThat(visitor.page().locator("main").innerText()).doesNotContain("Your visit on");
      String alone = bookedByTapping(visitor, false);
      String along = bookedByTapping(visitor, true);
      String when = visitor.page().locator(".visit-when time").innerText();

      visitor.open("/forget").look("54-erase-with-visit");
      assertThat(visitor.page().locator(".card strong").allInnerTexts())
          .singleElement()
          .asString()
          .startsWith("Your visit on " + when.lines().findFirst().orElseThrow() + " at ")
          .endsWith(" is cancelled too, and the time is free for somebody else.");

      visitor.tap("button[value=yes]");
      assertThat(visitor.page().locator("[role=status]").innerText()).contains("erased");
      assertThat(bookings().find(along)).isEmpty();
      assertThat(bookings().find(alone)).isPresent();
    }
  }

  private String bookedByTapping(Visitor visitor, boolean withTrial) {
    visitor.open("/book/first-visit").tap("a.time");
    visitor.type("#name", "Ana").type("#email", "ana@example.org");
    if (withTrial) {
      visitor.tap(".ticked");
    }
    visitor.tap("button.primary").page().waitForURL("**/appointment/**");
    return visitor.path().replaceAll("/appointment/([^?]+).*", "$1");
  }

  private Appointment found(Visitor visitor) {
    String token = visitor.path().replaceAll("/appointment/([^?]+).*", "$1");
    return bookings().find(token).orElseThrow();
  }

  private long appointments() {
    return served
        .server()
        .practice()
        .database()
        .read(
            connection -> {
              try (java.sql.Statement statement = connection.createStatement();
                  java.sql.ResultSet row =
                      statement.executeQuery("SELECT count(*) FROM appointment")) {
                row.next();
                return row.getLong(1);
              }
            });
  }

  private Bookings bookings() {
    return served.server().practice().bookings();
  }

  private List<FreeTime> free(String service) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), bookings().clinic().zone());
    return bookings()
        .free(bookings().clinic().service(service).orElseThrow(), today, today.plusDays(7));
  }

  private FreeTime firstFree() {
    return free("first-visit").getFirst();
  }

  private Booking booked(String key, FreeTime time) {
    return bookings()
        .book(
            new BookingRequest(
                key,
                time.practitioner(),
                "first-visit",
                time.start(),
                new Person("Ben", "ben@example.org"),
                Optional.empty()));
  }
}

package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.AtDesk;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person who books several visits with one form, over HTTP. */
class SeveralVisitsTest {

  private static final Instant NINE = Instant.parse("2026-12-01T14:00:00Z");
  private static final String WHERE = "/book/follow-up/chiropractor/" + NINE;
  private static final String NOBODYS = "hold=none";

  @TempDir Path folder;
  SettableClock clock = SettableClock.at("2026-11-30T12:00:00Z");
  Served served;
  String key = UUID.randomUUID().toString();

  @BeforeEach
  void start() {
    served = Served.in(folder, clock);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void only_a_service_that_allows_several_offers_them() {
    assertThat(served.get(WHERE).body()).contains("name=\"visits\"").contains("6 visits");
    assertThat(served.get("/book/first-visit/chiropractor/" + NINE).body())
        .doesNotContain("name=\"visits\"");

    assertThat(sent("/book/first-visit/chiropractor/" + NINE, NOBODYS, "&visits=2").status())
        .isEqualTo(422);
    assertThat(sent(WHERE, NOBODYS, "&visits=7").status()).isEqualTo(422);
    assertThat(visits()).isEmpty();
  }

  @Test
  void where_all_are_free_they_are_booked_with_ones_own_hold_and_a_form_sent_twice_books_once() {
    String holding = held();

    Served.Answer first = sent(WHERE, holding, "&visits=3&weeks=2");
    Served.Answer again = sent(WHERE, holding, "&visits=3&weeks=2");
    Served.Answer changed = sent(WHERE, holding, "&visits=2&weeks=2");

    assertThat(first.status()).isEqualTo(303);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(changed.status()).as("the same form with another wish").isEqualTo(422);
    assertThat(visits()).extracting(Appointment::start).containsExactly(NINE, weeks(2), weeks(4));
  }

  @Test
  void where_one_is_taken_none_is_booked_before_each_is_settled_and_one_can_be_left_out() {
    taken(weeks(1));
    String holding = held();

    Served.Answer shown = sent(WHERE, holding, "&visits=3&weeks=1");

    assertThat(shown.status()).isEqualTo(409);
    assertThat(shown.body())
        .containsOnlyOnce("This time is not free")
        .contains("name=\"nearest-2\"")
        .doesNotContain("datetime-local");
    assertThat(visits()).isEmpty();
    String rows =
        "&visits=3&weeks=1&start-1=" + NINE + "&start-2=" + weeks(1) + "&start-3=" + weeks(2);
    assertThat(sent(WHERE, holding, rows + "&choice-1=skip&choice-2=skip&choice-3=skip").status())
        .isEqualTo(422);
    assertThat(sent(WHERE, holding, rows).status()).as("not settled").isEqualTo(409);
    assertThat(visits()).isEmpty();

    assertThat(sent(WHERE, holding, rows + "&choice-1=skip&choice-2=skip").status()).isEqualTo(303);
    assertThat(visits()).extracting(Appointment::start).containsExactly(weeks(2));
    assertThat(served.get("/book/follow-up/chiropractor/" + NINE).status())
        .as("what was held is free again")
        .isEqualTo(200);
  }

  @Test
  void with_whoever_has_time_all_are_with_the_one_who_can_do_the_most() {
    taken(weeks(1));
    String anyone = "/book/follow-up/anyone/" + NINE;

    assertThat(sent(anyone, NOBODYS, "&visits=3&weeks=1").status()).isEqualTo(303);

    assertThat(visits())
        .hasSize(3)
        .extracting(Appointment::practitioner)
        .containsOnly("exercise-therapist");
  }

  @Test
  void a_form_by_hand_cannot_take_many_times_of_one_week_or_of_other_years() {
    String rows = "&visits=3&weeks=1&start-1=" + NINE + "&start-2=" + NINE.plusSeconds(3600);

    assertThat(sent(WHERE, NOBODYS, rows + "&start-3=" + NINE.plusSeconds(7200)).status())
        .isEqualTo(422);
    assertThat(sent(WHERE, NOBODYS, rows + "&start-3=" + weeks(5)).status()).isEqualTo(422);
    assertThat(visits()).isEmpty();
  }

  private static Instant weeks(int count) {
    return NINE.plus(Duration.ofDays(7L * count));
  }

  private String held() {
    return served.get(WHERE).header("Set-Cookie").split(";")[0];
  }

  private void taken(Instant start) {
    bookings()
        .book(
            new BookingRequest(
                UUID.randomUUID().toString(),
                "chiropractor",
                "follow-up",
                start,
                new Person("Ben", "ben@example.org"),
                Optional.empty()));
  }

  private Served.Answer sent(String path, String holding, String more) {
    return served.send(
        "POST",
        path,
        ("key=" + key + "&name=Ana&email=ana%40example.org" + more)
            .getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded",
        "Cookie",
        holding);
  }

  private Bookings bookings() {
    return served.server().practice().bookings();
  }

  private List<Appointment> visits() {
    return bookings()
        .frontDesk()
        .sheet(
            new AtDesk(Set.of(), (connection, what, journey, detail) -> {}),
            LocalDate.parse("2026-11-30"),
            LocalDate.parse("2027-02-01"))
        .appointments()
        .stream()
        .filter(each -> each.person().name().equals("Ana"))
        .toList();
  }
}

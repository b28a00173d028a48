package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.counterpose.app.OnTrial;
import org.counterpose.app.Served;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Waiting;
import org.junit.jupiter.api.Test;

/** What staff book for people. */
class StaffBookingTest extends CalendarOfTwoPlaces {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void who_has_no_address_is_booked_by_telephone_and_far_ahead() {
    Served.Answer answer = book(Map.of("at", "2027-03-02T09:00", "name", "Old Mr Tee"));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(get(answer.header("Location"))).contains("Old Mr Tee").contains("by telephone");
  }

  @Test
  void a_visit_for_a_person_of_the_list_goes_with_their_trial() {
    UUID journey = shared("Ana B.", "town");
    String forThem = "/staff/calendar?date=2026-12-01&for=" + journey;

    assertThat(get("/staff/people/" + journey)).contains("/staff/calendar?for=" + journey);
    assertThat(get(forThem)).contains("for: Ana B.").contains("&amp;for=" + journey + "\"");
    assertThat(get("/staff/calendar/book?practitioner=ben&at=2026-12-01T09:00&for=" + journey))
        .contains("value=\"Ana B.\"");
    Served.Answer answer = book(Map.of("for", journey.toString(), "name", "Ana B."));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(practice().bookings().toComeOf(journey)).hasSize(1);
    assertThat(practice().bookings().toComeOf(journey).getFirst().zone())
        .contains(
            practice().list().open(journey, Set.of()).orElseThrow().journal().routine().zone());
    assertThat(get(answer.header("Location"))).contains("/staff/people/" + journey);
    assertThat(practice().people().audit().of(journey))
        .anyMatch(line -> line.what().equals("viewed") && line.detail().equals("visit"));
    assertThat(served.get(forThem, "Cookie", ofTheLake()).body()).doesNotContain("Ana B.");
    assertThat(
            sent(
                    ofTheLake(),
                    "/staff/calendar/book",
                    wish(Map.of("practitioner", "zoe", "for", journey.toString())))
                .status())
        .isEqualTo(303);
    assertThat(practice().bookings().toComeOf(journey))
        .as("nobody of another place ties a visit to the trial")
        .hasSize(1);
  }

  @Test
  void a_visit_that_staff_booked_stands_on_the_persons_pages_and_is_moved_and_cancelled_there() {
    OnTrial person = OnTrial.begun(served);
    UUID journey = shared(person, "Ana B.", "town");
    book(Map.of("for", journey.toString(), "name", "Ana B.", "at", "2026-12-08T09:00"));
    booked("Somebody else", "ben", NINE);
    Appointment visit = practice().bookings().toComeOf(journey).getFirst();

    for (String path : List.of("/today", "/clinic")) {
      assertThat(person.open(path).body())
          .as(path)
          .contains("Tuesday 8 December, 09:00 to 09:45", "Ben of the town")
          .doesNotContain("Tuesday 1 December");
    }
    assertThat(OnTrial.begun(served).send("/visits/" + visit.id(), "").status())
        .as("of another person")
        .isEqualTo(404);

    Served.Answer opened = person.send("/visits/" + visit.id(), "");
    assertThat(opened.status()).isEqualTo(303);
    String page = opened.header("Location");
    assertThat(person.open(page).body()).contains(page + "/move");
    sent(staff, "/staff/calendar/visits/" + visit.id() + "/cancel", Map.of("reason", "Ben is ill"));
    assertThat(person.open("/today").body())
        .contains("The clinic cancelled this visit.", "The clinic says: Ben is ill");
    clock.goOn(Duration.ofDays(9));
    assertThat(person.open("/today").body()).doesNotContain("Ben is ill");
  }

  @Test
  void a_form_that_is_sent_twice_books_once_even_beside_another_visit() {
    booked("Ana", "ben", NINE);
    Map<String, String> wish =
        Map.of("key", "one", "name", "Cy", "on-purpose", "yes", "reason", "In pain");
    assertThat(book(Map.of("key", "one", "name", "Cy")).status())
        .as("somebody has it")
        .isEqualTo(409);

    Served.Answer first = book(wish);
    Served.Answer again = book(wish);
    Served.Answer changed = book(Map.of("key", "one", "name", "Cy", "at", "2026-12-01T15:00"));

    assertThat(changed.status()).as("the same form with another wish").isEqualTo(409);

    assertThat(again.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
    assertThat(visits("Cy")).hasSize(1);
  }

  @Test
  void staff_are_told_who_or_what_has_a_time_and_till_when() {
    booked("Ana", "ben", NINE);
    Appointment zoes = booked("Zed", "zoe", NINE);
    sent(staff, "/staff/calendar/block", block("ben"));

    assertThat(book(Map.of("name", "Cy", "at", "2026-12-01T09:30")).body())
        .contains("that time is taken. 09:00 to 09:45, Ana, A visit.");
    assertThat(book(Map.of("name", "Cy", "at", "2026-12-01T13:15")).body())
        .contains("that time is taken. 13:00 to 14:00, Not bookable, A talk.");
    assertThat(
            sent(
                    staff,
                    "/staff/calendar/visits/" + zoes.id() + "/move",
                    Map.of("practitioner", "ben", "at", "2026-12-01T09:15"))
                .body())
        .contains("Nothing was moved: that time is taken. 09:00 to 09:45, Ana, A visit.");
  }

  @Test
  void of_who_works_in_two_zones_staff_are_told_what_has_the_time_and_not_the_same_clock()
      throws IOException {
    reopen(
        CLINIC
            .replace("{title: By the lake}", "{title: By the lake, zone: America/Los_Angeles}")
            .replace(
                "places: [town]}",
                "places: [town, lake], hoursAt: {town: {tuesday: [\"09:00-12:00\"]},"
                    + " lake: {tuesday: [\"13:00-17:00\"]}}}"));
    booked("Ana", "ben", Instant.parse("2026-12-01T21:00:00Z")); // 16:00 in town

    assertThat(book(Map.of("name", "Cy", "at", "2026-12-01T16:15")).body())
        .contains("that time is taken. 13:00 to 13:45, Ana, A visit.");
    assertThat(book(Map.of("name", "Cy", "at", "2026-12-01T13:15")).body())
        .doesNotContain("Ana, A visit");
  }

  @Test
  void why_a_visit_was_booked_beside_another_is_told_to_staff_and_not_to_the_person() {
    booked("Ana", "ben", NINE);
    Map<String, String> wish =
        Map.of("name", "Cy", "on-purpose", "yes", "reason", "In pain since Sunday");

    String page = book(wish).header("Location");

    assertThat(get(page))
        .contains("beside another visit, on purpose")
        .contains("Why it was booked at this time: In pain since Sunday");
    String link = "/appointment/" + practice().bookings().newLink(visits("Cy").getFirst());
    assertThat(served.get(link).body()).contains("Ben of the town").doesNotContain("In pain");
    sent(staff, page + "/move", Map.of("practitioner", "ben", "at", "2026-12-01T15:00"));
    assertThat(get(page)).doesNotContain("In pain", "on purpose");
  }

  @Test
  void why_a_visit_was_booked_outside_the_hours_is_told_to_staff() {
    Map<String, String> wish =
        Map.of("at", "2026-12-01T18:00", "on-purpose", "yes", "reason", "Only time for her");

    assertThat(get(book(wish).header("Location")))
        .contains("Why it was booked at this time: Only time for her");
    assertThat(audited("booked outside the hours")).isEqualTo(1);
  }

  @Test
  void a_reason_that_was_not_needed_is_not_kept() {
    Map<String, String> wish = Map.of("on-purpose", "yes", "reason", "Just in case");

    assertThat(get(book(wish).header("Location"))).doesNotContain("Just in case");
  }

  @Test
  void the_time_of_a_trial_that_is_erased_is_kept_for_who_waits_at_once() {
    for (boolean byPage : List.of(true, false)) {
      OnTrial ana = OnTrial.begun(served);
      UUID journey = shared(ana, "Ana B.", "town");
      String at = byPage ? "2026-12-01T09:00" : "2026-12-08T09:00";
      assertThat(book(Map.of("for", journey.toString(), "name", "Ana B.", "at", at)).status())
          .isEqualTo(303);
      waits("Wim", "ben");

      Served.Answer erased =
          byPage ? sent(ana.cookie(), "/forget", Map.of("sure", "yes")) : ana.erase();

      assertThat(erased.status()).isEqualTo(byPage ? 303 : 204);
      Waiting wim = practice().bookings().waitingList().all().getLast();
      assertThat(wim.offer().map(offer -> LocalDateTime.ofInstant(offer.start(), NEW_YORK)))
          .contains(LocalDateTime.parse(at));
    }
  }

  @Test
  void line_ends_in_a_name_or_an_address_are_refused() {
    for (String bad : List.of("Ana\r\nBcc: evil@example.org", "Ana\nX: y", "A\u2028na", "A\0na")) {
      assertThat(book(Map.of("name", bad)).status()).as(bad).isEqualTo(409);
    }
    for (String bad :
        List.of(
            "a@example.org\r\nBcc: evil@example.org", "a@example.org,b@example.org", "a b@c.de")) {
      assertThat(book(Map.of("email", bad)).status()).as(bad).isEqualTo(409);
    }
    assertThat(sheet().appointments()).isEmpty();
  }
}

package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.app.Checked;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.AtDesk;
import org.counterpose.booking.Booking;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FrontDesk;
import org.counterpose.booking.Person;
import org.counterpose.booking.RepeatedVisits;
import org.counterpose.booking.SeriesBooking;
import org.counterpose.booking.Waiting;
import org.counterpose.booking.WaitingWish;
import org.counterpose.people.Consent;
import org.counterpose.people.Consents;
import org.counterpose.people.SignedIn;
import org.counterpose.practice.Practice;
import org.counterpose.store.AuditTrail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clinic of two places, and what staff do with its calendar over HTTP. */
class StaffCalendarTest {

  private static final String CLINIC =
      """
      format: 1
      name: Two places
      zone: America/New_York
      emergency: Call 911
      booking: {startEveryMinutes: 15, leadMinutes: 120, aheadDays: 30}
      places:
        town: {title: In town, address: 1 Example Street}
        lake: {title: By the lake}
      services:
        visit: {title: A visit, minutes: 45, mostRepeats: 4}
      practitioners:
        ben: {title: Ben of the town, services: [visit], places: [town]}
        zoe: {title: Zoe of the lake, services: [visit], places: [lake]}
      hours:
        monday: ["09:00-12:00", "13:00-17:00"]
        tuesday: ["09:00-12:00", "13:00-17:00"]
      """;

  private static final Instant NINE = Instant.parse("2026-12-01T14:00:00Z"); // a Tuesday
  private static final String HTML = "<script>alert(1)</script>";

  private static final AtDesk DESK =
      new AtDesk(Set.of(), (connection, what, journey, detail) -> {});

  private static final int WEEK = 7 * 24 * 60 * 60;

  @TempDir Path folder;
  SettableClock clock = SettableClock.at("2026-11-30T17:00:00Z");
  Served served;
  String staff;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("clinic.yaml"), CLINIC);
    served = Served.in(folder, clock);
    staff = SignedIn.practitioner(practice());
  }

  @AfterEach
  void stop() {
    served.close();
  }

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
        .contains("/staff/calendar/book?practitioner=ben&amp;at=2026-12-01T11:00\"")
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
        .contains("<option value=\"ben\" selected>");
  }

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
    String begun = served.post("/api/v1/journeys", Checked.stiffAtTheDesk().journey()).body();
    UUID journey = shared(begun, "Ana B.", "town");
    String person = "journey=" + journey + "." + field(begun, "key");
    String other = served.post("/api/v1/journeys", Checked.stiffAtTheDesk().journey()).body();
    book(Map.of("for", journey.toString(), "name", "Ana B.", "at", "2026-12-08T09:00"));
    booked("Somebody else", "ben", NINE);
    Appointment visit = practice().bookings().toComeOf(journey).getFirst();

    for (String path : List.of("/today", "/clinic")) {
      assertThat(served.get(path, "Cookie", person).body())
          .as(path)
          .contains("Tuesday 8 December, 09:00 to 09:45", "Ben of the town")
          .doesNotContain("Tuesday 1 December");
    }
    assertThat(
            sent(
                    "journey=" + field(other, "id") + "." + field(other, "key"),
                    "/visits/" + visit.id(),
                    Map.of())
                .status())
        .as("of another person")
        .isEqualTo(404);

    Served.Answer opened = sent(person, "/visits/" + visit.id(), Map.of());
    assertThat(opened.status()).isEqualTo(303);
    String page = opened.header("Location");
    assertThat(served.get(page, "Cookie", person).body()).contains(page + "/move");
    sent(staff, "/staff/calendar/visits/" + visit.id() + "/cancel", Map.of("reason", "Ben is ill"));
    assertThat(served.get("/today", "Cookie", person).body())
        .contains("The clinic cancelled this visit.", "The clinic says: Ben is ill");
    clock.goOn(Duration.ofDays(9));
    assertThat(served.get("/today", "Cookie", person).body()).doesNotContain("Ben is ill");
  }

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
  void a_person_sees_the_visits_that_were_booked_with_one_and_cancels_one_or_all_that_follow() {
    List<Instant> starts =
        List.of(NINE.plusSeconds(WEEK), NINE.plusSeconds(2 * WEEK), NINE.plusSeconds(3 * WEEK));
    BookingRequest request =
        new BookingRequest(
            "one",
            "ben",
            "visit",
            starts.getFirst(),
            new Person("Ana", "a@example.org"),
            Optional.empty());
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
        .isEqualTo(409);
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

  private Map<String, String> block(String practitioner) {
    return Map.of(
        "practitioner",
        practitioner,
        "from",
        "2026-12-01T13:00",
        "to",
        "2026-12-01T14:00",
        "reason",
        "A talk");
  }

  private static Map<String, String> wish(Map<String, String> other) {
    Map<String, String> wish =
        new LinkedHashMap<>(
            Map.of(
                "key",
                UUID.randomUUID().toString(),
                "practitioner",
                "ben",
                "service",
                "visit",
                "at",
                "2026-12-01T09:00",
                "name",
                "Ana",
                "email",
                "",
                "visits",
                "1",
                "weeks",
                "1"));
    wish.putAll(other);
    return wish;
  }

  private Served.Answer book(Map<String, String> other) {
    return sent(staff, "/staff/calendar/book", wish(other));
  }

  private Served.Answer sent(String cookie, String path, Map<String, String> form) {
    return served.sendForm(cookie, path, form);
  }

  private String get(String path) {
    return served.get(path, "Cookie", staff).body();
  }

  private String ofTheLake() {
    return SignedIn.practitioner(practice(), "lake");
  }

  private Practice practice() {
    return served.server().practice();
  }

  private Clinic.Practitioner practitioner(String id) {
    return practice().bookings().clinic().practitioner(id).orElseThrow();
  }

  private FrontDesk.Sheet sheet() {
    return practice()
        .bookings()
        .frontDesk()
        .sheet(DESK, LocalDate.parse("2026-11-30"), LocalDate.parse("2027-01-30"));
  }

  private List<Appointment> visits(String name) {
    return sheet().appointments().stream()
        .filter(each -> each.person().name().equals(name))
        .sorted(Comparator.comparing(Appointment::start))
        .toList();
  }

  private long audited() {
    return new AuditTrail(practice().database()).latest(100).size();
  }

  private long audited(String what) {
    return new AuditTrail(practice().database())
        .latest(100).stream().filter(line -> line.what().equals(what)).count();
  }

  private Appointment booked(String name, String practitioner, Instant start) {
    return practice().bookings().find(token(name, practitioner, start)).orElseThrow();
  }

  private String token(String name, String practitioner, Instant start) {
    return ((Booking.Booked)
            practice()
                .bookings()
                .book(
                    new BookingRequest(
                        UUID.randomUUID().toString(),
                        practitioner,
                        "visit",
                        start,
                        new Person(name, "somebody@example.org"),
                        Optional.empty())))
        .token();
  }

  private UUID waits(String name, String practitioner) {
    practice()
        .bookings()
        .waitingList()
        .join(
            new WaitingWish(
                "visit",
                practitioner,
                Optional.empty(),
                LocalDate.parse("2026-11-30"),
                LocalDate.parse("2026-12-31"),
                EnumSet.allOf(DayOfWeek.class),
                0,
                1440,
                new Person(name, "somebody@example.org"),
                Optional.empty()));
    return practice().bookings().waitingList().all().getLast().id();
  }

  /** Somebody who began a trial and shares it with one place. */
  private UUID shared(String name, String place) {
    String begun = served.post("/api/v1/journeys", Checked.stiffAtTheDesk().journey()).body();
    return shared(begun, name, place);
  }

  private static String field(String json, String name) {
    return json.replaceAll("(?s).*\"" + name + "\"\\s*:\\s*\"([^\"]+)\".*", "$1");
  }

  private UUID shared(String begun, String name, String place) {
    UUID id = UUID.fromString(field(begun, "id"));
    practice()
        .list()
        .share(
            practice().journeys().shared(id).orElseThrow(),
            place,
            name,
            Consents.giving(id, Consent.SHARE_WITH_CLINIC, clock.instant()));
    return id;
  }
}

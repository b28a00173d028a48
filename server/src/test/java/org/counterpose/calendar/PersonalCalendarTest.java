package org.counterpose.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.counterpose.app.OnTrial;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person's calendar as two calendar programs fetch it from a running server. */
class PersonalCalendarTest {

  @TempDir Path folder;
  final SettableClock clock = SettableClock.at("2026-10-26T12:15:00Z");
  Served served;
  OnTrial person;

  @BeforeEach
  void somebodyOnTrial() {
    served = Served.in(folder, clock);
    person = OnTrial.begun(served);
  }

  @AfterEach
  void close() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-11-01",
    "Europe/Berlin, 2027-03-28",
    "Europe/Berlin, 2026-10-25",
    "Australia/Sydney, 2027-04-04",
    "Australia/Sydney, 2026-10-04"
  })
  void two_programs_read_the_same_times_on_both_sides_of_the_change_of_the_clocks(
      ZoneId zone, LocalDate change) throws Exception {
    clock.set(change.minusDays(5).atTime(9, 0).atZone(zone).toInstant());
    person = OnTrial.begunIn(zone.getId(), served);
    person.send(
        "/reminders", "ratingAt=20%3A00&quietFrom=23%3A00&quietTo=07%3A00&stepTime=08%3A30");
    String file = served.get(made()).body();

    Map<String, Instant> one = byIcal4j(file);
    Map<String, Instant> other = byBiweekly(file);

    for (int day = -1; day <= 1; day++) {
      assertThat(one.values())
          .contains(change.plusDays(day).atTime(8, 30).atZone(zone).toInstant());
    }
    // On the very day of the change biweekly still goes by the clock of the day before.
    List<String> onThatDay =
        one.entrySet().stream()
            .filter(start -> start.getValue().atZone(zone).toLocalDate().equals(change))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(onThatDay).isNotEmpty();
    one.keySet().removeAll(onThatDay);
    other.keySet().removeAll(onThatDay);
    assertThat(one).hasSizeGreaterThan(20).isEqualTo(other);
  }

  @Test
  void it_says_how_often_to_look_and_nothing_about_health() {
    String file = served.get(made()).body();

    assertThat(file)
        .contains("BEGIN:VTIMEZONE", "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H")
        .contains("SUMMARY:A step of your plan", "SUMMARY:What your trial has shown")
        .doesNotContain("VALARM")
        .doesNotContainIgnoringCase("pain")
        .doesNotContainIgnoringCase("towel");
  }

  @Test
  void a_step_takes_up_its_own_time_and_says_how_late_it_may_be_done() {
    ICalendar calendar = Biweekly.parse(served.get(made()).body()).first();

    assertThat(calendar.getEvents())
        .filteredOn(event -> event.getSummary().getValue().equals("A step of your plan"))
        .isNotEmpty()
        .allSatisfy(
            event -> {
              long minutes =
                  (event.getDateEnd().getValue().getTime()
                          - event.getDateStart().getValue().getTime())
                      / 60_000;
              assertThat(minutes).isBetween(5L, 60L);
            })
        .anySatisfy(
            event -> assertThat(event.getDescription().getValue()).startsWith("Any time until "));
  }

  @Test
  void it_is_the_same_file_until_something_changes() {
    String path = made();
    Served.Answer first = served.get(path);
    String tag = first.header("ETag");

    assertThat(first.header("Content-Type")).startsWith("text/calendar");
    assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(served.get(path, "If-None-Match", tag).status()).isEqualTo(304);

    person.send(
        "/reminders", "ratingAt=21%3A00&quietFrom=23%3A00&quietTo=07%3A00&stepTime=09%3A00");
    Served.Answer later = served.get(path, "If-None-Match", tag);
    assertThat(later.status()).isEqualTo(200);
    assertThat(later.header("ETag")).isNotEqualTo(tag);
  }

  @Test
  void a_new_address_ends_the_old_one_and_an_ended_one_is_like_one_that_never_was() {
    String first = made();
    String second = made();
    Served.Answer never = served.get("/feed/" + "A".repeat(43) + ".ics");

    assertThat(served.get(first).status()).isEqualTo(404);
    assertThat(served.get(second).status()).isEqualTo(200);
    assertThat(served.get(second.replace(".ics", "")).status()).isEqualTo(404);
    assertThat(person.open("/reminders").body())
        .as("it is shown once")
        .doesNotContain("/feed/" + second.substring(6, 20));

    person.send("/reminders/feed/end", "");
    assertThat(served.get(second).status()).isEqualTo(404);
    assertThat(served.get(second).body()).isEqualTo(never.body());
  }

  /** The path of a calendar that was just made. */
  private String made() {
    String page = person.send("/reminders/feed", "").body();
    return page.replaceAll("(?s).*value=\"https?://[^/\"]+(/feed/[\\w-]{43}\\.ics)\".*", "$1");
  }

  private static Map<String, Instant> byIcal4j(String file) throws Exception {
    Map<String, Instant> starts = new TreeMap<>();
    Calendar calendar = new CalendarBuilder().build(new StringReader(file));
    for (VEvent event : calendar.<VEvent>getComponents("VEVENT")) {
      Temporal start = event.<Temporal>getDateTimeStart().getDate();
      starts.put(event.getUid().orElseThrow().getValue(), Instant.from(start));
    }
    return starts;
  }

  private static Map<String, Instant> byBiweekly(String file) {
    Map<String, Instant> starts = new TreeMap<>();
    ICalendar calendar = Biweekly.parse(file).first();
    calendar
        .getEvents()
        .forEach(
            event ->
                starts.put(event.getUid().getValue(), event.getDateStart().getValue().toInstant()));
    return starts;
  }
}

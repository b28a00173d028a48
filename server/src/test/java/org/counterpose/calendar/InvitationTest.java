package org.counterpose.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.Clinics;
import org.counterpose.booking.Person;
import org.counterpose.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationTest {

  private static final UUID ID = UUID.fromString("9b2d9c3c-5a5e-4c0f-9f0d-6a5a0c1b2d3e");
  private static final URI LINK = URI.create("https://clinic.example/appointment/abcDEF_123-456");

  /** It takes the first change of a zone without yearly rules for one that never ends. */
  private static final List<String> MISREAD_BY_ICAL4J =
      List.of("America/Nuuk", "America/Scoresbysund", "Africa/Casablanca", "Africa/Cairo");

  /** Zones with every kind of rule: by week, by last week, none, given in UTC, one by one. */
  static Stream<ZonedDateTime> times() {
    return Stream.of(
            "America/New_York",
            "Europe/Berlin",
            "Europe/London",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Australia/Sydney",
            "America/Santiago",
            "America/Nuuk",
            "America/Scoresbysund",
            "Africa/Casablanca",
            "Africa/Cairo",
            "Asia/Jerusalem",
            "Asia/Tehran",
            "Pacific/Auckland",
            "America/Sao_Paulo",
            "UTC")
        .flatMap(
            zone ->
                Stream.of("2026-11-24T14:00", "2026-03-10T09:15", "2027-07-05T16:30")
                    .map(wall -> java.time.LocalDateTime.parse(wall).atZone(ZoneId.of(zone))));
  }

  @ParameterizedTest
  @MethodSource("times")
  void two_other_readers_understand_the_same_instants(ZonedDateTime start) throws Exception {
    String file = invitation(in(start.getZone()), start.toInstant(), 0, false).write();

    SortedMap<Instant, Instant> visit =
        new TreeMap<>(Map.of(start.toInstant(), start.toInstant().plusSeconds(2700)));
    if (!MISREAD_BY_ICAL4J.contains(start.getZone().getId())) {
      assertThat(CalendarReaders.ical4j(file)).isEqualTo(visit);
    }
    assertThat(CalendarReaders.biweekly(file)).isEqualTo(visit);
    assertThat(Biweekly.parse(file).first().getTimezoneInfo().getComponents()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Europe/Berlin", "Australia/Sydney"})
  void two_other_readers_understand_every_half_hour_around_both_changes_of_the_clocks(String zone)
      throws Exception {
    ZoneId wall = ZoneId.of(zone);
    Clinic clinic = in(wall);
    Instant change = Instant.parse("2027-01-01T00:00:00Z");
    for (int i = 0; i < 2; i++) {
      change = wall.getRules().nextTransition(change).getInstant();
      SortedMap<Instant, Instant> visits = new TreeMap<>();
      List<VEvent> events = new ArrayList<>();
      for (int halfHour = -50; halfHour < 50; halfHour++) {
        Appointment appointment = appointment(change.plusSeconds(1800L * halfHour), 0, false);
        visits.put(appointment.start(), appointment.end());
        events.add(calendars(clinic).event(appointment, LINK).known("visit " + halfHour, 0));
      }
      String file = new CalendarFile(ImmutableMethod.PUBLISH, Map.of(wall, change), events).write();
      assertThat(CalendarReaders.ical4j(file)).as("by ical4j").isEqualTo(visits);
      assertThat(CalendarReaders.biweekly(file)).as("by biweekly").isEqualTo(visits);
    }
  }

  @Test
  void the_zone_stands_beside_the_time_with_its_rules_for_every_year() {
    String file = usual().write();

    assertThat(file)
        .contains("DTSTART;TZID=America/New_York:20261124T090000\r\n")
        .contains("DTEND;TZID=America/New_York:20261124T094500\r\n")
        .contains("BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n")
        .contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU")
        .contains("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU")
        .contains("TZOFFSETFROM:-0500")
        .doesNotContain("UNTIL");
  }

  @Test
  void a_moved_appointment_keeps_its_id_and_counts_on() throws Exception {
    VEvent first = read(usual().write());
    VEvent moved =
        read(
            invitation(Clinics.shipped(), Instant.parse("2026-11-25T14:00:00Z"), 1, false).write());

    assertThat(first.getUid().orElseThrow()).isEqualTo(moved.getUid().orElseThrow());
    assertThat(first.getSequence().getSequenceNo()).isZero();
    assertThat(moved.getSequence().getSequenceNo()).isEqualTo(1);
  }

  @Test
  void a_cancelled_appointment_says_so_and_carries_its_zone() {
    String file =
        invitation(Clinics.shipped(), Instant.parse("2026-11-24T14:00:00Z"), 2, true).write();

    assertThat(file)
        .contains("METHOD:CANCEL\r\n")
        .contains("STATUS:CANCELLED\r\n")
        .contains("SEQUENCE:2\r\n")
        .contains("BEGIN:VTIMEZONE\r\n");
  }

  @Test
  void text_that_would_break_the_file_is_escaped_and_comes_back_as_it_was() throws Exception {
    Clinic shipped = Clinics.shipped();
    String name = "Backs; Necks, & \"Sons\" \\ Co\nBEGIN:VALARM — 背中 " + "long ".repeat(30);
    Clinic clinic =
        new Clinic(
            name.strip(),
            shipped.zone(),
            new Clinic.Contact(
                Optional.of("+1 555 0100"),
                Optional.of("desk@clinic.example"),
                Optional.empty(),
                Optional.of("1 Example Street; Floor 2, Exampletown")),
            shipped.emergency(),
            Map.of(),
            shipped.rules(),
            shipped.services(),
            shipped.practitioners(),
            List.of());
    String file = invitation(clinic, Instant.parse("2026-11-24T14:00:00Z"), 0, false).write();

    assertThat(read(file).getSummary().getValue()).isEqualTo("First visit, " + name.strip());
    assertThat(Biweekly.parse(file).first().getEvents().getFirst().getSummary().getValue())
        .isEqualTo("First visit, " + name.strip());
    assertThat(Biweekly.parse(file).first().getEvents().getFirst().getLocation().getValue())
        .isEqualTo("1 Example Street; Floor 2, Exampletown");
    assertThat(file.lines().filter(line -> line.equals("BEGIN:VALARM"))).isEmpty();
    assertThat(file.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
  }

  @Test
  void who_invites_is_the_clinics_address_or_else_the_one_that_letters_come_from()
      throws Exception {
    Clinic silent = Clinics.shipped();

    assertThat(silent.contact().email()).isEmpty();
    assertThat(invitation(silent, Instant.parse("2026-11-24T14:00:00Z"), 0, false).write())
        .contains("mailto:mail@clinic.example");
  }

  @Test
  void nothing_of_the_person_is_in_the_file() {
    assertThat(usual().write()).doesNotContain("Ana").doesNotContain("ana@example.org");
  }

  private static Invitation usual() {
    return invitation(Clinics.shipped(), Instant.parse("2026-11-24T14:00:00Z"), 0, false);
  }

  private static Clinic in(ZoneId zone) {
    Clinic shipped = Clinics.shipped();
    return new Clinic(
        shipped.name(),
        zone,
        shipped.contact(),
        shipped.emergency(),
        shipped.links(),
        shipped.rules(),
        shipped.services(),
        shipped.practitioners(),
        shipped.exceptions());
  }

  private static Invitation invitation(
      Clinic clinic, Instant start, int revision, boolean cancelled) {
    return new Invitation(
        calendars(clinic), appointment(start, revision, cancelled), Optional.empty(), LINK);
  }

  private static VisitCalendars calendars(Clinic clinic) {
    return new VisitCalendars(clinic, Optional.of("mail@clinic.example"), Words.load("en"));
  }

  private static Appointment appointment(Instant start, int revision, boolean cancelled) {
    return new Appointment(
        ID,
        "chiropractor",
        "first-visit",
        start,
        start.plusSeconds(2700),
        revision,
        cancelled,
        new Person("Ana Díaz", "ana@example.org"),
        Instant.parse("2026-11-22T12:00:00Z"),
        Optional.empty());
  }

  private static VEvent read(String file) throws Exception {
    Calendar calendar = new CalendarBuilder().build(new StringReader(file));
    return calendar.<VEvent>getComponent("VEVENT").orElseThrow();
  }
}

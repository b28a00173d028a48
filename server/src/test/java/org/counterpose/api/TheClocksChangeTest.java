package org.counterpose.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpose.app.OnTrial.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Free times and bookings on the days on which the clocks change, over HTTP. */
class TheClocksChangeTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    // the day, and what is half past two or half past three there in UTC
    "Europe/Berlin, 2027-03-28, 2027-03-28T03:30, 2027-03-28T01:30:00Z, 03:30, 'Saturday 27 March, 21:30'",
    "Europe/Berlin, 2027-10-31, 2027-10-31T03:30, 2027-10-31T02:30:00Z, 03:30, 'Saturday 30 October, 22:30'",
    "Australia/Sydney, 2027-10-03, 2027-10-03T03:30, 2027-10-02T16:30:00Z, 03:30, 'Saturday 2 October, 12:30'",
    "Australia/Sydney, 2027-04-04, 2027-04-04T03:30, 2027-04-03T17:30:00Z, 03:30, 'Saturday 3 April, 13:30'",
  })
  void what_is_free_and_what_is_booked_is_by_the_wall_and_both_clocks_are_told(
      String zone, String day, String local, String instant, String clock, String inNewYork)
      throws IOException {
    ZoneId wall = ZoneId.of(zone);
    LocalDate date = LocalDate.parse(day);
    Files.writeString(
        folder.resolve("clinic.yaml"),
        """
        format: 1
        name: By the wall
        zone: %s
        emergency: Call
        booking: {startEveryMinutes: 30, leadMinutes: 0, aheadDays: 60}
        services:
          visit: {title: Visit, minutes: 30}
        practitioners:
          ana: {title: Ana, services: [visit]}
        hours:
          saturday: ["00:00-24:00"]
          sunday: ["00:00-24:00"]
          monday: ["00:00-24:00"]
        """
            .formatted(zone));
    SettableClock now =
        SettableClock.at(date.minusDays(10).atStartOfDay(wall).toInstant().toString());
    try (Served served = Served.in(folder, now)) {
      JsonNode free =
          json(
              served
                  .get(
                      "/api/v1/availability?service=visit&from="
                          + date.minusDays(1)
                          + "&to="
                          + date.plusDays(1))
                  .body());
      List<String> starts = new ArrayList<>(free.findValuesAsText("start"));
      List<String> expected = new ArrayList<>();
      Instant end = date.plusDays(2).atStartOfDay(wall).toInstant();
      for (Instant at = date.minusDays(1).atStartOfDay(wall).toInstant();
          at.isBefore(end);
          at = at.plusSeconds(1800)) {
        expected.add(at.atZone(wall).toOffsetDateTime().toString());
      }
      assertThat(starts.stream().map(OffsetDateTime::parse).map(OffsetDateTime::toString))
          .containsExactlyElementsOf(expected);
      assertThat(starts.stream().filter(start -> start.startsWith(day)))
          .as("an hour less in spring, one more in autumn")
          .hasSize(date.getMonthValue() == (wall.getId().startsWith("E") ? 3 : 10) ? 46 : 50);

      ZonedDateTime wished = LocalDateTime.parse(local).atZone(wall);
      assertThat(wished.toInstant()).isEqualTo(instant);
      String form =
          "key="
              + UUID.randomUUID()
              + "&name=Ana&email=ana%40example.org&zone="
              + URLEncoder.encode("America/New_York", StandardCharsets.UTF_8);
      Served.Answer booked =
          served.send(
              "POST",
              "/book/visit/ana/" + instant,
              form.getBytes(StandardCharsets.UTF_8),
              "Content-Type",
              "application/x-www-form-urlencoded");
      assertThat(booked.status()).isEqualTo(303);
      String page = booked.header("Location").replaceAll("\\?.*", "");

      JsonNode kept =
          json(served.get("/api/v1" + page.replace("/appointment/", "/appointments/")).body());
      assertThat(OffsetDateTime.parse(kept.get("start").asText()))
          .isEqualTo(wished.toOffsetDateTime());
      assertThat(served.get(page).body())
          .contains(clock)
          .contains("That is " + inNewYork + " on your clock (Eastern Time)");
      assertThat(
              served
                  .post(
                      "/api/v1/appointments",
                      "{\"practitioner\":\"ana\",\"service\":\"visit\",\"name\":\"Ben\",\"email\":\"ben@example.org\",\"start\":\""
                          + wished.toOffsetDateTime()
                          + "\"}",
                      "Idempotency-Key",
                      "two")
                  .status())
          .as("the same time by its offset is taken")
          .isEqualTo(409);
    }
  }
}

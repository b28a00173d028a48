package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the clinic says of itself, as readers of two languages are told it. */
class WhatTheClinicSaysTest {

  private static final String IN_SPANISH =
      "Llama al <a href=\"tel:911\">911</a> o ve al servicio de urgencias más cercano.";

  @TempDir private Path data;

  @Test
  void who_reads_spanish_reads_what_to_do_in_an_emergency_in_spanish() {
    try (Served served = served()) {
      assertThat(inSpanish(served, "/"))
          .contains("En una emergencia: <bdi>" + IN_SPANISH)
          .doesNotContain("Call <a");
      assertThat(inSpanish(served, "/book")).contains("Primera cita", "Cita de seguimiento");
      assertThat(served.get("/").body())
          .contains("Call <a href=\"tel:911\">911</a> or")
          .doesNotContain("Llama");
    }
  }

  @Test
  void the_api_names_the_services_in_the_language_that_is_wished() {
    try (Served served = served()) {
      assertThat(inSpanish(served, "/api/v1/services")).contains("\"title\":\"Primera cita\"");
      assertThat(served.get("/api/v1/services").body()).contains("\"title\":\"First visit\"");
    }
  }

  @Test
  void a_clinic_of_one_language_is_read_in_it_and_the_page_says_which_it_is() throws IOException {
    Files.writeString(
        data.resolve("clinic.yaml"),
        """
        format: 1
        name: One language
        zone: America/New_York
        emergency: Call 911
        booking: {startEveryMinutes: 60, leadMinutes: 120, aheadDays: 60}
        services: {visit: {title: A visit, about: We talk., minutes: 45}}
        practitioners: {kim: {title: Kim, services: [visit]}}
        hours: {monday: ["08:00-20:00"]}
        """);
    try (Served served = served()) {
      assertThat(inSpanish(served, "/book"))
          .contains(
              "En una emergencia: <bdi lang=\"en\">Call 911</bdi>",
              "<bdi lang=\"en\">A visit</bdi>",
              "<bdi lang=\"en\">We talk.</bdi>");
    }
  }

  private Served served() {
    return Served.in(data, SettableClock.at("2026-11-23T12:15:00Z"));
  }

  private static String inSpanish(Served served, String path) {
    return served.get(path, "Accept-Language", "es-MX, es;q=0.9, en;q=0.1").body();
  }
}

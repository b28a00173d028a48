package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody of a clinic has signed what is served: it is a preview, and says so wherever it shows. */
class UnsignedProgrammesTest {

  private static final String LINE = "Preview: no clinic has signed this programme yet.";

  @TempDir Path folder;
  private Served served;
  private OnTrial person;

  @BeforeEach
  void serve() {
    served = Served.in(folder, SettableClock.at("2026-11-22T13:30:00Z"));
    person = OnTrial.begun(served);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void every_page_of_the_programme_says_so_once() {
    for (String page :
        List.of(
            "/",
            "/articles",
            "/programmes/mid-back",
            "/programmes/mid-back/check/symptoms",
            "/embed/mid-back",
            "/programmes/mid-back/safety",
            "/learn/mid-back/rolled-towel",
            "/aids")) {
      assertThat(served.get(page).body()).as(page).containsOnlyOnce(LINE);
    }
    for (String page :
        List.of("/today", "/progress", "/verdict", "/clinic", "/step/rolled-towel/morning")) {
      assertThat(person.open(page).body()).as(page).containsOnlyOnce(LINE);
    }
  }

  @Test
  void it_leads_to_what_that_means() {
    assertThat(person.open("/today").body()).contains("href=\"/safety#unsigned\"");
    assertThat(served.get("/safety").body())
        .contains("id=\"unsigned\"")
        .contains("somebody at the clinic should read all of it and sign it");
  }

  @Test
  void it_is_said_in_spanish_too() {
    assertThat(served.get("/", "Accept-Language", "es").body())
        .contains("Vista previa: ninguna clínica ha firmado todavía este programa.");
  }

  @Test
  void pages_that_show_nothing_of_it_do_not_say_it() {
    for (String page : List.of("/book", "/keep", "/privacy-settings")) {
      assertThat(person.open(page).body()).as(page).doesNotContain(LINE);
    }
  }

  @Test
  void programs_learn_it_too() {
    assertThat(OnTrial.json(served.get("/api/v1/programmes").body()))
        .isNotEmpty()
        .allMatch(programme -> !programme.get("signed").asBoolean(true));
    assertThat(person.read("/today").get("signed").asBoolean(true)).isFalse();
  }
}

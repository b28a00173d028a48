package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries that waited on a device while something else changed. */
class EntriesThatWaitedTest {

  private static final String AT = "2026-11-23T07:15:00-05:00";

  @TempDir Path folder;
  private Served served;
  private OnTrial person;

  @BeforeEach
  void open() {
    served = Served.in(folder, SettableClock.at("2026-11-23T12:15:00Z"));
    person = OnTrial.begun(served);
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void an_entry_of_a_trial_that_the_device_does_not_open_any_more_goes_into_no_other() {
    OnTrial another = OnTrial.begun(served);

    Served.Answer answer = send(person.id(), another.cookie(), OnTrial.rated(AT, 4));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("does not open the plan");
    assertThat(another.read("/entries")).hasSize(2);
    assertThat(person.read("/entries")).hasSize(2);
  }

  @Test
  void who_holds_no_trial_is_led_nowhere() {
    Served.Answer answer = send(person.id(), "none=none", OnTrial.rated(AT, 4));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Location")).isEmpty();
  }

  @Test
  void the_same_entry_twice_is_one_and_another_with_its_id_is_refused() {
    UUID id = UUID.randomUUID();

    assertThat(send(person.id(), person.cookie(), OnTrial.rated(id, AT, 4)).status())
        .isEqualTo(204);
    assertThat(send(person.id(), person.cookie(), OnTrial.rated(id, AT, 4)).status())
        .isEqualTo(204);
    assertThat(send(person.id(), person.cookie(), OnTrial.rated(id, AT, 9)).status())
        .isEqualTo(409);
    assertThat(person.read("/entries")).hasSize(3);
  }

  @Test
  void what_a_device_keeps_names_nothing_of_anybody_without_the_key() {
    assertThat(served.get("/kept").status()).isEqualTo(404);
    assertThat(served.get("/kept").body()).isEmpty();
    assertThat(person.open("/kept").header("Cache-Control")).isEqualTo("no-store");
    assertThat(person.open("/kept").body()).doesNotContain(person.key());
  }

  @Test
  void today_names_what_a_device_would_keep_and_another_thing_once_something_was_done() {
    String before = person.open("/today").header("Kept-As");
    assertThat(person.open("/today").header("Kept-As")).isEqualTo(before).isNotEmpty();

    send(person.id(), person.cookie(), OnTrial.rated(AT, 4));

    assertThat(person.open("/today").header("Kept-As")).isNotEqualTo(before);
    assertThat(person.open("/kept").body()).contains(person.open("/today").header("Kept-As"));
  }

  private Served.Answer send(String trial, String cookie, String entry) {
    return served.send(
        "POST",
        "/entries?trial=" + trial,
        ("[" + entry + "]").getBytes(StandardCharsets.UTF_8),
        "Cookie",
        cookie);
  }
}

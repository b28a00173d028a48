package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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

  @Test
  void what_was_taken_tells_what_the_device_would_keep_now() {
    Served.Answer answer = send(person.id(), person.cookie(), OnTrial.rated(AT, 4));

    assertThat(answer.header("Kept-As"))
        .isEqualTo(person.open("/today").header("Kept-As"))
        .isNotEmpty();
  }

  @Test
  void what_is_kept_already_is_not_sent_again() {
    String tag = person.open("/kept").header("ETag");

    assertThat(kept(tag).status()).isEqualTo(304);
    assertThat(kept(tag).body()).isEmpty();
    send(person.id(), person.cookie(), OnTrial.rated(AT, 4));
    assertThat(kept(tag).status()).isEqualTo(200);
  }

  @Test
  void of_what_a_device_has_it_is_sent_again_only_what_an_entry_changed() {
    JsonNode first = OnTrial.json(person.open("/kept").body());
    send(
        person.id(),
        person.cookie(),
        OnTrial.entry("session-done", "\"step\":\"rolled-towel\",\"seconds\":300")
            .replace("11-22T08", "11-23T07"));

    JsonNode then =
        OnTrial.json(
            served
                .get(
                    "/kept",
                    "Cookie",
                    person.cookie(),
                    "Kept-Pages",
                    String.join(" ", names(first.get("pages"))))
                .body());

    assertThat(names(first.get("pages"))).hasSizeGreaterThan(50);
    assertThat(then.get("pages").size()).isLessThan(12);
    assertThat(names(first.get("pages"))).doesNotContainAnyElementsOf(names(then.get("pages")));
    String today = then.get("trials").get(0).get("days").get(0).get("pages").get("/today").asText();
    assertThat(then.get("pages").get(today).asText()).contains("is-done");
  }

  private static List<String> names(JsonNode pages) {
    return pages.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }

  @Test
  void why_one_is_not_taken_is_told_in_the_readers_words() {
    String later = "2026-11-23T09:15:00-05:00";
    String unknown = OnTrial.entry("session-done", "\"step\":\"a-step-of-before\",\"seconds\":60");

    assertThat(refused(OnTrial.rated(later, 4), "en")).contains("clock of this device right");
    assertThat(refused(OnTrial.rated(later, 4), "es")).contains("reloj de este dispositivo");
    assertThat(refused(unknown, "en")).contains("not in your plan any more");
    assertThat(refused("{}", "es")).isEqualTo("Hay algo que no se puede leer.");
  }

  @Test
  void the_kept_pages_say_whom_to_call_in_both_languages() {
    assertThat(keptIn("en")).contains("In an emergency:");
    assertThat(keptIn("es")).contains("En una emergencia:");
    for (String language : List.of("en", "es")) {
      JsonNode kept = OnTrial.json(keptIn(language));
      for (String page :
          List.of("/away", "/worse", "/weekly", "/signs", "/changed", "/unsent", "/unsure")) {
        String html = kept.get("pages").get(kept.get("always").get(page).asText()).asText();
        assertThat(html.substring(html.indexOf("class=\"emergency\"")).split("</p>")[0])
            .as(language + " " + page)
            .contains(language.equals("en") ? "Call " : "Llama al ", "href=\"tel:911\">911</a>");
      }
    }
  }

  @Test
  void the_kept_pages_tell_each_sign_on_a_line_of_its_own_under_its_question() {
    JsonNode kept = OnTrial.json(keptIn("en"));
    for (String page :
        List.of("/away", "/worse", "/weekly", "/signs", "/changed", "/unsent", "/unsure")) {
      assertThat(kept.get("pages").get(kept.get("always").get(page).asText()).asText())
          .as(page)
          .contains("Of the answers under a question one is enough, where nothing else is said.")
          .containsPattern(
              "<li><p><strong>Does any of this come with your back pain[^<]*</strong></p>\\s*<ul>"
                  + "<li>Chest pain\\s*</li><li>Short of breath\\s*</li>")
          .doesNotContain("Chest pain;");
    }
  }

  @Test
  void after_a_grave_stop_what_waits_is_still_told_and_sent() {
    String chestPain =
        Checked.nothingWeekly()
            .replace("\"emergency-signs\":[]", "\"emergency-signs\":[\"chest-pain\"]");
    String worse =
        OnTrial.entry("got-worse", "\"answers\":" + chestPain).replace("11-22T08", "11-23T07");
    assertThat(person.add("[" + worse + "]").status()).isEqualTo(200);

    assertThat(person.open("/today").body())
        .doesNotContain("class=\"tabs\"")
        .contains("data-device=", "device.js", "data-waiting");
  }

  @Test
  void a_device_from_which_a_trial_is_removed_does_not_even_keep_which_it_was() {
    List<String> cookies = person.send("/leave", "").response().headers().allValues("Set-Cookie");

    assertThat(cookies)
        .anySatisfy(cookie -> assertThat(cookie).startsWith("trial=;").contains("1970"));
  }

  @Test
  void only_who_has_just_removed_it_is_cleared_by_the_page_that_says_so() {
    Served.Answer led = person.send("/leave", "");
    assertThat(led.header("Location")).endsWith("/gone");
    assertThat(led.response().headers().allValues("Set-Cookie"))
        .anySatisfy(cookie -> assertThat(cookie).startsWith("gone=FROM_THIS_DEVICE;"));

    assertThat(person.open("/gone").header("Clear-Site-Data")).isEmpty();
    assertThat(served.get("/gone", "Cookie", "gone=MADE_UP").header("Clear-Site-Data")).isEmpty();
    assertThat(served.get("/gone", "Cookie", "gone=FROM_THIS_DEVICE").header("Clear-Site-Data"))
        .contains("storage", "cache");
  }

  private String refused(String entry, String language) {
    Served.Answer answer =
        served.send(
            "POST",
            "/entries?trial=" + person.id(),
            ("[" + entry + "]").getBytes(StandardCharsets.UTF_8),
            "Cookie",
            person.cookie(),
            "Accept-Language",
            language);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Entries-Refused")).isEqualTo("yes");
    return answer.body();
  }

  private Served.Answer kept(String tag) {
    return served.get("/kept", "Cookie", person.cookie(), "If-None-Match", tag);
  }

  private String keptIn(String language) {
    return served.get("/kept", "Cookie", person.cookie(), "Accept-Language", language).body();
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

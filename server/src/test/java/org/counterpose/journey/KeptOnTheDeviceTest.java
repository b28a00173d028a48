package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a device keeps of a trial, and what is gone from it once it is to forget. */
class KeptOnTheDeviceTest extends WithoutANetwork {

  @Test
  void tomorrow_is_on_the_device_too_and_what_follows_next_week_is_not() {
    try (Visitor phone = phoneThatKeepsIt()) {
      server.stop();

      itIsLater(phone, Duration.ofDays(1));
      phone.open("/today");
      assertThat(phone.page().locator(".day-head .eyebrow").innerText())
          .isEqualTo("Tuesday · day 2 of 21");
      phone.open("/step/rolled-towel/morning");
      assertThat(phone.page().locator("[data-player]").getAttribute("data-player"))
          .contains("2026-11-24");
      phone.open("/learn/mid-back/rolled-towel");
      assertThat(phone.heading()).isEqualTo("Rolled towel");

      itIsLater(phone, Duration.ofDays(9));
      phone.open("/today").look("97-away");
      assertThat(phone.heading()).isEqualTo("There is no network");
      assertThat(phone.page().locator("[data-notice=kept]").count())
          .as("this page is not from an earlier moment")
          .isZero();
    }
  }

  @Test
  void a_device_that_keeps_more_pages_than_a_server_reads_the_names_of_still_gets_what_is_new() {
    try (Visitor phone = phoneThatKeepsIt()) {
      phone.page().evaluate(MANY_MORE_PLACES);
      paused();
      aMinuteIsOver(phone);
      phone.open("/today");
      until(phone, KEPT_AS_IT_STANDS);
    }
  }

  @Test
  void a_server_that_takes_the_call_and_says_nothing_is_not_waited_for() throws IOException {
    try (Visitor phone = phoneThatKeepsIt()) {
      server.stop();
      try (ServerSocket silent =
          new ServerSocket(server.port(), 50, InetAddress.getLoopbackAddress())) {
        isFromTheDevice(phone.open("/today"));

        assertThat(silent.isBound()).isTrue();
        assertThat(phone.page().locator(".next img").evaluate("image => image.naturalWidth > 0"))
            .isEqualTo(true);
      }
    }
  }

  @Test
  void files_that_an_install_could_not_get_are_there_once_the_plan_is_kept() {
    try (Visitor phone = phoneThatKeepsIt()) {
      phone.page().evaluate(FILES_LOST);
      aMinuteIsOver(phone);
      phone.open("/today").tap(".scale button[value='3']");
      phone.page().locator(".scale button[value='3'][aria-pressed=true]").first().waitFor();
      until(phone, KEPT_AS_IT_STANDS);
      server.stop();

      isFromTheDevice(phone.open("/today"));
      assertThat(
              phone.page().locator(".scale button[value='3']").first().getAttribute("aria-pressed"))
          .as("the rating that was sent is on the kept day")
          .isEqualTo("true");
      phone.tap("form.languages button");
      assertThat(phone.heading()).isEqualTo("This needs the network");
      phone.look("97-unsent").widened().look("97-unsent");
    }
  }

  @Test
  void another_trial_opened_on_the_device_takes_the_place_of_what_was_kept() {
    Trial second = Trial.begunNow(server.served(), clock);
    try (Visitor phone = phoneThatKeepsIt()) {
      aMinuteIsOver(phone);
      phone.open(second.link()).tap("[name=instead-of]").tap("form:has([name=instead-of]) button");
      phone.page().waitForURL("**/today");
      until(
          phone,
          "caches.keys().then(names => names.filter(name => name.startsWith('kept ')))"
              + ".then(names => names.length === 1 && names[0].includes('%s'))"
                  .formatted(second.id()));

      assertThat(phone.page().evaluate(KEPT_TEXT)).asString().doesNotContain(trial.id().toString());
    }
  }

  @Test
  void what_is_fetched_while_the_trial_is_removed_from_the_device_does_not_stay() {
    try (Visitor phone = phoneThatKeepsIt()) {
      paused();
      theWorkerWaitsWithWhatItFetches(phone);
      phone.open("/leave").tap("form[action='/leave'] button");
      untilThere(phone.page().locator("[data-gone=all]"));
      phone.page().evaluate("new BroadcastChannel('test').postMessage('go on')");

      phone.page().waitForTimeout(500);
      assertThat(phone.page().evaluate(WHAT_IS_KEPT)).isEqualTo(NOTHING);
    }
  }

  @ParameterizedTest
  @CsvSource({"/leave, form[action='/leave'] button", "/forget, button[value=yes]"})
  void after_removing_it_from_the_device_or_erasing_it_nothing_is_left_on_it(
      String page, String button) {
    try (Visitor phone = phoneThatKeepsIt()) {
      phone.open("/privacy-settings").tap("main a[href='" + page + "']").look("97-remove");
      phone.tap(button);
      untilThere(phone.page().locator("[data-gone=all]"));
      phone.look("97-removed");

      assertThat(phone.page().evaluate(WHAT_IS_KEPT)).isEqualTo(NOTHING);
      assertThat(phone.page().context().cookies()).isEmpty();
      phone.open("/today");
      assertThat(phone.path()).isEqualTo("/");
    }
  }

  /** Has the worker, whose clock no page can move, take its clock for so much behind. */
  private static void itIsLater(Visitor visitor, Duration time) {
    visitor
        .page()
        .evaluate(
            """
            async (ms) => {
              const name = (await caches.keys()).find((one) => one.startsWith("kept "));
              const cache = await caches.open(name);
              const about = await (await cache.match("/kept/about")).json();
              about.ahead -= ms;
              await cache.put("/kept/about", new Response(JSON.stringify(about)));
            }
            """,
            (double) time.toMillis());
  }

  private static final String MANY_MORE_PLACES =
      """
      (async () => {
        const name = (await caches.keys()).find((one) => one.startsWith("kept "));
        const cache = await caches.open(name);
        const about = await (await cache.match("/kept/about")).json();
        for (let n = 0; n < 4000; n++) about.places["page-" + String(n).padStart(8, "0")] = "/nowhere";
        await cache.put("/kept/about", new Response(JSON.stringify(about)));
      })()
      """;

  private static final String NOTHING = "caches: databases: storage:";

  private static final String WHAT_IS_KEPT =
      """
      (async () => {
        const databases = (await indexedDB.databases()).map((one) => one.name);
        return "caches:" + (await caches.keys()) + " databases:" + databases
            + " storage:" + Object.keys(localStorage) + Object.keys(sessionStorage);
      })()
      """;

  /** All that is kept of pages, as one text. */
  private static final String KEPT_TEXT =
      """
      (async () => {
        let text = "";
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const request of await cache.keys()) text += await (await cache.match(request)).text();
        }
        return text;
      })()
      """;

  /** What became of an install that failed: the files of the build are not there. */
  private static final String FILES_LOST =
      """
      caches.keys().then((names) =>
        Promise.all(names.filter((name) => name.startsWith("files ")).map((name) => caches.delete(name))))
      """;
}

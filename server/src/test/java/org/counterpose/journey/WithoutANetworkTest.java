package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.counterpose.app.AnotherBuild;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.journal.Entry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody whose clinic cannot be reached: the server is really stopped, and started again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class WithoutANetworkTest {

  @TempDir java.nio.file.Path folder;
  private final SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");
  private Chromium chromium;
  private ServerThatStops server;

  @BeforeAll
  void startBrowser() {
    chromium = new Chromium();
  }

  @AfterAll
  void endBrowser() {
    chromium.close();
  }

  @BeforeEach
  void start() {
    clock.set(java.time.Instant.parse("2026-11-23T12:15:00Z"));
    server = new ServerThatStops(folder.resolve(UUID.randomUUID().toString()), clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_session_done_and_rated_while_the_server_is_away_arrives_once_when_it_is_back() {
    Trial trial = Trial.begunNow(server.served(), clock);
    try (Visitor phone = onPhone()) {
      opensAndKeeps(phone, trial);
      server.stop();

      phone.open("/today").look("97-today-away");
      assertThat(phone.page().locator("[data-notice=kept]").innerText()).contains("no network");
      phone.tap(".next .button.primary").tap("[data-start]");
      assertThat(phone.path()).startsWith("/step/");
      phone.waits(Duration.ofSeconds(325));
      phone.page().waitForURL("**/today");
      waits(phone.page(), 1);
      phone.tap(".scale button[value='4']");
      waits(phone.page(), 2);
      phone.look("97-today-waits");
      assertThat(phone.page().locator(".row.is-done").count()).isEqualTo(1);
      assertThat(phone.page().locator(".ring-text").innerHTML()).startsWith("1/");
      assertThat(
              phone.page().locator(".scale button[value='4']").first().getAttribute("aria-pressed"))
          .isEqualTo("true");

      Page again = phone.page().context().newPage();
      phone.page().close();
      again.navigate(trial.link().replaceAll("/j/.*", "/today"));
      waits(again, 2);
      trial = trial.at(server.startAgain());
      again.locator("[data-waiting] button").click();
      again.locator("[data-notice=kept]").waitFor(gone());
      until(again, NOTHING_WAITS);

      assertThat(trial.journey().journal().of(Entry.SessionDone.class)).hasSize(1);
      assertThat(trial.journey().journal().of(Entry.Rated.class))
          .singleElement()
          .satisfies(rated -> assertThat(rated.pain()).isEqualTo(4));
      assertThat(again.locator(".row.is-done").count()).isEqualTo(1);
    }
  }

  @Test
  void what_is_worn_is_begun_and_ended_without_a_network() {
    Trial trial = Trial.begunNow(server.served(), clock);
    clock.goOn(Duration.ofMinutes(150));
    try (Visitor phone = onPhone()) {
      opensAndKeeps(phone, trial);
      server.stop();
      phone.open("/today").tap("form[data-row='posture-band/first'] button[value=start]");
      phone
          .page()
          .locator("form[data-row='posture-band/first'] button[value=stop]")
          .first()
          .waitFor();
      phone.waits(Duration.ofMinutes(31));
      phone.open("/today").tap("form[data-row='posture-band/first'] button[value=stop]");
      phone
          .page()
          .locator("form[data-row='posture-band/first'] button[value=start]")
          .first()
          .waitFor();
      trial = trial.at(server.startAgain());
      phone.open("/today");
      until(phone.page(), NOTHING_WAITS);

      assertThat(trial.journey().journal().of(Entry.Worn.class))
          .singleElement()
          .satisfies(worn -> assertThat(worn.seconds()).isBetween(31 * 60, 32 * 60));
    }
  }

  @Test
  void an_entry_of_an_older_page_is_sent_by_a_newer_one() {
    Trial trial = Trial.begunNow(server.served(), clock);
    try (Visitor phone = onPhone()) {
      opensAndKeeps(phone, trial);
      phone.page().evaluate(TURN_ON_THE_COACH);
      aMinuteIsOver(phone);
      server.stop();
      phone.open("/today").tap(".scale button[value='3']");
      waits(phone.page(), 1);

      trial =
          trial.at(
              server.startAs(with -> AnotherBuild.in(with.folder(), with.time(), with.port())));
      phone.open("/today");
      until(phone.page(), NOTHING_WAITS);
      until(phone.page(), FILES_OF_THE_NEWER_BUILD_ALONE);
      until(phone.page(), COACH_OF_THE_NEWER_BUILD);

      assertThat(trial.journey().journal().of(Entry.Rated.class)).hasSize(1);
      server.stop();
      phone.open("/today");
      assertThat(phone.page().locator("[data-notice=kept]").isVisible()).isTrue();
      assertThat(
              phone
                  .page()
                  .locator("body")
                  .evaluate("body => getComputedStyle(body).backgroundColor"))
          .as("the styles of the new build are there too")
          .isEqualTo("rgb(250, 246, 239)");
    }
  }

  @Test
  void two_devices_that_were_both_away_end_with_the_same_day() {
    Trial trial = Trial.begunNow(server.served(), clock);
    clock.goOn(Duration.ofHours(3));
    try (Visitor phone = onPhone();
        Visitor desk = Visitor.atDesk(chromium, server.served(), clock).whoLosesTheNetwork()) {
      opensAndKeeps(phone, trial);
      opensAndKeeps(desk, trial);
      server.stop();
      phone.open("/today").tap(".scale button[value='5']");
      waits(phone.page(), 1);
      desk.open("/today").tap("form[data-row^='change-position'] button");
      waits(desk.page(), 1);
      desk.tap(".scale button[value='2']");
      waits(desk.page(), 2);

      trial = trial.at(server.startAgain());
      for (Visitor one : List.of(desk, phone)) {
        one.open("/today");
        until(one.page(), NOTHING_WAITS);
      }

      assertThat(trial.journey().journal().of(Entry.Rated.class)).hasSize(2);
      assertThat(trial.journey().journal().of(Entry.SessionDone.class)).hasSize(1);
      phone.open("/today");
      desk.open("/today");
      assertThat(shown(phone)).isEqualTo(shown(desk));
    }
  }

  @Test
  void after_a_stop_for_pain_nothing_is_offered_and_the_signs_and_whom_to_call_are_there() {
    Trial trial = Trial.begunNow(server.served(), clock);
    try (Visitor phone = onPhone()) {
      opensAndKeeps(phone, trial);
      server.stop();
      phone.open("/step/rolled-towel/morning/stop").tap("button[value=pain]");
      phone.page().waitForURL("**/worse");
      phone.look("97-worse-away");
      assertThat(phone.page().locator("main").innerText())
          .contains("We cannot ask you now", "Call 911")
          .doesNotContain("fine");
      phone.open("/today");
      waits(phone.page(), 1);
      phone.look("97-today-questions-away");
      assertThat(phone.page().locator("a[href^='/step/']").count()).isZero();
      phone.open("/step/rolled-towel/morning").page().waitForURL("**/worse");

      server.startAgain();
      phone.open("/today");
      phone.page().locator(".ask-safety-check").waitFor();
      until(phone.page(), NOTHING_WAITS);
    }
  }

  @Test
  void what_the_clinic_stopped_in_between_wins_as_soon_as_it_can_be_reached() {
    Trial trial = Trial.begunNow(server.served(), clock);
    try (Visitor phone = onPhone()) {
      opensAndKeeps(phone, trial);
      server.stop();
      phone.open("/today");
      assertThat(phone.page().locator(".next").isVisible()).isTrue();
      paused(trial.at(server.startAgain()));
      aMinuteIsOver(phone);
      phone.open("/today");
      assertThat(phone.page().locator(".next").count()).isZero();
      until(phone.page(), KEPT_AS_IT_STANDS);
      server.stop();

      phone.open("/today");
      assertThat(phone.page().locator("[data-notice=kept]").isVisible()).isTrue();
      assertThat(phone.page().locator("main").innerText()).contains("Rest a few days");
    }
  }

  @Test
  void after_a_stop_for_pain_that_was_sent_nothing_is_offered_from_what_was_kept_before_it() {
    Trial trial = Trial.begunNow(server.served(), clock);
    try (Visitor phone = onPhone()) {
      opensAndKeeps(phone, trial);
      phone.open("/step/rolled-towel/morning/stop").tap("button[value=pain]");
      phone.page().waitForURL("**/worse");
      until(phone.page(), NOTHING_WAITS);
      server.stop();

      for (String page : List.of("/today", "/step/rolled-towel/morning")) {
        phone.open(page);
        assertThat(phone.heading()).isEqualTo("Your plan is not the same any more");
        assertThat(phone.page().locator("a[href^='/step/']").count()).isZero();
        assertThat(phone.page().locator(".emergency").innerText()).contains("Call 911");
      }
      phone.look("97-today-changed").widened().look("97-today-changed");
      phone.open("/step/rolled-towel/morning/stop");
      assertThat(phone.heading()).isNotEqualTo("Your plan is not the same any more");
      phone.open("/today");

      server.startAgain();
      phone.waits(Duration.ofSeconds(31)); // the page looks whether there is a network again
      phone.page().locator(".ask-safety-check").waitFor();
    }
  }

  @Test
  void what_the_clinic_stopped_is_offered_no_more_by_a_device_that_has_no_room_for_the_new_plan() {
    Trial trial = Trial.begunNow(server.served(), clock);
    try (Visitor phone = onPhone()) {
      opensAndKeeps(phone, trial);
      inWorker(
          phone,
          "Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'))");
      aMinuteIsOver(phone);
      paused(trial);
      phone.open("/today");
      phone.page().locator("[data-notice=not-kept]").waitFor();
      server.stop();

      phone.open("/today");
      assertThat(phone.heading()).isEqualTo("Your plan is not the same any more");
      assertThat(phone.page().locator("a[href^='/step/']").count()).isZero();
    }
  }

  @Test
  void what_changed_while_the_device_was_fetching_the_plan_is_fetched_once_more() {
    Trial trial = Trial.begunNow(server.served(), clock);
    try (Visitor phone = onPhone()) {
      opensAndKeeps(phone, trial);
      paused(trial);
      theWorkerWaitsWithWhatItFetched(phone);
      phone.open("/today");
      until(phone.page(), HAS_ASKED);
      aMinuteIsOver(phone);
      clock.goOn(Duration.ofMinutes(1)); // entries of one moment have no order that a test may tell
      trial.add(
          new Entry.Resumed(
              UUID.randomUUID(), trial.nowThere(), java.util.Optional.of("Dr Rivera")));
      phone.open("/today");
      inWorker(phone, "self.goOn()");
      until(phone.page(), KEPT_AS_IT_STANDS);
      server.stop();

      phone.open("/today");
      assertThat(phone.page().locator(".next").isVisible()).isTrue();
    }
  }

  @Test
  void what_is_fetched_while_the_trial_is_removed_from_the_device_does_not_stay() {
    Trial trial = Trial.begunNow(server.served(), clock);
    try (Visitor phone = onPhone()) {
      opensAndKeeps(phone, trial);
      paused(trial);
      theWorkerWaitsWithWhatItFetched(phone);
      phone.open("/today");
      until(phone.page(), HAS_ASKED);
      phone.open("/leave").tap("form[action='/leave'] button");
      phone.page().locator("[data-gone=all]").waitFor(attached());
      phone.page().evaluate("new BroadcastChannel('test').postMessage('go on')");

      phone.page().waitForTimeout(500);
      assertThat(phone.page().evaluate(WHAT_IS_KEPT)).isEqualTo("caches: databases: storage:");
    }
  }

  @Test
  void files_that_an_install_could_not_get_are_there_once_the_plan_is_kept() {
    Trial trial = Trial.begunNow(server.served(), clock);
    try (Visitor phone = onPhone()) {
      opensAndKeeps(phone, trial);
      phone.page().evaluate(FILES_LOST);
      aMinuteIsOver(phone);
      phone.open("/today").tap(".scale button[value='3']");
      phone.page().locator(".scale button[value='3'][aria-pressed=true]").first().waitFor();
      until(phone.page(), KEPT_AS_IT_STANDS);
      server.stop();

      phone.open("/today");
      assertThat(
              phone
                  .page()
                  .locator("body")
                  .evaluate("body => getComputedStyle(body).backgroundColor"))
          .isEqualTo("rgb(250, 246, 239)");
      assertThat(phone.page().locator("[data-notice=kept]").isVisible()).isTrue();
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
  void a_door_on_the_way_that_refuses_everything_is_not_the_clinic() throws IOException {
    Trial trial = Trial.begunNow(server.served(), clock);
    try (Visitor phone = onPhone()) {
      opensAndKeeps(phone, trial);
      int port = server.served().server().port();
      server.stop();
      phone.open("/today").tap(".scale button[value='4']");
      waits(phone.page(), 1);
      HttpServer door =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
      door.createContext("/", WithoutANetworkTest::refuse);
      door.start();
      try {
        phone.page().locator("[data-waiting] button").click();
        phone.page().locator("[data-notice=network]").waitFor();
      } finally {
        door.stop(0);
      }

      assertThat(phone.page().locator("[data-waiting] .wrong").count()).isZero();
      trial = trial.at(server.startAgain());
      phone.open("/today");
      until(phone.page(), NOTHING_WAITS);
      assertThat(trial.journey().journal().of(Entry.Rated.class)).hasSize(1);
    }
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/plain");
    byte[] text = "no such page".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(404, text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  private static void paused(Trial trial) {
    trial.add(
        new Entry.Paused(
            UUID.randomUUID(),
            trial.nowThere(),
            java.util.Optional.of("Dr Rivera"),
            "Rest a few days"));
  }

  @Test
  void what_the_server_refuses_stays_with_its_reason_until_the_person_throws_it_away() {
    Trial trial = Trial.begunNow(server.served(), clock);
    try (Visitor phone = onPhone()) {
      opensAndKeeps(phone, trial);
      server.stop();
      phone.page().addInitScript(ASKS_TO_STAY);
      phone.open("/today").tap(".scale button[value='4']");
      waits(phone.page(), 1);
      until(phone.page(), "Promise.resolve(self.askedToStay === true)");
      Served again = server.startAgain();
      trial.at(again).practice().journeys().erase(trial.at(again).journey());
      phone.page().locator("[data-waiting] button").click();
      phone.page().locator("[data-waiting] .wrong").waitFor();
      phone.look("97-today-refused");

      assertThat(phone.page().locator("[data-waiting] .wrong").innerText())
          .contains("does not open the plan");
      phone.page().getByText("Throw it away").click();
      until(phone.page(), NOTHING_WAITS);
    }
  }

  @ParameterizedTest
  @CsvSource({"/leave, form[action='/leave'] button", "/forget, button[value=yes]"})
  void after_removing_it_from_the_device_or_erasing_it_nothing_is_left_on_it(
      String page, String button) {
    Trial trial = Trial.begunNow(server.served(), clock);
    try (Visitor phone = onPhone()) {
      opensAndKeeps(phone, trial);
      phone.open("/privacy-settings").tap("main a[href='" + page + "']").look("97-remove");
      phone.tap(button);
      phone.page().locator("[data-gone=all]").waitFor(attached());
      phone.look("97-removed");

      assertThat(phone.page().evaluate(WHAT_IS_KEPT)).isEqualTo("caches: databases: storage:");
      assertThat(phone.page().context().cookies()).isEmpty();
      phone.open("/today");
      assertThat(phone.path()).isEqualTo("/");
    }
  }

  @Test
  void tomorrow_is_on_the_device_too_and_what_follows_next_week_is_not() {
    Trial trial = Trial.begunNow(server.served(), clock);
    try (Visitor phone = onPhone()) {
      opensAndKeeps(phone, trial);
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
    }
  }

  @Test
  void a_server_that_takes_the_call_and_says_nothing_is_not_waited_for() throws IOException {
    Trial trial = Trial.begunNow(server.served(), clock);
    try (Visitor phone = onPhone()) {
      opensAndKeeps(phone, trial);
      int port = server.served().server().port();
      server.stop();
      try (ServerSocket silent = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
        phone.open("/today");

        assertThat(silent.isBound()).isTrue();
        assertThat(phone.page().locator("[data-notice=kept]").isVisible()).isTrue();
        assertThat(phone.page().locator(".next img").evaluate("image => image.naturalWidth > 0"))
            .isEqualTo(true);
      }
    }
  }

  @Test
  void another_trial_opened_on_the_device_takes_the_place_of_what_was_kept() {
    Trial first = Trial.begunNow(server.served(), clock);
    Trial second = Trial.begunNow(server.served(), clock);
    try (Visitor phone = onPhone()) {
      opensAndKeeps(phone, first);
      aMinuteIsOver(phone);
      phone.open(second.link()).tap("button[name=instead-of]");
      phone.page().waitForURL("**/today");
      until(
          phone.page(),
          "caches.keys().then(names => names.filter(name => name.startsWith('kept ')))"
              + ".then(names => names.length === 1 && names[0].includes('%s'))"
                  .formatted(second.id()));

      assertThat(phone.page().evaluate(KEPT_TEXT)).asString().doesNotContain(first.id().toString());
    }
  }

  @Test
  void a_rating_far_above_the_days_before_is_asked_about_first_also_without_a_network() {
    Trial trial = Trial.begunNow(server.served(), clock).ratedUntil(3, day -> 2);
    clock.goOn(Duration.ofDays(1));
    try (Visitor phone = onPhone()) {
      opensAndKeeps(phone, trial);
      server.stop();
      phone.open("/today").tap(".scale button[value='4']");
      waits(phone.page(), 1);
      assertThat(phone.page().locator("[data-next]").count()).isEqualTo(1);
      phone.tap(".scale button[value='5']");
      waits(phone.page(), 2);

      assertThat(phone.page().locator("[data-next]").count()).isZero();
      phone.open("/step/rolled-towel/morning").page().waitForURL("**/worse");
    }
  }

  @Test
  void a_device_that_keeps_nothing_says_so_and_sends_while_the_page_is_open() {
    Trial trial = Trial.begunNow(server.served(), clock);
    try (Visitor phone = onPhone()) {
      phone
          .page()
          .addInitScript(
              "IDBFactory.prototype.open = () => { throw new DOMException('', 'QuotaExceededError'); };"
                  + "CacheStorage.prototype.match = () => Promise.reject(new DOMException(''));"
                  + "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException(''));");
      phone.open(trial.link());
      phone.page().locator("[data-notice=not-kept]").waitFor();
      server.stop();
      phone.tap(".scale button[value='4']");
      phone.page().locator("[data-notice=held]").waitFor();
      waits(phone.page(), 1);
      phone.look("97-today-keeps-nothing");
      trial = trial.at(server.startAgain());
      phone.page().locator("[data-waiting] button").click();
      phone.page().waitForURL("**/today");
      until(phone.page(), NOTHING_WAITS);

      assertThat(trial.journey().journal().of(Entry.Rated.class)).hasSize(1);
    }
  }

  /** Notes that the browser was asked not to make room by throwing away what waits. */
  private static final String ASKS_TO_STAY =
      "StorageManager.prototype.persist = async () => (self.askedToStay = true)";

  private static final String NOTHING_WAITS =
      "self.waiting && self.waiting.all().then(all => all.length === 0)";

  /** What became of an install that failed: the files of the build are not there. */
  private static final String FILES_LOST =
      """
      caches.keys().then((names) =>
        Promise.all(names.filter((name) => name.startsWith("files ")).map((name) => caches.delete(name))))
      """;

  /** Whether the worker has the answer of the server and waits with it. */
  private static final String HAS_ASKED = "caches.has('test asked')";

  private void theWorkerWaitsWithWhatItFetched(Visitor visitor) {
    inWorker(
        visitor,
        """
        (() => {
          const real = self.fetch;
          const go = new Promise((resolve) => {
            self.goOn = resolve;
            new BroadcastChannel("test").onmessage = resolve;
          });
          self.fetch = async (asked, how) => {
            const answer = await real(asked, { ...how, signal: undefined });
            if (asked !== "/kept" || self.asked) return answer;
            self.asked = true;
            await caches.open("test asked");
            await go;
            return answer;
          };
        })()
        """);
    aMinuteIsOver(visitor);
  }

  /** The next change is kept at once. */
  private void aMinuteIsOver(Visitor visitor) {
    inWorker(visitor, "lastKept = 0");
  }

  private void inWorker(Visitor visitor, String script) {
    WorkerOfAPage.of(chromium, visitor.page(), server.served().address()).runs(script);
  }

  private static final String FILES_OF_THE_NEWER_BUILD_ALONE =
      "caches.keys().then(names => names.filter(name => name.startsWith('files ')).join() === 'files "
          + AnotherBuild.VERSION
          + "')";

  /** What the page fetches when somebody turns on the coach. */
  private static final String TURN_ON_THE_COACH =
      "import(document.querySelector('script[src*=device]').src.replace('device', 'coach')).then(() => true)";

  private static final String COACH_OF_THE_NEWER_BUILD =
      "caches.match('/static/" + AnotherBuild.VERSION + "/js/coach.js').then(kept => !!kept)";

  private static final String KEPT = "caches.match('/kept/current').then(current => !!current)";

  /** Whether what is kept is of the day as the server tells it. */
  private static final String KEPT_AS_IT_STANDS =
      """
      Promise.all([
        caches.match('/kept/about').then((about) => about.json()),
        fetch('/today', { cache: 'no-store' }),
        caches.match('/kept/current'),
      ]).then(([about, today, current]) => !!current && about.tag === today.headers.get('Kept-As'))
      """;

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

  private Visitor onPhone() {
    return Visitor.onPhone(chromium, server.served(), clock).whoLosesTheNetwork();
  }

  /** Opens the trial, and waits until the device keeps it. */
  private static void opensAndKeeps(Visitor visitor, Trial trial) {
    visitor.open(trial.link()).page().waitForURL("**/today");
    until(visitor.page(), KEPT);
    visitor.open("/today"); // from now on the worker stands between
  }

  /**
   * Waits for what a promise of the page tells; a page that gives way to another is asked again.
   */
  private static void until(Page page, String promised) {
    for (int asked = 0; asked < 200; asked++) {
      try {
        if (Boolean.TRUE.equals(page.evaluate(promised))) {
          return;
        }
      } catch (PlaywrightException left) {
        page.waitForLoadState();
      }
      page.waitForTimeout(50);
    }
    throw new AssertionError("never became true: " + promised);
  }

  private static void waits(Page page, int many) {
    page.locator("[data-waiting] h2:text-is('Waits to be sent: " + many + "')").waitFor();
  }

  private static String shown(Visitor visitor) {
    return visitor.page().locator("main").innerText().replaceAll("\\s+", " ");
  }

  private static com.microsoft.playwright.Locator.WaitForOptions gone() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
  }

  private static com.microsoft.playwright.Locator.WaitForOptions attached() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
  }
}

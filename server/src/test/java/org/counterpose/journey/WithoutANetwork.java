package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.journal.Entry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody on a Monday morning whose clinic cannot be reached: the server is really stopped, and
 * started again. A class shares browser and server; each of its tests has a trial of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
abstract class WithoutANetwork {

  private static final Instant MORNING = Instant.parse("2026-11-23T12:15:00Z");

  static final String NOTHING_WAITS =
      "self.waiting && self.waiting.all().then(all => all.length === 0)";

  /** Whether what is kept is of the day as the server tells it. */
  static final String KEPT_AS_IT_STANDS =
      """
      Promise.all([
        caches.match('/kept/about').then((about) => about.json()),
        fetch('/today', { cache: 'no-store' }),
        caches.match('/kept/current'),
      ]).then(([about, today, current]) => !!current && about.tag === today.headers.get('Kept-As'))
      """;

  /** Whether what is kept is as the trial stands, as far as the device knows. */
  static final String KEPT = "caches.match('/kept/current').then(current => !!current)";

  final SettableClock clock = new SettableClock(MORNING);
  ServerThatStops server;

  /** Begun this morning, and now opened at whichever server runs. */
  Trial trial;

  private Chromium chromium;

  @BeforeAll
  void open(@TempDir Path folder) {
    chromium = browser();
    server = new ServerThatStops(folder, clock);
  }

  @AfterAll
  void close() {
    server.close();
  }

  @BeforeEach
  void begin() {
    clock.set(MORNING);
    server.setsItsClock();
    trial = Trial.begunNow(server.served(), clock);
  }

  @AfterEach
  void leaveItRunning() {
    if (server.isAway()) {
      server.startAgain();
    }
  }

  /** The browser of the class. */
  Chromium browser() {
    return Chromium.ofAllTests();
  }

  Visitor onPhone() {
    return Visitor.onPhone(chromium, server.served(), clock).whoLosesTheNetwork();
  }

  /** A phone whose own clock runs as all clocks do, since cameras know no other. */
  Visitor onPhoneInRealTime() {
    return Visitor.onPhoneInRealTime(chromium, server.served(), clock).whoLosesTheNetwork();
  }

  /** A phone that has opened the trial and keeps it; from now on its worker stands between. */
  Visitor phoneThatKeepsIt() {
    return keeps(onPhone(), trial.link());
  }

  /** The same for a device at a desk. */
  Visitor deskThatKeepsIt() {
    return keeps(
        Visitor.atDesk(chromium, server.served(), clock).whoLosesTheNetwork(), trial.link());
  }

  /** Opens what leads to Today, and waits until the device keeps it. */
  static Visitor keeps(Visitor visitor, String link) {
    visitor.open(link).page().waitForURL("**/today");
    until(visitor, KEPT);
    return visitor.open("/today");
  }

  /** The clinic's computer answers again. */
  void isBack() {
    trial = trial.at(server.startAgain());
  }

  /** The same with another one in its place. */
  void isBackAs(Function<ServerThatStops.Started, Served> build) {
    trial = trial.at(server.startAs(build));
  }

  void paused() {
    trial.add(
        new Entry.Paused(
            UUID.randomUUID(), trial.nowThere(), Optional.of("Dr Rivera"), "Rest a few days"));
  }

  /** The next change is kept at once. */
  void aMinuteIsOver(Visitor visitor) {
    inWorker(visitor, "lastKept = 0");
  }

  void inWorker(Visitor visitor, String script) {
    WorkerOfAPage.of(chromium, visitor.page(), server.served().address()).runs(script);
  }

  /** Has the worker, once it has fetched the plan anew, wait with it until it is told to go on. */
  void theWorkerWaitsWithWhatItFetches(Visitor visitor) {
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
    visitor.open("/today");
    until(visitor, "caches.has('test asked')");
  }

  /**
   * Waits for what a promise of the page tells; a page that gives way to another is asked again.
   */
  static void until(Visitor visitor, String promised) {
    Page page = visitor.page();
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

  static void waits(Visitor visitor, int many) {
    waits(visitor.page(), many);
  }

  static void waits(Page page, int many) {
    page.locator("[data-waiting] h2:text-is('Waits to be sent: " + many + "')").waitFor();
  }

  /** The page says that it is from the device, and has its look. */
  static void isFromTheDevice(Visitor visitor) {
    assertThat(visitor.page().locator("[data-notice=kept]").isVisible()).isTrue();
    assertThat(
            visitor
                .page()
                .locator("body")
                .evaluate("body => getComputedStyle(body).backgroundColor"))
        .isEqualTo("rgb(250, 246, 239)");
  }

  static void offersNothing(Visitor visitor) {
    assertThat(visitor.page().locator("a[href^='/step/']").count()).isZero();
  }

  /** The one page there is where the plan that is kept is not that of the clinic any more. */
  static void saysThatThePlanChanged(Visitor visitor) {
    assertThat(visitor.heading()).isEqualTo("Your plan is not the same any more");
    offersNothing(visitor);
  }

  /** As the browser may do where room is short. */
  static void losesWhatIsKept(Visitor visitor) {
    visitor
        .page()
        .evaluate(
            "caches.keys().then(all => Promise.all(all.filter(n => n.startsWith('kept '))"
                + ".map(n => caches.delete(n))))");
  }

  static void untilGone(Locator part) {
    part.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  static void untilThere(Locator part) {
    part.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
  }
}

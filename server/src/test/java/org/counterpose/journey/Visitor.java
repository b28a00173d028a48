package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;

/**
 * Somebody with a browser in New York. Their clock and the server's are the same, and go on only
 * when told. Every request they make must go to the clinic's own server.
 */
final class Visitor implements AutoCloseable {

  /** Whether a tap makes an entry on the device, with a time of its own. */
  private static final String KEEPS = "button => !!button.closest('form[data-entry]')";

  /** Longer than a page is looked at before something on it is tapped. */
  private static final Duration LOADED = Duration.ofSeconds(30);

  private static final String AXE = AxeBuilder.getAxeScript();

  /** Has the accessibility checker leave on the page what it finds serious, and where. */
  private static final String CHECK =
      """
      void axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => {
        document.documentElement.dataset.serious = violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .map(({ id, nodes }) => id + ": " + nodes.map((node) => node.html + " " + node.failureSummary).join("; "))
          .join(String.fromCharCode(10));
      })
      """;

  /** What it left there. */
  private static final String SERIOUS = "document.documentElement.dataset.serious";

  /** A tenth of the time that journeys take: only for who wants to look. */
  private static final boolean KEEPS_PICTURES = System.getenv("COUNTERPOSE_SCREENSHOTS") != null;

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final String address;
  private final SettableClock clock;
  private final boolean hasScript;
  private final BrowserContext context;
  private final Page page;
  private final List<String> elsewhere = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private int taps;
  private boolean losesTheNetwork;

  private Visitor(
      Chromium chromium, Served served, SettableClock clock, Browser.NewContextOptions options) {
    this.address = served.address();
    this.clock = clock;
    this.hasScript = !Boolean.FALSE.equals(options.javaScriptEnabled);
    this.context =
        chromium
            .browser()
            .newContext(
                options.setBaseURL(address).setLocale("en-US").setTimezoneId("America/New_York"));
    this.context.setDefaultTimeout(10_000);
    this.page = context.newPage();
    page.onRequest(
        request -> {
          if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
            elsewhere.add(request.url());
          }
        });
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")
              && !message.text().startsWith("INFO: ") // the pose runtime writes everything there
              && !(losesTheNetwork && message.text().contains("net::ERR_"))
              && !message.text().matches("(?s).*status of (422|409|404|502|503|504).*")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  static Visitor onPhone(Chromium chromium, Served served, SettableClock clock) {
    return new Visitor(chromium, served, clock, phone()).byTheTestsClock();
  }

  /** Somebody whose own clock runs as all clocks do, since cameras and models know no other. */
  static Visitor onPhoneInRealTime(Chromium chromium, Served served, SettableClock clock) {
    return new Visitor(chromium, served, clock, phone());
  }

  private static Browser.NewContextOptions phone() {
    return new Browser.NewContextOptions()
        .setViewportSize(390, 844)
        .setHasTouch(true)
        .setIsMobile(true);
  }

  private Visitor byTheTestsClock() {
    page.clock().install(new Clock.InstallOptions().setTime(clock.instant().toString()));
    return this;
  }

  static Visitor atDesk(Chromium chromium, Served served, SettableClock clock) {
    return new Visitor(
            chromium, served, clock, new Browser.NewContextOptions().setViewportSize(1280, 800))
        .byTheTestsClock();
  }

  /** A phone whose owner reads everything at twice its size. */
  static Visitor zoomedIn(Chromium chromium, Served served, SettableClock clock) {
    return new Visitor(
            chromium, served, clock, new Browser.NewContextOptions().setViewportSize(195, 422))
        .byTheTestsClock();
  }

  static Visitor withoutScript(Chromium chromium, Served served, SettableClock clock) {
    return new Visitor(
            chromium,
            served,
            clock,
            new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false))
        .byTheTestsClock();
  }

  /** Widens the window to a desk's. */
  Visitor widened() {
    page.setViewportSize(1280, 800);
    return this;
  }

  /** Narrows the window to a phone's. */
  Visitor narrowed() {
    page.setViewportSize(390, 844);
    return this;
  }

  Page page() {
    return page;
  }

  int taps() {
    return taps;
  }

  /** Whose browser may complain that nobody answers. */
  Visitor whoLosesTheNetwork() {
    losesTheNetwork = true;
    return this;
  }

  /** Whose requests go by no worker of the page: the browser hands none of those to a test. */
  Visitor withoutAWorker() {
    page.addInitScript("ServiceWorkerContainer.prototype.register = () => new Promise(() => {});");
    return this;
  }

  /** Holds a cookie, told as a request's header has it. */
  Visitor with(String cookie) {
    int equals = cookie.indexOf('=');
    context.addCookies(
        List.of(
            new Cookie(cookie.substring(0, equals), cookie.substring(equals + 1)).setUrl(address)));
    return this;
  }

  Visitor open(String path) {
    try {
      page.navigate(path);
    } catch (PlaywrightException e) {
      if (!losesTheNetwork || !e.toString().contains("net::ERR_ABORTED")) {
        throw e;
      }
      page.waitForLoadState(); // what waited was sent just then, and the page opened itself anew
      page.navigate(path);
    }
    return this;
  }

  /** Taps what is there once; {@code what} is a selector. */
  Visitor tap(String what) {
    Locator target = page.locator(what).first();
    if (hasScript && Boolean.TRUE.equals(target.evaluate(KEEPS))) {
      clock.goOn(LOADED); // or its time would lie ahead of the clinic's clock, which stands still
    }
    target.click();
    taps++;
    return this;
  }

  Visitor type(String field, String text) {
    page.locator(field).first().fill(text);
    return this;
  }

  /** Goes by Tab to what a selector names, and presses a key there. */
  Visitor press(String what, String key) {
    for (int tab = 0; tab < 150; tab++) {
      if (Boolean.TRUE.equals(
          page.evaluate(
              "what => !!document.activeElement && document.activeElement.matches(what)", what))) {
        page.keyboard().press(key);
        return this;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("Tab never reaches " + what + " on " + page.url());
  }

  /** Goes by Tab to what leads to another page, and follows it with Enter. */
  Visitor go(String what) {
    String before = page.url();
    press(what, "Enter");
    page.waitForURL(url -> !url.equals(before));
    return this;
  }

  /** Lets time pass, here and at the clinic. */
  Visitor waits(Duration time) {
    clock.goOn(time);
    page.clock().fastForward(time.toMillis());
    return this;
  }

  /** What the player is at: ready, running, paused or saving. */
  String state() {
    return page.locator("[data-player]").getAttribute("data-state");
  }

  String heading() {
    return page.locator("h1").first().innerText();
  }

  String path() {
    return page.url().substring(address.length());
  }

  /**
   * Looks at the page: nothing serious for the accessibility checker, no sideways scrolling, a
   * picture kept. The checker is a script itself, and would wait for ever where none runs.
   */
  Visitor look(String name) {
    if (!hasScript) {
      throw new IllegalStateException(
          "look(" + name + ") checks the page with a script, and this visitor runs none");
    }
    page.waitForLoadState();
    String serious;
    try {
      serious = serious();
    } catch (TimeoutError e) {
      serious = serious(); // another page had come in between, and took the checker away
    }
    assertThat(serious).as("accessibility of " + path()).isEmpty();
    return picture(name);
  }

  /** What the checker says. An answer that never comes is an error, since a page may go on. */
  private String serious() {
    if (!Boolean.TRUE.equals(page.evaluate("!!window.axe"))) {
      page.evaluate(AXE);
    }
    page.evaluate(CHECK);
    page.waitForCondition(
        () -> page.evaluate(SERIOUS) != null,
        new Page.WaitForConditionOptions().setTimeout(30_000));
    return (String)
        page.evaluate("[" + SERIOUS + ", delete document.documentElement.dataset.serious][0]");
  }

  /** Keeps a picture of the page, where they are asked for; it scrolls only downward. */
  Visitor picture(String name) {
    page.waitForLoadState();
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("sideways scrolling of " + path())
        .isLessThanOrEqualTo(0);
    if (KEEPS_PICTURES) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(SCREENSHOTS.resolve(name + "-" + page.viewportSize().width + ".png"))
              .setFullPage(true));
    }
    return this;
  }

  /** Prints the page on A4 as the browser does, keeps the file, and counts its sheets. */
  int sheets(String name) {
    page.waitForLoadState();
    byte[] pdf =
        page.pdf(
            new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPath(SCREENSHOTS.resolve(name + ".pdf")));
    return new String(pdf, StandardCharsets.ISO_8859_1).split("/Type /Page\\b", -1).length - 1;
  }

  @Override
  public void close() {
    context.close();
    assertThat(elsewhere).as("requests to other servers").isEmpty();
    assertThat(complaints).as("what the browser complained of").isEmpty();
  }
}

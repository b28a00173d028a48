package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a phone has to fetch for a page. The budgets lie a little above what it is today: who needs
 * more should know it, and say why.
 */
class WeightOfPagesTest extends InTheBrowser {

  private static final String ARTICLE = "/";
  private static final String FIRST_SCREEN = "/programmes/mid-back/check/symptoms";
  private static final String LAST_SCREEN = "/programmes/mid-back/check/inflammatory";
  private static final String TODAY = "/today";

  private static final String WAITED_FOR =
      """
      () => performance.getEntriesByType('resource')
        .filter(entry => entry.renderBlockingStatus === 'blocking')
        .map(entry => new URL(entry.name).pathname)
      """;

  /** What went over the line: addresses, and the bytes of the answers as they were sent. */
  private record Weight(List<String> asked, long bytes) {}

  @ParameterizedTest
  @CsvSource({
    ARTICLE + ", 8, 82",
    FIRST_SCREEN + ", 7, 76",
    LAST_SCREEN + ", 7, 76",
    TODAY + ", 14, 100" // its six modules keep what is done on the device
  })
  void a_first_visit_fetches_no_more_than_this(String path, int requests, int kilobytes) {
    try (BrowserContext phone = phone(path)) {
      Weight first = open(phone, path);

      assertThat(first.asked()).hasSizeLessThanOrEqualTo(requests);
      assertThat(first.bytes()).isBetween(10_000L, kilobytes * 1000L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ARTICLE, FIRST_SCREEN, LAST_SCREEN, TODAY})
  void everything_comes_from_the_clinic_itself(String path) {
    try (BrowserContext phone = phone(path)) {
      assertThat(open(phone, path).asked())
          .isNotEmpty()
          .allMatch(address -> address.startsWith(served.address() + "/"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {FIRST_SCREEN, LAST_SCREEN, TODAY})
  void a_second_visit_fetches_the_page_alone(String path) {
    try (BrowserContext phone = phone(path)) {
      open(phone, path);

      assertThat(open(phone, path).asked()).containsExactly(served.address() + path);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {FIRST_SCREEN, LAST_SCREEN, TODAY})
  void who_read_the_article_has_all_but_the_page_and_its_own_parts(String path) {
    try (BrowserContext phone = phone(path)) {
      open(phone, ARTICLE);

      assertThat(open(phone, path).asked())
          .contains(served.address() + path)
          .noneMatch(address -> address.matches(".*\\.(css|woff2)"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ARTICLE, FIRST_SCREEN, LAST_SCREEN, TODAY})
  void the_first_picture_waits_for_one_style_sheet_and_no_script(String path) {
    try (BrowserContext phone = phone(path);
        Page page = phone.newPage()) {
      page.navigate(path);

      assertThat(page.evaluate(WAITED_FOR))
          .asInstanceOf(LIST)
          .singleElement()
          .asString()
          .endsWith("/css/pages.css");
    }
  }

  /** A phone that has kept nothing yet; for Today it holds a trial. */
  private BrowserContext phone(String path) {
    BrowserContext phone =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(served.address())
                    .setLocale("en-US")
                    .setViewportSize(390, 844)
                    .setServiceWorkers(ServiceWorkerPolicy.BLOCK));
    if (path.equals(TODAY)) {
      String link = Trial.begunNow(served, clock).link();
      String[] cookie =
          served.send("POST", link, new byte[0]).header("Set-Cookie").split(";")[0].split("=", 2);
      phone.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(served.address())));
    }
    return phone;
  }

  private static Weight open(BrowserContext phone, String path) {
    try (Page page = phone.newPage()) {
      CDPSession session = phone.newCDPSession(page);
      Map<String, String> addresses = new HashMap<>();
      List<String> asked = new ArrayList<>();
      AtomicLong bytes = new AtomicLong();
      session.on(
          "Network.requestWillBeSent",
          sent ->
              addresses.put(
                  sent.get("requestId").getAsString(),
                  sent.getAsJsonObject("request").get("url").getAsString()));
      session.on(
          "Network.loadingFinished",
          finished -> {
            long length = finished.get("encodedDataLength").getAsLong();
            if (length > 0) { // what the browser had kept is none
              bytes.addAndGet(length);
              asked.add(addresses.get(finished.get("requestId").getAsString()));
            }
          });
      session.send("Network.enable");
      page.navigate(path);
      page.waitForLoadState(LoadState.NETWORKIDLE);
      return new Weight(asked, bytes.get());
    }
  }
}

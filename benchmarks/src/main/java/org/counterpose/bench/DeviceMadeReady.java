package org.counterpose.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a device fetches to be ready for a time without a network: all of it that comes over the
 * line to a real browser, and of that the days to come, which are asked for once more by hand.
 */
final class DeviceMadeReady {

  private static final Pattern NAME = Pattern.compile("\"([0-9a-f]{12})\":");

  /** Longer than the minute for which a device waits between two askings. */
  private static final double PATIENCE_MS = 120_000;

  /** So long a page may still fetch after it is loaded. */
  private static final int SETTLES_MS = 3000;

  private static final String READY_ANEW =
      """
      async (tag) => {
        const about = await caches.match('/kept/about');
        const current = await caches.match('/kept/current');
        return !!about && !!current && (await about.json()).tag !== tag;
      }
      """;

  private static final String TAG =
      "caches.match('/kept/about').then((about) => about.json()).then((about) => about.tag)";

  private DeviceMadeReady() {}

  static List<Row> rows(Demo demo, InChromium chromium) throws IOException, InterruptedException {
    try (CountedLine line = new CountedLine(demo.address());
        BrowserContext phone = chromium.phoneThatKeeps()) {
      String[] held = demo.cookie().split("=", 2);
      phone.addCookies(List.of(new Cookie(held[0], held[1]).setUrl(line.address())));
      HttpResponse<byte[]> first = demo.pressed("/kept");
      Page page = phone.newPage();
      page.navigate(line.address() + "/today");
      until(page, "");
      long whole = settled(page, line);
      String tag = (String) page.evaluate(TAG);
      page.locator("#rating .scale button[value='4']").first().click();
      until(page, tag);
      long afterAnEntry = settled(page, line);
      HttpResponse<byte[]> all = demo.pressed("/kept");
      HttpResponse<byte[]> lacking = demo.pressed("/kept", "Kept-Pages", names(first));
      HttpResponse<byte[]> none =
          demo.pressed("/kept", "If-None-Match", all.headers().firstValue("ETag").orElseThrow());
      page.reload();
      long again = settled(page, line);
      return List.of(
          Row.figure("made ready for no network, first time", kB(whole)),
          Row.figure("  after one entry", kB(afterAnEntry)),
          Row.figure("  opened again, nothing changed", kB(again)),
          Row.figure("  of it the days to come, first time", kB(first.body().length)),
          Row.ratio(
              "  of it the days to come, after one entry",
              kB(lacking.body().length),
              kB(all.body().length) + " with all of them",
              lacking.body().length / (double) all.body().length),
          Row.figure(
              "  of it the days to come, nothing changed",
              kB(none.body().length) + ", answered " + none.statusCode()));
    }
  }

  private static String names(HttpResponse<byte[]> kept) throws IOException {
    return NAME.matcher(Demo.text(kept))
        .results()
        .map((MatchResult name) -> name.group(1))
        .collect(Collectors.joining(" "));
  }

  private static void until(Page page, String tag) {
    double end = System.nanoTime() / 1e6 + PATIENCE_MS;
    while (!Boolean.TRUE.equals(page.evaluate(READY_ANEW, tag))) {
      if (System.nanoTime() / 1e6 > end) {
        throw new IllegalStateException("the device never kept what is new");
      }
      page.waitForTimeout(200);
    }
  }

  private static long settled(Page page, CountedLine line) {
    page.waitForTimeout(SETTLES_MS);
    return line.taken();
  }

  private static String kB(long bytes) {
    return String.format(Locale.ROOT, "%.1f kB", bytes / 1000.0);
  }
}

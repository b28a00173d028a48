package org.counterpose.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One page opened on a slow phone: its processor a quarter of this one's, 1.6 Mbit/s down, 750
 * kbit/s up and 150 ms until an answer begins. That is what Lighthouse calls a mobile device on
 * slow 4G (its docs/throttling.md).
 *
 * @param requests those that went to a server; what the browser had kept is none
 * @param bytes of all answers, headers too, as they were sent
 * @param first milliseconds until anything is drawn (first contentful paint)
 * @param largest until the largest part is drawn (largest contentful paint)
 * @param usable until something is drawn, the scripts have run and no task of more than 50 ms is
 *     under way
 * @param complete until everything is there, typefaces and pictures too
 */
record Load(
    int requests, long bytes, double first, double largest, double usable, double complete) {

  private static final int SLOWER = 4;
  private static final double UNTIL_AN_ANSWER_MS = 150;
  private static final double DOWN = 1.6 * 1024 * 1024 / 8;
  private static final double UP = 750.0 * 1024 / 8;

  /** So long a page may still draw and work after it is loaded. */
  private static final int SETTLES_MS = 1000;

  private static final String OBSERVE =
      """
      window.seen = { largest: 0, busy: 0 };
      new PerformanceObserver(list => list.getEntries().forEach(entry =>
          window.seen.largest = Math.max(window.seen.largest, entry.startTime)))
        .observe({ type: 'largest-contentful-paint', buffered: true });
      new PerformanceObserver(list => list.getEntries().forEach(entry =>
          window.seen.busy = Math.max(window.seen.busy, entry.startTime + entry.duration)))
        .observe({ type: 'longtask', buffered: true });
      """;

  private static final String TELL =
      """
      () => {
        const first = performance.getEntriesByName('first-contentful-paint')[0].startTime;
        const page = performance.getEntriesByType('navigation')[0];
        return [
          first,
          window.seen.largest,
          Math.max(first, page.domContentLoadedEventEnd, window.seen.busy),
          page.loadEventEnd
        ].join(' ');
      }
      """;

  /** Opens an address in a tab of its own; what the context has kept is used. */
  static Load of(BrowserContext context, String address) {
    try (Page page = context.newPage()) {
      CDPSession session = context.newCDPSession(page);
      AtomicInteger requests = new AtomicInteger();
      AtomicLong bytes = new AtomicLong();
      session.on(
          "Network.loadingFinished",
          finished -> {
            long length = finished.get("encodedDataLength").getAsLong();
            if (length > 0) {
              requests.incrementAndGet();
              bytes.addAndGet(length);
            }
          });
      session.send("Network.enable");
      session.send(
          "Network.emulateNetworkConditions",
          json(
              Map.of(
                  "offline",
                  new JsonPrimitive(false),
                  "latency",
                  new JsonPrimitive(UNTIL_AN_ANSWER_MS),
                  "downloadThroughput",
                  new JsonPrimitive(DOWN),
                  "uploadThroughput",
                  new JsonPrimitive(UP))));
      session.send(
          "Emulation.setCPUThrottlingRate", json(Map.of("rate", new JsonPrimitive(SLOWER))));
      page.addInitScript(OBSERVE);
      page.navigate(address);
      page.waitForTimeout(SETTLES_MS);
      String[] told = ((String) page.evaluate(TELL)).split(" ");
      return new Load(
          requests.get(),
          bytes.get(),
          Double.parseDouble(told[0]),
          Double.parseDouble(told[1]),
          Double.parseDouble(told[2]),
          Double.parseDouble(told[3]));
    }
  }

  private static JsonObject json(Map<String, ? extends JsonElement> values) {
    JsonObject object = new JsonObject();
    values.forEach(object::add);
    return object;
  }
}

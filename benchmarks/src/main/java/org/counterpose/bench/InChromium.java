package org.counterpose.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** This machine's Chromium. */
final class InChromium implements AutoCloseable {

  /** Ticks of the processor's clock a second, as {@code /proc} counts. */
  private static final double TICKS = 100;

  static final List<String> ALWAYS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  /** Before a camera that shows a film. */
  static InChromium before(Path film) {
    return new InChromium(
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        "--use-file-for-fake-video-capture=" + film);
  }

  /**
   * @param options beyond those that every measure needs
   */
  InChromium(String... options) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    List<String> flags = Stream.concat(ALWAYS.stream(), Stream.of(options)).toList();
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(flags));
  }

  /** Whether there is a Chromium that {@code ./test} would use too. */
  static boolean isHere() {
    return Files.isExecutable(executable());
  }

  static Path executable() {
    String given = System.getenv("COUNTERPOSE_CHROMIUM");
    return Path.of(given == null || given.isBlank() ? "/usr/bin/chromium" : given);
  }

  /** A phone that has kept nothing yet, and does not keep pages beyond what a browser does. */
  BrowserContext phone() {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setDeviceScaleFactor(2)
            .setServiceWorkers(ServiceWorkerPolicy.BLOCK));
  }

  /** A phone that has kept nothing yet, and keeps what a page wants kept. */
  BrowserContext phoneThatKeeps() {
    return browser.newContext(new Browser.NewContextOptions().setViewportSize(390, 844));
  }

  Page page(String origin) {
    return browser
        .newContext(new Browser.NewContextOptions().setBaseURL(origin).setViewportSize(390, 844))
        .newPage();
  }

  /** Seconds of processor time that each of the browser's processes has used so far. */
  private static Map<Long, Double> used() {
    return ProcessHandle.current()
        .descendants()
        .collect(Collectors.toMap(ProcessHandle::pid, process -> cpuSeconds(process.pid())));
  }

  /** Shares of a core that the browser, with all its processes, uses for so many seconds. */
  static double load(int seconds) throws InterruptedException {
    Map<Long, Double> before = used();
    Thread.sleep(seconds * 1000L);
    double sum = 0;
    for (Map.Entry<Long, Double> after : used().entrySet()) {
      sum += Math.max(0, after.getValue() - before.getOrDefault(after.getKey(), 0.0));
    }
    return sum / seconds;
  }

  private static double cpuSeconds(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Arrays.stream(fields, 11, 13).mapToLong(Long::parseLong).sum() / TICKS;
    } catch (IOException ended) {
      return 0;
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

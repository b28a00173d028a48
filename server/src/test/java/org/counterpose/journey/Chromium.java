package org.counterpose.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine's own Chromium, started with an empty profile. */
public final class Chromium implements AutoCloseable {

  private static final List<String> ALWAYS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static @Nullable Chromium ofAllTests;

  private final Playwright playwright;
  private final Browser browser;

  /**
   * @param options beyond those that every test needs
   */
  public Chromium(String... options) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(Stream.concat(ALWAYS.stream(), Stream.of(options)).toList()));
  }

  /**
   * The one that tests share which need no options of their own; each has a profile of its own in
   * it. It ends with this process.
   */
  static Chromium ofAllTests() {
    if (ofAllTests == null) {
      ofAllTests = new Chromium();
    }
    return ofAllTests;
  }

  private static Path executable() {
    String given = System.getenv("COUNTERPOSE_CHROMIUM");
    if (given != null && !given.isBlank()) {
      return Path.of(given);
    }
    for (String place :
        List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")) {
      if (Files.isExecutable(Path.of(place))) {
        return Path.of(place);
      }
    }
    throw new IllegalStateException("no Chromium: ./test installs it, or set COUNTERPOSE_CHROMIUM");
  }

  public Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

package org.counterpose.people;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device as its owner would name it, such as "Firefox on Android": the family of browser and
 * system and nothing more of what a browser tells about itself.
 */
public record Device(String name) {

  /** What marks a family, the more telling marks first: most browsers name others too. */
  private static final Map<String, String> BROWSERS = new java.util.LinkedHashMap<>();

  private static final Map<String, String> SYSTEMS = new java.util.LinkedHashMap<>();

  static {
    BROWSERS.put("edg", "Edge");
    BROWSERS.put("opr/", "Opera");
    BROWSERS.put("samsungbrowser", "Samsung Internet");
    BROWSERS.put("firefox", "Firefox");
    BROWSERS.put("fxios", "Firefox");
    BROWSERS.put("crios", "Chrome");
    BROWSERS.put("chrome", "Chrome");
    BROWSERS.put("safari", "Safari");
    SYSTEMS.put("android", "Android");
    SYSTEMS.put("iphone", "iPhone");
    SYSTEMS.put("ipad", "iPad");
    SYSTEMS.put("windows", "Windows");
    SYSTEMS.put("mac os", "Mac");
    SYSTEMS.put("cros", "ChromeOS");
    SYSTEMS.put("linux", "Linux");
  }

  /** The device that sent this header, if it sent any. */
  public static Device of(@Nullable String userAgent) {
    String agent = userAgent == null ? "" : userAgent.toLowerCase(Locale.ROOT);
    Optional<String> browser = family(BROWSERS, agent);
    Optional<String> system = family(SYSTEMS, agent);
    return new Device(browser.orElse("A browser") + system.map(name -> " on " + name).orElse(""));
  }

  private static Optional<String> family(Map<String, String> families, String agent) {
    return families.entrySet().stream()
        .filter(family -> agent.contains(family.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}

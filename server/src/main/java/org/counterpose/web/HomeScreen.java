package org.counterpose.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterpose.words.Words;

/**
 * The trial as an app on a device's home screen, and on iPhones that is where alone notifications
 * are shown: a manifest, the same for everybody, and nothing that is kept on the device.
 */
final class HomeScreen {

  static final String PATH = "/manifest.webmanifest";

  private static final String PAPER = "#faf6ef";

  private final Assets assets;
  private final String clinic;
  private final Words words;

  HomeScreen(Assets assets, String clinic, Words words) {
    this.assets = assets;
    this.clinic = clinic;
    this.words = words;
  }

  void add(Routes routes) {
    routes.get(PATH, this::manifest);
  }

  private void manifest(Context context) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("name", clinic);
    manifest.put("short_name", clinic);
    manifest.put("lang", words.locale().toLanguageTag());
    manifest.put("id", "/");
    manifest.put("start_url", "/today");
    manifest.put("scope", "/");
    manifest.put("display", "standalone");
    manifest.put("background_color", PAPER);
    manifest.put("theme_color", PAPER);
    manifest.put(
        "icons",
        List.of(
            icon("icons/192.png", "192x192", "any"),
            icon("icons/512.png", "512x512", "any"),
            icon("icons/maskable-512.png", "512x512", "maskable")));
    context.header("Cache-Control", "no-cache");
    context
        .contentType("application/manifest+json")
        .result(new ObjectMapper().valueToTree(manifest).toString());
  }

  private Map<String, String> icon(String file, String sizes, String purpose) {
    Map<String, String> icon = new LinkedHashMap<>();
    icon.put("src", assets.href(file));
    icon.put("sizes", sizes);
    icon.put("type", "image/png");
    icon.put("purpose", purpose);
    return icon;
  }
}

package org.counterpose.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lighthouse of one version, from npm by a lock file that holds a checksum of each of its parts;
 * kept in {@code .cache/} and no part of the product. It judges as for a phone, in this machine's
 * Chromium, and tells nobody.
 */
final class Lighthouse {

  /** What it gives points for. */
  enum Category {
    PERFORMANCE("performance", "speed"),
    ACCESSIBILITY("accessibility", "accessibility"),
    BEST_PRACTICES("best-practices", "best practices"),
    SEARCH("seo", "search");

    final String id;
    final String title;

    Category(String id, String title) {
      this.id = id;
      this.title = title;
    }
  }

  private static final String LOCK = "package-lock.json";

  /** On a busy machine it now and then loses track of a page, and asks to be run again. */
  private static final int TRIES = 3;

  private final Path folder;

  private Lighthouse(Path folder) {
    this.folder = folder;
  }

  /** Whether there are node, in which it runs, and npm, which fetches it. */
  static boolean canRun() {
    return Stream.of("node", "npm")
        .allMatch(
            name ->
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))));
  }

  /**
   * Installs it where it is not there yet.
   *
   * @param home the project's folder
   * @throws IOException where there is no npm, or what came has another checksum
   */
  static Lighthouse installed(Path home) throws IOException, InterruptedException {
    Path wanted = home.resolve("benchmarks/lighthouse");
    Path folder = home.resolve(".cache/lighthouse");
    Path done = folder.resolve("installed.json");
    if (!Files.exists(done) || Files.mismatch(done, wanted.resolve(LOCK)) >= 0) {
      System.err.println("lighthouse: fetching it from npm, once");
      Files.createDirectories(folder);
      for (String file : List.of("package.json", LOCK)) {
        Files.write(folder.resolve(file), Files.readAllBytes(wanted.resolve(file)));
      }
      List<String> fetch = List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
      if (run(folder, fetch, Map.of()) != 0) {
        throw new IOException("npm did not install what the lock file names");
      }
      Files.write(done, Files.readAllBytes(wanted.resolve(LOCK)));
    }
    return new Lighthouse(folder);
  }

  /**
   * Points out of 100.
   *
   * @param cookie sent along; empty where nothing is
   * @param isForSearch whether the page is to be found by who searches. One that is not is not
   *     asked whether it can be.
   */
  Map<Category, Integer> judge(String address, String cookie, boolean isForSearch, Path report)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "node",
                folder.resolve("node_modules/lighthouse/cli/index.js").toString(),
                address,
                "--quiet",
                "--no-enable-error-reporting",
                "--output=json",
                "--output-path=" + report,
                "--chrome-flags=" + String.join(" ", InChromium.ALWAYS)));
    if (!cookie.isEmpty()) {
      JsonObject headers = new JsonObject();
      headers.addProperty("Cookie", cookie);
      command.add("--extra-headers=" + headers);
    }
    if (!isForSearch) {
      command.add("--skip-audits=is-crawlable");
    }
    Map<String, String> chromium = Map.of("CHROME_PATH", InChromium.executable().toString());
    int status = run(folder, command, chromium);
    for (int again = 1; status != 0 && again < TRIES; again++) {
      status = run(folder, command, chromium);
    }
    if (status != 0) {
      throw new IOException("Lighthouse could not judge " + address + " in " + TRIES + " tries");
    }
    JsonObject told = JsonParser.parseString(Files.readString(report)).getAsJsonObject();
    if (!told.get("finalDisplayedUrl").getAsString().equals(address)) {
      throw new IOException(address + " led to " + told.get("finalDisplayedUrl").getAsString());
    }
    JsonObject categories = told.getAsJsonObject("categories");
    Map<Category, Integer> points = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      double score = categories.getAsJsonObject(category.id).get("score").getAsDouble();
      points.put(category, (int) Math.round(score * 100));
    }
    return points;
  }

  private static int run(Path folder, List<String> command, Map<String, String> more)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(more);
    return builder.start().waitFor();
  }
}

package org.counterpose.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterpose.bench.Lighthouse.Category;

/** What Lighthouse says of the pages that people see first and most. */
final class LighthouseBench implements Measure {

  private static final int ROUNDS = 3;
  private static final int AT_LEAST = 95;

  /**
   * A page to judge.
   *
   * @param isPrivate whether it needs a trial
   * @param isForSearch whether it is to be found by who searches; robots.txt keeps the others out
   */
  private record Judged(String name, String path, boolean isPrivate, boolean isForSearch) {}

  private static List<Judged> pages(Demo demo) throws IOException, InterruptedException {
    return List.of(
        new Judged("article", "/", false, true),
        new Judged("articles", "/articles", false, true),
        new Judged("check", "/programmes/mid-back/check/symptoms", false, false),
        new Judged("Today", "/today", true, false),
        new Judged("player", player(demo), true, false));
  }

  /** The first step of the day that is counted and spoken. */
  private static String player(Demo demo) throws IOException, InterruptedException {
    Matcher link = Pattern.compile("href=\"(/step/[^\"]+)\"").matcher(demo.get("/today"));
    if (!link.find()) {
      throw new IOException("Today leads to no player");
    }
    return link.group(1);
  }

  @Override
  public String name() {
    return "lighthouse";
  }

  @Override
  public String about() {
    return "Lighthouse's points for pages on a phone, each at least " + AT_LEAST;
  }

  @Override
  public boolean mustMeetItsTargets() {
    return true;
  }

  @Override
  public List<Row> run(Path folder) throws Exception {
    if (!InChromium.isHere() || !Lighthouse.canRun()) {
      return notMeasured("it needs Chromium, node 18 and npm");
    }
    Path home = Path.of(System.getProperty("counterpose.home", "")).toAbsolutePath();
    Lighthouse lighthouse;
    try {
      lighthouse = Lighthouse.installed(home);
    } catch (IOException e) {
      return notMeasured("it could not be fetched: " + e.getMessage());
    }
    List<Row> rows = new ArrayList<>();
    try (Demo demo = new Demo()) {
      for (Judged page : pages(demo)) {
        Map<Category, List<Integer>> points = new EnumMap<>(Category.class);
        for (int round = 0; round < ROUNDS; round++) {
          lighthouse
              .judge(
                  demo.address() + page.path(),
                  page.isPrivate() ? demo.cookie() : "",
                  page.isForSearch(),
                  folder.resolve("report.json"))
              .forEach(
                  (category, score) ->
                      points.computeIfAbsent(category, key -> new ArrayList<>()).add(score));
        }
        points.forEach((category, scores) -> rows.add(row(page, category, scores)));
      }
    }
    return rows;
  }

  /** Points that nobody counted are not enough. */
  private static List<Row> notMeasured(String why) {
    return List.of(Row.holds("Lighthouse", "not measured: " + why, false));
  }

  /** The middle one of the rounds counts. */
  private static Row row(Judged page, Category category, List<Integer> scores) {
    List<Integer> sorted = scores.stream().sorted().toList();
    int middle = sorted.get(sorted.size() / 2);
    String what = page.name() + ": " + category.title;
    if (category == Category.SEARCH && !page.isForSearch()) {
      what += ", except whether it can be found";
    }
    String value = middle + " (" + sorted.getFirst() + " to " + sorted.getLast() + ")";
    return Row.points(what, value, middle, AT_LEAST);
  }
}

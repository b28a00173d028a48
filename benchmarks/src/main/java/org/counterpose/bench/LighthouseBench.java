package org.counterpose.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  private static final List<Judged> PAGES =
      List.of(
          new Judged("article", "/", false, true),
          new Judged("articles", "/articles", false, true),
          new Judged("check", "/programmes/mid-back/check/symptoms", false, false),
          new Judged("Today", "/today", true, false));

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
      return List.of(Row.figure("lighthouse", "not measured: it needs Chromium, node 18 and npm"));
    }
    Lighthouse lighthouse =
        Lighthouse.installed(Path.of(System.getProperty("counterpose.home", "")).toAbsolutePath());
    List<Row> rows = new ArrayList<>();
    try (Demo demo = new Demo()) {
      for (Judged page : PAGES) {
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

  /** The middle one of the rounds counts. */
  private static Row row(Judged page, Category category, List<Integer> scores) {
    List<Integer> sorted = scores.stream().sorted().toList();
    int middle = sorted.get(sorted.size() / 2);
    String what = page.name() + ": " + category.title;
    if (category == Category.SEARCH && !page.isForSearch()) {
      what += ", but for being found: it is not to be";
    }
    String value = middle + " (" + sorted.getFirst() + " to " + sorted.getLast() + ")";
    return Row.points(what, value, middle, AT_LEAST);
  }
}

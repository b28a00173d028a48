package org.counterpose.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.counterpose.document.Problems;
import org.counterpose.library.Library;
import org.counterpose.programme.Programme;

/**
 * What pages weigh and how soon they are there on a slow phone, each beside a plain static page
 * that is opened in the same round, the first time and again; and what a device fetches to be ready
 * for a time without a network.
 */
final class PagesBench implements Measure {

  private static final int ROUNDS = 7;

  /** Ours and the plain page, opened one after the other. */
  private record Pair(Load ours, Load plain) {}

  @Override
  public String name() {
    return "pages";
  }

  @Override
  public String about() {
    return "pages on a slow phone: requests, bytes and time, against a plain static page";
  }

  @Override
  public List<Row> run(Path folder) throws Exception {
    if (!InChromium.isHere()) {
      return List.of(Row.figure("pages", "not measured: there is no Chromium here"));
    }
    Map<String, List<Pair>> visits = new LinkedHashMap<>();
    List<Row> ready;
    try (Demo demo = new Demo();
        PlainPage plain = new PlainPage(text(demo.get("/")));
        InChromium chromium = new InChromium()) {
      Map<String, String> pages = pages();
      ready = DeviceMadeReady.rows(demo, chromium);
      for (int round = -1; round < ROUNDS; round++) {
        for (Map.Entry<String, String> page : pages.entrySet()) {
          try (BrowserContext ours = chromium.phone();
              BrowserContext theirs = chromium.phone()) {
            if (page.getValue().equals("/today")) {
              ours.addCookies(List.of(cookie(demo)));
            }
            String address = demo.address() + page.getValue();
            boolean oursFirst = round % 2 == 0;
            Pair one = pair(ours, address, theirs, plain.address(), oursFirst);
            Pair two = pair(ours, address, theirs, plain.address(), oursFirst);
            if (round >= 0) {
              String name = page.getKey();
              visits.computeIfAbsent(name + ", first visit", key -> new ArrayList<>()).add(one);
              visits.computeIfAbsent(name + ", second visit", key -> new ArrayList<>()).add(two);
            }
          }
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    visits.forEach((visit, rounds) -> rows.addAll(rows(visit, rounds)));
    rows.addAll(ready);
    return rows;
  }

  private static Map<String, String> pages() {
    Programme programme =
        Library.load(
                Path.of(System.getProperty("counterpose.home", ""), "programmes"), new Problems())
            .orElseThrow()
            .programmes()
            .getFirst();
    String check = "/programmes/" + programme.id() + "/check/";
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("article", "/");
    pages.put("check, first screen", check + programme.screens().getFirst().id());
    pages.put("check, last screen", check + programme.screens().getLast().id());
    pages.put("Today", "/today");
    return pages;
  }

  /** Of the article's page what stands in the article itself. */
  private static String text(String page) {
    return page.substring(page.indexOf("<h1"), page.indexOf("</h1>") + "</h1>".length())
        + page.substring(
            page.indexOf("<article"), page.indexOf("</article>") + "</article>".length());
  }

  private static Cookie cookie(Demo demo) {
    String[] parts = demo.cookie().split("=", 2);
    return new Cookie(parts[0], parts[1]).setUrl(demo.address());
  }

  private static Pair pair(
      BrowserContext ours, String our, BrowserContext theirs, String plain, boolean oursFirst) {
    if (oursFirst) {
      Load one = Load.of(ours, our);
      return new Pair(one, Load.of(theirs, plain));
    }
    Load other = Load.of(theirs, plain);
    return new Pair(Load.of(ours, our), other);
  }

  private static List<Row> rows(String visit, List<Pair> rounds) {
    Load ours = rounds.getLast().ours();
    Load plain = rounds.getLast().plain();
    return List.of(
        new Row(visit + ": weight", weight(ours), weight(plain), "", ""),
        row("  first picture", rounds, Load::first),
        row("  largest part", rounds, Load::largest),
        row("  usable", rounds, Load::usable),
        row("  complete", rounds, Load::complete));
  }

  private static String weight(Load load) {
    return String.format(
        Locale.ROOT,
        "%d %s, %.1f kB",
        load.requests(),
        load.requests() == 1 ? "request" : "requests",
        load.bytes() / 1000.0);
  }

  /** The median and the worst of each, and the median of the rounds' ratios. */
  private static Row row(String what, List<Pair> rounds, ToDoubleFunction<Load> of) {
    return Row.ratio(
        what,
        times(rounds.stream().map(Pair::ours).mapToDouble(of)),
        times(rounds.stream().map(Pair::plain).mapToDouble(of)),
        median(
            rounds.stream()
                .mapToDouble(
                    pair -> of.applyAsDouble(pair.ours()) / of.applyAsDouble(pair.plain()))));
  }

  private static String times(DoubleStream values) {
    double[] all = values.toArray();
    return String.format(
        Locale.ROOT,
        "%,.0f ms (worst %,.0f)",
        median(DoubleStream.of(all)),
        DoubleStream.of(all).max().orElse(0));
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }
}

package org.counterpose.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.counterpose.simulation.Scenario.Course;
import org.counterpose.simulation.Scenario.Entry;
import org.counterpose.simulation.Scenario.Rating;
import org.counterpose.simulation.Scenario.Relief;
import org.counterpose.simulation.Scenario.Scattering;
import org.counterpose.verdict.Verdict.Answer;

/**
 * How the verdict behaves: how often each answer is given to people of whom the truth is known,
 * against what it must be, beside what others do with the same ratings, and where the truth is
 * another than the model supposes.
 */
public final class Characteristics {

  /** Of the people of a row of the table, so many for each spot of a plot. */
  private static final double SHARE_FOR_PLOTS = 0.4;

  private static final double STEP_OF_PLOTS = 0.25;
  private static final double LEAST_RELIEF = -1;
  private static final double MOST_RELIEF = 2;

  /** What must hold of a row, in words and as a check. */
  public record Must(String words, Predicate<Trials> holds) {}

  /** A row of the table, before it is measured. */
  public record Wanted(Scenario scenario, Must must) {}

  /** A measured row. */
  private record Row(Wanted wanted, Trials trials) {}

  private final int people;
  private final long seed;
  private final List<Row> required;
  private final List<Row> otherTruths;
  private final Map<Double, Trials> byRelief;

  private Characteristics(
      int people,
      long seed,
      List<Row> required,
      List<Row> otherTruths,
      Map<Double, Trials> byRelief) {
    this.people = people;
    this.seed = seed;
    this.required = required;
    this.otherTruths = otherTruths;
    this.byRelief = byRelief;
  }

  /** The rows that have a bound to keep. */
  public static List<Wanted> required() {
    Must atMost2 = atMost(Answer.BETTER, 2.5);
    Must atMost5 = atMost(Answer.BETTER, 5);
    Must told = new Must("measured and told", trials -> true);
    Must worse =
        new Must(
            "WORSE at least 80 %; BETTER at most 0.1 %",
            trials ->
                trials.onDay28(Answer.WORSE) >= 0.8 && trials.onDay28(Answer.BETTER) <= 0.001);
    return List.of(
        new Wanted(Scenario.of("stable, ordinary entry", Relief.NONE), atMost2),
        new Wanted(
            Scenario.of("stable, entry on a flare", Relief.NONE).coming(Entry.FLARE), atMost5),
        new Wanted(
            Scenario.of("relief of exactly the important change", Relief.important(1)),
            new Must(
                "BETTER 35 to 65 %",
                trials ->
                    trials.onDay28(Answer.BETTER) >= 0.35
                        && trials.onDay28(Answer.BETTER) <= 0.65)),
        new Wanted(
            Scenario.of("relief of 1.5 times the important change", Relief.important(1.5)),
            new Must("BETTER at least 80 %", trials -> trials.onDay28(Answer.BETTER) >= 0.8)),
        new Wanted(Scenario.of("worsening by 2", Relief.points(-2)), worse),
        new Wanted(
            Scenario.of("half of the days missing: stable", Relief.NONE)
                .rating(Rating.HALF_THE_DAYS),
            atMost2),
        new Wanted(
            Scenario.of("half missing: stable, on a flare", Relief.NONE)
                .coming(Entry.FLARE)
                .rating(Rating.HALF_THE_DAYS),
            atMost5),
        new Wanted(
            Scenario.of("half missing: worsening by 2", Relief.points(-2))
                .rating(Rating.HALF_THE_DAYS),
            atMost(Answer.BETTER, 0.1)),
        new Wanted(
            Scenario.of("half missing: 1.5 times the important change", Relief.important(1.5))
                .rating(Rating.HALF_THE_DAYS),
            told),
        new Wanted(
            Scenario.of("missing more on bad days: stable", Relief.NONE)
                .rating(Rating.FEWER_ON_BAD_DAYS),
            told),
        new Wanted(
            Scenario.of("missing more on bad days: 1.5 times", Relief.important(1.5))
                .rating(Rating.FEWER_ON_BAD_DAYS),
            told),
        new Wanted(
            Scenario.of("missing more on bad days: worsening by 2", Relief.points(-2))
                .rating(Rating.FEWER_ON_BAD_DAYS),
            told));
  }

  /** The 90 % interval must hold the truth so often, as a share. */
  public static boolean coversWell(Trials trials) {
    return trials.coverage() >= 0.88 && trials.coverage() <= 0.92;
  }

  private static Must atMost(Answer answer, double percent) {
    return new Must(
        answer + " at most " + number(percent) + " %",
        trials -> trials.onDay28(answer) <= percent / 100);
  }

  /** Truths that the model does not suppose, or that measures.md draws otherwise. */
  private static List<Scenario> otherTruths() {
    return List.of(
        Scenario.of("eases by itself: 1.2 points in four weeks", Relief.points(1.2 * 21 / 27)),
        Scenario.of("stable, start 3 to 4.5 (1 point matters)", Relief.NONE).beginning(3, 4.5),
        Scenario.of("stable, start 3 to 4.5, on a flare", Relief.NONE)
            .beginning(3, 4.5)
            .coming(Entry.FLARE),
        Scenario.of("1.5 times, start 3 to 4.5", Relief.important(1.5)).beginning(3, 4.5),
        Scenario.of("stable, start 1 to 3", Relief.NONE).beginning(1, 3),
        Scenario.of("stable, start 8 to 9.5 (3 points matter)", Relief.NONE).beginning(8, 9.5),
        Scenario.of("1.5 times, start 8 to 9.5", Relief.important(1.5)).beginning(8, 9.5),
        Scenario.of("1.5 times, fast at first", Relief.important(1.5)).going(Course.EARLY),
        Scenario.of("1.5 times, only in week 3", Relief.important(1.5)).going(Course.LATE),
        Scenario.of("1.5 times, from one day to the next", Relief.important(1.5))
            .going(Course.SUDDEN),
        Scenario.of("on average stable, the level wanders", Relief.NONE).going(Course.WANDERING),
        Scenario.of("stable, a flare that lasts (2 points, halved every 4 days)", Relief.NONE)
            .coming(Entry.LASTING_FLARE),
        Scenario.of("stable, median SD of days 1.6", Relief.NONE).scattering(Scattering.WIDE),
        Scenario.of("1.5 times, median SD of days 1.6", Relief.important(1.5))
            .scattering(Scattering.WIDE),
        Scenario.of("stable, bad days in runs (correlation about 0.5)", Relief.NONE)
            .scattering(Scattering.IN_RUNS),
        Scenario.of("1.5 times, bad days in runs", Relief.important(1.5))
            .scattering(Scattering.IN_RUNS));
  }

  /**
   * Measures everything.
   *
   * @param people how many for each row
   * @param done is told how far it has come, 0 to 1
   */
  public static Characteristics measure(int people, long seed, DoubleConsumer done) {
    List<Wanted> wanted = required();
    List<Scenario> others = otherTruths();
    int spots = (int) ((MOST_RELIEF - LEAST_RELIEF) / STEP_OF_PLOTS) + 1;
    int forPlots = (int) Math.max(1, people * SHARE_FOR_PLOTS);
    double all = people * (wanted.size() + others.size()) + (double) forPlots * spots;
    double[] before = {0};
    List<Row> required = new ArrayList<>();
    for (Wanted row : wanted) {
      required.add(new Row(row, run(row.scenario(), people, seed, before, all, done)));
    }
    List<Row> otherTruths = new ArrayList<>();
    for (Scenario scenario : others) {
      otherTruths.add(
          new Row(
              new Wanted(scenario, new Must("", trials -> true)),
              run(scenario, people, seed, before, all, done)));
    }
    Map<Double, Trials> byRelief = new LinkedHashMap<>();
    for (int spot = 0; spot < spots; spot++) {
      double relief = LEAST_RELIEF + spot * STEP_OF_PLOTS;
      byRelief.put(
          relief,
          run(Scenario.of("", Relief.important(relief)), forPlots, seed + 1, before, all, done));
    }
    return new Characteristics(people, seed, required, otherTruths, byRelief);
  }

  private static Trials run(
      Scenario scenario, int people, long seed, double[] before, double all, DoubleConsumer done) {
    double begun = before[0];
    Trials trials =
        Trials.run(scenario, people, seed, share -> done.accept((begun + share * people) / all));
    before[0] += people;
    return trials;
  }

  /** Whether every required row holds what it must. */
  public boolean allHold() {
    return required.stream().allMatch(row -> row.wanted().must().holds().test(row.trials()))
        && required.stream().limit(5).allMatch(row -> coversWell(row.trials()));
  }

  /** The tables, as Markdown. */
  public String tables() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d people a row, seed %d, day 28, on which the bounds are. In brackets: what a person is left with, told on day 21 where that was clear and else on day 28.\n\n",
            people,
            seed));
    text.append(
        "| Truth | Must | BETTER | NO_CLEAR_CHANGE | WORSE | NOT_ENOUGH_DAYS | 90 % interval covers | Estimate less truth |\n");
    text.append("|---|---|---|---|---|---|---|---|\n");
    for (Row row : required) {
      Trials trials = row.trials();
      boolean held = row.wanted().must().holds().test(trials);
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s%s | %s (%s) | %s | %s (%s) | %s | %s | %s |\n",
              row.wanted().scenario().name(),
              row.wanted().must().words(),
              row.wanted().must().words().startsWith("measured")
                  ? ""
                  : held ? ", held" : ", **missed**",
              percent(trials.onDay28(Answer.BETTER)),
              percent(trials.kept(Answer.BETTER)),
              percent(trials.onDay28(Answer.NO_CLEAR_CHANGE)),
              percent(trials.onDay28(Answer.WORSE)),
              percent(trials.kept(Answer.WORSE)),
              percent(trials.onDay28(Answer.NOT_ENOUGH_DAYS)),
              percent(trials.coverage()),
              points(trials.bias())));
    }
    text.append("\nThe same people called better by what others do, in percent:\n\n");
    text.append(
        "| Truth | This model | Last day against first | 30 % on weekly means | Seven-day means and 1.6 | Tau-U |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (Row row : required) {
      text.append("| ").append(row.wanted().scenario().name());
      text.append(" | ").append(percent(row.trials().onDay28(Answer.BETTER)));
      for (OtherRule rule : OtherRule.values()) {
        text.append(" | ").append(percent(row.trials().better(rule)));
      }
      text.append(" |\n");
    }
    text.append("\nWhere the truth is another than the model supposes:\n\n");
    text.append(
        "| Truth | BETTER | NO_CLEAR_CHANGE | WORSE | NOT_ENOUGH_DAYS | 90 % interval covers | Estimate less truth | Seven-day means say better |\n");
    text.append("|---|---|---|---|---|---|---|---|\n");
    for (Row row : otherTruths) {
      Trials trials = row.trials();
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s (%s) | %s | %s (%s) | %s | %s | %s | %s |\n",
              row.wanted().scenario().name(),
              percent(trials.onDay28(Answer.BETTER)),
              percent(trials.kept(Answer.BETTER)),
              percent(trials.onDay28(Answer.NO_CLEAR_CHANGE)),
              percent(trials.onDay28(Answer.WORSE)),
              percent(trials.kept(Answer.WORSE)),
              percent(trials.onDay28(Answer.NOT_ENOUGH_DAYS)),
              percent(trials.coverage()),
              points(trials.bias()),
              percent(trials.better(OtherRule.SEVEN_DAY_MEANS))));
    }
    return text.toString();
  }

  /** The plots by the names of their files. */
  public Map<String, String> plots() {
    Map<String, String> plots = new LinkedHashMap<>();
    plots.put("better-by-relief.svg", betterByRelief());
    plots.put("answers-by-relief.svg", answersByRelief());
    plots.put("coverage-by-relief.svg", coverageByRelief());
    plots.put("frontier.svg", frontier());
    return plots;
  }

  /** A plot of shares of people by their true relief. */
  private static Plot byRelief(String title, double from) {
    return new Plot(
        title,
        "true relief, in important changes (below 0: worse)",
        "of 100 people",
        LEAST_RELIEF,
        MOST_RELIEF,
        from,
        100);
  }

  private String betterByRelief() {
    Plot plot =
        byRelief("Who is called better", 0)
            .ticks(0.5, 20)
            .line("this model", spots(trials -> trials.onDay28(Answer.BETTER)));
    plot.line("last day, first day", spots(t -> t.better(OtherRule.LAST_DAY_AGAINST_FIRST)));
    plot.line("30 %, weekly means", spots(t -> t.better(OtherRule.THIRTY_PERCENT)));
    plot.line("seven-day means, 1.6", spots(t -> t.better(OtherRule.SEVEN_DAY_MEANS)));
    plot.line("Tau-U", spots(t -> t.better(OtherRule.TAU_U)));
    return plot.svg();
  }

  private String answersByRelief() {
    Plot plot = byRelief("The four answers on day 28", 0).ticks(0.5, 20);
    plot.line("better", spots(trials -> trials.onDay28(Answer.BETTER)));
    plot.line("worse", spots(trials -> trials.onDay28(Answer.WORSE)));
    plot.line("no clear change", spots(trials -> trials.onDay28(Answer.NO_CLEAR_CHANGE)));
    plot.line("not enough days", spots(trials -> trials.onDay28(Answer.NOT_ENOUGH_DAYS)));
    return plot.svg();
  }

  private String coverageByRelief() {
    return byRelief("How often the 90 % interval holds the truth", 80)
        .band(88, 92, "88 to 92")
        .ticks(0.5, 5)
        .line("interval holds it", spots(Trials::coverage))
        .svg();
  }

  private String frontier() {
    Trials stable = required.get(1).trials();
    Trials relieved = required.get(3).trials();
    Plot plot =
        new Plot(
                "What each bound costs",
                "stable, came on a flare: called better, of 100",
                "1.5 times the important change: called better, of 100",
                0,
                11,
                55,
                95)
            .ticks(1, 10)
            .keyed();
    for (double important : new double[] {0.5, 0.4, 0.6, 0.7}) {
      List<Plot.Spot> spots = new ArrayList<>();
      for (double relief : new double[] {0.99, 0.975, 0.95, 0.925, 0.9, 0.85, 0.8, 0.7, 0.5}) {
        double falsely = 100 * stable.better(important, relief);
        if (falsely <= 11) {
          spots.add(new Plot.Spot(falsely, 100 * relieved.better(important, relief)));
        }
      }
      plot.line("important at " + number(important), spots);
    }
    plot.spot(
        "chosen",
        new Plot.Spot(100 * stable.onDay28(Answer.BETTER), 100 * relieved.onDay28(Answer.BETTER)),
        true);
    plot.spot("30 %", spot(stable, relieved, OtherRule.THIRTY_PERCENT), false);
    plot.spot("seven-day means", spot(stable, relieved, OtherRule.SEVEN_DAY_MEANS), false);
    plot.spot("Tau-U", spot(stable, relieved, OtherRule.TAU_U), false);
    return plot.svg();
  }

  private static Plot.Spot spot(Trials stable, Trials relieved, OtherRule rule) {
    return new Plot.Spot(100 * stable.better(rule), 100 * relieved.better(rule));
  }

  private List<Plot.Spot> spots(ToDoubleFunction<Trials> of) {
    return byRelief.entrySet().stream()
        .map(entry -> new Plot.Spot(entry.getKey(), 100 * of.applyAsDouble(entry.getValue())))
        .toList();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.1 ? "%.2f" : "%.1f", 100 * share);
  }

  private static String points(double value) {
    return String.format(Locale.ROOT, "%+.2f", value);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}

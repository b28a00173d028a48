package org.counterpose.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterpose.handout.StopSigns;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
import org.counterpose.words.Words;

/** The pages of a person's trials that a device is to have where it has no network. */
final class PagesForLater {

  /** Today and a week: our own choice, between an outdated plan and a holiday without network. */
  private static final int DAYS = 8;

  /**
   * At which hour of a day to come it is looked at: all of its steps are named with their times.
   */
  private static final Duration INTO_THE_DAY = Duration.ofHours(12);

  /**
   * A day of a trial.
   *
   * @param until when it ends
   * @param pages by their paths, as HTML
   */
  record Day(Instant until, Map<String, String> pages) {}

  private final Trials trials;
  private final DayPages days;
  private final Layout layout;
  private final Words words;

  PagesForLater(Trials trials, DayPages days, Layout layout) {
    this.trials = trials;
    this.days = days;
    this.layout = layout;
    this.words = layout.words();
  }

  /**
   * The next days of a trial, each as it would be shown if that trial were the open one.
   *
   * @param others its person's other trials
   */
  List<Day> days(Journey journey, List<Journey> others) {
    List<Day> written = new ArrayList<>();
    Instant from = trials.clock().instant();
    Instant shown = from;
    for (int day = 0; day < DAYS; day++) {
      Instant until = journey.dayEnds(from);
      written.add(new Day(until, drawn(ofDay(journey, others, shown))));
      from = until;
      Instant later = from.plus(INTO_THE_DAY);
      shown = later.isBefore(journey.dayEnds(from)) ? later : from;
    }
    return written;
  }

  private Map<String, Drawing> ofDay(Journey journey, List<Journey> others, Instant shown) {
    Map<String, Drawing> pages = new LinkedHashMap<>();
    Today today = journey.today(shown);
    pages.put("/today", days.today(new DayPages.Asked(journey, others, shown, Optional.empty())));
    if (today.asksSafetyFirst()) {
      return pages;
    }
    for (PlannedStep planned : today.steps()) {
      days.player(journey, today, planned, planned.dueFrom().toInstant())
          .ifPresent(
              player -> {
                String session = "/step/" + planned.step() + "/" + planned.slot();
                pages.put(session, player);
                pages.put(session + "/stop", days.stop(journey, today, planned));
              });
    }
    return pages;
  }

  /** What is the same on each of the days, and for each of the trials. */
  Map<String, String> always(List<Journey> all) {
    StopSigns signs = StopSigns.ofAll(all.stream().map(Journey::programme).toList(), words);
    Map<String, Drawing> pages = new LinkedHashMap<>();
    for (String page : List.of("changed", "worse", "weekly", "signs")) {
      pages.put("/" + page, away(signs, "away." + page));
    }
    pages.put("/away", away(signs, "away.missing"));
    pages.put("/unsent", unsent(signs, false));
    pages.put("/unsure", unsent(signs, true));
    pages.put("/leave", LeavePages.asked(words, true));
    pages.put("/left", GonePage.forNow(words));
    Instant now = trials.clock().instant();
    for (Journey journey : all) {
      if (!(journey.today(now).state() instanceof Today.State.Stopped)) {
        learnt(journey.programme(), pages);
      }
    }
    return drawn(pages);
  }

  private void learnt(Programme programme, Map<String, Drawing> pages) {
    for (Step step : programme.steps()) {
      LearnPage page = new LearnPage(programme, step, key -> trials.library().html(programme, key));
      pages.put(
          "/learn/" + programme.id() + "/" + step.id(),
          new Drawing("site/learn.jte", page.title(), Map.of("learn", page)));
    }
  }

  /** The addresses of what explains the programmes. */
  static List<String> articles(List<Journey> all) {
    return Stream.concat(
            Stream.of("/"), all.stream().map(journey -> "/programmes/" + journey.programme().id()))
        .distinct()
        .toList();
  }

  private Drawing away(StopSigns signs, String key) {
    return new Drawing(
        "trial/away.jte",
        words.say(key + ".title"),
        Map.of("body", words.say(key + ".body"), "signs", signs));
  }

  /**
   * What is shown in place of the answer to a form, with a way to send it once more.
   *
   * @param unsure whether it may have arrived all the same
   */
  private Drawing unsent(StopSigns signs, boolean unsure) {
    String key = unsure ? "away.unsure" : "away.unsent";
    return new Drawing(
        "trial/unsent.jte",
        words.say(key + ".title"),
        Map.of("body", words.say(key + ".body"), "unsure", unsure, "signs", signs));
  }

  private Map<String, String> drawn(Map<String, Drawing> drawings) {
    Map<String, String> pages = new LinkedHashMap<>();
    drawings.forEach((path, drawing) -> pages.put(path, layout.draw(path, drawing)));
    return pages;
  }
}

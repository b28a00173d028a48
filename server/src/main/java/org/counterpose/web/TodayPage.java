package org.counterpose.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.counterpose.document.Fields;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.programme.AlsoAsked;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Screened;
import org.counterpose.words.Words;

/**
 * What the Today page shows.
 *
 * @param device the day for the page's script
 * @param stop what to do, where a safety answer stopped the plan
 * @param empty whether the plan runs and has nothing in it
 * @param tomorrow whether too little was left of day 1 when the plan was made, and the next day
 *     asks for something
 * @param open whether something may be begun
 * @param news what the clinic wrote or did of late
 * @param pause since when the plan rests, and why, where it does
 * @param first why the safety questions come first, where they do
 * @param posture the words that offer a measure of posture, where the programme asks for it
 * @param among the title of the open plan, where the person follows others too
 * @param comingSoon titles of the steps of the open plan that other days ask for
 */
public record TodayPage(
    LocalDate date,
    TodayView view,
    String device,
    Rated rated,
    Optional<Stop> stop,
    boolean over,
    boolean empty,
    boolean tomorrow,
    boolean open,
    Optional<String> posture,
    List<FromClinic> news,
    Optional<String> pause,
    AskedFirst first,
    List<String> comingSoon,
    Optional<String> among,
    String ring) {

  private static final Duration POSTURE_EVERY = Duration.ofDays(7);

  static TodayPage of(DayPages.Asked asked, Words words, UnaryOperator<String> html) {
    Journey journey = asked.journey();
    Instant now = asked.now();
    Programme programme = journey.programme();
    Today today = asked.moment().today();
    TodayView view = TodayView.of(DaysTogether.of(journey, today, asked.others(), now), now, words);
    double share = view.total() == 0 ? 0 : view.done() / (double) view.total();
    return new TodayPage(
        today.date(),
        view,
        TodayOnDevice.of(asked, today, view, words),
        Rated.on(today, programme),
        Stop.of(programme, today.state(), words, html),
        today.state() instanceof Today.State.Over,
        today.state() instanceof Today.State.Running && today.isWithoutPlan(programme),
        beginsTomorrow(asked, today, view),
        today.isOpen(),
        posture(journey, today, now),
        FromClinic.news(journey, now, words),
        pause(journey, today, words),
        AskedFirst.of(today, words),
        today.isOpen() ? comingSoon(asked, today) : List.of(),
        asked.others().isEmpty() ? Optional.empty() : Optional.of(Plans.title(journey)),
        Ring.draw(share, view.done() + "/" + view.total(), view.ring()));
  }

  /**
   * Titles of the steps that come on other days; those that are left out today are told as such.
   */
  private static List<String> comingSoon(DayPages.Asked asked, Today today) {
    Programme programme = asked.journey().programme();
    return asked.moment().comingSoon().stream()
        .filter(step -> today.leftOut().stream().noneMatch(left -> left.step().equals(step.id())))
        .map(step -> programme.text("steps." + step.id() + ".title"))
        .toList();
  }

  private static boolean beginsTomorrow(DayPages.Asked asked, Today today, TodayView view) {
    return today.isOpen()
        && today.day() == 1
        && view.rows().isEmpty()
        && !asked.journey().today(asked.moment().dayEnds()).steps().isEmpty();
  }

  /** Another word where the last measure, if any, is a week old. */
  private static Optional<String> posture(Journey journey, Today today, Instant now) {
    if (!today.isOpen() || !journey.programme().asksFor(AlsoAsked.POSTURE)) {
      return Optional.empty();
    }
    boolean due =
        journey
            .journal()
            .of(Entry.Posture.class)
            .noneMatch(entry -> entry.at().toInstant().isAfter(now.minus(POSTURE_EVERY)));
    return Optional.of(due ? "posture.link.due" : "posture.link");
  }

  private static Optional<String> pause(Journey journey, Today today, Words words) {
    if (!(today.state() instanceof Today.State.Paused paused)) {
      return Optional.empty();
    }
    String since =
        words.say(
            "pause.since",
            paused
                .since()
                .atZone(journey.journal().routine().zone())
                .format(words.dates("book.date")));
    return Optional.of(
        paused
            .by()
            .map(by -> since + " " + words.say("pause.by", by, paused.reason()))
            .orElse(since));
  }

  /**
   * The plan has been stopped by a safety answer.
   *
   * @param whatToDo HTML
   * @param reasons why, with the answers behind it
   * @param isGrave whether help is needed now or today, rather than a visit
   */
  public record Stop(String title, String whatToDo, List<Reason> reasons, boolean isGrave) {

    /** Advice, and the answers that it rests on. */
    public record Reason(String advice, List<String> answers) {}

    /** What is said of a trial that is stopped; empty where it is not. */
    static Optional<Stop> of(
        Programme programme, Today.State state, Words words, UnaryOperator<String> html) {
      return switch (state) {
        case Today.State.Running running -> Optional.empty();
        case Today.State.Over over -> Optional.empty();
        case Today.State.Paused paused -> Optional.empty();
        case Today.State.Stopped stopped -> {
          String outcome = "outcomes." + Fields.dashed(stopped.outcome());
          yield Optional.of(
              new Stop(
                  programme.text(outcome + ".title"),
                  html.apply(outcome + ".do"),
                  reasons(programme, stopped, words),
                  stopped.outcome().compareTo(Outcome.SAME_DAY) >= 0));
        }
      };
    }

    /** Each advice once, with all the answers that led to it. */
    private static List<Reason> reasons(
        Programme programme, Today.State.Stopped stopped, Words words) {
      Reasons told = new Reasons(programme, words);
      Map<String, Set<String>> answers = new LinkedHashMap<>();
      for (Screened.Reason reason : stopped.reasons()) {
        answers
            .computeIfAbsent(told.advice(reason), first -> new LinkedHashSet<>())
            .addAll(told.answers(reason));
      }
      return answers.entrySet().stream()
          .map(one -> new Reason(one.getKey(), List.copyOf(one.getValue())))
          .toList();
    }
  }

  /** What stands above all else. */
  public String heading(Words words) {
    if (stop.isPresent()) {
      return stop.get().title();
    }
    return tomorrow ? words.say("today.tomorrow.title") : view.heading();
  }

  public boolean stopped() {
    return stop.isPresent();
  }

  /** Whether today has hours at a desk, in which the camera may look on. */
  public boolean sitsToday() {
    return open
        && view.rows().stream()
            .filter(row -> row.other().isEmpty())
            .anyMatch(row -> row.does() == TodayView.Does.BREAK);
  }

  /** Whether an ask waits below the day's plan, rather than standing above it. */
  public boolean isQuiet(Today.Ask ask) {
    return ask == Today.Ask.ACTIVITIES;
  }

  public String askKey(Today.Ask ask) {
    return switch (ask) {
      case SAFETY_CHECK -> "ask.safety";
      case WEEKLY_CHECK -> "ask.weekly";
      case VERDICT -> "ask.verdict";
      case RATING -> "rate";
      case ACTIVITIES -> "ask.activities";
      case MEASURES -> "ask.measures";
    };
  }

  public String askLink(Today.Ask ask) {
    return switch (ask) {
      case SAFETY_CHECK -> first.path();
      case WEEKLY_CHECK -> "/weekly";
      case VERDICT -> "/verdict";
      case RATING -> "#rating";
      case ACTIVITIES -> "/activities";
      case MEASURES -> "/measures";
    };
  }
}

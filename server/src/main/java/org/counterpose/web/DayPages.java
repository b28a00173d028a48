package org.counterpose.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.counterpose.handout.StopSigns;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Moment;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Programme;
import org.counterpose.reminder.Silence;
import org.counterpose.words.Words;

/** What a trial shows of one of its days: the day, its sessions, and the way out of each. */
final class DayPages {

  private final Trials trials;
  private final BookingDesk desk;
  private final Layout layout;
  private final Words words;

  DayPages(Trials trials, BookingDesk desk, Layout layout) {
    this.trials = trials;
    this.desk = desk;
    this.layout = layout;
    this.words = layout.words();
  }

  /**
   * A day to show.
   *
   * @param others the person's other trials on this device
   * @param now the moment that is shown, which may lie ahead
   * @param moment how the trial stands then
   * @param kept what is said to somebody who comes from the questions that were asked again
   */
  record Asked(
      Journey journey, List<Journey> others, Instant now, Moment moment, Optional<String> kept) {
    Asked(Journey journey, List<Journey> others, Instant now, Optional<String> kept) {
      this(journey, others, now, journey.at(now), kept);
    }
  }

  Drawing today(Asked asked) {
    Journey journey = asked.journey();
    TodayPage page = TodayPage.of(asked, words, html(journey.programme()));
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("today", page);
    parameters.put("kept", asked.kept());
    parameters.put("missed", missed(asked, page.date()));
    parameters.put("visits", ComingVisit.of(journey, desk));
    parameters.put("zone", journey.journal().routine().zone().getId());
    parameters.put("zoneName", Visit.zone(journey.journal().routine().zone(), words));
    parameters.put("shared", trials.list().row(journey.id()).isPresent());
    parameters.put("held", page.pause().isPresent() && trials.list().holds(journey.id()));
    return new Drawing(
        "trial/today.jte",
        words.say("today.title"),
        parameters,
        page.stop().filter(TodayPage.Stop::isGrave).isPresent());
  }

  /** What is said to somebody who comes back after some days. */
  private Optional<String> missed(Asked asked, LocalDate today) {
    return Silence.since(asked.journey(), today, asked.now())
        .filter(date -> !asked.now().isAfter(trials.clock().instant()))
        .map(
            date ->
                words.say(
                    "reminder.missed",
                    date.getDayOfWeek().getDisplayName(TextStyle.FULL, words.locale())));
  }

  /**
   * Empty for a step that is worn, or only a break.
   *
   * @param now by which a device sets its clock where the page comes from here, at that moment
   */
  Optional<Drawing> player(Journey journey, Today today, PlannedStep planned, Instant now) {
    Programme programme = journey.programme();
    return Session.of(programme, planned, words)
        .map(
            session ->
                new PlayerPage(
                    programme, session, slots(journey, today), now, words, html(programme)))
        .map(page -> new Drawing("trial/player.jte", page.title(), Map.of("player", page)));
  }

  Drawing stop(Journey journey, Today today, PlannedStep planned) {
    return new Drawing(
        "trial/stop.jte",
        words.say("stop.title"),
        Map.of(
            "stop",
            new StopPage(
                slots(journey, today),
                planned.step(),
                planned.slot(),
                journey.programme().text("steps." + planned.step() + ".title"),
                StopSigns.of(journey.programme(), words))));
  }

  private UnaryOperator<String> html(Programme programme) {
    return key -> trials.library().html(programme, key);
  }

  private static Slots slots(Journey journey, Today today) {
    return new Slots(journey.id(), today.date());
  }
}

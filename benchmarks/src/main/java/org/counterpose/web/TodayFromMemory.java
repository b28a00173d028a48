package org.counterpose.web;

import io.javalin.config.RoutesConfig;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpose.journeys.Journey;
import org.counterpose.practice.Practice;
import org.counterpose.words.Words;

/**
 * The Today page of one journey at one moment, held in memory: what the page costs when nothing has
 * to be opened, read or planned. In this package because what a page is made of is the pages' own.
 */
public final class TodayFromMemory {

  private final Layout layout;
  private final TodayPage page;
  private final ZoneId zone;
  private final Words words = Words.load("en");

  public TodayFromMemory(Practice practice, Journey journey, Instant now) {
    this.layout =
        new Layout(
            words,
            Assets.load(),
            practice.bookings().clinic(),
            practice.people().address(),
            List.of("en"),
            practice.library().isSigned());
    this.zone = journey.journal().routine().zone();
    this.page =
        TodayPage.of(
            new DayPages.Asked(journey, List.of(), now, Optional.empty()),
            words,
            key -> practice.library().html(journey.programme(), key));
  }

  /** Adds the page. */
  public void add(RoutesConfig routes) {
    routes.get(
        "/today",
        context ->
            layout.render(
                context,
                "trial/today.jte",
                words.say("today.title"),
                Map.of(
                    "today",
                    page,
                    "kept",
                    Optional.empty(),
                    "missed",
                    Optional.empty(),
                    "held",
                    false,
                    "zone",
                    zone.getId(),
                    "zoneName",
                    Visit.zone(zone, words),
                    "visits",
                    List.of())));
  }
}

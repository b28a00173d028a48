package org.counterpose.web;

import io.javalin.config.RoutesConfig;
import java.time.Instant;
import java.util.List;
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
  private final Drawing page;

  public TodayFromMemory(Practice practice, Journey journey, Instant now) {
    Words words = Words.load("en");
    this.layout =
        new Layout(
            words,
            Assets.load(),
            practice.bookings().clinic(),
            practice.people().address(),
            practice.words().languages(),
            practice.library().isSigned());
    this.page =
        new DayPages(
                Pages.trials(practice),
                new BookingDesk(practice.bookings(), practice.clock(), words),
                layout)
            .today(new DayPages.Asked(journey, List.of(), now, Optional.empty()));
  }

  /** Adds the page. */
  public void add(RoutesConfig routes) {
    routes.get("/today", context -> layout.render(context, page));
  }
}

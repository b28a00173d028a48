package org.counterpose.web;

import java.time.Instant;
import java.util.List;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.words.Words;

/**
 * What the Today page shows.
 *
 * @param advice what to do, where a safety answer stopped the plan
 */
public record TodayPage(
    Programme pack,
    TodayView view,
    Rated rated,
    boolean stopped,
    List<String> advice,
    String ring) {

  static TodayPage of(Journey journey, Instant now, Words words) {
    Programme programme = journey.programme();
    Today today = journey.today(now);
    TodayView view = TodayView.of(programme, today, now, words);
    List<String> advice =
        switch (today.state()) {
          case Today.State.Stopped stopped ->
              stopped.rules().stream()
                  .map(rule -> programme.text("safety." + rule + ".advice"))
                  .distinct()
                  .toList();
          case Today.State.Running running -> List.of();
          case Today.State.Over over -> List.of();
        };
    double share = view.total() == 0 ? 0 : view.done() / (double) view.total();
    return new TodayPage(
        programme,
        view,
        Rated.on(today.date(), journey.journal()),
        today.state() instanceof Today.State.Stopped,
        advice,
        Ring.draw(share, view.done() + "/" + view.total(), view.ring()));
  }

  public String programme() {
    return pack.id();
  }

  public String alt(String figure) {
    return pack.text("figures." + figure);
  }

  public String askKey(Today.Ask ask) {
    return switch (ask) {
      case SAFETY_CHECK -> "ask.safety";
      case WEEKLY_CHECK -> "ask.weekly";
      case VERDICT -> "ask.verdict";
      case RATING -> "rate";
    };
  }

  public String askLink(Today.Ask ask) {
    return switch (ask) {
      case SAFETY_CHECK -> "/worse";
      case WEEKLY_CHECK -> "/weekly";
      case VERDICT -> "/verdict";
      case RATING -> "#rating";
    };
  }
}

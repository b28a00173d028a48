package org.counterpose.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.counterpose.document.Fields;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.words.Words;

/**
 * What the Today page shows.
 *
 * @param stop what to do, where a safety answer stopped the plan
 */
public record TodayPage(
    Programme pack, TodayView view, Rated rated, Optional<Stop> stop, boolean over, String ring) {

  static TodayPage of(Journey journey, Instant now, Words words, UnaryOperator<String> html) {
    Programme programme = journey.programme();
    Today today = journey.today(now);
    TodayView view = TodayView.of(programme, today, now, words);
    double share = view.total() == 0 ? 0 : view.done() / (double) view.total();
    return new TodayPage(
        programme,
        view,
        Rated.on(today),
        Stop.of(programme, today.state(), html),
        today.state() instanceof Today.State.Over,
        Ring.draw(share, view.done() + "/" + view.total(), view.ring()));
  }

  /**
   * The plan has been stopped by a safety answer.
   *
   * @param whatToDo HTML
   * @param offersBooking whether a visit is what is needed, rather than help now or today
   */
  public record Stop(String title, String whatToDo, List<String> advice, boolean offersBooking) {

    /** What is said of a trial that is stopped; empty where it is not. */
    static Optional<Stop> of(Programme programme, Today.State state, UnaryOperator<String> html) {
      return switch (state) {
        case Today.State.Running running -> Optional.empty();
        case Today.State.Over over -> Optional.empty();
        case Today.State.Stopped stopped -> Optional.of(stopped(programme, stopped, html));
      };
    }

    private static Stop stopped(
        Programme programme, Today.State.Stopped stopped, UnaryOperator<String> html) {
      String outcome = "outcomes." + Fields.dashed(stopped.outcome());
      return new Stop(
          programme.text(outcome + ".title"),
          html.apply(outcome + ".do"),
          stopped.rules().stream()
              .map(rule -> programme.text("safety." + rule + ".advice"))
              .distinct()
              .toList(),
          stopped.outcome().compareTo(Outcome.SAME_DAY) < 0);
    }
  }

  public boolean stopped() {
    return stop.isPresent();
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

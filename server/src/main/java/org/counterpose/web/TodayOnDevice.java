package org.counterpose.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.documents.Json;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.words.Words;

/** A day as the page's script reads it, so that it shows what was done and waits to be sent. */
final class TodayOnDevice {

  private TodayOnDevice() {}

  /**
   * With the pain from which on the safety questions come first: a page that was opened with a
   * network may be rated without one.
   *
   * <p>Its moment is by this server's clock, since that of a device may be wrong.
   */
  static String of(DayPages.Asked asked, Today today, TodayView view, Words words) {
    int total = view.total();
    return Json.write(
        Nodes.object()
            .with("trial", asked.journey().id().toString())
            .with("date", today.date().toString())
            .with("now", asked.now().toEpochMilli())
            .withIfAny("asksFrom", asked.moment().asksFrom().map(Nodes::number))
            .with("headings", Nodes.texts(view.headings()))
            .with(
                "rings",
                Nodes.texts(
                    IntStream.rangeClosed(0, total)
                        .mapToObj(done -> words.say("today.ring", done, total))
                        .toList()))
            .with("rows", Nodes.list(rows(view, today, words)))
            .node());
  }

  private static List<Node> rows(TodayView view, Today today, Words words) {
    return view.rows().stream().map(row -> row(row, today, words)).toList();
  }

  private static Node row(TodayView.Row row, Today today, Words words) {
    return Nodes.object()
        .with("name", row.name())
        .with("place", row.place())
        .with("step", row.step())
        .withIfAny("trial", row.other().map(Nodes::text))
        .with("does", row.does().name().toLowerCase(Locale.ROOT))
        .with("done", row.done())
        .with("from", row.from().toEpochMilli())
        .with("title", row.title())
        .with("dose", row.dose())
        .with("figure", Figures.still(row.programme(), row.figure()))
        .with("alt", row.alt())
        .with("avoid", Nodes.texts(row.avoid()))
        .with("learn", "/learn/" + row.programme().id() + "/" + row.step())
        .with("early", words.say("today.early", row.time()))
        .withIfAny("breaks", breaks(row, today, words))
        .node();
  }

  /** How many breaks were taken, and what is said of it, from none on. */
  private static Optional<Node> breaks(TodayView.Row row, Today today, Words words) {
    if (row.does() != TodayView.Does.BREAK || row.other().isPresent()) {
      return Optional.empty();
    }
    List<PlannedStep> breaks =
        today.steps().stream().filter(planned -> planned.step().equals(row.step())).toList();
    int total = breaks.size();
    return Optional.of(
        Nodes.object()
            .with("done", (int) breaks.stream().filter(PlannedStep::done).count())
            .with(
                "told",
                Nodes.texts(
                    IntStream.rangeClosed(0, total)
                        .mapToObj(done -> words.say("today.breaks-done", done, total))
                        .toList()))
            .node());
  }
}

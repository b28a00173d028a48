package org.counterpose.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpose.clinic.Need;
import org.counterpose.clinic.Reason;
import org.counterpose.store.ListRow;
import org.counterpose.words.Words;

/**
 * A person on the clinic's list.
 *
 * @param programme whose trial it is
 * @param began the day on which the trial began: people of one name are told apart by it
 * @param tone how the reason is coloured; the words say the same
 * @param pain the line of their ratings with the last of them; empty where there are too few
 * @param rated their ratings in words
 */
public record StaffRow(
    UUID id,
    String name,
    String programme,
    String trial,
    String began,
    String reason,
    String tone,
    String since,
    Optional<Pain> pain,
    String rated,
    Optional<Integer> planDone,
    Optional<String> visit,
    Optional<String> seen) {

  /** A line of ratings, and the last of them. */
  public record Pain(String line, String last) {}

  /** In whose words, by which clock and when rows are told. */
  record Told(NeedInWords needs, ZoneId zone, Instant now) {

    StaffRow row(ListRow row) {
      Words words = needs.words();
      ListRow.Facts facts = row.facts();
      DateTimeFormatter began = words.dates("list.began.day");
      DateTimeFormatter visits = words.dates("calendar.date", "book.clock");
      List<String> ratings = rated(facts.ratings());
      return new StaffRow(
          row.journey(),
          NameOnList.of(row, words),
          needs.programme(facts),
          facts.ended()
              ? words.say("list.ended")
              : words.say("list.day", facts.day(), facts.lastDay()),
          words.say("list.began", row.begunAt().atZone(zone).format(began)),
          needs.reason(row),
          tone(facts),
          needs.ago(facts.since(), now),
          ratings.size() > 1 ? Optional.of(pain(facts.ratings(), ratings)) : Optional.empty(),
          told(ratings, words),
          facts.planDone().isPresent()
              ? Optional.of(facts.planDone().getAsInt())
              : Optional.empty(),
          row.visit().map(start -> start.atZone(zone).format(visits)),
          row.seenAt()
              .filter(at -> !row.unlooked() && !at.isBefore(facts.since()))
              .map(at -> words.say("list.seen-by", row.seenBy().orElse(""), needs.ago(at, now))));
    }

    private Pain pain(String ratings, List<String> rated) {
      return new Pain(
          Sparkline.draw(ratings, told(rated, needs.words())),
          needs.words().say("list.spark.last", rated.getLast()));
    }
  }

  private static List<String> rated(String ratings) {
    return Stream.of(ratings.split(",")).filter(one -> !one.isEmpty()).toList();
  }

  private static String told(List<String> rated, Words words) {
    return switch (rated.size()) {
      case 0 -> words.say("list.spark.none");
      case 1 -> words.say("list.spark.one", rated.getFirst());
      default -> words.say("list.spark", rated.size(), rated.getFirst(), rated.getLast());
    };
  }

  /**
   * How a reason is coloured. Of those who need nothing now, only who does well is told as such.
   */
  static String tone(ListRow.Facts facts) {
    return switch (Need.ofRank(facts.need())) {
      case URGENT_STOP, SAFETY_STOP -> "bad";
      case GETTING_WORSE, STOPPED_FOR_PAIN, NO_CLEAR_CHANGE, ASKED -> "warn";
      case SILENT -> "plain";
      case GOING_WELL ->
          switch (Reason.read(facts.need(), facts.reason(), facts.since()).code()) {
            case "worse-answered" -> "warn";
            case "better", "going-on" -> "good";
            default -> "plain";
          };
    };
  }
}

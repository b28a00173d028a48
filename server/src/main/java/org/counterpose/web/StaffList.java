package org.counterpose.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.counterpose.clinic.Need;
import org.counterpose.store.ListRow;
import org.counterpose.words.Words;

/**
 * What the clinic's list shows.
 *
 * @param waitsFor how many need somebody: all but those who go well
 * @param chosen the group that is shown alone, by its rank; empty for all
 * @param next the address of the next page, if there is one
 */
public record StaffList(
    String heading,
    int waitsFor,
    List<Group> groups,
    Optional<Integer> chosen,
    String search,
    List<Row> rows,
    Optional<String> next) {

  /** Persons with one need, and how many they are. */
  public record Group(int rank, String name, int many, String address) {}

  /**
   * A person.
   *
   * @param began the day on which the trial began: people of one name are told apart by it
   * @param tone how the reason is coloured; the words say the same
   */
  public record Row(
      UUID id,
      String name,
      String trial,
      String began,
      String reason,
      String tone,
      String since,
      Optional<String> spark,
      String rated,
      Optional<Integer> planDone,
      Optional<String> visit,
      Optional<String> seen) {}

  /** What was asked of the list. */
  record Asked(Optional<Integer> need, String search, int limit) {}

  static StaffList of(
      List<ListRow> rows,
      SortedMap<Integer, Integer> counts,
      Asked asked,
      ZoneId zone,
      Instant now,
      NeedInWords needs) {
    Words words = needs.words();
    int waiting =
        counts.entrySet().stream()
            .filter(count -> count.getKey() < Need.GOING_WELL.ordinal())
            .mapToInt(java.util.Map.Entry::getValue)
            .sum();
    List<Group> groups = new ArrayList<>();
    for (Need need : Need.values()) {
      groups.add(
          new Group(
              need.ordinal(),
              needs.group(need),
              counts.getOrDefault(need.ordinal(), 0),
              "/staff?need=" + need.ordinal()));
    }
    boolean more = rows.size() > asked.limit();
    List<ListRow> shown = more ? rows.subList(0, asked.limit()) : rows;
    return new StaffList(
        words.say("list.title", waiting),
        waiting,
        groups,
        asked.need(),
        asked.search(),
        shown.stream().map(row -> row(row, zone, now, needs)).toList(),
        more ? Optional.of(after(shown.getLast(), asked)) : Optional.empty());
  }

  private static String after(ListRow last, Asked asked) {
    StringBuilder address = new StringBuilder("/staff?after=");
    Instant since = last.facts().since();
    address
        .append(last.facts().need())
        .append('.')
        .append(since.getEpochSecond() * 1_000_000 + since.getNano() / 1000)
        .append('.')
        .append(last.journey());
    asked.need().ifPresent(need -> address.append("&need=").append(need));
    if (!asked.search().isEmpty()) {
      address
          .append("&search=")
          .append(
              java.net.URLEncoder.encode(asked.search(), java.nio.charset.StandardCharsets.UTF_8));
    }
    return address.toString();
  }

  private static Row row(ListRow row, ZoneId zone, Instant now, NeedInWords needs) {
    Words words = needs.words();
    ListRow.Facts facts = row.facts();
    DateTimeFormatter began = words.dates("list.began.day");
    DateTimeFormatter visits = words.dates("calendar.date", "book.clock");
    return new Row(
        row.journey(),
        NameOnList.of(row, words),
        facts.ended()
            ? words.say("list.ended")
            : words.say("list.day", facts.day(), facts.lastDay()),
        words.say("list.began", row.begunAt().atZone(zone).format(began)),
        needs.reason(row),
        tone(Need.ofRank(facts.need())),
        needs.ago(facts.since(), now),
        rated(facts.ratings()) > 1
            ? Optional.of(Sparkline.draw(facts.ratings(), told(facts.ratings(), words)))
            : Optional.empty(),
        told(facts.ratings(), words),
        facts.planDone().isPresent() ? Optional.of(facts.planDone().getAsInt()) : Optional.empty(),
        row.visit().map(start -> start.atZone(zone).format(visits)),
        row.seenAt()
            .filter(at -> !row.unlooked() && !at.isBefore(facts.since()))
            .map(at -> words.say("list.seen-by", row.seenBy().orElse(""), needs.ago(at, now))));
  }

  private static long rated(String ratings) {
    return java.util.Arrays.stream(ratings.split(",")).filter(one -> !one.isEmpty()).count();
  }

  private static String told(String ratings, Words words) {
    List<String> rated =
        java.util.Arrays.stream(ratings.split(",")).filter(one -> !one.isEmpty()).toList();
    if (rated.size() < 2) {
      return rated.isEmpty()
          ? words.say("list.spark.none")
          : words.say("list.spark.one", rated.getFirst());
    }
    return words.say("list.spark", rated.size(), rated.getFirst(), rated.getLast());
  }

  static String tone(Need need) {
    return switch (need) {
      case URGENT_STOP, SAFETY_STOP -> "bad";
      case GETTING_WORSE, STOPPED_FOR_PAIN, NO_CLEAR_CHANGE, ASKED -> "warn";
      case SILENT -> "plain";
      case GOING_WELL -> "good";
    };
  }
}

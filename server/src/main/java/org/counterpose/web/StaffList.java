package org.counterpose.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.counterpose.clinic.Need;
import org.counterpose.programme.Programme;
import org.counterpose.store.ListCounts;
import org.counterpose.store.ListRow;
import org.counterpose.words.Words;

/**
 * What the clinic's list shows.
 *
 * @param groups persons by what they need
 * @param programmes to choose from; none where there is only one
 * @param parts the persons who need somebody, then those who need nobody now
 * @param next the address of the next page, if there is one
 */
public record StaffList(
    String heading,
    List<Group> groups,
    List<OfProgramme> programmes,
    Asked asked,
    List<Part> parts,
    Optional<String> next) {

  /** Persons with one need, and how many they are. */
  public record Group(String name, int many, String address, boolean chosen) {}

  /**
   * A part of the list.
   *
   * @param title empty where it needs none
   */
  public record Part(Optional<String> title, List<StaffRow> rows) {}

  /** A programme, with how many are on it. */
  public record OfProgramme(String id, String title, boolean chosen) {}

  /**
   * What is asked of the list.
   *
   * @param need only those of one rank
   */
  public record Asked(Optional<String> programme, Optional<Integer> need, String search) {

    private Asked of(Optional<Integer> other) {
      return new Asked(programme, other, "");
    }

    private String address() {
      return address(Optional.empty());
    }

    private String address(Optional<String> after) {
      List<String> query = new ArrayList<>();
      after.ifPresent(mark -> query.add("after=" + mark));
      programme.ifPresent(id -> query.add("programme=" + encoded(id)));
      need.ifPresent(rank -> query.add("need=" + rank));
      if (!search.isEmpty()) {
        query.add("search=" + encoded(search));
      }
      return query.isEmpty() ? "/staff" : "/staff?" + String.join("&", query);
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  /**
   * What there is on the list.
   *
   * @param limit rows of a page; one more tells that there is another
   * @param programmes those that somebody is on or can begin
   */
  record There(List<ListRow> rows, int limit, ListCounts counts, List<Programme> programmes) {

    private List<ListRow> shown() {
      return hasMore() ? rows.subList(0, limit) : rows;
    }

    private boolean hasMore() {
      return rows.size() > limit;
    }
  }

  static StaffList of(Asked asked, There there, StaffRow.Told told) {
    Words words = told.needs().words();
    SortedMap<Integer, Integer> many = there.counts().byNeed(asked.programme());
    int waiting = sum(there.counts().byNeed().headMap(Need.GOING_WELL.ordinal()));
    List<ListRow> shown = there.shown();
    return new StaffList(
        words.say("list.title", waiting),
        groups(asked, many, told.needs()),
        there.programmes().size() > 1 ? programmes(asked, there, words) : List.of(),
        asked,
        parts(asked, shown, told),
        there.hasMore()
            ? Optional.of(asked.address(Optional.of(mark(shown.getLast()))))
            : Optional.empty());
  }

  private static List<Group> groups(
      Asked asked, SortedMap<Integer, Integer> many, NeedInWords needs) {
    List<Group> groups = new ArrayList<>();
    groups.add(
        new Group(
            needs.words().say("list.all"),
            sum(many),
            asked.of(Optional.empty()).address(),
            asked.need().isEmpty()));
    for (Need need : Need.values()) {
      Optional<Integer> rank = Optional.of(need.ordinal());
      groups.add(
          new Group(
              needs.group(need),
              many.getOrDefault(need.ordinal(), 0),
              asked.of(rank).address(),
              asked.need().equals(rank)));
    }
    return groups;
  }

  private static List<Part> parts(Asked asked, List<ListRow> shown, StaffRow.Told told) {
    Optional<String> title =
        asked.need().isPresent()
            ? Optional.empty()
            : Optional.of(told.needs().group(Need.GOING_WELL));
    Predicate<ListRow> needed = StaffList::needsSomebody;
    return Stream.of(
            new Part(Optional.empty(), shown.stream().filter(needed).map(told::row).toList()),
            new Part(title, shown.stream().filter(needed.negate()).map(told::row).toList()))
        .filter(part -> !part.rows().isEmpty())
        .toList();
  }

  private static boolean needsSomebody(ListRow row) {
    return Need.ofRank(row.facts().need()) != Need.GOING_WELL;
  }

  private static List<OfProgramme> programmes(Asked asked, There there, Words words) {
    return there.programmes().stream()
        .map(
            programme -> {
              Optional<String> id = Optional.of(programme.id());
              return new OfProgramme(
                  programme.id(),
                  words.say(
                      "list.programme.many",
                      programme.text("programme.title"),
                      sum(there.counts().byNeed(id))),
                  asked.programme().equals(id));
            })
        .toList();
  }

  private static int sum(SortedMap<Integer, Integer> many) {
    return many.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Where a page ends, for the next one to go on from. */
  private static String mark(ListRow last) {
    ListRow.Facts facts = last.facts();
    long since = facts.since().getEpochSecond() * 1_000_000 + facts.since().getNano() / 1000;
    return facts.need() + "." + since + "." + last.journey();
  }
}

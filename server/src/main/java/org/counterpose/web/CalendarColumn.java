package org.counterpose.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One practitioner's day, to scale.
 *
 * @param link where the title leads
 * @param items all that is in it, by time
 * @param axis the minute of the day at which the column begins
 */
public record CalendarColumn(
    String title, String link, CalendarDay day, List<Item> items, int axis) {

  /** How many minutes a row of the grid is. */
  static final int ROW_MINUTES = 5;

  /**
   * One thing in a calendar.
   *
   * @param kind {@code visit}, {@code block}, {@code kept}, {@code break}, {@code free} or {@code
   *     past}
   * @param from its minute of the day, and {@code to} where it ends
   * @param lane beside which others it stands, from 1, where some share their time
   * @param link where it leads; empty where nowhere
   * @param starts for free time, where a visit can begin
   */
  public record Item(
      String kind,
      int from,
      int to,
      int lane,
      String clock,
      String title,
      String detail,
      String link,
      List<Start> starts) {

    /** All of it in one line. */
    String told() {
      return Stream.of(clock, title, detail)
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(", "));
    }

    Item in(int other) {
      return new Item(kind, from, to, other, clock, title, detail, link, starts);
    }
  }

  /** A time at which a visit can begin, with its rows within the free time. */
  public record Start(String clock, String link, int row, int rows) {}

  CalendarColumn from(int minute) {
    return new CalendarColumn(title, link, day, items, minute);
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  /** The row of the grid at which an item begins. */
  public int row(Item item) {
    return (item.from() - axis) / ROW_MINUTES + 1;
  }

  public int rows(Item item) {
    return Math.max(1, (item.to() - item.from()) / ROW_MINUTES);
  }

  /** How many stand beside each other at most. */
  public int lanes() {
    return items.stream().mapToInt(Item::lane).max().orElse(1);
  }

  /** How many visits there are, for who cannot see the column. */
  public long visits() {
    return items.stream().filter(item -> item.kind().equals("visit")).count();
  }
}

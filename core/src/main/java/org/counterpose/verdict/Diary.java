package org.counterpose.verdict;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.document.Shortened;

/**
 * A pain diary as a file of comma-separated rows: {@code date,pain[,stiffness]}, ISO dates, pain
 * and stiffness whole numbers 0 to 10; a blank or absent rating is missing. A first row of names
 * may stand above. Day 1 is the earliest date, and the diary reaches to its latest, rated or not.
 */
public final class Diary {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;

  private Diary() {}

  /** The pain ratings; every problem is noted with its line. */
  public static Optional<Ratings> read(String file, String text, Problems problems) {
    int before = problems.count();
    SortedMap<LocalDate, Optional<Integer>> rows = new TreeMap<>();
    List<String> lines = text.replace("\uFEFF", "").lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at).strip();
      if (line.isEmpty() || (at == 0 && isHeading(line))) {
        continue;
      }
      readRow(line, new Place(file, at + 1, ""), rows, problems);
    }
    if (rows.isEmpty() && problems.noneSince(before)) {
      problems.add(new Place(file, 1, ""), "has no rows");
    }
    if (!problems.noneSince(before)) {
      return Optional.empty();
    }
    SortedMap<Integer, Integer> byDay = new TreeMap<>();
    for (Map.Entry<LocalDate, Optional<Integer>> row : rows.entrySet()) {
      row.getValue().ifPresent(pain -> byDay.put(dayOf(rows.firstKey(), row.getKey()), pain));
    }
    return Optional.of(Ratings.whole(byDay, dayOf(rows.firstKey(), rows.lastKey())));
  }

  private static boolean isHeading(String line) {
    List<String> names = List.of(line.toLowerCase(java.util.Locale.ROOT).split("\\s*,\\s*", -1));
    return names.equals(List.of("date", "pain"))
        || names.equals(List.of("date", "pain", "stiffness"));
  }

  private static void readRow(
      String line, Place place, SortedMap<LocalDate, Optional<Integer>> rows, Problems problems) {
    String[] cells = line.split(",", -1);
    if (cells.length > 3) {
      problems.add(
          place, "a row is date,pain or date,pain,stiffness, got " + cells.length + " cells");
      return;
    }
    Optional<Integer> pain =
        cells.length > 1 ? rating(cells[1], "pain", place, problems) : Optional.empty();
    if (cells.length > 2) {
      rating(cells[2], "stiffness", place, problems);
    }
    try {
      LocalDate date = LocalDate.parse(cells[0].strip());
      if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
        problems.add(
            place.field("date", place.line()),
            "must be a date from " + FIRST_YEAR + " to " + LAST_YEAR + ", got " + date);
      } else if (rows.putIfAbsent(date, pain) != null) {
        problems.add(place.field("date", place.line()), date + " is there twice");
      }
    } catch (DateTimeParseException e) {
      problems.add(
          place.field("date", place.line()),
          "must be a date such as 2026-11-22, got '" + Shortened.of(cells[0]) + "'");
    }
  }

  private static Optional<Integer> rating(
      String cell, String name, Place place, Problems problems) {
    String value = cell.strip();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.matches("\\d|10")) {
      problems.add(
          place.field(name, place.line()),
          "must be a whole number from 0 to 10 or blank, got '" + Shortened.of(value) + "'");
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(value));
  }

  private static int dayOf(LocalDate first, LocalDate date) {
    return (int) ChronoUnit.DAYS.between(first, date) + 1;
  }
}

package org.counterpose.verdict;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.document.Shortened;

/** Reads one diary, and goes on after a fault, so that all of them are told at once. */
final class DiaryReader {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;
  private static final String HALF = "write 6.5, not 6,5, for a half";

  private final String file;
  private final Problems problems;
  private final List<Row> rows = new ArrayList<>();
  private final Map<LocalDate, Integer> lineOf = new HashMap<>();
  private DiaryHeading heading = DiaryHeading.UNSAID;
  private boolean tooLong;

  private record Row(LocalDate date, OptionalDouble pain, OptionalDouble stiffness) {}

  DiaryReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  Optional<Diary> read(String text) {
    int before = problems.count();
    if (DiaryLine.areWide(text)) {
      fault(1, "is not UTF-8 text (it looks like UTF-16, or damaged): save it as UTF-8");
      return Optional.empty();
    }
    List<DiaryLine> lines = DiaryLine.of(text);
    Optional<String> otherwise = partedOtherwise(lines);
    if (otherwise.isPresent()) {
      fault(lines.getFirst().number(), otherwise.get());
      return Optional.empty();
    }
    OptionalInt unclear = unclearHalves(lines);
    for (int at = 0; at < lines.size(); at++) {
      DiaryLine line = lines.get(at);
      if (unclear.equals(OptionalInt.of(line.number()))) {
        fault(
            line.number(),
            "every third cell is 0 or 5, so it may be stiffness or the half of a pain like 6,5:"
                + " put the heading date,pain,stiffness above, or write 6.5");
      }
      readLine(line, at == 0);
    }
    if (rows.isEmpty() && problems.noneSince(before)) {
      fault(
          1,
          text.isEmpty()
              ? "is empty: a diary has rows of date,pain or date,pain,stiffness"
              : "has no rows, such as 2026-11-22,6");
    }
    return problems.noneSince(before) ? Optional.of(diary()) : Optional.empty();
  }

  private Diary diary() {
    LocalDate first = rows.getFirst().date();
    int last = dayOf(first, rows.getLast().date());
    SortedMap<Integer, Double> pain = new TreeMap<>();
    SortedMap<Integer, Double> stiffness = new TreeMap<>();
    for (Row row : rows) {
      int day = dayOf(first, row.date());
      row.pain().ifPresent(points -> pain.put(day, points));
      row.stiffness().ifPresent(points -> stiffness.put(day, points));
    }
    return new Diary(
        new Ratings(pain, last, OptionalDouble.empty()),
        stiffness.isEmpty()
            ? Optional.empty()
            : Optional.of(new Ratings(stiffness, last, OptionalDouble.empty())));
  }

  /** What to say of a file whose every line is parted by something else than commas. */
  private static Optional<String> partedOtherwise(List<DiaryLine> lines) {
    String with = "columns are parted by commas, here by ";
    if (all(lines, text -> text.contains(";"))) {
      return Optional.of(with + "semicolons: save it with commas, and " + HALF);
    }
    return all(lines, text -> text.contains("\t") && !text.contains(","))
        ? Optional.of(with + "tabs: save it with commas")
        : Optional.empty();
  }

  private static boolean all(List<DiaryLine> lines, Predicate<String> what) {
    return !lines.isEmpty() && lines.stream().map(DiaryLine::text).allMatch(what);
  }

  /**
   * The first line with a third cell, where nothing tells whether {@code 6,5} is a pain of 6 with a
   * stiffness of 5 or a pain of six and a half: no heading, and each third cell is 0 or 5.
   */
  private static OptionalInt unclearHalves(List<DiaryLine> lines) {
    OptionalInt first = OptionalInt.empty();
    for (int at = 0; at < lines.size(); at++) {
      List<String> cells = DiaryLine.cells(lines.get(at).text()).orElse(List.of(""));
      if (at == 0 && DiaryHeading.isMeant(cells, true)) {
        return OptionalInt.empty();
      }
      if (cells.size() == 3 && !cells.get(2).isEmpty()) {
        if (!cells.get(2).matches("[05]")) {
          return OptionalInt.empty();
        }
        first = first.isPresent() ? first : OptionalInt.of(lines.get(at).number());
      }
    }
    return first;
  }

  private void readLine(DiaryLine line, boolean onTop) {
    int number = line.number();
    if (!line.isDecoded()) {
      fault(number, "is not UTF-8 text: save it as UTF-8");
      return;
    }
    String text = line.text();
    if (text.indexOf(DiaryLine.BYTE_ORDER_MARK) >= 0) {
      fault(number, "holds a byte-order mark, which may stand at the very start only: delete it");
    }
    if (text.indexOf('\0') >= 0) {
      fault(number, "holds a NUL character: delete it");
    }
    String clean = text.replace("\uFEFF", "").replace("\0", "").strip();
    Optional<List<String>> cells = DiaryLine.cells(clean);
    if (clean.isEmpty()) {
      return;
    }
    if (cells.isEmpty()) {
      fault(number, "has a quotation mark with no other, got '" + Shortened.of(clean) + "'");
    } else if (clean.contains(";") || (clean.contains("\t") && !clean.contains(","))) {
      fault(number, "columns are parted by commas, got '" + Shortened.of(clean) + "'");
    } else if (DiaryHeading.isMeant(cells.get(), onTop)) {
      readHeading(number, DiaryHeading.of(cells.get()), onTop);
    } else {
      readRow(number, cells.get());
    }
  }

  private void readHeading(int number, DiaryHeading found, boolean onTop) {
    if (!onTop) {
      fault(number, "a heading stands above everything else or not at all");
    }
    found.fault().ifPresent(message -> fault(number, message));
    if (found.isOfUse()) {
      heading = found;
    }
  }

  private void readRow(int number, List<String> cells) {
    boolean fits = fits(number, cells);
    Optional<LocalDate> date = heading.cell("date", cells).flatMap(cell -> date(number, cell));
    OptionalDouble pain = fits ? rating(number, "pain", cells) : OptionalDouble.empty();
    OptionalDouble stiffness = fits ? rating(number, "stiffness", cells) : OptionalDouble.empty();
    date.ifPresent(day -> add(number, new Row(day, pain, stiffness)));
  }

  private boolean fits(int number, List<String> cells) {
    int width = cells.size();
    while (width > heading.width() && cells.get(width - 1).isEmpty()) {
      width--;
    }
    if (width <= heading.width()) {
      return true;
    }
    if (heading == DiaryHeading.UNSAID) {
      fault(number, "a row is date,pain or date,pain,stiffness, got " + width + " cells: " + HALF);
    } else {
      fault(
          number,
          "the heading names "
              + heading.width()
              + " columns, got "
              + width
              + " cells: "
              + HALF
              + (heading.width() == 2 && width == 3
                  ? "; with stiffness the heading is date,pain,stiffness"
                  : ""));
    }
    return false;
  }

  private Optional<LocalDate> date(int number, String cell) {
    try {
      LocalDate date = LocalDate.parse(cell);
      if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
        return Optional.of(date);
      }
      fault(
          number,
          "date",
          "must be a date from " + FIRST_YEAR + " to " + LAST_YEAR + ", got " + date);
    } catch (DateTimeParseException e) {
      fault(number, "date", "must be a date such as 2026-11-22, got '" + Shortened.of(cell) + "'");
    }
    return Optional.empty();
  }

  private void add(int number, Row row) {
    LocalDate date = row.date();
    Integer earlier = lineOf.putIfAbsent(date, number);
    if (earlier != null) {
      fault(number, "date", date + " is there twice, first in line " + earlier);
      return;
    }
    if (!rows.isEmpty()) {
      LocalDate first = rows.getFirst().date();
      LocalDate above = rows.getLast().date();
      int day = dayOf(first, date);
      if (date.isBefore(above)) {
        fault(number, "date", date + " is before " + above + ", which stands above it");
      } else if (day > Diary.MOST_DAYS && !tooLong) {
        tooLong = true;
        fault(
            number,
            "date",
            date
                + " is day "
                + day
                + " from "
                + first
                + " on, and a diary has at most "
                + Diary.MOST_DAYS
                + ": put each trial into a file of its own");
      }
    }
    rows.add(row);
  }

  private OptionalDouble rating(int number, String name, List<String> cells) {
    String value = heading.cell(name, cells).orElse("");
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (value.matches("\\d(\\.[05])?|10(\\.0)?")) {
      return OptionalDouble.of(Double.parseDouble(value));
    }
    fault(number, name, wrongRating(value) + ", got '" + Shortened.of(value) + "'");
    return OptionalDouble.empty();
  }

  private static String wrongRating(String value) {
    if (value.matches("\\d{1,2},\\d{1,2}")) {
      return "the decimal mark is a point: write " + value.replace(',', '.');
    }
    if (!value.matches("[+-]?\\d{1,20}(\\.\\d{1,20})?")) {
      return "must be a number from 0 to 10 in whole or half points, or blank";
    }
    BigDecimal points = new BigDecimal(value);
    if (points.signum() < 0 || points.compareTo(BigDecimal.TEN) > 0) {
      return "must be from 0 to 10";
    }
    return points.multiply(BigDecimal.TWO).stripTrailingZeros().scale() > 0
        ? "must be a whole or a half point"
        : "must be written like 6, 6.0 or 6.5";
  }

  private void fault(int number, String message) {
    problems.add(new Place(file, number, ""), message);
  }

  private void fault(int number, String path, String message) {
    problems.add(new Place(file, number, path), message);
  }

  private static int dayOf(LocalDate first, LocalDate date) {
    return (int) ChronoUnit.DAYS.between(first, date) + 1;
  }
}

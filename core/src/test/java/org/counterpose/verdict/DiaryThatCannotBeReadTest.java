package org.counterpose.verdict;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiaryThatCannotBeReadTest {

  @Test
  void every_fault_is_told_with_its_line() {
    assertThat(
            faults(
                "date,pain,stiffness\n2026-02-30,6\n2026-11-01,11\n2026-11-01,6.3,x\n"
                    + "01/11/2026,5\n2026-11-02,1,2,3"))
        .containsExactly(
            "d.csv:2: date: must be a date such as 2026-11-22, got '2026-02-30'",
            "d.csv:3: pain: must be from 0 to 10, got '11'",
            "d.csv:4: pain: must be a whole or a half point, got '6.3'",
            "d.csv:4: stiffness: must be a number from 0 to 10 in whole or half points, or blank,"
                + " got 'x'",
            "d.csv:4: date: 2026-11-01 is there twice, first in line 3",
            "d.csv:5: date: must be a date such as 2026-11-22, got '01/11/2026'",
            "d.csv:6: the heading names 3 columns, got 4 cells: write 6.5, not 6,5, for a half");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "day,pain | day,pain | 'day' is not known",
        "Date,Pain,Notes | date,pain,notes | 'notes' is not known",
        "pain,date | pain,date | the order is another",
        "date,stiffness,pain | date,stiffness,pain | the order is another",
        "date,stiffness | date,stiffness | a name is missing",
        "date,pain,pain | date,pain,pain | a name is there twice",
        "My diary | my diary | 'my diary' is not known"
      })
  void a_heading_with_other_names_or_in_another_order_is_told(
      String heading, String got, String why) {
    assertThat(faults(heading + "\n"))
        .contains(
            "d.csv:1: the heading must be date,pain or date,pain,stiffness, got '"
                + got
                + "': "
                + why);
  }

  @Test
  void rows_under_a_wrong_heading_are_read_by_the_names_that_are_known() {
    assertThat(faults("pain,date\n6,2026-11-01\n11,2026-11-02\n"))
        .containsExactly(
            "d.csv:1: the heading must be date,pain or date,pain,stiffness, got 'pain,date': the"
                + " order is another",
            "d.csv:3: pain: must be from 0 to 10, got '11'");
  }

  @Test
  void a_heading_further_down_is_told() {
    assertThat(faults("2026-11-01,6\n\ndate,pain\n2026-11-02,5\n"))
        .containsExactly("d.csv:3: a heading stands above everything else or not at all");
  }

  @Test
  void dates_out_of_order_are_told_with_both() {
    assertThat(faults("2026-11-02,6\n2026-11-05,6\n2026-11-03,5\n2026-11-04,5\n"))
        .containsExactly("d.csv:3: date: 2026-11-03 is before 2026-11-05, which stands above it");
  }

  @Test
  void a_date_twice_names_the_line_of_the_first() {
    assertThat(faults("date,pain\n2026-11-01,6\n2026-11-02,6\n\n2026-11-01,6\n2026-11-03,1\n"))
        .containsExactly("d.csv:5: date: 2026-11-01 is there twice, first in line 2");
  }

  @Test
  void a_comma_as_the_decimal_mark_under_a_heading_of_two_is_told() {
    assertThat(faults("date,pain\n2026-11-01,6\n2026-11-02,6,5\n"))
        .containsExactly(
            "d.csv:3: the heading names 2 columns, got 3 cells: write 6.5, not 6,5, for a half;"
                + " with stiffness the heading is date,pain,stiffness");
  }

  @Test
  void a_comma_as_the_decimal_mark_under_a_heading_of_three_is_told() {
    String message = "the heading names 3 columns, got %d cells: write 6.5, not 6,5, for a half";
    assertThat(faults("date,pain,stiffness\n2026-11-01,6,5,4\n2026-11-02,6,5,4,5\n"))
        .containsExactly("d.csv:2: " + message.formatted(4), "d.csv:3: " + message.formatted(5));
  }

  @Test
  void a_comma_as_the_decimal_mark_in_quotes_is_told() {
    assertThat(faults("date,pain\n2026-11-01,\"6,5\"\n"))
        .containsExactly("d.csv:2: pain: the decimal mark is a point: write 6.5, got '6,5'");
  }

  @Test
  void without_a_heading_four_cells_are_told() {
    assertThat(faults("2026-11-01,6,5,4\n"))
        .containsExactly(
            "d.csv:1: a row is date,pain or date,pain,stiffness, got 4 cells: write 6.5, not 6,5,"
                + " for a half");
  }

  @Test
  void third_cells_that_may_all_be_halves_ask_for_a_heading() {
    String rows = "2026-11-01,6\n2026-11-02,6,5\n2026-11-03,4,0\n";

    assertThat(faults(rows))
        .containsExactly(
            "d.csv:2: every third cell is 0 or 5, so it may be stiffness or the half of a pain like"
                + " 6,5: put the heading date,pain,stiffness above, or write 6.5");
    assertThat(faults("date,pain,stiffness\n" + rows)).isEmpty();
    assertThat(faults(rows + "2026-11-04,4,3\n")).isEmpty();
  }

  @Test
  void semicolons_are_told_once_where_all_lines_have_them() {
    assertThat(faults("date;pain\n2026-11-01;6,5\n2026-11-02;6\n"))
        .containsExactly(
            "d.csv:1: columns are parted by commas, here by semicolons: save it with commas, and"
                + " write 6.5, not 6,5, for a half");
    assertThat(faults("date,pain\n2026-11-01;6\n2026-11-02,11\n"))
        .containsExactly(
            "d.csv:2: columns are parted by commas, got '2026-11-01;6'",
            "d.csv:3: pain: must be from 0 to 10, got '11'");
  }

  @Test
  void tabs_are_told() {
    assertThat(faults("date\tpain\n2026-11-01\t6\n"))
        .containsExactly(
            "d.csv:1: columns are parted by commas, here by tabs: save it with commas");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1 | must be from 0 to 10",
        "10.5 | must be from 0 to 10",
        "99999999999999999999 | must be from 0 to 10",
        "6.3 | must be a whole or a half point",
        "6.25 | must be a whole or a half point",
        "06 | must be written like 6, 6.0 or 6.5",
        "+6 | must be written like 6, 6.0 or 6.5",
        "-0 | must be written like 6, 6.0 or 6.5",
        "6. | must be a number from 0 to 10 in whole or half points, or blank",
        "NaN | must be a number from 0 to 10 in whole or half points, or blank",
        "1e0 | must be a number from 0 to 10 in whole or half points, or blank",
        "\u0666 | must be a number from 0 to 10 in whole or half points, or blank",
        "six | must be a number from 0 to 10 in whole or half points, or blank"
      })
  void what_is_no_rating_is_told(String cell, String message) {
    assertThat(faults("date,pain,stiffness\n2026-11-01," + cell + "," + cell + "\n"))
        .containsExactly(
            "d.csv:2: pain: " + message + ", got '" + cell + "'",
            "d.csv:2: stiffness: " + message + ", got '" + cell + "'");
  }

  @Test
  void the_first_row_that_is_too_far_is_told_with_what_to_do() {
    assertThat(faults("2016-11-01,5\n2017-11-02,5\n2018-11-01,5\n2026-11-01,5\n"))
        .containsExactly(
            "d.csv:2: date: 2017-11-02 is day 367 from 2016-11-01 on, and a diary has at most 366:"
                + " put each trial into a file of its own");
  }

  @Test
  void a_date_that_nobody_lives_on_is_told() {
    assertThat(faults("2026-01-01,5\n+12345678-01-01,5\n0012-01-01,5"))
        .containsExactly(
            "d.csv:2: date: must be a date from 1900 to 2999, got +12345678-01-01",
            "d.csv:3: date: must be a date from 1900 to 2999, got 0012-01-01");
  }

  @Test
  void nothing_in_a_file_is_told() {
    String empty = "d.csv:1: is empty: a diary has rows of date,pain or date,pain,stiffness";
    assertThat(faults("")).containsExactly(empty);
    assertThat(faults("date,pain\n")).containsExactly("d.csv:1: has no rows, such as 2026-11-22,6");
    assertThat(faults("\n \n")).containsExactly("d.csv:1: has no rows, such as 2026-11-22,6");
    assertThat(faults("\uFEFF")).containsExactly("d.csv:1: has no rows, such as 2026-11-22,6");
  }

  @Test
  void a_byte_order_mark_in_the_middle_is_told() {
    String message = "holds a byte-order mark, which may stand at the very start only: delete it";
    assertThat(faults("date,pain\n\uFEFF2026-11-01,6\n2026-11-02,\uFEFF6\n"))
        .containsExactly("d.csv:2: " + message, "d.csv:3: " + message);
    assertThat(faults("\uFEFF\uFEFF2026-11-01,6\n")).containsExactly("d.csv:1: " + message);
  }

  @Test
  void utf_16_is_told_with_and_without_its_mark() {
    String message =
        "d.csv:1: is not UTF-8 text (it looks like UTF-16, or damaged): save it as UTF-8";
    String text = "date,pain\n2026-11-01,6\n";
    assertThat(faults(text.getBytes(UTF_16))).containsExactly(message);
    assertThat(faults(("\uFEFF" + text).getBytes(UTF_16LE))).containsExactly(message);
    assertThat(faults(text.getBytes(UTF_16LE))).containsExactly(message);
  }

  @Test
  void other_bytes_are_told_by_line_and_the_rest_is_read() {
    assertThat(faults("date,pain\n2026-11-01,sp\u00e4t\n2026-11-02,11\n".getBytes(ISO_8859_1)))
        .containsExactly(
            "d.csv:2: is not UTF-8 text: save it as UTF-8",
            "d.csv:3: pain: must be from 0 to 10, got '11'");
  }

  @Test
  void a_nul_is_told() {
    assertThat(faults("date,pain\n2026-11-01,6\0\n2026-11-02,5\n"))
        .containsExactly("d.csv:2: holds a NUL character: delete it");
  }

  @Test
  void a_quotation_mark_that_is_not_closed_is_told() {
    assertThat(faults("date,pain\n\"2026-11-01,6\n2026-11-02,5\n"))
        .containsExactly("d.csv:2: has a quotation mark with no other, got '\"2026-11-01,6'");
  }

  @Test
  void a_very_long_line_is_shortened() {
    assertThat(faults("2026-11-01,6\n" + "7".repeat(1_000_000) + ",5\n"))
        .containsExactly(
            "d.csv:2: date: must be a date such as 2026-11-22, got '" + "7".repeat(40) + "..'");
    assertThat(faults("2026-11-01" + ",1".repeat(100_000))).allMatch(told -> told.length() < 120);
  }

  @Test
  void what_would_change_a_terminal_is_shown_and_not_sent() {
    assertThat(faults("date,pain\n2026-11-01,\u001b[2J\u202e6\n"))
        .singleElement()
        .asString()
        .endsWith("got '<U+001B>[2J<U+202E>6'");
  }

  private static List<String> faults(byte[] bytes) {
    return faults(new String(bytes, UTF_8));
  }

  private static List<String> faults(String text) {
    Problems problems = new Problems();
    boolean read = Diary.read("d.csv", text, problems).isPresent();
    assertThat(read).isEqualTo(problems.isEmpty());
    return problems.list().stream().map(Problem::toString).toList();
  }
}

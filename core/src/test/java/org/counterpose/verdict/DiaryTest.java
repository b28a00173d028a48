package org.counterpose.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.junit.jupiter.api.Test;

class DiaryTest {

  @Test
  void a_diary_is_read_by_day_and_reaches_its_last_date() {
    Ratings ratings =
        read("date,pain,stiffness\n2026-11-01,6,4\n2026-11-03,,5\n2026-11-02,5\n2026-11-05\n");

    assertThat(ratings.byDay()).isEqualTo(Map.of(1, 6.0, 2, 5.0));
    assertThat(ratings.day()).isEqualTo(5);
  }

  @Test
  void windows_line_ends_a_byte_order_mark_and_no_heading_are_fine() {
    assertThat(read("\uFEFF2026-11-01,6\r\n\r\n2026-11-02,10\r\n").byDay())
        .isEqualTo(Map.of(1, 6.0, 2, 10.0));
  }

  @Test
  void every_fault_is_told_with_its_line() {
    assertThat(
            faults(
                "date,pain\n2026-02-30,6\n2026-11-01,11\n2026-11-01,6.5,x\n01/11/2026,5\n2026-11-02,1,2,3"))
        .containsExactly(
            "diary.csv:2: date: must be a date such as 2026-11-22, got '2026-02-30'",
            "diary.csv:3: pain: must be a whole number from 0 to 10 or blank, got '11'",
            "diary.csv:4: pain: must be a whole number from 0 to 10 or blank, got '6.5'",
            "diary.csv:4: stiffness: must be a whole number from 0 to 10 or blank, got 'x'",
            "diary.csv:4: date: 2026-11-01 is there twice",
            "diary.csv:5: date: must be a date such as 2026-11-22, got '01/11/2026'",
            "diary.csv:6: a row is date,pain or date,pain,stiffness, got 4 cells");
  }

  @Test
  void a_date_that_nobody_lives_on_is_a_fault() {
    assertThat(faults("2026-01-01,5\n+12345678-01-01,5\n0012-01-01,5"))
        .containsExactly(
            "diary.csv:2: date: must be a date from 1900 to 2999, got +12345678-01-01",
            "diary.csv:3: date: must be a date from 1900 to 2999, got 0012-01-01");
  }

  @Test
  void an_empty_diary_is_a_fault() {
    assertThat(faults("date,pain\n")).containsExactly("diary.csv:1: has no rows");
  }

  private static Ratings read(String text) {
    Problems problems = new Problems();
    Optional<Ratings> ratings = Diary.read("diary.csv", text, problems);
    assertThat(problems.list()).isEmpty();
    return ratings.orElseThrow();
  }

  private static List<String> faults(String text) {
    Problems problems = new Problems();
    assertThat(Diary.read("diary.csv", text, problems)).isEmpty();
    return problems.list().stream().map(Problem::toString).toList();
  }
}

package org.counterpose.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.junit.jupiter.api.Test;

/** A diary that can be read. */
class DiaryTest {

  @Test
  void a_diary_is_read_by_day_and_reaches_its_last_date() {
    Diary diary =
        read("date,pain,stiffness\n2026-11-01,6,4\n2026-11-02,,5\n2026-11-03,5\n2026-11-05\n");

    assertThat(diary.pain().byDay()).isEqualTo(Map.of(1, 6.0, 3, 5.0));
    assertThat(diary.pain().day()).isEqualTo(5);
    assertThat(diary.stiffness().orElseThrow().byDay()).isEqualTo(Map.of(1, 4.0, 2, 5.0));
    assertThat(diary.stiffness().orElseThrow().day()).isEqualTo(5);
  }

  @Test
  void stiffness_that_was_never_written_down_is_none() {
    assertThat(read("date,pain\n2026-11-01,6\n").stiffness()).isEmpty();
    assertThat(read("date,pain,stiffness\n2026-11-01,6,\n2026-11-02,5\n").stiffness()).isEmpty();
  }

  @Test
  void stiffness_alone_is_a_diary_too() {
    Diary diary = read("date,pain,stiffness\n2026-11-01,,5\n");

    assertThat(diary.pain().byDay()).isEmpty();
    assertThat(diary.stiffness().orElseThrow().byDay()).isEqualTo(Map.of(1, 5.0));
  }

  @Test
  void without_a_heading_rows_of_two_and_of_three_mix() {
    Diary diary = read("2026-11-02,6,7\n2026-11-03,5\n2026-11-04,\n");

    assertThat(diary.pain().byDay()).isEqualTo(Map.of(1, 6.0, 2, 5.0));
    assertThat(diary.pain().day()).isEqualTo(3);
    assertThat(diary.stiffness().orElseThrow().byDay()).isEqualTo(Map.of(1, 7.0));
  }

  @Test
  void every_half_point_from_0_to_10_is_taken() {
    StringBuilder text = new StringBuilder("date,pain\n");
    for (int half = 0; half <= 20; half++) {
      text.append("2026-11-%02d,%s\n".formatted(half + 1, half / 2 + (half % 2 == 0 ? "" : ".5")));
    }
    Ratings pain = read(text.toString()).pain();

    assertThat(pain.byDay()).hasSize(21).containsEntry(1, 0.0).containsEntry(20, 9.5);
    assertThat(pain.byDay()).containsEntry(2, 0.5).containsEntry(21, 10.0);
    assertThat(pain.step()).isEqualTo(0.5);
  }

  @Test
  void whole_points_with_a_nought_behind_them_are_whole() {
    Ratings pain = read("2026-11-01,6.0\n2026-11-02,10.0\n").pain();

    assertThat(pain.byDay()).isEqualTo(Map.of(1, 6.0, 2, 10.0));
    assertThat(pain.step()).isEqualTo(1);
  }

  @Test
  void windows_line_ends_a_byte_order_mark_at_the_start_and_quotes_are_fine() {
    assertThat(read("\uFEFF2026-11-01,6\r\n\r\n2026-11-02,10\r\n").pain().byDay())
        .isEqualTo(Map.of(1, 6.0, 2, 10.0));
    assertThat(read("\"Date\" , \"Pain\"\n\"2026-11-01\", \"6.5\"\n").pain().byDay())
        .isEqualTo(Map.of(1, 6.5));
  }

  @Test
  void empty_columns_behind_the_last_are_nothing() {
    assertThat(read("date,pain\n2026-11-01,6,,,\n").pain().byDay()).isEqualTo(Map.of(1, 6.0));
  }

  @Test
  void a_year_and_a_day_is_the_longest() {
    assertThat(read("2026-01-01,6\n2027-01-01,5\n").pain().day()).isEqualTo(366);
  }

  @Test
  void what_is_all_but_impossible_has_a_chance_of_none_and_not_of_less() {
    Ratings pain =
        read("""
                date,pain,stiffness
                2026-11-01,6.5,7
                2026-11-03,6,
                2026-11-05,7.5,6.5
                2026-11-06,5,5.0
                2026-11-07,10,0
                2026-11-08,10.0,4
                """)
            .pain();

    assertThat(Judge.judge(pain, Days.TRIAL).change().orElseThrow().important()).isNotNegative();
  }

  private static Diary read(String text) {
    Problems problems = new Problems();
    Optional<Diary> diary = Diary.read("diary.csv", text, problems);
    assertThat(problems.list().stream().map(Problem::toString).toList()).isEqualTo(List.of());
    return diary.orElseThrow();
  }
}

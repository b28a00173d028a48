package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.counterpose.words.Words;
import org.junit.jupiter.api.Test;

class RecordPageTest {

  private static final Function<String, Optional<String>> TEXTS =
      key ->
          Optional.ofNullable(
              Map.of(
                      "questions.duration", "How long have you had it?",
                      "questions.duration.under-6-weeks", "Less than 6 weeks",
                      "steps.rolled-towel.title", "Rolled towel",
                      "programme.title", "A fair trial")
                  .get(key));

  private final RecordPage.Writing writing =
      new RecordPage.Writing(Words.load("en"), ZoneId.of("America/New_York"), TEXTS);

  @Test
  void what_is_kept_is_told_in_words_and_in_the_clinics_time() {
    RecordPage page =
        RecordPage.of(
            """
            {"id":"5e3c","begunAt":"2026-11-23T12:15:00Z",
             "consent":[{"kind":"SHARE_WITH_CLINIC","given_at":"2026-11-23T12:15:00Z"}]}
            """,
            writing);

    assertThat(page.sections())
        .containsExactly(
            new RecordPage.Section(
                "", List.of(List.of(new RecordPage.Line("Begun", "23 November 2026, 07:15")))),
            new RecordPage.Section(
                "What you agreed to",
                List.of(
                    List.of(
                        new RecordPage.Line("What it is", "The clinic may see your trial"),
                        new RecordPage.Line("Given", "23 November 2026, 07:15")))));
  }

  @Test
  void who_did_what_reads_as_a_sentence() {
    RecordPage page =
        RecordPage.of(
            """
            {"audit":[{"at":"2026-11-23T12:15:00Z","who":"Dr Kim","what":"booked outside the hours",
             "detail":"asked for by telephone"}]}
            """,
            writing);

    assertThat(page.sections().getLast().items().getFirst())
        .containsExactly(
            new RecordPage.Line(
                "23 November 2026, 07:15",
                "Dr Kim booked a visit for you outside the opening hours"),
            new RecordPage.Line("More", "asked for by telephone"));
  }

  @Test
  void answers_days_and_steps_are_told_in_the_words_in_which_they_were_asked() {
    RecordPage page =
        RecordPage.of(
            """
            {"entries":[{"answers":{"duration":"under-6-weeks"},"day":{"workDays":[1,3],
             "weekend":true},"step":"rolled-towel","programme":"mid-back","zone":"America/New_York"}]}
            """,
            writing);

    assertThat(page.sections().getLast().items().getFirst())
        .containsExactly(
            new RecordPage.Line("How long have you had it?", "Less than 6 weeks"),
            new RecordPage.Line("Day, work days", "Monday, Wednesday"),
            new RecordPage.Line("Day, weekend", "Yes"),
            new RecordPage.Line("Step", "Rolled towel"),
            new RecordPage.Line("Programme", "A fair trial"),
            new RecordPage.Line("Your clock", "America/New York"));
  }

  @Test
  void what_nobody_gave_words_to_is_told_all_the_same() {
    RecordPage page =
        RecordPage.of("{\"new_table\":[{\"never_heard_of\":\"something\"}]}", writing);

    assertThat(page.sections().getLast())
        .isEqualTo(
            new RecordPage.Section(
                "New table", List.of(List.of(new RecordPage.Line("Never heard of", "something")))));
  }

  @Test
  void what_only_programs_read_is_told_in_words_or_left_to_the_file() {
    RecordPage page =
        RecordPage.of(
            """
            {"reminder":[{"kinds":"VERDICT,WEEKLY_CHECK","channels":"MAIL,PUSH"}],
             "appointments":[{"start":"2026-12-01T14:00:00Z","summary":"{\\"verdict\\":\\"BETTER\\"}"}],
             "clinic_row":[{"settled":"0","begun":"1","still_logs":"3=1"}],
             "entries":[{"type":"screened","answers":{"duration":[]}}],
             "audit":[{"at":"2026-11-23T12:15:00Z","who":"person","what":"shared","detail":""},
                      {"at":"2026-11-23T12:15:00Z","who":"Dr Kim","staff":"1","what":"booked",
                       "detail":"visit 0d2f4a10-1c1b-4a7e-9d0e-1a2b3c4d5e6f with ana"}]}
            """,
            writing);

    assertThat(page.sections()).noneMatch(section -> section.title().contains("list shows"));
    assertThat(
            page.sections().stream()
                .flatMap(section -> section.items().stream())
                .flatMap(List::stream))
        .extracting(RecordPage.Line::value)
        .contains(
            "The verdict, when it is ready; The weekly questions",
            "E-mail; A device",
            "A summary of your trial as it stood then. The whole of it is in the file.",
            "None of these",
            "visit with ana")
        .noneMatch(value -> value.contains("BETTER") || value.contains("0d2f4a10"));
    assertThat(page.sections().getLast().items().getFirst().getFirst().value()).startsWith("You ");
  }
}

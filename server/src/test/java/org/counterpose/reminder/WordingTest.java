package org.counterpose.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterpose.reminder.Reminder.Part;
import org.counterpose.reminder.Reminder.What;
import org.counterpose.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of reminders. */
class WordingTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");

  private final Wording wording =
      new Wording(Words.load("en"), "The Clinic", URI.create("https://clinic.example"));

  @ParameterizedTest
  @EnumSource(
      value = What.class,
      names = {"STEPS", "RATING"})
  void nobody_reads_the_same_on_two_days_in_a_row_or_twice_in_an_evening(What what) {
    Set<String> titles = new HashSet<>();
    Set<String> texts = new HashSet<>();
    for (int day = 0; day < 4; day++) {
      Reminder reminder = of(what, DAY.plusDays(day), "20:00");
      titles.add(wording.subject(reminder));
      texts.add(said(reminder));
    }
    assertThat(titles).hasSize(4);
    assertThat(texts).hasSize(4);
    assertThat(said(of(what, DAY, "20:00"))).isNotEqualTo(said(of(what, DAY, "21:30")));
  }

  @Test
  void a_letter_says_how_to_stop_and_nothing_about_health() {
    String letter =
        wording.text(
            of(What.STEPS, DAY, "20:00"),
            Somebody.everything(),
            Somebody.PROGRAMME,
            "https://clinic.example/stop/x");

    assertThat(letter)
        .contains("https://clinic.example/stop/x", "https://clinic.example/reminders")
        .doesNotContainIgnoringCase("pain")
        .doesNotContainIgnoringCase("stiff")
        .doesNotContainIgnoringCase("towel");
  }

  private String said(Reminder reminder) {
    return wording.inShort(reminder, Somebody.everything(), Somebody.PROGRAMME);
  }

  private static Reminder of(What what, LocalDate date, String time) {
    ZonedDateTime at = date.atTime(LocalTime.parse(time)).atZone(ZONE);
    Part part = new Part(what, "one", List.of("rolled-towel"), Optional.empty());
    return new Reminder(
        at, at.plusHours(1).toInstant(), at.plusHours(1).toInstant(), List.of(part));
  }
}

package org.counterpose.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.app.NothingToReport;
import org.counterpose.app.SaferMidBack;
import org.counterpose.app.Served;
import org.counterpose.journal.Entry;
import org.counterpose.people.SignedIn;
import org.counterpose.plan.Today;
import org.counterpose.screening.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Running trials are put on a safer version of their programme, on whatever day they are. */
class AfterASafetyFixTest extends SharedTrials {

  private static final String AVERAGE = "pain-average";
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private SaferMidBack fix;

  @BeforeEach
  void write() throws IOException {
    fix = SaferMidBack.in(Files.createDirectories(folder.resolve("programmes")));
  }

  private void apply() {
    fix.apply(practice, clock);
  }

  private Today today(Shared person) {
    return person.journey().today(clock.instant());
  }

  private String page(Shared person, String path) {
    return served.get(path, "Cookie", person.cookie()).body();
  }

  @Test
  void the_verdict_and_the_clinicians_sheet_tell_on_which_day_it_was() {
    fix.stricterAndLess();
    Shared ana = begins("Ana");
    goOn(Duration.ofDays(4));
    apply();
    goOn(Duration.ofDays(17));

    assertThat(page(ana, "/verdict"))
        .contains("On day 5 you were put on a safer version of the programme.");
    assertThat(page(ana, "/verdict/summary"))
        .containsPattern("Put on a safer version of the programme on day</[a-z]+>\\s*<[^>]*>5<");
  }

  @Test
  void what_the_clinic_cleared_stops_again_where_the_safer_table_says_more_of_it() {
    fix.graverForCancer();
    Shared ana = begins("Ana");
    ana.hasACancerHistory();
    goOn(Duration.ofHours(1));
    names();
    seen(ana);
    care.clear(ana.journey(), KIM, "Seen today.", care.stoppedBy(ana.journey()));
    goOn(Duration.ofDays(2));
    assertThat(today(ana).state()).isInstanceOf(Today.State.Running.class);

    apply();

    assertThat(today(ana).state()).isInstanceOf(Today.State.Stopped.class);
    assertThat(row(ana).facts().need()).isEqualTo(Need.URGENT_STOP.ordinal());
    assertThat(row(ana).unlooked()).isTrue();

    goOn(Duration.ofMinutes(1));
    care.clear(ana.journey(), KIM, "Seen once more.", care.stoppedBy(ana.journey()));
    goOn(Duration.ofMinutes(1));
    assertThat(today(ana).state()).isInstanceOf(Today.State.Running.class);
  }

  @Test
  void a_trial_whose_check_is_stopped_while_it_runs_goes_on_where_it_was_once_that_is_cleared() {
    fix.stricterAndLess();
    Shared ana =
        begins("Ana", "mid-back", NothingToReport.answers().with(AVERAGE, new Answer.Amount(8)));
    for (int day = 1; day <= 10; day++) {
      rates(ana, 7);
      goOn(Duration.ofDays(1));
    }

    apply();
    assertThat(today(ana).state()).isInstanceOf(Today.State.Stopped.class);
    goOn(Duration.ofHours(1));
    care.clear(ana.journey(), KIM, "Seen today.", care.stoppedBy(ana.journey()));
    goOn(Duration.ofMinutes(1));

    assertThat(today(ana).state()).isInstanceOf(Today.State.Running.class);
    assertThat(today(ana).day()).isEqualTo(11);
    assertThat(ana.journey().findings(clock.instant()).pain().ratings().byDay()).hasSize(10);
  }

  @Test
  void the_clinic_reads_when_the_fix_stopped_an_old_answer() {
    fix.stricterAndLess();
    Shared ana =
        begins("Ana", "mid-back", NothingToReport.answers().with(AVERAGE, new Answer.Amount(8)));
    Instant answered = clock.instant();
    goOn(Duration.ofDays(2));
    apply();
    Instant stopped = clock.instant();
    goOn(Duration.ofHours(1));
    names();

    String page =
        served
            .get(
                "/staff/people/" + ana.id(),
                "Cookie",
                SignedIn.practitioner(practice),
                "Accept-Language",
                "en")
            .body();

    DateTimeFormatter date = DateTimeFormatter.ofPattern("d MMM", Locale.UK).withZone(NEW_YORK);
    assertThat(page)
        .containsPattern("[^<>]*" + date.format(answered) + "[^<>]*, this person answered:")
        .containsPattern(
            "safer version of the programme stopped the plan for this: [^<>]*"
                + date.format(stopped));
  }

  @Test
  void who_waited_for_the_clinic_through_a_fix_begins_with_day_one_once_that_is_cleared() {
    fix.graverForCancer();
    Shared ana = waits("Ana");
    goOn(Duration.ofDays(2));
    apply();
    goOn(Duration.ofDays(1));

    care.clear(ana.journey(), KIM, "Seen today.", care.stoppedBy(ana.journey()));
    goOn(Duration.ofMinutes(1));

    assertThat(today(ana).day()).isEqualTo(1);
  }

  private void rates(Shared person, int pain) {
    practice
        .journeys()
        .append(
            person.journey(),
            List.of(
                new Entry.Rated(
                    UUID.randomUUID(),
                    clock.instant().atZone(NEW_YORK).toOffsetDateTime(),
                    pain,
                    Optional.empty())));
  }

  @Test
  void what_the_clinic_cleared_stays_cleared_where_the_safer_table_says_no_more_of_it() {
    fix.stricterAndLess();
    Shared ana = begins("Ana");
    ana.hasACancerHistory();
    goOn(Duration.ofHours(1));
    care.clear(ana.journey(), KIM, "Seen today.", care.stoppedBy(ana.journey()));
    goOn(Duration.ofDays(2));

    apply();

    assertThat(today(ana).state()).isInstanceOf(Today.State.Running.class);
  }

  @Test
  void a_new_weekly_question_comes_before_the_next_exercise() {
    fix.oneMoreQuestion();
    Shared ana = begins("Ana");
    goOn(Duration.ofDays(1));
    assertThat(today(ana).asksSafetyFirst()).isFalse();

    apply();

    assertThat(today(ana).asksSafetyFirst()).isTrue();
    Served.Answer session = served.get("/step/rolled-towel/night", "Cookie", ana.cookie());
    assertThat(session.status()).isEqualTo(303);
    assertThat(session.header("Location")).endsWith("/signs");
    assertThat(page(ana, "/signs")).contains("I am dizzy.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Your clinic changed the safety questions | A session hurt | This got worse",
        "es | Tu clínica cambió las preguntas de seguridad | Una sesión dolió | Esto empeoró"
      })
  void a_new_weekly_question_is_asked_for_what_it_is_and_nothing_got_worse(
      String language, String why, String hurt, String worse) {
    fix.oneMoreQuestion();
    Shared ana = begins("Ana");
    goOn(Duration.ofDays(1));
    apply();

    String today = inLanguage(ana, "/today", language);
    assertThat(today).contains(why, "href=\"/signs\"", "href=\"/clinic\"").doesNotContain(hurt);
    assertThat(inLanguage(ana, "/signs", language)).contains(why).doesNotContain(worse, hurt);
    goOn(Duration.ofMinutes(1));
    Served.Answer kept = answers(ana, "/signs");
    assertThat(kept.header("Location")).isEqualTo("/today?kept=signs");
    assertThat(page(ana, "/today?kept=signs"))
        .contains("this is kept")
        .doesNotContain("Go easy", "stays worse");
    assertThat(served.get("/signs", "Cookie", ana.cookie()).header("Location")).isEqualTo("/today");
    assertThat(reason(ana)).doesNotContain("worse");
    assertThat(today(ana).asksSafetyFirst()).isFalse();
  }

  @Test
  void where_the_week_is_to_be_answered_too_its_questions_are_asked_once() {
    fix.oneMoreQuestion();
    Shared ana = begins("Ana");
    goOn(Duration.ofDays(8));
    apply();

    Served.Answer session = served.get("/step/rolled-towel/night", "Cookie", ana.cookie());
    assertThat(session.header("Location")).endsWith("/weekly");
    assertThat(served.get("/signs", "Cookie", ana.cookie()).header("Location")).endsWith("/weekly");
  }

  @Test
  void a_session_that_hurt_is_told_beside_the_new_question_and_answered_as_what_it_is() {
    fix.oneMoreQuestion();
    Shared ana = begins("Ana");
    goOn(Duration.ofDays(1));
    apply();
    goOn(Duration.ofMinutes(1));
    ana.stopsForPain();

    assertThat(page(ana, "/today"))
        .contains("A session hurt. Your clinic changed the safety questions", "href=\"/worse\"")
        .doesNotContain("Your pain went up");
    assertThat(page(ana, "/worse"))
        .contains("A few questions before you go on", "A session hurt.")
        .doesNotContain("<h1>This got worse</h1>");
  }

  @Test
  void a_rating_that_waits_on_a_device_is_not_said_to_be_why_the_new_question_is_asked() {
    fix.oneMoreQuestion();
    Shared ana = begins("Ana");
    ana.rates(6);
    goOn(Duration.ofDays(1));
    apply();

    assertThat(page(ana, "/kept")).contains("asksFrom&#34;:9").doesNotContain("asksFrom&#34;:0");
  }

  private String inLanguage(Shared person, String path, String language) {
    return served.get(path, "Cookie", person.cookie() + "; language=" + language).body();
  }

  private Served.Answer answers(Shared person, String path) {
    return served.send(
        "POST",
        path,
        "said=none".getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded",
        "Cookie",
        person.cookie());
  }

  @Test
  void a_fix_without_a_new_question_asks_nothing_anew() {
    fix.stricterAndLess();
    Shared ana = begins("Ana");
    goOn(Duration.ofDays(1));

    apply();

    assertThat(today(ana).asksSafetyFirst()).isFalse();
  }
}

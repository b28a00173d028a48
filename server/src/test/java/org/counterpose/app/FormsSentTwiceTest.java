package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterpose.journal.Routine;
import org.counterpose.journeys.Begun;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms whose answer was lost on the way, so that nobody knows whether they arrived. */
class FormsSentTwiceTest {

  private static final Pattern ID = Pattern.compile("name=\"form\\.id\" value=\"([0-9a-f-]{36})\"");
  private static final String QUESTION = "text=May+I+swim";

  @TempDir Path folder;
  private final SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");
  private Served served;
  private OnTrial person;

  @BeforeEach
  void open() {
    served = Served.in(folder, this::later);
    person = OnTrial.begun(served);
  }

  /** It goes on with each look, since two entries of the same time are the same. */
  private Instant later() {
    clock.goOn(Duration.ofMillis(1));
    return clock.instant();
  }

  @AfterEach
  void close() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/weekly,     /weekly,     said=none&activity-1=Driving&score-1=4",
    "/worse,      /worse,      said=none",
    "/activities, /activities, activity-1=Driving&score-1=4",
    "/pause,      /pause,      reason=Travel",
    "/compare,    /compare,    step=rolled-towel",
    "/clinic,     /clinic/ask, text=May+I+swim",
    "/routine,    /routine,    wake=05:30&sleep=23:00&workStart=09:00&workEnd=17:00&workDays=1"
        + "&zone=America/New_York",
  })
  void what_is_sent_again_as_it_stands_counts_once_and_leads_to_where_it_led(
      String page, String path, String filledIn) {
    shares();
    clock.goOn(Duration.ofDays(8));

    countsOnce(page, path, filledIn);
  }

  @Test
  void several_measures_of_one_form_are_each_taken_once() {
    person = onAnkles();
    String form = person.open("/measures").body();
    String filledIn =
        fields(form).map(field -> field + "=10").reduce((one, other) -> one + "&" + other).get();

    assertThat(countsOnce("/measures", "/measures", filledIn)).isGreaterThan(1);
  }

  /** How many entries it became. */
  private int countsOnce(String page, String path, String filledIn) {
    int before = entries();
    String form = filledIn + "&form.id=" + idOn(page);

    Served.Answer first = person.send(path, form);
    int once = entries();
    clock.goOn(Duration.ofMinutes(2));
    Served.Answer again = person.send(path, form);

    assertThat(first.status()).as(first.body()).isEqualTo(303);
    assertThat(once).isGreaterThan(before);
    assertThat(again.status()).isEqualTo(303);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(entries()).isEqualTo(once);
    return once - before;
  }

  @Test
  void a_pause_that_was_ended_meanwhile_does_not_begin_anew() {
    String pause = "reason=&form.id=" + idOn("/pause");
    person.send("/pause", pause);
    clock.goOn(Duration.ofMinutes(2));
    person.send("/resume", "");
    clock.goOn(Duration.ofMinutes(2));

    person.send("/pause", pause);

    assertThat(person.open("/today").body()).doesNotContain("action=\"/resume\"");
  }

  @Test
  void with_something_else_filled_in_it_is_another() {
    shares();
    String id = "&form.id=" + idOn("/clinic");

    person.send("/clinic/ask", QUESTION + id);
    clock.goOn(Duration.ofMinutes(2));
    person.send("/clinic/ask", QUESTION + "+now" + id);

    assertThat(questions()).containsExactly("May I swim", "May I swim now");
  }

  @Test
  void the_same_from_a_page_that_was_opened_anew_counts_again() {
    shares();
    person.send("/clinic/ask", QUESTION + "&form.id=" + idOn("/clinic"));
    person.send("/clinic/ask", QUESTION + "&form.id=" + idOn("/clinic"));

    assertThat(questions()).hasSize(2);
  }

  @Test
  void two_that_come_at_the_same_time_are_one_and_neither_is_told_that_it_failed() {
    shares();
    String form = QUESTION + "&form.id=" + idOn("/clinic");
    List<CompletableFuture<Integer>> sent =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(() -> person.send("/clinic/ask", form).status()))
            .limit(8)
            .toList();

    assertThat(sent.stream().map(CompletableFuture::join)).containsOnly(303);
    assertThat(questions()).hasSize(1);
  }

  private void shares() {
    assertThat(person.send("/clinic/share", "share=yes&share-name=Ana").status()).isEqualTo(303);
  }

  private String idOn(String page) {
    Matcher found = ID.matcher(person.open(page).body());
    assertThat(found.find()).as("an id in the form of " + page).isTrue();
    return found.group(1);
  }

  private int entries() {
    return person.read("/entries").size();
  }

  private List<String> questions() {
    return person.read("/entries").findValuesAsText("text");
  }

  private static Stream<String> fields(String form) {
    return Pattern.compile("<input type=\"number\" name=\"([^\"]+)\"")
        .matcher(form)
        .results()
        .map(field -> field.group(1));
  }

  private OnTrial onAnkles() {
    Programme ankles = served.server().practice().library().programme("ankles").orElseThrow();
    Answers answers =
        NothingToReport.to(ankles)
            .with("symptoms", new Answer.Chosen(Set.of("turns")))
            .with("which-ankle", new Answer.Chosen(Set.of("left")))
            .with("pain-average", new Answer.Amount(5));
    Routine day =
        new Routine(
            LocalTime.of(7, 0),
            LocalTime.of(23, 0),
            LocalTime.of(9, 0),
            LocalTime.of(17, 30),
            Set.of(DayOfWeek.MONDAY),
            Set.of(),
            ZoneId.of("America/New_York"),
            Optional.empty());
    return switch (served.server().practice().journeys().begin(ankles, answers, day)) {
      case Begun.Started(var journey, String key) ->
          new OnTrial(served, journey.id().toString(), key);
      case Begun.Refused refused -> throw new AssertionError("refused: " + refused);
    };
  }
}

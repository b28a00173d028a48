package org.counterpose.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpose.app.OnTrial.entry;
import static org.counterpose.app.OnTrial.json;
import static org.counterpose.app.OnTrial.rated;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpose.app.Checked;
import org.counterpose.app.OnTrial;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong is a 4xx that names it, and nothing is kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongInputTest {

  final SettableClock clock = SettableClock.at("2026-11-22T13:30:00Z");
  Served served;
  OnTrial person;

  @BeforeAll
  void start(@TempDir Path folder) {
    served = Served.in(folder, clock);
    person = OnTrial.begun(served);
  }

  @AfterAll
  void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "symptoms | \"stiffness\" | answers.symptoms",
        "symptoms | [\"cramp\"] | answers.symptoms",
        "symptoms | [\"stiffness\",\"stiffness\"] | answers.symptoms",
        "symptoms | [1] | answers.symptoms",
        "symptoms | null | answers.symptoms",
        "symptoms | {} | answers.symptoms",
        "tried | [\"prayer\"] | answers.tried",
        "relief | \"some\" | answers.relief",
        "relief | [\"short\",\"lasting\"] | answers.relief",
        "hours-sitting | \"8\" | answers.hours-sitting",
        "hours-sitting | -1 | answers.hours-sitting",
        "hours-sitting | 25 | answers.hours-sitting",
        "hours-driving | 20 | answers",
        "pain-average | 11 | answers.pain-average",
        "pain-average | -1 | answers.pain-average",
        "pain-average | 5.5 | answers.pain-average",
        "pain-average | true | answers.pain-average",
        "age | 0 | answers.age",
        "age | 1000 | answers.age",
        "age | 41.5 | answers.age",
        "age | 1e999 | answers.age",
        "first-episode | \"maybe\" | answers.first-episode",
        "pregnant | 1 | answers.pregnant",
        "cancer | null | answers.cancer",
        "spine-surgery | [] | answers.spine-surgery",
        "emergency-signs | false | answers.emergency-signs",
        "cord-signs | [\"none\"] | answers.cord-signs",
        "infection-signs | {\"fever\":true} | answers.infection-signs",
        "serious-signs | \"none\" | answers.serious-signs",
        "bone-health | [[]] | answers.bone-health",
        "inflammatory | [\"family\",\"aunt\"] | answers.inflammatory",
        "shoe-size | 44 | answers.shoe-size"
      })
  void a_wrong_answer_is_named(String question, String value, String path) {
    String body = Checked.stiffAtTheDesk().with(question, value).screening();
    String journey = Checked.stiffAtTheDesk().with(question, value).journey();

    assertNamed(served.post("/api/v1/screenings", body), path);
    assertNamed(served.post("/api/v1/journeys", journey), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "symptoms",
        "hours-sitting",
        "pain-average",
        "age",
        "first-episode",
        "pregnant",
        "spine-surgery",
        "cancer",
        "emergency-signs",
        "cord-signs",
        "infection-signs",
        "serious-signs",
        "bone-health",
        "inflammatory"
      })
  void an_answer_left_out_is_named(String question) {
    Served.Answer answer =
        served.post("/api/v1/screenings", Checked.stiffAtTheDesk().without(question).screening());

    assertNamed(answer, "answers." + question);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"wake\":\"07:00\" | \"wake\":\"7\" | day.wake",
        "\"wake\":\"07:00\" | \"wake\":\"25:00\" | day.wake",
        "\"wake\":\"07:00\" | \"wake\":7 | day.wake",
        "\"sleep\":\"23:00\" | \"sleep\":\"07:00\" | day.sleep",
        "\"workStart\":\"09:00\" | \"workStart\":null | day.workStart",
        "\"zone\": | \"time-zone\": | zone",
        "\"workEnd\":\"17:30\" | \"workEnd\":\"09:00\" | day.workEnd",
        "[1,2,3,4,5] | [0] | day.workDays[0]",
        "[1,2,3,4,5] | [8] | day.workDays[0]",
        "[1,2,3,4,5] | [1,1] | day.workDays",
        "[1,2,3,4,5] | 5 | day.workDays",
        "[1,2,3,4,5] | [1.5] | day.workDays[0]",
        "\"towel\",\"mat\" | \"towel\",\"trampoline\" | aids",
        "\"towel\",\"mat\" | 7 | aids",
        "\"America/New_York\" | \"Mars/Olympus\" | zone",
        "\"America/New_York\" | \"../../etc/passwd\" | zone",
        "\"America/New_York\" | -5 | zone",
        "\"programme\":\"mid-back\" | \"programme\":\"../mid-back\" | programme",
        "\"programme\":\"mid-back\" | \"programme\":17 | programme",
        "\"zone\": | \"time-zone\": | time-zone"
      })
  void a_wrong_day_is_named(String right, String wrong, String path) {
    String body = Checked.stiffAtTheDesk().journey();
    assertThat(body).contains(right);

    Served.Answer answer = served.post("/api/v1/journeys", body.replace(right, wrong));

    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(problems(answer)).anyMatch(problem -> problem.startsWith(path));
  }

  static Stream<Arguments> wrongEntries() {
    String id = "\"id\":\"" + UUID.randomUUID() + "\",\"at\":\"2026-11-22T08:00:00-05:00\"";
    return Stream.of(
        Arguments.of("7", "[0]"),
        Arguments.of("null", "[0]"),
        Arguments.of("{}", "[0].type"),
        Arguments.of("{" + id + "}", "[0].type"),
        Arguments.of("{" + id + ",\"type\":\"slept\"}", "[0].type"),
        Arguments.of("{" + id + ",\"type\":\"screened\"}", "[0].type"),
        Arguments.of("{" + id + ",\"type\":\"started\"}", "[0].type"),
        Arguments.of("{" + id + ",\"type\":7}", "[0].type"),
        Arguments.of(entry("rated", ""), "[0].pain"),
        Arguments.of(entry("rated", "\"pain\":11"), "[0].pain"),
        Arguments.of(entry("rated", "\"pain\":-1"), "[0].pain"),
        Arguments.of(entry("rated", "\"pain\":3.5"), "[0].pain"),
        Arguments.of(entry("rated", "\"pain\":\"3\""), "[0].pain"),
        Arguments.of(entry("rated", "\"pain\":1e999"), "[0].pain"),
        Arguments.of(entry("rated", "\"pain\":null"), "[0].pain"),
        Arguments.of(entry("rated", "\"pain\":3,\"stiffness\":12"), "[0].stiffness"),
        Arguments.of(entry("rated", "\"pain\":3,\"mood\":1"), "[0].mood"),
        Arguments.of(entry("session-done", "\"step\":\"rolled-towel\""), "[0].seconds"),
        Arguments.of(entry("session-done", "\"step\":\"yoga\",\"seconds\":60"), "[0].step"),
        Arguments.of(entry("session-done", "\"step\":\"../x\",\"seconds\":60"), "[0].step"),
        Arguments.of(
            entry("session-done", "\"step\":\"rolled-towel\",\"seconds\":-1"), "[0].seconds"),
        Arguments.of(
            entry("session-done", "\"step\":\"rolled-towel\",\"seconds\":90000"), "[0].seconds"),
        Arguments.of(
            entry(
                "session-done", "\"step\":\"thread-the-needle\",\"seconds\":60,\"sides\":[\"up\"]"),
            "[0].sides[0]"),
        Arguments.of(
            entry("session-done", "\"step\":\"rolled-towel\",\"seconds\":60,\"sides\":[\"left\"]"),
            "[0].sides"),
        Arguments.of(
            entry("session-stopped", "\"step\":\"rolled-towel\",\"why\":\"bored\""), "[0].why"),
        Arguments.of(entry("session-stopped", "\"step\":\"rolled-towel\""), "[0].why"),
        Arguments.of(entry("wear-started", "\"step\":\"rolled-towel\""), "[0].step"),
        Arguments.of(
            entry("worn", "\"step\":\"posture-band\",\"seconds\":\"long\""), "[0].seconds"),
        Arguments.of(entry("weekly-check", ""), "[0].safety"),
        Arguments.of(entry("weekly-check", "\"safety\":{}"), "[0].safety"),
        Arguments.of(
            entry(
                "weekly-check",
                "\"safety\":"
                    + Checked.nothingWeekly().replace("\"cancer\":false", "\"cancer\":9")),
            "[0].safety.cancer"),
        Arguments.of(
            entry("weekly-check", "\"safety\":" + Checked.nothingWeekly() + ",\"change\":6"),
            "[0].change"),
        Arguments.of(
            entry(
                "weekly-check",
                "\"safety\":" + Checked.nothingWeekly() + ",\"activities\":[{\"name\":\"\"}]"),
            "[0].activities[0].score"),
        Arguments.of(entry("activities", ""), "[0].activities"),
        Arguments.of(entry("activities", "\"activities\":[]"), "[0].activities"),
        Arguments.of(
            entry("activities", "\"activities\":[{\"name\":\"Driving\",\"score\":-1}]"),
            "[0].activities[0].score"),
        Arguments.of(entry("got-worse", ""), "[0].answers"),
        Arguments.of(entry("got-worse", "\"answers\":{\"cancer\":false}"), "[0].answers"),
        Arguments.of(
            entry(
                "posture",
                "\"earShoulderDegrees\":500,\"shoulderHipDegrees\":3,\"confidence\":0.9"),
            "[0].earShoulderDegrees"),
        Arguments.of(
            entry(
                "posture", "\"earShoulderDegrees\":5,\"shoulderHipDegrees\":3,\"confidence\":1.9"),
            "[0].confidence"),
        Arguments.of(entry("void", "\"entry\":\"x\",\"reason\":\"slip\""), "[0].entry"),
        Arguments.of(entry("void", "\"entry\":\"" + UUID.randomUUID() + "\""), "[0].reason"),
        Arguments.of(rated("2026-11-22T08:00:00", 3), "[0].at"),
        Arguments.of(rated("2026-11-22", 3), "[0].at"),
        Arguments.of(rated("yesterday", 3), "[0].at"),
        Arguments.of(rated("2026-02-30T08:00:00Z", 3), "[0].at"),
        Arguments.of(rated("2026-11-22T14:00:00Z", 3), "[0].at"),
        Arguments.of(rated("2036-11-22T08:00:00Z", 3), "[0].at"),
        Arguments.of(rated("2016-11-22T08:00:00Z", 3), "[0].at"),
        Arguments.of(rated("+999999999-12-31T23:59:59Z", 3), "[0].at"),
        Arguments.of(
            rated("2026-11-22T08:00:00Z", 3).replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"../x\""),
            "[0].id"),
        Arguments.of(
            rated("2026-11-22T08:00:00Z", 3)
                .replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"1-1-1-1-1\""),
            "[0].id"),
        Arguments.of(
            rated("2026-11-22T08:00:00Z", 3).replaceFirst("\"id\":\"[^\"]*\"", "\"id\":1"),
            "[0].id"));
  }

  @ParameterizedTest
  @MethodSource("wrongEntries")
  void a_wrong_entry_is_named_and_its_batch_not_kept(String wrong, String path) {
    int before = person.read("/entries").size();

    Served.Answer answer =
        person.add("[" + wrong + "," + rated("2026-11-22T08:00:00-05:00", 4) + "]");

    assertNamed(answer, path);
    assertThat(person.read("/entries")).hasSize(before);
  }

  @Test
  void of_five_hundred_entries_with_one_bad_nothing_is_kept() {
    int before = person.read("/entries").size();
    List<String> entries =
        new ArrayList<>(
            Stream.generate(() -> rated("2026-11-22T08:00:00-05:00", 4)).limit(500).toList());
    entries.set(317, rated("2026-11-22T08:00:00-05:00", 40));

    Served.Answer answer = person.add("[" + String.join(",", entries) + "]");

    assertNamed(answer, "[317].pain");
    assertThat(person.read("/entries")).hasSize(before);
  }

  @Test
  void five_hundred_are_taken_and_one_more_is_too_many() {
    OnTrial other = OnTrial.begun(served);
    List<String> entries =
        Stream.generate(() -> rated("2026-11-22T08:00:00-05:00", 4)).limit(501).toList();

    Served.Answer tooMany = other.add("[" + String.join(",", entries) + "]");
    Served.Answer allowed = other.add("[" + String.join(",", entries.subList(0, 500)) + "]");

    assertThat(tooMany.status()).isEqualTo(422);
    assertThat(tooMany.body()).contains("500");
    assertThat(json(allowed.body())).isEqualTo(json("{\"accepted\":500,\"known\":0}"));
  }

  @Test
  void what_is_missing_is_named_where_it_should_stand() {
    String bare = "{\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"rated\"}";
    String good = rated("2026-11-22T08:00:00-05:00", 4);

    assertThat(problems(person.add("[" + good + "," + bare + "]")))
        .containsExactlyInAnyOrder("[1].at", "[1].pain");
    assertThat(problems(served.post("/api/v1/journeys", "{\"day\":{}}")))
        .contains("programme", "answers", "aids", "zone");
    assertThat(problems(served.get("/api/v1/availability?service=first-visit")))
        .containsExactlyInAnyOrder("from", "to");
  }

  @Test
  void every_problem_of_a_body_is_listed_at_once() {
    Served.Answer answer =
        person.add(
            "["
                + entry("rated", "\"pain\":11,\"stiffness\":-2,\"mood\":1")
                + ","
                + entry("worn", "\"step\":\"hat\",\"seconds\":-1")
                + "]");

    assertThat(problems(answer))
        .contains("[0].pain", "[0].stiffness", "[0].mood", "[1].step", "[1].seconds");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,",
        "nonsense",
        "NaN",
        "{\"programme\":NaN}",
        "{\"programme\":Infinity}",
        "{\"a\":1,\"a\":2}",
        "{\"answers\":{\"age\":1,\"age\":2}}",
        "{} {}",
        "{'a':1}",
        "{\"a\":1,}",
        "// nothing\n{}",
        "\"\u0000\"",
        "{\"a\":01}"
      })
  void what_is_no_json_is_told_as_such(String body) {
    for (String call : List.of("/api/v1/screenings", "/api/v1/journeys")) {
      Served.Answer answer = served.post(call, body);

      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(json(answer.body()).get("problems")).isNotEmpty();
    }
    assertThat(person.add(body).status()).isEqualTo(400);
  }

  @Test
  void bytes_that_are_no_utf_8_are_told_as_such() {
    byte[] body = Checked.stiffAtTheDesk().screening().getBytes(StandardCharsets.UTF_8);
    body[20] = (byte) 0xff;

    assertThat(served.send("POST", "/api/v1/screenings", body).status()).isEqualTo(400);
    assertThat(
            served
                .send("POST", "/api/v1/screenings", "{\"a\":\"".getBytes(StandardCharsets.UTF_16))
                .status())
        .isEqualTo(400);
  }

  @Test
  void nesting_without_end_is_refused() {
    String deep = String.join("", Collections.nCopies(100_000, "["));
    String deeper = String.join("", Collections.nCopies(90_000, "{\"a\":"));

    assertThat(served.post("/api/v1/screenings", deep).status()).isEqualTo(400);
    assertThat(served.post("/api/v1/screenings", deeper).status()).isEqualTo(400);
    assertThat(person.add(deep).status()).isEqualTo(400);
  }

  @Test
  void a_number_of_a_million_digits_is_refused() {
    String digits = String.join("", Collections.nCopies(900_000, "9"));

    assertThat(served.post("/api/v1/screenings", "{\"age\":" + digits + "}").status())
        .isBetween(400, 422);
    assertThat(person.add("[" + entry("rated", "\"pain\":1e" + "9".repeat(30)) + "]").status())
        .isBetween(400, 422);
    assertThat(person.add("[" + entry("rated", "\"pain\":1e-999999999") + "]").status())
        .isBetween(400, 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"text\"", "true", "null"})
  void a_body_of_another_kind_is_wrong(String body) {
    assertThat(served.post("/api/v1/screenings", body).status()).isEqualTo(422);
    assertThat(served.post("/api/v1/journeys", body).status()).isEqualTo(422);
    if (!body.equals("[]")) {
      assertThat(person.add(body).status()).isEqualTo(422);
    }
    assertThat(person.add("{}").status()).isEqualTo(422);
  }

  @Test
  void another_kind_of_content_is_refused() {
    String body = Checked.stiffAtTheDesk().screening();

    for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "text/json")) {
      assertThat(served.post("/api/v1/screenings", body, "Content-Type", type).status())
          .as(type)
          .isEqualTo(415);
    }
    assertThat(
            served
                .post("/api/v1/screenings", body, "Content-Type", "application/json; charset=utf-8")
                .status())
        .isEqualTo(200);
  }

  @Test
  void a_known_address_with_another_method_says_so() {
    assertThat(served.send("PUT", "/api/v1/screenings", new byte[0]).status()).isEqualTo(405);
    assertThat(served.get("/api/v1/screenings").status()).isEqualTo(405);
    assertThat(served.send("PATCH", person.path("/entries"), new byte[0]).status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "..",
        "%20",
        "1-1-1-1-1",
        "00000000-0000-0000-0000-000000000000",
        "{id}",
        "%F0%9F%98%80",
        "ÿ",
        "';DROP%20TABLE%20journal;--"
      })
  void an_id_that_is_none_is_not_there(String id) throws Exception {
    String answer =
        served.raw(
            "GET /api/v1/journeys/"
                + id
                + "/today HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + person.key()
                + "\r\n\r\n");

    assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*").doesNotContain("at org.");
  }

  @Test
  void a_foreign_a_guessed_and_a_missing_key_get_the_same_answer_as_no_journey_at_all() {
    OnTrial other = OnTrial.begun(served);
    List<Served.Answer> answers = new ArrayList<>();
    for (String call : List.of("/today", "/entries", "/verdict", "/export")) {
      String path = person.path(call);
      answers.add(served.get(path));
      answers.add(served.get(path, "Authorization", "Bearer " + other.key()));
      answers.add(served.get(path, "Authorization", "Bearer " + "A".repeat(27)));
      answers.add(served.get(path, "Authorization", "Bearer "));
      answers.add(served.get(path, "Authorization", "Bearer " + person.key() + "x"));
      answers.add(served.get(path, "Authorization", "Basic " + person.key()));
      answers.add(
          served.get(
              "/api/v1/journeys/" + UUID.randomUUID() + call,
              "Authorization",
              "Bearer " + person.key()));
      answers.add(
          served.get(
              "/api/v1/journeys/" + person.id().toUpperCase(java.util.Locale.ROOT) + call,
              "Authorization",
              "Bearer " + "B".repeat(27)));
    }
    answers.add(served.post(person.path("/entries"), "[]"));
    answers.add(served.delete(person.path("")));
    answers.add(served.delete(person.path(""), "Authorization", "Bearer " + other.key()));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404));
    assertThat(answers).extracting(Served.Answer::body).containsOnly(answers.getFirst().body());
    assertThat(person.get("/today").status()).isEqualTo(200);
  }

  private static void assertNamed(Served.Answer answer, String path) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(problems(answer)).anyMatch(problem -> problem.startsWith(path));
  }

  private static List<String> problems(Served.Answer answer) {
    List<String> paths = new ArrayList<>();
    for (JsonNode problem : json(answer.body()).get("problems")) {
      assertThat(problem.get("message").asText()).isNotBlank();
      paths.add(problem.get("path").asText());
    }
    return paths;
  }
}

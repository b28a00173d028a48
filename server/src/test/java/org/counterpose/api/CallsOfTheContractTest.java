package org.counterpose.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpose.app.OnTrial.entry;
import static org.counterpose.app.OnTrial.json;
import static org.counterpose.app.OnTrial.rated;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterpose.app.Checked;
import org.counterpose.app.OnTrial;
import org.counterpose.app.Served;
import org.counterpose.store.SqlJournals;
import org.junit.jupiter.api.Test;

class CallsOfTheContractTest extends OverHttp {

  @Test
  void the_programmes_are_listed_and_each_tells_what_it_asks() {
    JsonNode all = json(served.get("/api/v1/programmes").body());
    JsonNode one = json(served.get("/api/v1/programmes/mid-back").body());

    assertThat(all.findValuesAsText("id")).contains("mid-back");
    assertThat(one.get("questions")).hasSizeGreaterThan(15);
    JsonNode where = find(one.get("questions"), "numbness-where");
    assertThat(where.get("kind").asText()).isEqualTo("many");
    assertThat(where.get("when"))
        .isEqualTo(json("{\"question\":\"symptoms\",\"anyOf\":[\"numbness\",\"tingling\"]}"));
    assertThat(where.get("choices").findValuesAsText("id")).contains("saddle");
    assertThat(served.get("/api/v1/programmes/none").status()).isEqualTo(404);
  }

  @Test
  void harmless_answers_are_cleared_and_explained() {
    Served.Answer answer = served.post("/api/v1/screenings", Checked.stiffAtTheDesk().screening());

    assertThat(answer.status()).isEqualTo(200);
    JsonNode screened = json(answer.body());
    assertThat(screened.get("fit").asBoolean()).isTrue();
    assertThat(screened.get("clearance").asText()).isEqualTo("CLEARED");
    assertThat(screened.get("reasons")).isEmpty();
    assertThat(screened.get("leftOut")).isEmpty();
    assertThat(screened.get("explanation")).isNotEmpty();
  }

  @Test
  void a_grave_answer_is_named_with_advice_and_source() {
    JsonNode screened =
        json(
            served
                .post(
                    "/api/v1/screenings",
                    Checked.stiffAtTheDesk().with("cord-signs", "[\"saddle\"]").screening())
                .body());

    assertThat(screened.get("clearance").asText()).isEqualTo("GET_HELP_NOW");
    JsonNode reason = screened.get("reasons").get(0);
    assertThat(reason.get("question").asText()).isEqualTo("cord-signs");
    assertThat(reason.get("answer").asText()).isEqualTo("saddle");
    assertThat(reason.get("advice").asText()).isNotBlank();
    assertThat(reason.get("source").asText()).isNotBlank();
  }

  @Test
  void a_safety_question_left_out_is_a_wrong_answer_and_never_a_no() {
    Served.Answer answer =
        served.post(
            "/api/v1/screenings", Checked.stiffAtTheDesk().without("serious-signs").screening());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("serious-signs");
  }

  @Test
  void a_journey_begins_with_its_first_day() {
    Served.Answer answer = served.post("/api/v1/journeys", Checked.stiffAtTheDesk().journey());

    assertThat(answer.status()).isEqualTo(201);
    JsonNode begun = json(answer.body());
    assertThat(begun.get("key").asText()).matches("[A-Za-z0-9_-]{27}");
    JsonNode today = begun.get("today");
    assertThat(today.get("day").asInt()).isEqualTo(1);
    assertThat(today.get("of").asInt()).isEqualTo(21);
    assertThat(today.get("steps").findValuesAsText("step"))
        .contains("rolled-towel", "thread-the-needle");
    JsonNode needle = find(today.get("steps"), "step", "thread-the-needle");
    assertThat(needle.get("sides")).hasSize(2);
    assertThat(needle.get("done").asBoolean()).isFalse();
    assertThat(
            Instant.parse(
                Instant.from(java.time.OffsetDateTime.parse(needle.get("dueFrom").asText()))
                    .toString()))
        .isBefore(java.time.OffsetDateTime.parse(needle.get("dueTo").asText()).toInstant());
  }

  @Test
  void how_long_it_has_lasted_may_be_told_or_left_out() {
    String duration = "duration";
    for (Checked accepted :
        new Checked[] {
          Checked.stiffAtTheDesk().without(duration),
          Checked.stiffAtTheDesk().with(duration, "\"6-to-12-weeks\"")
        }) {
      assertThat(served.post("/api/v1/journeys", accepted.journey()).status()).isEqualTo(201);
    }
    Served.Answer wrong =
        served.post(
            "/api/v1/journeys", Checked.stiffAtTheDesk().with(duration, "\"years\"").journey());

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("answers.duration");
  }

  @Test
  void a_clearance_that_forbids_it_begins_nothing_and_says_why() {
    Served.Answer answer =
        served.post(
            "/api/v1/journeys",
            Checked.stiffAtTheDesk().with("infection-signs", "[\"fever\"]").journey());

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(json(answer.body()).get("clearance").asText()).isEqualTo("SAME_DAY");
    assertThat(json(answer.body()).get("reasons").get(0).get("question").asText())
        .isEqualTo("infection-signs");
  }

  @Test
  void entries_of_every_type_are_taken_once_and_shown_in_time() {
    OnTrial person = OnTrial.begun(served);
    String batch =
        "["
            + String.join(
                ",",
                entry("rated", "\"pain\":6,\"stiffness\":7"),
                entry("session-done", "\"step\":\"rolled-towel\",\"seconds\":300"),
                entry(
                    "session-done",
                    "\"step\":\"thread-the-needle\",\"seconds\":200,\"sides\":[\"left\",\"right\"]"),
                entry("session-stopped", "\"step\":\"rolled-towel\",\"why\":\"time\""),
                entry("wear-started", "\"step\":\"posture-band\""),
                entry("worn", "\"step\":\"posture-band\",\"seconds\":1800"),
                entry(
                    "weekly-check",
                    "\"safety\":"
                        + Checked.nothingWeekly()
                        + ",\"activities\":[{\"name\":\"driving\",\"score\":4}],\"change\":1"),
                entry("activities", "\"activities\":[{\"name\":\"driving\",\"score\":3}]"),
                entry("got-worse", "\"answers\":" + Checked.nothingWeekly()),
                entry(
                    "posture",
                    "\"earShoulderDegrees\":12.5,\"shoulderHipDegrees\":3,\"confidence\":0.9"),
                entry("void", "\"entry\":\"" + UUID.randomUUID() + "\",\"reason\":\"a slip\""))
            + "]";

    Served.Answer first = person.add(batch);
    Served.Answer again = person.add(batch);

    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(json(first.body())).isEqualTo(json("{\"accepted\":11,\"known\":0}"));
    assertThat(json(again.body())).isEqualTo(json("{\"accepted\":0,\"known\":11}"));
    assertThat(person.read("/entries").findValuesAsText("type"))
        .hasSize(13)
        .contains("screened", "started", "rated", "activities", "posture", "void");
  }

  @Test
  void what_was_done_shows_in_the_day() {
    OnTrial person = OnTrial.begun(served);

    person.add("[" + entry("session-done", "\"step\":\"rolled-towel\",\"seconds\":300") + "]");

    JsonNode steps = person.read("/today").get("steps");
    assertThat(find(steps, "step", "rolled-towel").get("done").asBoolean()).isTrue();
  }

  @Test
  void an_empty_batch_is_no_mistake() {
    Served.Answer answer = OnTrial.begun(served).add("[]");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(json(answer.body())).isEqualTo(json("{\"accepted\":0,\"known\":0}"));
  }

  @Test
  void a_day_can_be_asked_for_at_another_moment() {
    OnTrial person = OnTrial.begun(served);

    assertThat(person.read("/today?at=2026-11-30T12:00:00Z").get("day").asInt()).isEqualTo(9);
    assertThat(person.read("/today?at=2026-11-30T07:00:00-05:00").get("day").asInt()).isEqualTo(9);
    assertThat(person.get("/today?at=yesterday").status()).isEqualTo(422);
    assertThat(person.get("/verdict?at=2026-11-30").status()).isEqualTo(422);
    assertThat(person.get("/today?at=%2B999999999-12-31T23:59:59Z").status()).isEqualTo(422);
  }

  @Test
  void a_trial_that_was_stopped_does_not_run_on_the_days_before_it_either() {
    OnTrial person = OnTrial.begun(served);
    clock.goOn(Duration.ofDays(3));
    String fever =
        Checked.nothingWeekly()
            .replace("\"infection-signs\":[]", "\"infection-signs\":[\"fever\"]");
    String worse = entry("got-worse", "\"answers\":" + fever).replace("11-22T", "11-25T");
    assertThat(person.add("[" + worse + "]").status()).isEqualTo(200);

    JsonNode before = person.read("/today?at=2026-11-23T12:00:00Z");

    assertThat(before.get("state").asText()).isEqualTo("stopped");
    assertThat(before.get("steps")).isEmpty();
    assertThat(before.get("day").asInt()).isEqualTo(2);
  }

  @Test
  void relief_over_three_weeks_is_called_better_with_all_its_evidence() {
    OnTrial person = OnTrial.begun(served);
    List<String> ratings = new ArrayList<>();
    for (int day = 0; day < 21; day++) {
      ratings.add(
          rated(
                  Instant.parse("2026-11-22T13:00:00Z").plus(Duration.ofDays(day)).toString(),
                  day < 7 ? 7 - day % 2 : 2 + day % 2)
              .replace("}", ",\"stiffness\":5}"));
    }
    clock.goOn(Duration.ofDays(20));
    assertThat(person.add("[" + String.join(",", ratings) + "]").status()).isEqualTo(200);

    JsonNode verdict = person.read("/verdict");

    assertThat(verdict.get("verdict").asText()).isEqualTo("BETTER");
    assertThat(verdict.get("estimate").asDouble()).isBetween(3.0, 5.0);
    assertThat(verdict.get("low").asDouble()).isPositive();
    assertThat(verdict.get("high").asDouble()).isGreaterThan(verdict.get("estimate").asDouble());
    assertThat(verdict.get("daysUsed").asInt()).isEqualTo(21);
    assertThat(verdict.get("planDone").asDouble()).isBetween(0.0, 1.0);
    assertThat(verdict.get("withoutProgramme").asDouble()).isBetween(0.0, 1.0);
    assertThat(verdict.get("next").asText()).isNotBlank();
    assertThat(verdict.get("step").asDouble()).isEqualTo(1);
    JsonNode stiffness = verdict.get("stiffness");
    assertThat(stiffness.get("verdict").asText()).isEqualTo("NO_CLEAR_CHANGE");
    assertThat(stiffness.get("daysUsed").asInt()).isEqualTo(21);
    assertThat(stiffness.get("planDone")).isEqualTo(verdict.get("planDone"));
    assertThat(stiffness.get("withoutProgramme").isNull()).isTrue();
  }

  @Test
  void a_new_trial_has_no_verdict_yet() {
    assertThat(OnTrial.begun(served).read("/verdict").get("verdict").asText())
        .isEqualTo("NOT_ENOUGH_DAYS");
    assertThat(OnTrial.begun(served).read("/verdict").get("stiffness").isNull()).isTrue();
  }

  @Test
  void everything_kept_is_handed_over() {
    OnTrial person = OnTrial.begun(served, Checked.stiffAtTheDesk().with("age", "47"));
    person.add("[" + entry("rated", "\"pain\":9") + "]");

    JsonNode all = person.read("/export");

    assertThat(all.get("id").asText()).isEqualTo(person.id());
    assertThat(all.get("entries")).hasSize(3);
    assertThat(all.toString()).contains("\"age\":47", "\"pain\":9", "America/New_York");
  }

  @Test
  void an_erased_journey_is_as_if_it_had_never_been() {
    OnTrial person = OnTrial.begun(served);
    person.read("/today");

    Served.Answer erased = person.erase();

    assertThat(erased.status()).isEqualTo(204);
    assertThat(erased.body()).isEmpty();
    for (String call : List.of("/today", "/entries", "/verdict", "/export")) {
      assertThat(person.get(call).status()).as(call).isEqualTo(404);
    }
    assertThat(person.add("[]").status()).isEqualTo(404);
    assertThat(person.erase().status()).isEqualTo(404);
  }

  @Test
  void a_journey_that_another_process_erased_is_gone_for_every_batch() {
    for (String batch : List.of("[]", "[{}]", "[" + rated("2026-11-22T08:00:00-05:00", 4) + "]")) {
      OnTrial person = OnTrial.begun(served);
      assertThat(person.add("[" + rated("2026-11-22T08:00:00-05:00", 5) + "]").status())
          .isEqualTo(200);

      new SqlJournals(served.server().practice().database()).erase(UUID.fromString(person.id()));

      assertThat(person.add(batch).status()).as(batch).isEqualTo(404);
    }
  }

  @Test
  void the_description_of_the_api_is_served_with_it() {
    Served.Answer answer = served.get("/api/v1/openapi.json");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(json(answer.body()).get("openapi").asText()).startsWith("3.1");
  }

  private static JsonNode find(JsonNode list, String id) {
    return find(list, "id", id);
  }

  private static JsonNode find(JsonNode list, String field, String value) {
    for (JsonNode node : list) {
      if (node.get(field).asText().equals(value)) {
        return node;
      }
    }
    throw new AssertionError("no " + field + " " + value);
  }
}

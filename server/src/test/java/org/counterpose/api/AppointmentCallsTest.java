package org.counterpose.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpose.app.OnTrial.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.counterpose.app.OnTrial;
import org.counterpose.app.Served;
import org.junit.jupiter.api.Test;

class AppointmentCallsTest extends OverHttp {

  private static final String TUESDAY = "2026-11-24T09:00:00-05:00";

  @Test
  void the_services_are_listed_with_their_lengths() {
    JsonNode services = json(served.get("/api/v1/services").body());

    assertThat(services.findValuesAsText("id")).containsExactly("first-visit", "follow-up");
    assertThat(services.get(0).get("minutes").asInt()).isEqualTo(45);
    assertThat(services.get(0).get("title").asText()).isEqualTo("First visit");
  }

  @Test
  void free_times_are_told_with_the_clinics_offset_the_last_date_included() {
    JsonNode free = free("first-visit", "2026-11-24", "2026-11-25");

    assertThat(starts(free)).contains(TUESDAY);
    assertThat(starts(free)).anyMatch(start -> start.startsWith("2026-11-25T"));
    JsonNode one =
        StreamSupport.stream(free.spliterator(), false)
            .filter(time -> time.get("start").asText().equals(TUESDAY))
            .findFirst()
            .orElseThrow();
    assertThat(one.get("end").asText()).isEqualTo("2026-11-24T09:45:00-05:00");
    assertThat(one.get("practitioner").asText()).isNotBlank();
  }

  @Test
  void a_wrong_range_is_refused_and_each_fault_named() {
    assertThat(paths("/api/v1/availability")).hasSize(3);
    assertThat(paths("/api/v1/availability?service=x&from=2026-02-30&to=soon"))
        .containsExactly("service", "from", "to");
    assertThat(paths("/api/v1/availability?service=follow-up&from=2026-11-25&to=2026-11-24"))
        .containsExactly("from");
    assertThat(paths("/api/v1/availability?service=follow-up&from=2026-11-01&to=2027-02-01"))
        .containsExactly("to");
    assertThat(
            paths(
                "/api/v1/availability?service=follow-up&from=-999999999-01-01&to=+999999999-12-31"))
        .containsExactly("from", "to");
    assertThat(free("follow-up", "2016-01-01", "2016-01-31")).isEmpty();
  }

  @Test
  void booking_answers_with_the_appointment_and_takes_the_time() {
    Served.Answer answer = book("one", TUESDAY);

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    JsonNode booked = json(answer.body());
    assertThat(booked.get("practitioner").asText()).isEqualTo("chiropractor");
    assertThat(booked.get("service").asText()).isEqualTo("first-visit");
    assertThat(booked.get("start").asText()).isEqualTo(TUESDAY);
    assertThat(booked.get("end").asText()).isEqualTo("2026-11-24T09:45:00-05:00");
    assertThat(booked.get("id").asText()).hasSize(27);
    assertThat(booked.get("link").asText())
        .isEqualTo(served.address() + "/appointment/" + booked.get("id").asText());
    assertThat(book("two", TUESDAY).status()).isEqualTo(409);
    JsonNode found = json(served.get("/api/v1/appointments/" + booked.get("id").asText()).body());
    assertThat(found.get("cancelled").asBoolean()).isFalse();
  }

  @Test
  void the_same_instant_written_with_another_offset_is_the_same_time() {
    assertThat(book("one", "2026-11-24T14:00:00Z").status()).isEqualTo(201);
    assertThat(book("two", TUESDAY).status()).isEqualTo(409);
  }

  @Test
  void the_same_key_again_gets_the_first_answer_and_another_body_is_refused() {
    Served.Answer first = book("one", TUESDAY);
    Served.Answer again = book("one", TUESDAY);
    Served.Answer other = book("one", "2026-11-24T10:00:00-05:00");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.status()).isEqualTo(422);
    assertThat(problems(other)).containsExactly("Idempotency-Key");
  }

  @Test
  void a_key_is_needed_and_is_visible_text() {
    assertThat(served.post("/api/v1/appointments", body(TUESDAY).toString()).status())
        .isEqualTo(422);
    assertThat(book("x".repeat(201), TUESDAY).status()).isEqualTo(422);
    assertThat(book("two words", TUESDAY).status()).isEqualTo(422);
    assertThat(book("x".repeat(200), TUESDAY).status()).isEqualTo(201);
  }

  @Test
  void every_wrong_field_is_named_at_once_and_nothing_is_kept() {
    ObjectNode wrong = body("2020-01-01T09:00:00-05:00");
    wrong.put("name", "Ana\nBcc: all");
    wrong.put("email", "nobody");
    wrong.put("share", true);
    wrong.put("colour", "green");

    Served.Answer answer = post("one", wrong);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(problems(answer))
        .containsExactlyInAnyOrder("name", "email", "share", "start", "colour");
    assertThat(answer.body()).doesNotContain("Bcc").doesNotContain("nobody");
  }

  @Test
  void wrong_types_unknown_ids_and_missing_fields_are_named() {
    assertThat(problems(post("one", with("practitioner", "nobody"))))
        .containsExactly("practitioner");
    assertThat(problems(post("one", with("service", "massage")))).containsExactly("service");
    assertThat(problems(post("one", with("start", "tomorrow")))).containsExactly("start");
    assertThat(problems(post("one", with("start", "2026-11-24T09:00:00"))))
        .containsExactly("start");
    assertThat(problems(post("one", with("start", "2026-11-24T09:05:00-05:00"))))
        .containsExactly("start");
    assertThat(problems(post("one", with("start", "2026-11-24T03:00:00-05:00"))))
        .containsExactly("start");
    assertThat(problems(post("one", with("name", "x".repeat(101))))).containsExactly("name");
    assertThat(problems(post("one", with("name", "   ")))).containsExactly("name");
    assertThat(problems(post("one", with("email", "a@b")))).containsExactly("email");
    ObjectNode types = body(TUESDAY);
    types.put("practitioner", 5).put("start", 7).put("service", true);
    types.putArray("name");
    types.putObject("email");
    types.put("share", "yes");
    types.put("journey", 9);
    assertThat(problems(post("one", types)))
        .containsExactlyInAnyOrder(
            "practitioner", "start", "service", "name", "email", "share", "journey");
    assertThat(problems(served.post("/api/v1/appointments", "{}", "Idempotency-Key", "one")))
        .hasSize(5);
    assertThat(served.post("/api/v1/appointments", "{", "Idempotency-Key", "one").status())
        .isEqualTo(400);
    assertThat(served.post("/api/v1/appointments", "[]", "Idempotency-Key", "one").status())
        .isEqualTo(422);
    assertThat(book("one", TUESDAY).status()).isEqualTo(201);
  }

  @Test
  void cancelling_frees_the_time_and_may_be_said_twice() {
    String id = json(book("one", TUESDAY).body()).get("id").asText();

    assertThat(served.delete("/api/v1/appointments/" + id).status()).isEqualTo(204);
    assertThat(served.delete("/api/v1/appointments/" + id).status()).isEqualTo(204);

    assertThat(book("two", TUESDAY).status()).isEqualTo(201);
    assertThat(served.delete("/api/v1/appointments/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(served.delete("/api/v1/appointments/..%2f..%2fhealth").status()).isBetween(400, 404);
  }

  @Test
  void moving_takes_the_new_time_and_frees_the_old_one() {
    String id = json(book("one", TUESDAY).body()).get("id").asText();
    String path = "/api/v1/appointments/" + id + "/move";
    String ten = "2026-11-24T10:00:00-05:00";
    book("two", "2026-11-24T11:00:00-05:00");

    Served.Answer moved = served.post(path, "{\"start\":\"" + ten + "\"}");
    Served.Answer taken = served.post(path, "{\"start\":\"2026-11-24T11:00:00-05:00\"}");
    Served.Answer elsewhere =
        served.post(
            path,
            "{\"start\":\"2026-11-24T11:00:00-05:00\",\"practitioner\":\"exercise-therapist\"}");

    assertThat(moved.status()).isEqualTo(200);
    assertThat(json(moved.body()).get("start").asText()).isEqualTo(ten);
    assertThat(json(moved.body()).get("id").asText()).isEqualTo(id);
    assertThat(taken.status()).isEqualTo(409);
    assertThat(elsewhere.status()).as(elsewhere.body()).isEqualTo(200);
    assertThat(book("three", TUESDAY).status()).isEqualTo(201);
    assertThat(problems(served.post(path, "{}"))).hasSize(1);
    assertThat(problems(served.post(path, "{\"start\":\"x\",\"practitioner\":\"x\"}")))
        .containsExactlyInAnyOrder("start", "practitioner");
    assertThat(problems(served.post(path, "{\"start\":\"2026-11-24T10:01:00-05:00\"}")))
        .containsExactly("start");
    assertThat(
            served
                .post("/api/v1/appointments/unknown/move", "{\"start\":\"" + ten + "\"}")
                .status())
        .isEqualTo(404);
    served.delete("/api/v1/appointments/" + id);
    assertThat(served.post(path, "{\"start\":\"" + ten + "\"}").status()).isEqualTo(409);
  }

  @Test
  void what_has_begun_can_no_longer_be_changed() {
    String id = json(book("one", TUESDAY).body()).get("id").asText();
    clock.set(Instant.parse("2026-11-24T14:00:00Z"));

    assertThat(served.delete("/api/v1/appointments/" + id).status()).isEqualTo(409);
    assertThat(
            served
                .post(
                    "/api/v1/appointments/" + id + "/move",
                    "{\"start\":\"2026-11-25T09:00:00-05:00\"}")
                .status())
        .isEqualTo(409);
  }

  @Test
  void the_trial_goes_along_only_with_its_key_and_only_if_shared() {
    OnTrial ana = OnTrial.begun(served);
    ana.add("[" + OnTrial.rated("2026-11-22T08:00:00-05:00", 6) + "]");
    clock.goOn(Duration.ofDays(1));
    ObjectNode sharing = body("2026-11-25T09:00:00-05:00");
    sharing.put("journey", ana.id()).put("share", true);

    assertThat(post("one", sharing).status()).isEqualTo(404);
    assertThat(post("one", sharing, "Authorization", "Bearer wrong").status()).isEqualTo(404);
    assertThat(
            post("one", sharing, "Authorization", "Bearer " + OnTrial.begun(served).key()).status())
        .isEqualTo(404);
    Served.Answer shared = post("one", sharing, "Authorization", "Bearer " + ana.key());
    assertThat(shared.status()).as(shared.body()).isEqualTo(201);
    String id = json(shared.body()).get("id").asText();
    JsonNode summary =
        json(served.server().practice().bookings().find(id).orElseThrow().summary().orElseThrow());
    assertThat(summary.get("day").asInt()).isEqualTo(2);
    assertThat(summary.get("ratings").get("1").asInt()).isEqualTo(6);
    assertThat(summary.get("verdict").get("verdict").asText()).isEqualTo("NOT_ENOUGH_DAYS");

    sharing.put("share", false).put("start", "2026-11-25T11:00:00-05:00");
    String other = json(post("two", sharing).body()).get("id").asText();
    assertThat(served.server().practice().bookings().find(other).orElseThrow().summary()).isEmpty();

    ana.erase();
    assertThat(served.get("/api/v1/appointments/" + id).status()).isEqualTo(404);
    assertThat(served.get("/api/v1/appointments/" + other).status()).isEqualTo(200);
    assertThat(book("three", "2026-11-25T09:00:00-05:00").status()).isEqualTo(201);
  }

  @Test
  void of_forty_callers_who_race_for_one_time_one_gets_it() throws Exception {
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(40)) {
      List<Future<Integer>> waiting = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String key = "key-" + i;
        waiting.add(callers.submit(() -> book(key, TUESDAY).status()));
      }
      for (Future<Integer> one : waiting) {
        statuses.add(one.get());
      }
    }

    assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(39);
  }

  private JsonNode free(String service, String from, String to) {
    return json(
        served
            .get("/api/v1/availability?service=" + service + "&from=" + from + "&to=" + to)
            .body());
  }

  private static List<String> starts(JsonNode free) {
    return free.findValuesAsText("start");
  }

  private List<String> paths(String path) {
    Served.Answer answer = served.get(path);
    assertThat(answer.status()).isEqualTo(422);
    return problems(answer);
  }

  private static List<String> problems(Served.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    return json(answer.body()).get("problems").findValuesAsText("path");
  }

  private Served.Answer book(String key, String start) {
    return post(key, body(start));
  }

  private Served.Answer post(String key, ObjectNode body, String... more) {
    List<String> headers = new ArrayList<>(List.of("Idempotency-Key", key));
    headers.addAll(List.of(more));
    return served.post("/api/v1/appointments", body.toString(), headers.toArray(String[]::new));
  }

  private static ObjectNode with(String field, String value) {
    return body(TUESDAY).put(field, value);
  }

  private static ObjectNode body(String start) {
    return ((ObjectNode) json("{}"))
        .put("practitioner", "chiropractor")
        .put("start", start)
        .put("service", "first-visit")
        .put("name", "Ana Díaz")
        .put("email", "ana@example.org");
  }
}

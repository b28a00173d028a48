package org.counterpose.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import org.counterpose.app.Checked;
import org.counterpose.app.Served;

/** Somebody on a trial, who calls the API with their key. */
record OnTrial(Served served, String id, String key) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static OnTrial begun(Served served) {
    return begun(served, Checked.stiffAtTheDesk());
  }

  static OnTrial begun(Served served, Checked checked) {
    Served.Answer answer = served.post("/api/v1/journeys", checked.journey());
    if (answer.status() != 201) {
      throw new AssertionError("the trial did not begin: " + answer.status() + " " + answer.body());
    }
    JsonNode begun = json(answer.body());
    return new OnTrial(served, begun.get("id").asText(), begun.get("key").asText());
  }

  String path(String call) {
    return "/api/v1/journeys/" + id + call;
  }

  Served.Answer get(String call) {
    return served.get(path(call), "Authorization", "Bearer " + key);
  }

  JsonNode read(String call) {
    Served.Answer answer = get(call);
    if (answer.status() != 200) {
      throw new AssertionError(call + " gave " + answer.status() + " " + answer.body());
    }
    return json(answer.body());
  }

  Served.Answer add(String entries) {
    return served.post(path("/entries"), entries, "Authorization", "Bearer " + key);
  }

  Served.Answer erase() {
    return served.delete(path(""), "Authorization", "Bearer " + key);
  }

  static String rated(UUID id, String at, int pain) {
    return "{\"id\":\"" + id + "\",\"type\":\"rated\",\"at\":\"" + at + "\",\"pain\":" + pain + "}";
  }

  static String rated(String at, int pain) {
    return rated(UUID.randomUUID(), at, pain);
  }

  /** An entry with these fields, and an id and a time of its own. */
  static String entry(String type, String fields) {
    return "{\"id\":\""
        + UUID.randomUUID()
        + "\",\"type\":\""
        + type
        + "\",\"at\":\"2026-11-22T08:00:00-05:00\""
        + (fields.isEmpty() ? "" : "," + fields)
        + "}";
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }
}

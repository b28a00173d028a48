package org.counterpose.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;

/** Somebody on a trial, who opens pages with their cookie and calls the API with their key. */
public record OnTrial(Served served, String id, String key) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public static OnTrial begun(Served served) {
    return begun(served, Checked.stiffAtTheDesk());
  }

  public static OnTrial begun(Served served, Checked checked) {
    return begun(served, checked.journey());
  }

  /** Somebody whose days go by the clock of that zone. */
  public static OnTrial begunIn(String zone, Served served) {
    return begunIn(zone, served, Checked.stiffAtTheDesk());
  }

  public static OnTrial begunIn(String zone, Served served, Checked checked) {
    return begun(served, checked.journeyIn(zone));
  }

  private static OnTrial begun(Served served, String asked) {
    Served.Answer answer = served.post("/api/v1/journeys", asked);
    if (answer.status() != 201) {
      throw new AssertionError("the trial did not begin: " + answer.status() + " " + answer.body());
    }
    JsonNode begun = json(answer.body());
    return new OnTrial(served, begun.get("id").asText(), begun.get("key").asText());
  }

  public UUID journey() {
    return UUID.fromString(id);
  }

  public String cookie() {
    return "journey=" + id + "." + key;
  }

  /** A page, as their browser shows it. */
  public Served.Answer open(String page) {
    return served.get(page, "Cookie", cookie());
  }

  /** Sends a form that is written as a browser writes it. */
  public Served.Answer send(String page, String form) {
    return served.sendForm(cookie(), page, form);
  }

  public String path(String call) {
    return "/api/v1/journeys/" + id + call;
  }

  public Served.Answer get(String call) {
    return served.get(path(call), "Authorization", "Bearer " + key);
  }

  public JsonNode read(String call) {
    Served.Answer answer = get(call);
    if (answer.status() != 200) {
      throw new AssertionError(call + " gave " + answer.status() + " " + answer.body());
    }
    return json(answer.body());
  }

  public Served.Answer add(String entries) {
    return served.post(path("/entries"), entries, "Authorization", "Bearer " + key);
  }

  public Served.Answer erase() {
    return served.delete(path(""), "Authorization", "Bearer " + key);
  }

  public static String rated(UUID id, String at, int pain) {
    return "{\"id\":\"" + id + "\",\"type\":\"rated\",\"at\":\"" + at + "\",\"pain\":" + pain + "}";
  }

  public static String rated(String at, int pain) {
    return rated(UUID.randomUUID(), at, pain);
  }

  /** An entry with these fields, and an id and a time of its own. */
  public static String entry(String type, String fields) {
    return "{\"id\":\""
        + UUID.randomUUID()
        + "\",\"type\":\""
        + type
        + "\",\"at\":\"2026-11-22T08:00:00-05:00\""
        + (fields.isEmpty() ? "" : "," + fields)
        + "}";
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }
}

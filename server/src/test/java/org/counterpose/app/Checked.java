package org.counterpose.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody's answers to the mid-back check and their day, as JSON to send. */
public final class Checked {

  private final Map<String, String> answers = new LinkedHashMap<>();

  private Checked() {
    answers.put("symptoms", "[\"stiffness\"]");
    answers.put("tried", "[\"stretches\",\"heat\"]");
    answers.put("relief", "\"short\"");
    answers.put("hours-sitting", "8");
    answers.put("hours-standing", "1");
    answers.put("hours-driving", "0.5");
    answers.put("pain-average", "6");
    answers.put("emergency-signs", "[]");
    answers.put("cord-signs", "[]");
    answers.put("infection-signs", "[]");
    answers.put("serious-signs", "[]");
    answers.put("age", "41");
    answers.put("first-episode", "false");
    answers.put("pregnant", "false");
    answers.put("spine-surgery", "false");
    answers.put("cancer", "false");
    answers.put("bone-health", "[]");
    answers.put("inflammatory", "[]");
  }

  /** Stiff, at a desk all day, and nothing that would need a clinician. */
  public static Checked stiffAtTheDesk() {
    return new Checked();
  }

  /** With this answer, written as JSON. */
  public Checked with(String question, String json) {
    answers.put(question, json);
    return this;
  }

  public Checked without(String question) {
    answers.remove(question);
    return this;
  }

  public String answers() {
    return object(answers);
  }

  /** The body that asks for a screening. */
  public String screening() {
    return "{\"programme\":\"mid-back\",\"answers\":" + answers() + "}";
  }

  /** The body that begins a journey, at a desk from nine to half past five in New York. */
  public String journey() {
    return journeyIn("America/New_York");
  }

  /** The same in another zone. */
  public String journeyIn(String zone) {
    return "{\"programme\":\"mid-back\",\"answers\":"
        + answers()
        + ",\"day\":{\"wake\":\"07:00\",\"sleep\":\"23:00\",\"workStart\":\"09:00\","
        + "\"workEnd\":\"17:30\",\"workDays\":[1,2,3,4,5]},"
        + "\"aids\":[\"towel\",\"mat\",\"wobble-disc\",\"posture-band\"],"
        + "\"zone\":\""
        + zone
        + "\"}";
  }

  /** The weekly safety questions, all with a no. */
  public static String nothingWeekly() {
    return "{\"emergency-signs\":[],\"cord-signs\":[],\"infection-signs\":[],"
        + "\"serious-signs\":[],\"cancer\":false}";
  }

  private static String object(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}

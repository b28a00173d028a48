package org.counterpose.web;

import java.util.List;
import java.util.Map;

/**
 * The safety questions asked again, weekly or because it got worse.
 *
 * @param weekly whether the week's own questions come with them
 * @param filledIn what the other fields hold
 */
public record AgainPage(
    String title,
    String body,
    String action,
    boolean weekly,
    AnswersForm form,
    Map<String, List<String>> filledIn,
    List<String> faults) {

  public String activity(int at) {
    return value("activity-" + at);
  }

  public String score(int at) {
    return value("score-" + at);
  }

  public boolean change(int value) {
    return value("change").equals(String.valueOf(value));
  }

  public boolean noChange() {
    return value("change").isEmpty();
  }

  private String value(String field) {
    List<String> values = filledIn.getOrDefault(field, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }
}

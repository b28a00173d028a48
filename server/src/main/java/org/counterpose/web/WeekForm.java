package org.counterpose.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.document.Node;
import org.counterpose.document.Place;
import org.counterpose.document.Problem;
import org.counterpose.journal.ActivitiesReader;
import org.counterpose.journeys.Journey;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answer;

/**
 * What a week's form asks beside the safety questions, as it was filled in and what was wrong. The
 * activities are asked at the beginning of a trial as well.
 *
 * @param chosen the activities that the person chose before, which stand in the form
 * @param wished what they ticked in the check as wanting to do more easily; it stands in the form
 *     of who has chosen none yet
 */
public record WeekForm(
    Map<String, List<String>> filledIn,
    List<Problem> problems,
    List<String> chosen,
    List<String> wished) {

  /** The most activities the form has room for. */
  private static final int ACTIVITIES = 3;

  private static final Place FORM = new Place("form", 0, "");

  /** The form of somebody on a trial at a moment. */
  static WeekForm of(
      Journey journey, Instant now, Map<String, List<String>> filledIn, List<Problem> problems) {
    List<String> chosen = journey.activities(now);
    return new WeekForm(filledIn, problems, chosen, chosen.isEmpty() ? wishes(journey) : List.of());
  }

  private static List<String> wishes(Journey journey) {
    Programme programme = journey.programme();
    return programme.trial().wishes().stream()
        .flatMap(
            question ->
                journey.journal().screened().answers().to(question).stream()
                    .filter(Answer.Chosen.class::isInstance)
                    .map(Answer.Chosen.class::cast)
                    .flatMap(
                        ticked ->
                            programme.question(question).choices().stream()
                                .filter(ticked.values()::contains)
                                .map(choice -> "questions." + question + "." + choice)))
        .map(programme::text)
        .map(String::strip)
        .filter(wish -> wish.length() <= ActivitiesReader.LONGEST_NAME)
        .toList();
  }

  /** What was ticked and finds no room in the form. */
  public Optional<String> alsoWished() {
    return wished.size() <= ACTIVITIES
        ? Optional.empty()
        : Optional.of(String.join(", ", wished.subList(ACTIVITIES, wished.size())));
  }

  /** Id and time of the entry that the form becomes. */
  record Head(UUID id, OffsetDateTime at) {}

  public String activity(int at) {
    String field = "activity-" + at;
    boolean isToBeFilledIn = !filledIn.containsKey(field);
    List<String> standing = chosen.isEmpty() ? wished : chosen;
    return isToBeFilledIn && at <= standing.size() ? standing.get(at - 1) : value(field);
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

  /** Whether nothing at all was filled in of the activities. */
  public boolean isEmpty() {
    return activities().isEmpty();
  }

  public boolean isWrongActivity(int at) {
    return problems.stream()
        .map(problem -> problem.place().path())
        .anyMatch(path -> path.matches("(activity|score)-" + at + "(\\..*)?"));
  }

  public boolean isWrongChange() {
    return problems.stream().anyMatch(problem -> problem.place().path().equals("change"));
  }

  /** The form as a document, as the API would be sent it. */
  Node weeklyCheck(Head head, Node safety) {
    Map<String, Node> fields = fields(head, "weekly-check");
    fields.put("safety", safety);
    fields.put("activities", new Node.Listing(activities(), FORM.field("activities", 0)));
    if (!noChange()) {
      fields.put("change", AnswersForm.number(value("change"), FORM.field("change", 0)));
    }
    return new Node.Mapping(fields, FORM);
  }

  /** The activities alone, as at the beginning of a trial. */
  Node activities(Head head) {
    Map<String, Node> fields = fields(head, "activities");
    fields.put("activities", new Node.Listing(activities(), FORM.field("activities", 0)));
    return new Node.Mapping(fields, FORM);
  }

  /** The week's safety questions alone. */
  static Node signs(Head head, Node answers) {
    Map<String, Node> fields = fields(head, "weekly-check");
    fields.put("safety", answers);
    return new Node.Mapping(fields, FORM);
  }

  static Node gotWorse(Head head, Node answers) {
    Map<String, Node> fields = fields(head, "got-worse");
    fields.put("answers", answers);
    return new Node.Mapping(fields, FORM);
  }

  private static Map<String, Node> fields(Head head, String type) {
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("type", new Node.Text(type, FORM));
    fields.put("id", new Node.Text(head.id().toString(), FORM));
    fields.put("at", new Node.Text(head.at().toString(), FORM));
    return fields;
  }

  /**
   * The rows of which something was filled in: a name that stood there is nothing without score.
   */
  private List<Node> activities() {
    List<Node> activities = new ArrayList<>();
    for (int at = 1; at <= ACTIVITIES; at++) {
      Place row = FORM.field("activity-" + at, 0);
      Map<String, Node> activity = new LinkedHashMap<>();
      String name = activity(at).strip();
      if (!name.isEmpty()) {
        activity.put("name", new Node.Text(name, row));
      }
      if (!score(at).isBlank()) {
        activity.put("score", AnswersForm.number(score(at), FORM.field("score-" + at, 0)));
      }
      boolean named = activity.containsKey("name") && !chosen.contains(name);
      if (activity.containsKey("score") || named && !wished.contains(name)) {
        activities.add(new Node.Mapping(activity, row));
      }
    }
    return activities;
  }

  private String value(String field) {
    List<String> values = filledIn.getOrDefault(field, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }
}

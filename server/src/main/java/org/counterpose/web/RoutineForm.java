package org.counterpose.web;

import java.math.BigDecimal;
import java.text.Collator;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.counterpose.document.Node;
import org.counterpose.document.Place;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.journal.Routine;
import org.counterpose.journal.RoutineReader;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Programme;
import org.counterpose.words.Words;

/** A person's usual day, aids and zone as a form. */
public record RoutineForm(
    Programme programme, Map<String, List<String>> filledIn, List<Problem> problems, Words words) {

  private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

  /**
   * What stands in the form before anybody touched it: an ordinary day, and what most homes have.
   */
  static RoutineForm usual(Programme programme, ZoneId zone, Words words) {
    Map<String, List<String>> usual = new HashMap<>();
    usual.put("wake", List.of("07:00"));
    usual.put("sleep", List.of("23:00"));
    usual.put("workStart", List.of("09:00"));
    usual.put("workEnd", List.of("17:30"));
    usual.put("workDays", List.of("1", "2", "3", "4", "5"));
    usual.put("zone", List.of(zone.getId()));
    usual.put(
        "aids",
        programme.aids().stream().filter(Programme.Aid::common).map(Programme.Aid::id).toList());
    return new RoutineForm(programme, usual, List.of(), words);
  }

  /** A routine that holds, to be changed. */
  static RoutineForm of(Programme programme, Routine routine, Words words) {
    Map<String, List<String>> held = new HashMap<>();
    held.put("wake", List.of(routine.wake().toString()));
    held.put("sleep", List.of(routine.sleep().toString()));
    held.put("workStart", List.of(routine.workStart().toString()));
    held.put("workEnd", List.of(routine.workEnd().toString()));
    held.put(
        "workDays",
        routine.workDays().stream().map(day -> String.valueOf(day.getValue())).toList());
    held.put("zone", List.of(routine.zone().getId()));
    held.put("aids", List.copyOf(routine.aids()));
    routine
        .breakMinutes()
        .ifPresent(minutes -> held.put("breakMinutes", List.of(minutes.toString())));
    return new RoutineForm(programme, held, List.of(), words);
  }

  /** The routine that was filled in; every problem is noted. */
  Optional<Routine> read(Problems problems) {
    Place form = new Place("form", 0, "");
    Map<String, Node> day = new LinkedHashMap<>();
    for (String field : List.of("wake", "sleep", "workStart", "workEnd")) {
      day.put(field, new Node.Text(value(field), form.field(field, 0)));
    }
    List<Node> workDays = new ArrayList<>();
    values("workDays").forEach(value -> workDays.add(number(value, form.field("workDays", 0))));
    day.put("workDays", new Node.Listing(workDays, form.field("workDays", 0)));
    if (!value("breakMinutes").isBlank()) {
      day.put("breakMinutes", number(value("breakMinutes"), form.field("breakMinutes", 0)));
    }
    List<Node> aids = new ArrayList<>();
    values("aids").forEach(value -> aids.add(new Node.Text(value, form.field("aids", 0))));
    return RoutineReader.read(
        programme,
        new Node.Mapping(day, form),
        new Node.Listing(aids, form.field("aids", 0)),
        new Node.Text(value("zone"), form.field("zone", 0)),
        problems);
  }

  private static Node number(String value, Place place) {
    return value.matches("-?\\d{1,9}")
        ? new Node.Number(new BigDecimal(value), place)
        : new Node.Text(value, place);
  }

  public String value(String field) {
    List<String> values = values(field);
    return values.isEmpty() ? "" : values.getFirst();
  }

  public boolean holds(String field, String value) {
    return values(field).contains(value);
  }

  private List<String> values(String field) {
    return filledIn.getOrDefault(field, List.of());
  }

  public Optional<String> wrong(String field) {
    return problems.stream()
        .filter(problem -> problem.place().path().endsWith(field))
        .findFirst()
        .map(problem -> words.say("start.wrong." + (isMissed(field) ? "time" : field)));
  }

  /** Whether a field should hold a time of the day, and does not. */
  private boolean isMissed(String field) {
    return !field.equals("zone") && !CLOCK.matcher(value(field)).matches();
  }

  public List<DayOfWeek> weekdays() {
    return List.of(DayOfWeek.values());
  }

  public String named(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, words.locale());
  }

  /** The zones to choose from, the one that holds among them: ids to names, by name. */
  public Map<String, String> zones() {
    Map<String, String> names = new LinkedHashMap<>();
    ZoneId.getAvailableZoneIds().stream()
        .filter(
            zone ->
                zone.equals("UTC")
                    || zone.equals(value("zone"))
                    || zone.matches(
                        "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
        .map(zone -> Map.entry(zone, ZoneName.whole(zone, words)))
        .sorted(Map.Entry.comparingByValue(Collator.getInstance(words.locale())))
        .forEach(zone -> names.put(zone.getKey(), zone.getValue()));
    return names;
  }

  public String breakMinutes() {
    return value("breakMinutes");
  }

  /** How often the programme asks to change position; empty where it does not. */
  public Optional<Integer> suggestedBreak() {
    return programme.steps().stream()
        .map(step -> step.dose())
        .filter(Dose.Breaks.class::isInstance)
        .map(Dose.Breaks.class::cast)
        .map(Dose.Breaks::everyMinutes)
        .findFirst();
  }

  public String aid(String id) {
    return programme.text("aids." + id);
  }
}

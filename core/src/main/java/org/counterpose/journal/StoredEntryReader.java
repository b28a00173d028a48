package org.counterpose.journal;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.document.Shortened;
import org.counterpose.programme.Side;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;

/**
 * Reads back what {@link EntryDocument} wrote. It was checked when it came in, against the pack of
 * that day; here only its form must hold, so that a journal outlives its pack.
 *
 * <p>Where a field cannot be read, a filler stands in until the entry is thrown away with its
 * problem noted.
 */
public final class StoredEntryReader {

  private static final int ANY = Integer.MAX_VALUE;

  private final Fields fields;
  private final UUID id;
  private final OffsetDateTime at;

  private StoredEntryReader(Fields fields) {
    this.fields = fields;
    this.id = Scalars.uuid(fields, "id").orElse(new UUID(0, 0));
    this.at = Scalars.time(fields, "at").orElse(OffsetDateTime.MIN);
  }

  /** The entry; empty, with the problems noted, where the document is broken. */
  public static Optional<Entry> read(Node node, Problems problems) {
    int before = problems.count();
    return Fields.of(node, problems)
        .flatMap(fields -> new StoredEntryReader(fields).entry())
        .filter(entry -> problems.noneSince(before));
  }

  private Optional<Entry> entry() {
    String type = text("type");
    return switch (type) {
      case "screened" ->
          Optional.of(
              new Entry.Screened(id, at, text("programme"), text("version"), answers("answers")));
      case "started" -> Optional.of(new Entry.Started(id, at, routine()));
      case "routine-changed" -> Optional.of(new Entry.RoutineChanged(id, at, routine()));
      case "rated" ->
          Optional.of(
              new Entry.Rated(id, at, whole("pain"), fields.wholeIfAny("stiffness", -ANY, ANY)));
      case "session-done" ->
          Optional.of(
              new Entry.SessionDone(
                  id,
                  at,
                  text("step"),
                  whole("seconds"),
                  sides(),
                  fields.wholeIfAny("reps", -ANY, ANY)));
      case "session-stopped" ->
          Optional.of(
              new Entry.SessionStopped(
                  id,
                  at,
                  text("step"),
                  fields.choice("why", Entry.Why.class).orElse(Entry.Why.OTHER)));
      case "wear-started" -> Optional.of(new Entry.WearStarted(id, at, text("step")));
      case "worn" -> Optional.of(new Entry.Worn(id, at, text("step"), whole("seconds")));
      case "weekly-check" ->
          Optional.of(
              new Entry.WeeklyCheck(
                  id, at, answers("safety"), activities(), fields.wholeIfAny("change", -ANY, ANY)));
      case "activities" -> Optional.of(new Entry.Activities(id, at, activities()));
      case "got-worse" -> Optional.of(new Entry.GotWorse(id, at, answers("answers")));
      case "comparing" ->
          Optional.of(
              new Entry.Comparing(
                  id, at, fields.textIfAny("step"), fields.flagIfAny("pooled").orElse(false)));
      case "posture" ->
          Optional.of(
              new Entry.Posture(
                  id,
                  at,
                  number("earShoulderDegrees"),
                  number("shoulderHipDegrees"),
                  number("confidence")));
      case "measured" ->
          Optional.of(
              new Entry.Measured(
                  id,
                  at,
                  text("measure"),
                  number("value"),
                  fields.choiceIfAny("side", Side.class)));
      case "adapted" -> adapted();
      case "paused" ->
          Optional.of(new Entry.Paused(id, at, fields.textIfAny("by"), text("reason")));
      case "resumed" -> Optional.of(new Entry.Resumed(id, at, fields.textIfAny("by")));
      case "noted" -> Optional.of(new Entry.Noted(id, at, text("by"), text("text"), answered()));
      case "asked" -> Optional.of(new Entry.Asked(id, at, text("text")));
      case "cleared-by-clinic" ->
          Optional.of(
              new Entry.ClearedByClinic(
                  id,
                  at,
                  text("by"),
                  text("why"),
                  new LinkedHashSet<>(fields.list("answers", this::uuid))));
      case "made-safer" ->
          Optional.of(
              new Entry.MadeSafer(
                  id,
                  at,
                  text("by"),
                  text("why"),
                  text("to"),
                  new LinkedHashSet<>(
                      fields.list("parts", node -> fields.asChoice(node, Entry.SaferPart.class))),
                  new LinkedHashSet<>(fields.list("steps", fields::asText)),
                  new LinkedHashSet<>(fields.listIfAny("stops", this::uuid))));
      case "void" ->
          Optional.of(
              new Entry.Void(
                  id, at, Scalars.uuid(fields, "entry").orElse(new UUID(0, 0)), text("reason")));
      default -> {
        fields.wrong("type", "no entry is of type '" + Shortened.of(type) + "'");
        yield Optional.empty();
      }
    };
  }

  private Optional<Entry> adapted() {
    List<Adaptation> changes = fields.list("changes", this::change);
    if (changes.isEmpty()) {
      fields.wrong("changes", "must be at least one change, got none");
      return Optional.empty();
    }
    return Optional.of(new Entry.Adapted(id, at, text("by"), text("reason"), changes, answered()));
  }

  private Set<UUID> answered() {
    return new LinkedHashSet<>(fields.listIfAny("answers", this::uuid));
  }

  private Optional<Adaptation> change(Node node) {
    return Fields.of(node, fields.problems())
        .flatMap(
            one -> {
              String step = one.text("step").orElse("");
              return switch (one.text("change").orElse("")) {
                case "leave-out" -> Optional.of(new Adaptation.LeaveOut(step));
                case "as-before" -> Optional.of(new Adaptation.AsBefore(step));
                case "portion" ->
                    one.whole("seconds", Adaptation.LEAST_SECONDS, Adaptation.MOST_SECONDS)
                        .map(
                            seconds ->
                                new Adaptation.Portioned(
                                    step,
                                    seconds,
                                    one.wholeIfAny("holds", 1, Adaptation.MOST_HOLDS)));
                case "repetitions" -> {
                  Optional<Integer> reps = one.whole("reps", 1, Adaptation.MOST_REPS);
                  yield one.whole("sets", 1, Adaptation.MOST_SETS)
                      .flatMap(sets -> reps.map(each -> new Adaptation.Repeated(step, sets, each)));
                }
                case "times" -> {
                  List<LocalTime> times = one.list("times", time -> clock(one, time));
                  yield times.isEmpty() || times.size() > Adaptation.MOST_TIMES
                      ? unknown(one, "times", "1 to " + Adaptation.MOST_TIMES + " times")
                      : Optional.of(new Adaptation.AtTimes(step, times));
                }
                default -> unknown(one, "change", "a change of the plan");
              };
            });
  }

  private static Optional<Adaptation> unknown(Fields fields, String name, String wanted) {
    fields.wrong(name, "must be " + wanted);
    return Optional.empty();
  }

  private static Optional<LocalTime> clock(Fields fields, Node node) {
    return fields
        .asText(node)
        .flatMap(
            text -> {
              try {
                return Optional.of(LocalTime.parse(text));
              } catch (DateTimeParseException e) {
                fields.problems().add(node, "must be a time of the clock");
                return Optional.empty();
              }
            });
  }

  private Optional<UUID> uuid(Node node) {
    return fields
        .asText(node)
        .flatMap(
            text -> {
              try {
                return Optional.of(UUID.fromString(text));
              } catch (IllegalArgumentException e) {
                fields.problems().add(node, "must be a UUID");
                return Optional.empty();
              }
            });
  }

  private String text(String name) {
    return fields.text(name).orElse("");
  }

  private int whole(String name) {
    return fields.whole(name, -ANY, ANY).orElse(0);
  }

  private double number(String name) {
    return fields.number(name, -Double.MAX_VALUE, Double.MAX_VALUE).orElse(0.0);
  }

  private List<Side> sides() {
    return fields.listIfAny("sides", node -> fields.asChoice(node, Side.class));
  }

  private List<Entry.Activity> activities() {
    return fields.listIfAny("activities", this::activity);
  }

  private Optional<Entry.Activity> activity(Node node) {
    return Fields.of(node, fields.problems())
        .map(
            one ->
                new Entry.Activity(
                    one.text("name").orElse(""), one.whole("score", -ANY, ANY).orElse(0)));
  }

  /** Answers of any shape that an answer may have; which questions there were is the pack's. */
  private Answers answers(String name) {
    Map<String, Answer> read = new LinkedHashMap<>(fields.map(name, this::answer));
    return new Answers(read);
  }

  private Optional<Answer> answer(Node node) {
    return switch (node) {
      case Node.Listing list ->
          Optional.of(new Answer.Chosen(new LinkedHashSet<>(fields.asList(list, fields::asText))));
      case Node.Text text -> Optional.of(new Answer.Chosen(Set.of(text.value())));
      case Node.Number number -> Optional.of(new Answer.Amount(number.value().doubleValue()));
      case Node.Flag flag -> Optional.of(new Answer.YesNo(flag.value()));
      case Node.Mapping mapping -> noAnswer(mapping);
      case Node.Nothing nothing -> noAnswer(nothing);
    };
  }

  private Optional<Answer> noAnswer(Node node) {
    fields.problems().add(node, "must be an answer, is " + node.kind());
    return Optional.empty();
  }

  private Routine routine() {
    Optional<Fields> day = fields.object("day");
    Set<DayOfWeek> workDays = EnumSet.noneOf(DayOfWeek.class);
    day.ifPresent(
        of ->
            of.list("workDays", node -> of.asWhole(node, 1, 7).map(DayOfWeek::of))
                .forEach(workDays::add));
    return new Routine(
        clock(day, "wake"),
        clock(day, "sleep"),
        clock(day, "workStart"),
        clock(day, "workEnd"),
        workDays,
        new LinkedHashSet<>(fields.list("aids", fields::asText)),
        zone(),
        day.flatMap(of -> of.wholeIfAny("breakMinutes", 1, ANY)));
  }

  private static LocalTime clock(Optional<Fields> day, String name) {
    return day.flatMap(of -> Scalars.clock(of, name)).orElse(LocalTime.MIDNIGHT);
  }

  private ZoneId zone() {
    return Scalars.zone(fields, "zone").orElse(ZoneId.of("UTC"));
  }
}

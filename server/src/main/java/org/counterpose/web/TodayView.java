package org.counterpose.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
import org.counterpose.words.Doses;
import org.counterpose.words.MeasuredInWords;
import org.counterpose.words.Words;

/**
 * The Today page as its template needs it.
 *
 * @param next the step to do now or next; empty when all is done
 * @param rows the day in order; the breaks of a step are one row
 * @param headings what the heading would be with so many rows done, from none on
 */
public record TodayView(
    String eyebrow,
    String heading,
    int done,
    int total,
    String ring,
    Optional<Row> next,
    List<Row> rows,
    List<Missing> missing,
    List<Today.Ask> asks,
    List<String> headings) {

  /**
   * One line of the day.
   *
   * @param does how it is done: a guided session, something worn, or a break
   * @param running since when it is worn
   * @param programme whose step it is
   * @param other its trial, where that is not the one that is open on this device
   * @param entry what is kept when it is done with one tap, without its id and time
   * @param note what else there is to say: a change of dose, a substitute, how much was worn so far
   */
  public record Row(
      String step,
      String slot,
      Does does,
      Instant from,
      String time,
      String title,
      String dose,
      String figure,
      boolean done,
      boolean early,
      Optional<String> running,
      List<String> notes,
      Programme programme,
      Optional<String> other,
      String entry) {

    /** Names the row within the day of its plan. */
    public String name() {
      return step + "/" + slot;
    }

    /** Names the row within the page, where two plans may have rows of one name. */
    public String place() {
      return other.map(trial -> trial + "/").orElse("") + name();
    }

    public String alt() {
      return programme.text("figures." + figure);
    }

    /** Who should leave the step out, in the words of its programme. */
    public List<String> avoid() {
      return programme.avoid(programme.step(step).orElseThrow());
    }

    /** The plan that it is of, where that is not the open one. */
    public Optional<String> otherPlan() {
      return other.map(id -> programme.text("programme.title").strip());
    }
  }

  /**
   * The day of one trial.
   *
   * @param other the trial's id, where it is not the one that is open on this device
   */
  record Day(Programme programme, Optional<String> other, Today today) {}

  public enum Does {
    SESSION,
    WORN,
    BREAK
  }

  /** A step that the plan leaves out, and why. */
  public record Missing(String title, String why, boolean aid) {}

  /** The plans that the day holds beside the open one. */
  public List<String> otherPlans() {
    return rows.stream().flatMap(row -> row.otherPlan().stream()).distinct().toList();
  }

  /** Whether the safety questions come before anything else: until then nothing is offered. */
  public boolean asksFirst() {
    return asks.contains(Today.Ask.SAFETY_CHECK);
  }

  static TodayView of(Programme programme, Today today, Instant now, Words words) {
    return of(List.of(new Day(programme, Optional.empty(), today)), now, words);
  }

  /**
   * @param days that of the open trial, then those of the person's others
   */
  static TodayView of(List<Day> days, Instant now, Words words) {
    Programme programme = days.getFirst().programme();
    Today today = days.getFirst().today();
    List<Row> rows =
        days.stream()
            .flatMap(day -> rows(day, now, words).stream())
            .sorted(Comparator.comparing(Row::from))
            .toList();
    int done = (int) rows.stream().filter(Row::done).count();
    return new TodayView(
        eyebrow(today, words),
        heading(programme, today, done, rows.size(), words),
        done,
        rows.size(),
        words.say("today.ring", done, rows.size()),
        next(rows, today),
        rows,
        today.leftOut().stream()
            .map(left -> missing(programme, left, today.week(), words))
            .toList(),
        today.asks(),
        IntStream.rangeClosed(0, rows.size())
            .mapToObj(some -> heading(programme, today, some, rows.size(), words))
            .toList());
  }

  private static String eyebrow(Today today, Words words) {
    String weekday = today.date().getDayOfWeek().getDisplayName(TextStyle.FULL, words.locale());
    if (today.state() instanceof Today.State.Over) {
      return words.say("today.eyebrow.over", weekday, today.of());
    }
    return words.say("today.eyebrow", weekday, Math.min(today.day(), today.of()), today.of());
  }

  private static String heading(
      Programme programme, Today today, int done, int total, Words words) {
    return switch (today.state()) {
      case Today.State.Stopped stopped -> words.say("today.heading.stopped");
      case Today.State.Over over -> words.say("today.heading.over");
      case Today.State.Paused paused -> words.say("today.heading.paused");
      case Today.State.Running running -> {
        if (total == 0) {
          yield words.say(
              today.isWithoutPlan(programme) ? "today.heading.empty" : "today.heading.nothing");
        }
        if (done == 0) {
          yield words.say("today.heading.start");
        }
        yield done == total
            ? words.say("today.heading.all")
            : capital(
                words.say("today.heading.some", number(done, words), number(total - done, words)));
      }
    };
  }

  private static String number(int value, Words words) {
    return value <= 12 ? words.say("number." + value) : String.valueOf(value);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static List<Row> rows(Day day, Instant now, Words words) {
    List<Row> rows = new ArrayList<>();
    Map<String, List<PlannedStep>> breaks = new LinkedHashMap<>();
    for (PlannedStep planned : day.today().steps()) {
      Step step = day.programme().step(planned.step()).orElseThrow();
      if (step.dose() instanceof Dose.Breaks) {
        breaks.computeIfAbsent(step.id(), first -> new ArrayList<>()).add(planned);
      } else {
        rows.add(row(day, step, planned, now, words));
      }
    }
    breaks.values().forEach(ofAStep -> rows.add(breakRow(day, ofAStep, now, words)));
    return rows;
  }

  private static Row row(Day day, Step step, PlannedStep planned, Instant now, Words words) {
    Programme programme = day.programme();
    List<String> notes = new ArrayList<>();
    planned
        .stage()
        .ifPresent(
            stage -> notes.add(words.say("today.stage", programme.stageTitle(step.id(), stage))));
    planned.reason().ifPresent(reason -> notes.add(Doses.reason(words, step, planned, reason)));
    for (String aid : planned.substitutes()) {
      notes.add(words.say("today.substitute", programme.text("aids." + aid + ".substitute")));
    }
    boolean worn = step.dose() instanceof Dose.Worn;
    if (worn && !planned.done() && planned.loggedSeconds() > 0) {
      notes.add(
          words.say(
              "today.worn-so-far",
              Doses.done(words, planned.loggedSeconds()),
              Doses.length(words, planned.seconds())));
    }
    return new Row(
        planned.step(),
        planned.slot(),
        worn ? Does.WORN : Does.SESSION,
        planned.dueFrom().toInstant(),
        planned.dueFrom().format(words.dates("book.clock")),
        programme.text("steps." + step.id() + ".title"),
        Doses.told(words, step, planned),
        step.figuresOf(planned.stage()).mainOn(planned.sides()),
        planned.done(),
        planned.dueFrom().toInstant().isAfter(now),
        planned
            .runningSince()
            .map(
                since ->
                    since.atZone(planned.dueFrom().getZone()).format(words.dates("book.clock"))),
        notes,
        programme,
        day.other(),
        worn ? EntryOfARow.worn(planned) : EntryOfARow.done(planned));
  }

  private static Row breakRow(Day day, List<PlannedStep> breaks, Instant now, Words words) {
    Programme programme = day.programme();
    List<String> notes = new ArrayList<>();
    PlannedStep first = breaks.getFirst();
    PlannedStep due =
        breaks.stream()
            .filter(planned -> !planned.done() && !planned.dueTo().toInstant().isBefore(now))
            .findFirst()
            .orElse(breaks.getLast());
    long done = breaks.stream().filter(PlannedStep::done).count();
    long every = breaks.stream().mapToLong(TodayView::minutes).max().orElseThrow();
    ZonedDateTime end = breaks.getLast().dueTo();
    if (done > 0) {
      notes.add(words.say("today.breaks-done", done, breaks.size()));
    }
    return new Row(
        first.step(),
        due.slot(),
        Does.BREAK,
        first.dueFrom().toInstant(),
        first.dueFrom().format(words.dates("book.clock")),
        programme.text("steps." + first.step() + ".title"),
        words.say(
            "today.breaks",
            every,
            first.dueFrom().format(words.dates("book.clock")),
            end.format(words.dates("book.clock")),
            breaks.size()),
        programme.step(first.step()).orElseThrow().figures().main(),
        done == breaks.size(),
        first.dueFrom().toInstant().isAfter(now),
        Optional.empty(),
        notes,
        programme,
        day.other(),
        EntryOfARow.done(due));
  }

  /** How long a break is due: the first may be shorter on day 1, the last at the end of work. */
  private static long minutes(PlannedStep planned) {
    return Duration.between(planned.dueFrom(), planned.dueTo()).toMinutes();
  }

  private static Optional<Row> next(List<Row> rows, Today today) {
    if (!(today.state() instanceof Today.State.Running)) {
      return Optional.empty();
    }
    Optional<Row> running = rows.stream().filter(row -> row.running().isPresent()).findFirst();
    if (running.isPresent()) {
      return running;
    }
    return rows.stream()
        .filter(row -> !row.done() && row.does() == Does.SESSION && !row.early())
        .findFirst()
        .or(() -> rows.stream().filter(row -> !row.done() && !row.early()).findFirst())
        .or(
            () ->
                rows.stream().filter(row -> !row.done() && row.does() == Does.SESSION).findFirst())
        .or(() -> rows.stream().filter(row -> !row.done()).findFirst());
  }

  private static Missing missing(Programme programme, Today.LeftOut left, int week, Words words) {
    String title = programme.text("steps." + left.step() + ".title");
    return switch (left.cause()) {
      case Today.LeftOut.Cause.ForSafety safety ->
          new Missing(title, words.say("today.left-out.safety"), false);
      case Today.LeftOut.Cause.ByClinic clinic ->
          new Missing(
              title, words.say("today.left-out.clinic", clinic.by(), clinic.reason()), false);
      case Today.LeftOut.Cause.NotOwned notOwned ->
          new Missing(title, words.say("today.left-out.not-owned"), true);
      case Today.LeftOut.Cause.NotYet notYet ->
          new Missing(
              title, new MeasuredInWords(programme, words).opening(notYet.opening(), week), false);
      case Today.LeftOut.Cause.ForComparison comparison ->
          new Missing(title, words.say("today.left-out.comparison"), false);
    };
  }
}

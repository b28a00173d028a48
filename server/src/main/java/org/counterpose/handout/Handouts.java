package org.counterpose.handout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpose.booking.Clinic;
import org.counterpose.journeys.Journey;
import org.counterpose.library.Library;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.LeftOut;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.programme.Stage;
import org.counterpose.programme.Step;
import org.counterpose.words.MeasuredInWords;
import org.counterpose.words.Words;

/** Programmes on paper, in one language: as everybody has them, or as one person's plan stands. */
public final class Handouts {

  private static final int WEEK = 7;

  /** More boxes than these are one. */
  private static final int MOST_BOXES = 3;

  private final Library library;
  private final Clinic clinic;
  private final Words words;
  private final Press press;
  private final Amounts amounts;
  private final Times times;

  public Handouts(Library library, Clinic clinic, Words words) {
    this.library = library;
    this.clinic = clinic;
    this.words = words;
    this.press = new Press();
    this.amounts = new Amounts(words);
    this.times = new Times(words);
  }

  /**
   * For whom and on what.
   *
   * @param name empty for a line to write on
   * @param date when it is printed
   */
  public record For(Optional<String> name, Optional<Code> code, Paper paper, LocalDate date) {}

  /**
   * Whether a plan may be taken along on paper now: paper cannot be taken back, so nothing is
   * printed while the trial is stopped, paused or over, or a safety question waits.
   */
  public static boolean mayPrint(Today today) {
    return today.isOpen();
  }

  /** The programme as it is for everybody. */
  public byte[] ofProgramme(Programme programme, For asked) {
    int weeks = weeks(programme);
    List<Sheet.Part> parts = new ArrayList<>();
    List<Sheet.Days.Row> rows = new ArrayList<>();
    for (Step step : programme.steps()) {
      parts.add(
          part(
              programme,
              step,
              new Asked(
                  times.ofProgramme(step),
                  step.stages().size() > 1 ? List.of() : amounts.ofProgramme(step.dose(), weeks),
                  stages(programme, step, weeks),
                  notes(programme, step),
                  List.of())));
      rows.add(row(programme, step, step.times().size()));
    }
    return press.print(
        sheet(programme, asked, parts, List.of(), new Sheet.Days(Optional.empty(), weeks, rows)),
        asked.paper());
  }

  /**
   * One person's plan from this week on.
   *
   * @throws IllegalStateException where it may not be printed now
   */
  public byte[] ofTrial(Journey journey, Instant now, For asked) {
    Today today = journey.today(now);
    if (!mayPrint(today)) {
      throw new IllegalStateException("the plan of " + journey.id() + " is not printed now");
    }
    Programme programme = journey.programme();
    ComingWeeks coming = ComingWeeks.of(journey, now, programme.trial().extendTo());
    List<Sheet.Part> parts = new ArrayList<>();
    List<Sheet.Days.Row> rows = new ArrayList<>();
    for (Step step : programme.steps()) {
      if (coming.asksFor(step)) {
        List<PlannedStep> slots = coming.slots(step);
        Optional<Integer> everyMinutes = everyMinutes(journey, step, slots);
        parts.add(
            part(
                programme,
                step,
                new Asked(
                    times.of(step, slots, everyMinutes),
                    lines(programme, step, coming),
                    stages(programme, step, coming),
                    notes(journey, step, coming, now),
                    slots.getFirst().sides())));
        rows.add(row(programme, step, everyMinutes.isPresent() ? 1 : slots.size()));
      }
    }
    LocalDate first = today.date().minusDays(today.day() - 1L);
    return press.print(
        sheet(
            programme,
            asked,
            parts,
            without(programme, coming),
            new Sheet.Days(Optional.of(date(first)), weeks(programme), rows)),
        asked.paper());
  }

  /** What is asked of a step, in words. */
  private record Asked(
      String when,
      List<String> dose,
      List<Sheet.Stage> stages,
      List<String> notes,
      List<Side> sides) {}

  /** Every stage, with what it waits for and its own weeks. */
  private List<Sheet.Stage> stages(Programme programme, Step step, int weeks) {
    if (step.stages().size() == 1) {
      return List.of();
    }
    return step.stages().stream()
        .map(
            stage ->
                stage(
                    programme,
                    step,
                    stage,
                    new Told(
                        stage
                            .opens()
                            .map(
                                opens ->
                                    new MeasuredInWords(programme, words).opening(opens)
                                        + " "
                                        + words.say("sheet.stage.weeks")),
                        amounts.ofProgramme(stage.dose(), weeks),
                        List.of())))
        .toList();
  }

  /** The stages that the plan asks for, whose weeks the step tells. */
  private List<Sheet.Stage> stages(Programme programme, Step step, ComingWeeks coming) {
    Map<String, List<Side>> asked = new HashMap<>();
    for (PlannedStep planned : coming.weekly(step).values()) {
      planned.stage().ifPresent(stage -> asked.put(stage, planned.sides()));
    }
    return step.stages().stream()
        .flatMap(
            stage ->
                Optional.ofNullable(asked.get(stage.id())).stream()
                    .map(
                        sides ->
                            stage(
                                programme,
                                step,
                                stage,
                                new Told(Optional.empty(), List.of(), sides))))
        .toList();
  }

  /**
   * What is told of a stage beside its own words.
   *
   * @param sides on which it is done, where the plan is one person's
   */
  private record Told(Optional<String> opens, List<String> dose, List<Side> sides) {}

  private Sheet.Stage stage(Programme programme, Step step, Stage stage, Told told) {
    String texts = "steps." + step.id() + ".stage." + stage.id();
    return new Sheet.Stage(
        programme.text(texts),
        told.opens(),
        told.dose(),
        stage
            .figures()
            .map(figures -> pictures(programme, figures, told.sides()))
            .orElse(List.of()),
        library.html(programme, texts + ".how"));
  }

  /** How much, week by week, each with its stage where there are several. */
  private List<String> lines(Programme programme, Step step, ComingWeeks coming) {
    SortedMap<Integer, Amounts.Amount> byWeek = new TreeMap<>();
    coming
        .weekly(step)
        .forEach(
            (week, planned) -> {
              Amounts.Amount amount = amounts.of(planned);
              byWeek.put(
                  week,
                  planned
                      .stage()
                      .map(stage -> programme.text("steps." + step.id() + ".stage." + stage))
                      .map(stage -> amount.of(stage, words))
                      .orElse(amount));
            });
    return amounts.lines(byWeek);
  }

  /** What everybody needs for a step, and how its sets go. */
  private List<String> notes(Programme programme, Step step) {
    List<String> notes = new ArrayList<>();
    for (Step.NeededAid needed : step.aids()) {
      String aid = needed(programme, needed.aid());
      notes.add(
          needed.without() == Step.Without.SUBSTITUTE
              ? aid + " " + substitute(programme, needed.aid())
              : aid);
    }
    if (step.dose() instanceof Dose.Reps reps) {
      notes.addAll(pace(reps.repSeconds(), reps.restSeconds()));
    }
    return notes;
  }

  private String substitute(Programme programme, String aid) {
    return words.say("today.substitute", programme.text("aids." + aid + ".substitute").strip());
  }

  private String needed(Programme programme, String aid) {
    return words.say("sheet.needed", programme.text("aids." + aid).strip());
  }

  private List<String> pace(int repSeconds, int restSeconds) {
    return List.of(
        words.say("sheet.pace", amounts.length(repSeconds)),
        words.say("sheet.rest", amounts.length(restSeconds)));
  }

  private static int weeks(Programme programme) {
    return (programme.trial().extendTo() + WEEK - 1) / WEEK;
  }

  private static Optional<Integer> everyMinutes(
      Journey journey, Step step, List<PlannedStep> slots) {
    return step.dose() instanceof Dose.Breaks breaks && slots.getFirst().slot().startsWith("break-")
        ? Optional.of(journey.journal().routine().everyMinutes(breaks))
        : Optional.empty();
  }

  private List<String> notes(Journey journey, Step step, ComingWeeks coming, Instant now) {
    PlannedStep planned = coming.slots(step).getFirst();
    List<String> notes = new ArrayList<>();
    if (coming.leftOut(step).orElse(null) instanceof LeftOut.Cause.NotYet) {
      notes.add(words.say("today.left-out.not-yet.week", coming.firstWeek(step)));
    }
    step.aids().stream()
        .map(Step.NeededAid::aid)
        .filter(aid -> !planned.substitutes().contains(aid))
        .forEach(aid -> notes.add(needed(journey.programme(), aid)));
    planned.sets().ifPresent(sets -> notes.addAll(pace(sets.repSeconds(), sets.restSeconds())));
    planned.substitutes().stream()
        .sorted()
        .forEach(aid -> notes.add(substitute(journey.programme(), aid)));
    journey
        .comparison(now)
        .filter(one -> one.step().equals(step.id()) && one.runsOn(journey.today(now).day()))
        .ifPresent(one -> notes.add(words.say("sheet.compared")));
    return notes;
  }

  /** Without the reason: paper lies about. */
  private List<String> without(Programme programme, ComingWeeks coming) {
    Map<Boolean, String> titles =
        programme.steps().stream()
            .filter(step -> coming.leftOut(step).isPresent() && !coming.asksFor(step))
            .collect(
                Collectors.groupingBy(
                    step -> coming.leftOut(step).orElseThrow() instanceof LeftOut.Cause.NotYet,
                    Collectors.mapping(
                        step -> programme.text("steps." + step.id() + ".title"),
                        Collectors.joining(", "))));
    return Stream.of(true, false)
        .flatMap(
            later ->
                Optional.ofNullable(titles.get(later)).stream()
                    .map(steps -> words.say(later ? "sheet.later" : "sheet.left-out", steps)))
        .toList();
  }

  private static Sheet.Days.Row row(Programme programme, Step step, int times) {
    return new Sheet.Days.Row(
        programme.text("steps." + step.id() + ".title"),
        step.days(),
        times >= 1 && times <= MOST_BOXES ? times : 1);
  }

  private Sheet.Part part(Programme programme, Step step, Asked asked) {
    String texts = "steps." + step.id() + ".";
    return new Sheet.Part(
        programme.text(texts + "title"),
        programme.text(texts + "short"),
        pictures(programme, step.figures(), asked.sides()),
        asked.when(),
        asked.dose(),
        asked.stages(),
        asked.notes(),
        library.html(programme, texts + "setup"),
        library.html(programme, texts + "finish"),
        step.avoid().stream().map(who -> programme.text(texts + "avoid." + who)).toList());
  }

  /** The beginning and the end of a step; one picture where nothing moves. */
  private List<Sheet.Drawn> pictures(Programme programme, Step.Figures figures, List<Side> sides) {
    String main = figures.mainOn(sides);
    String first = figures.firstOn(sides);
    List<Sheet.Drawn> pictures = new ArrayList<>();
    if (!first.equals(main) || programme.moves(main)) {
      pictures.add(picture(programme, first, 0, words.say("sheet.start")));
      pictures.add(picture(programme, main, 1, words.say("sheet.end")));
    } else {
      pictures.add(picture(programme, main, 1, words.say("sheet.so")));
    }
    return pictures;
  }

  private Sheet.Drawn picture(Programme programme, String figure, double moment, String caption) {
    String shows = programme.text("figures." + figure);
    String svg = library.still(programme, figure, moment);
    return new Sheet.Drawn(caption, Markup.described(svg, caption + ": " + shows));
  }

  private Sheet sheet(
      Programme programme,
      For asked,
      List<Sheet.Part> parts,
      List<String> without,
      Sheet.Days days) {
    return new Sheet(
        words,
        clinic,
        new Sheet.Head(
            programme.text("programme.title"),
            asked.name().filter(press::has),
            asked.code().map(this::drawn)),
        StopSigns.of(programme, words),
        parts,
        without,
        days,
        new Sheet.Edition(
            programme.toString(),
            date(asked.date()),
            approval(programme.approval()),
            library.isSigned() ? Optional.empty() : Optional.of(words.say("unsigned.line"))));
  }

  private Sheet.Drawn drawn(Code code) {
    String caption = words.say(code.leads().words());
    return new Sheet.Drawn(
        caption, Markup.described(QrCode.draw(code.address(), caption), caption));
  }

  private String approval(Programme.Approval approval) {
    return switch (approval) {
      case Programme.Approval.Draft draft -> words.say("safety.draft");
      case Programme.Approval.Approved one ->
          words.say("safety.approved", one.by(), date(one.on()), one.version());
    };
  }

  private String date(LocalDate date) {
    Locale locale = words.locale();
    return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
  }
}

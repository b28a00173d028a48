package org.counterpose.handout;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Step;
import org.counterpose.words.Words;

/** How often a day a step is done, and when, in words. */
record Times(Words words) {

  /** From so many minutes on it is told how long before or after. The bound is our own choice. */
  private static final int FAR = 90;

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /** As the programme has it. */
  String ofProgramme(Step step) {
    return step.dose() instanceof Dose.Breaks breaks
        ? every(breaks.everyMinutes())
        : onDays(step, times(step.times().size(), step.times().stream().map(this::told).toList()));
  }

  /**
   * As one person's plan has it.
   *
   * @param slots of one day
   * @param everyMinutes between breaks
   */
  String of(Step step, List<PlannedStep> slots, Optional<Integer> everyMinutes) {
    return everyMinutes
        .map(this::every)
        .orElseGet(
            () ->
                onDays(
                    step,
                    times(slots.size(), slots.stream().map(slot -> told(step, slot)).toList())));
  }

  private String onDays(Step step, String times) {
    Step.Days days = step.days();
    return days.equals(Step.Days.EACH)
        ? times
        : times + " " + words.say("sheet.when.days", days.every(), days.first());
  }

  private String every(int minutes) {
    return words.say("sheet.when.every", minutes);
  }

  private String times(int many, List<String> told) {
    return words.say(
        "sheet.when.times", many, told.stream().distinct().collect(Collectors.joining(", ")));
  }

  private String told(Step step, PlannedStep planned) {
    return step.times().stream()
        .filter(slot -> slot.id().equals(planned.slot()))
        .findFirst()
        .map(this::told)
        .orElseGet(
            () -> words.say("sheet.when.clock", planned.dueFrom().toLocalTime().format(CLOCK)));
  }

  private String told(Step.Slot slot) {
    int minutes = slot.workDay().offsetMinutes();
    boolean before = minutes < 0;
    return Math.abs(minutes) < FAR ? near(slot, before) : far(slot, before);
  }

  private String near(Step.Slot slot, boolean before) {
    return words.say(
        switch (slot.workDay().anchor()) {
          case WAKE -> before ? "sheet.when.before-up" : "sheet.when.up";
          case SLEEP -> before ? "sheet.when.bed" : "sheet.when.after-bed";
          case WORK_START -> before ? "sheet.when.before-work" : "sheet.when.work";
          case WORK_END -> before ? "sheet.when.work" : "sheet.when.after-work";
        });
  }

  /** With how long before or after: at noon is not after getting up. A whole stretch is near. */
  private String far(Step.Slot slot, boolean before) {
    if (slot.workDay().windowMinutes().isEmpty()) {
      return near(slot, before);
    }
    int halfHours = Math.round(Math.abs(slot.workDay().offsetMinutes()) / 30f);
    String about = words.say("sheet.when.about", halfHours / 2.0);
    return words.say(
        switch (slot.workDay().anchor()) {
          case WAKE -> before ? "sheet.when.far.before-up" : "sheet.when.far.up";
          case SLEEP -> before ? "sheet.when.far.bed" : "sheet.when.far.after-bed";
          case WORK_START -> before ? "sheet.when.far.before-work" : "sheet.when.far.work";
          case WORK_END -> before ? "sheet.when.far.before-end" : "sheet.when.far.after-work";
        },
        about);
  }
}

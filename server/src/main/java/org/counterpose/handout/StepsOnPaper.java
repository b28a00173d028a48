package org.counterpose.handout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpose.library.Library;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.programme.Stage;
import org.counterpose.programme.Step;
import org.counterpose.words.MeasuredInWords;
import org.counterpose.words.Words;

/** How a step of a programme stands on paper, whoever it is for: its words, pictures and boxes. */
record StepsOnPaper(Library library, Programme programme, Words words) {

  /**
   * What is asked of a step, in words.
   *
   * @param sides on which it is done, where the plan is one person's
   * @param leavingOut who begins without it, where the plan is everybody's
   */
  record Asked(
      String when,
      Sheet.HowMuch dose,
      List<String> path,
      List<Sheet.Stage> stages,
      List<String> needs,
      List<String> notes,
      List<Side> sides,
      List<StopSigns.Sign> leavingOut) {}

  Sheet.Part part(Step step, Asked asked) {
    String texts = "steps." + step.id() + ".";
    return new Sheet.Part(
        title(step),
        programme.text(texts + "short"),
        pictures(step.figures(), asked.sides()),
        asked.when(),
        asked.dose(),
        asked.path(),
        asked.stages(),
        asked.needs(),
        asked.notes(),
        library.html(programme, texts + "setup"),
        library.html(programme, texts + "finish"),
        programme.avoid(step),
        asked.leavingOut());
  }

  String title(Step step) {
    return programme.text("steps." + step.id() + ".title");
  }

  /** The days to tick of a step that is done so many times on each of them. */
  Sheet.Days.Row row(Step step, int times) {
    return Sheet.Days.Row.of(step, title(step), times);
  }

  /**
   * What is told of a stage beside its own words.
   *
   * @param sides on which it is done, where the plan is one person's
   */
  record Told(Optional<String> weeks, Sheet.HowMuch dose, List<Side> sides) {}

  Sheet.Stage stage(Step step, Stage stage, Told told) {
    String texts = "steps." + step.id() + ".stage." + stage.id();
    return new Sheet.Stage(
        programme.stageTitle(step.id(), stage.id()),
        told.weeks(),
        told.dose(),
        stage.figures().map(figures -> pictures(figures, told.sides())).orElse(List.of()),
        library.html(programme, texts + ".how"));
  }

  /**
   * The stages of a step that has several, in order, each with what it waits for.
   *
   * @param here the stage that one person's plan is at, which waits for nothing any more
   */
  List<String> path(Step step, Optional<String> here) {
    if (step.stages().size() == 1) {
      return List.of();
    }
    MeasuredInWords measured = new MeasuredInWords(programme, words);
    List<String> ids = step.stages().stream().map(Stage::id).toList();
    int at = here.map(ids::indexOf).orElse(-1);
    List<String> path = new ArrayList<>();
    for (Stage stage : step.stages()) {
      String title = programme.stageTitle(step.id(), stage.id());
      path.add(
          path.size() == at
              ? words.say("sheet.stage.here", title)
              : path.size() < at
                  ? words.say("sheet.stage", title)
                  : stage
                      .opens()
                      .map(opens -> words.say("sheet.stage.opens", title, measured.opening(opens)))
                      .orElseGet(() -> words.say("sheet.stage", title)));
    }
    return path;
  }

  /**
   * An aid.
   *
   * @param instead whether it is told what serves until somebody has it
   */
  String needed(String aid, boolean instead) {
    String needed = words.say("sheet.needed", programme.text("aids." + aid).strip());
    return instead
        ? needed
            + " "
            + words.say("today.substitute", programme.text("aids." + aid + ".substitute").strip())
        : needed;
  }

  String rest(int seconds) {
    return words.say("sheet.rest", new Amounts(words).length(seconds));
  }

  /** The beginning and the end of a step; one picture where nothing moves. */
  private List<Sheet.Drawn> pictures(Step.Figures figures, List<Side> sides) {
    String main = figures.mainOn(sides);
    String first = figures.firstOn(sides);
    List<Sheet.Drawn> pictures = new ArrayList<>();
    if (!first.equals(main) || programme.moves(main)) {
      pictures.add(picture(first, 0, words.say("sheet.start")));
      pictures.add(picture(main, 1, words.say("sheet.end")));
    } else {
      pictures.add(picture(main, 1, words.say("sheet.so")));
    }
    return pictures;
  }

  private Sheet.Drawn picture(String figure, double moment, String caption) {
    String shows = programme.text("figures." + figure);
    String svg = library.still(programme, figure, moment);
    return new Sheet.Drawn(caption, Markup.described(svg, caption + ": " + shows));
  }
}

package org.counterpose.web;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;

/**
 * How a step is done, who should leave it out, and what is known about it.
 *
 * @param html renders a text of the pack as HTML
 */
public record LearnPage(Programme programme, Step step, UnaryOperator<String> html) {

  /** A picture of the step with what it shows. */
  public record Picture(String figure, String alt) {}

  public String title() {
    return text("title");
  }

  public String text(String part) {
    return programme.text("steps." + step.id() + "." + part);
  }

  public String html(String part) {
    return html.apply("steps." + step.id() + "." + part);
  }

  public List<Picture> pictures() {
    List<String> figures =
        step.figures().moments().isEmpty()
            ? List.of(step.figures().main())
            : step.figures().moments().stream().map(Step.Moment::figure).distinct().toList();
    return figures.stream()
        .map(figure -> new Picture(figure, programme.text("figures." + figure)))
        .toList();
  }

  public List<String> avoid() {
    return programme.avoid(step);
  }

  public List<String> cues() {
    return step.cueMoments().stream().map(moment -> text("cue." + moment)).distinct().toList();
  }

  public List<Programme.Source> sources() {
    return step.sources().stream()
        .map(id -> Optional.ofNullable(programme.sources().get(id)).orElseThrow())
        .toList();
  }
}

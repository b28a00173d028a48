package org.counterpose.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.programme.AlsoAsked;
import org.counterpose.programme.Measure;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.counterpose.programme.Step;

/** The programmes there are, and what each asks. */
final class ProgrammeCalls {

  private final Spoken spoken;

  ProgrammeCalls(Spoken spoken) {
    this.spoken = spoken;
  }

  void add(RoutesConfig routes) {
    routes.get("/api/v1/programmes", this::all);
    routes.get("/api/v1/programmes/{id}", this::one);
  }

  private void all(Context ctx) {
    Requests.answer(
        ctx,
        Nodes.list(
            spoken.to(ctx).library().programmes().stream()
                .map(programme -> summary(ctx, programme).node())
                .toList()));
  }

  private void one(Context ctx) {
    Programme programme =
        spoken
            .to(ctx)
            .library()
            .programme(ctx.pathParam("id"))
            .orElseThrow(() -> Rejected.notThere("refused.why.no-programme"));
    Requests.answer(
        ctx,
        summary(ctx, programme)
            .with(
                "questions",
                Nodes.list(
                    programme.questions().stream().map(q -> question(programme, q)).toList()))
            .with(
                "steps",
                Nodes.list(programme.steps().stream().map(step -> step(programme, step)).toList()))
            .with(
                "measures",
                Nodes.list(
                    programme.measures().stream()
                        .map(measure -> measure(programme, measure))
                        .toList()))
            .with(
                "aids",
                Nodes.list(
                    programme.aids().stream()
                        .map(
                            aid ->
                                Nodes.object()
                                    .with("id", aid.id())
                                    .with("title", programme.text("aids." + aid.id()))
                                    .with("common", aid.common())
                                    .node())
                        .toList()))
            .node());
  }

  private Nodes.Growing summary(Context ctx, Programme programme) {
    return Nodes.object()
        .with("id", programme.id())
        .with("version", programme.version())
        .with("title", programme.text("programme.title"))
        .with("language", programme.language())
        .with("signed", spoken.to(ctx).library().isSigned())
        .with("days", programme.trial().days())
        .with("extendTo", programme.trial().extendTo())
        .with(
            "alsoAsks",
            Nodes.texts(
                Arrays.stream(AlsoAsked.values())
                    .filter(programme::asksFor)
                    .map(Fields::dashed)
                    .toList()));
  }

  private static Node question(Programme programme, Question question) {
    String text = "questions." + question.id();
    Nodes.Growing document =
        Nodes.object()
            .with("id", question.id())
            .with("kind", question.kindName())
            .with("text", programme.text(text))
            .withIfAny("hint", programme.textIfAny(text + ".hint").map(Nodes::text));
    if (!question.choices().isEmpty()) {
      document.with(
          "choices",
          Nodes.list(
              question.choices().stream()
                  .map(
                      choice ->
                          Nodes.object()
                              .with("id", choice)
                              .with("text", programme.text(text + "." + choice))
                              .node())
                  .toList()));
    }
    switch (question.kind()) {
      case Question.Many m -> {}
      case Question.One o -> {}
      case Question.YesNo y -> {}
      case Question.Quantity quantity ->
          document.with("min", quantity.min()).with("max", quantity.max());
      case Question.Whole whole -> document.with("min", whole.min()).with("max", whole.max());
    }
    return document
        .withIfAny("when", question.when().map(ConditionDocument::write))
        .with("safety", question.safety())
        .with("weekly", question.weekly())
        .with("optional", question.optional())
        .node();
  }

  private static Node step(Programme programme, Step step) {
    String text = "steps." + step.id();
    return Nodes.object()
        .with("id", step.id())
        .with("title", programme.text(text + ".title"))
        .with("short", programme.text(text + ".short"))
        .withIfAny(
            "stages",
            step.stages().size() > 1 ? Optional.of(stages(programme, step)) : Optional.empty())
        .node();
  }

  private static Node stages(Programme programme, Step step) {
    return Nodes.list(
        step.stages().stream()
            .map(
                stage ->
                    Nodes.object()
                        .with("id", stage.id())
                        .with("title", programme.stageTitle(step.id(), stage.id()))
                        .node())
            .toList());
  }

  private static Node measure(Programme programme, Measure measure) {
    String text = "measures." + measure.id();
    return Nodes.object()
        .with("id", measure.id())
        .with("title", programme.text(text))
        .with("how", programme.text(text + ".how"))
        .with("unit", Fields.dashed(measure.unit()))
        .with("sides", measure.sides().areTold())
        .with("from", measure.from())
        .with("to", measure.to())
        .with("step", measure.step())
        .with("better", Fields.dashed(measure.better()))
        .with("detectable", measure.detectable())
        .with("outcome", measure.outcome())
        .node();
  }
}

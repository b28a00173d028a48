package org.counterpose.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.counterpose.document.Fields;
import org.counterpose.document.Problems;
import org.counterpose.library.Library;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answers;
import org.counterpose.screening.AnswersReader;
import org.counterpose.screening.Screening;

/** Screens answers. Nothing of them is kept. */
final class ScreeningCalls {

  private final Spoken spoken;

  ScreeningCalls(Spoken spoken) {
    this.spoken = spoken;
  }

  void add(RoutesConfig routes) {
    routes.post("/api/v1/screenings", this::screen);
  }

  private void screen(Context ctx) {
    Problems problems = new Problems();
    Fields fields = Requests.fields(ctx, problems);
    Optional<Programme> programme = programme(spoken.to(ctx).library(), fields);
    Optional<Answers> answers = answers(programme, fields);
    fields.noMore();
    if (programme.isEmpty() || answers.isEmpty() || !problems.isEmpty()) {
      throw Rejected.wrong(problems);
    }
    Requests.answer(
        ctx,
        ScreeningDocument.write(programme.get(), Screening.screen(programme.get(), answers.get())));
  }

  /** The programme that the field {@code programme} names. */
  static Optional<Programme> programme(Library library, Fields fields) {
    return fields
        .text("programme")
        .flatMap(
            id -> {
              Optional<Programme> programme = library.programme(id);
              if (programme.isEmpty()) {
                fields.wrong("programme", "there is no such programme");
              }
              return programme;
            });
  }

  /** The whole check's answers in the field {@code answers}. */
  static Optional<Answers> answers(Optional<Programme> programme, Fields fields) {
    return fields
        .required("answers")
        .flatMap(node -> programme.flatMap(p -> AnswersReader.all(p, node, fields.problems())));
  }
}

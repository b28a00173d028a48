package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.counterpose.guard.Asker;
import org.counterpose.words.AcceptLanguage;

/**
 * In which language somebody reads: the one they chose on this device, or else the first of their
 * browser's that there is.
 *
 * @param all the languages that there are, the one for everybody else first
 */
record Languages(List<String> all) {

  private static final int KEPT_SECONDS = 365 * 24 * 3600;

  Languages {
    all = List.copyOf(all);
  }

  String of(Context context) {
    return of(Asker.of(context.req()));
  }

  String of(Asker asker) {
    return asker
        .chosen()
        .filter(all::contains)
        .or(() -> AcceptLanguage.best(asker.wished(), all))
        .orElseGet(all::getFirst);
  }

  /** From now on this device reads in a language. */
  static void keep(Context context, String language) {
    context.cookie(Door.cookie(context, Asker.LANGUAGE, language, KEPT_SECONDS));
  }

  /**
   * Chooses a language for this device and goes back to the page that it was chosen on, or to what
   * that page is in the language.
   *
   * @param leads what a page is in a language
   * @param also what else is told which it is
   */
  void choose(Context context, BinaryOperator<String> leads, Consumer<String> also) {
    String back =
        Optional.ofNullable(context.formParam("back"))
            .filter(path -> path.matches("/([A-Za-z0-9~._-][A-Za-z0-9~._/-]*)?"))
            .orElse("/");
    Optional<String> chosen =
        Optional.ofNullable(context.formParam("language")).filter(all::contains);
    chosen.ifPresent(
        language -> {
          keep(context, language);
          also.accept(language);
        });
    context.redirect(
        chosen.map(language -> leads.apply(back, language)).orElse(back), HttpStatus.SEE_OTHER);
  }
}

package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * In which language somebody reads: the one they chose on this device, or else the first of their
 * browser's that there is.
 *
 * @param all the languages that there are, the one for everybody else first
 */
record Languages(List<String> all) {

  private static final String COOKIE = "language";
  private static final int KEPT_SECONDS = 365 * 24 * 3600;

  Languages {
    all = List.copyOf(all);
  }

  String of(Context context) {
    return Optional.ofNullable(context.cookie(COOKIE))
        .filter(all::contains)
        .or(() -> Optional.ofNullable(context.header("Accept-Language")).flatMap(this::wished))
        .orElseGet(all::getFirst);
  }

  private Optional<String> wished(String header) {
    try {
      return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(header), all));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Chooses a language for this device and goes back to the page that it was chosen on. */
  void choose(Context context) {
    Optional.ofNullable(context.formParam("language"))
        .filter(all::contains)
        .ifPresent(
            language -> context.cookie(Door.cookie(context, COOKIE, language, KEPT_SECONDS)));
    context.redirect(
        Optional.ofNullable(context.formParam("back"))
            .filter(path -> path.matches("/([A-Za-z0-9~._-][A-Za-z0-9~._/-]*)?"))
            .orElse("/"),
        HttpStatus.SEE_OTHER);
  }
}

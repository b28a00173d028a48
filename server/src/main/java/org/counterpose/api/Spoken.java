package org.counterpose.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterpose.guard.Asker;
import org.counterpose.practice.Practice;
import org.counterpose.words.AcceptLanguage;
import org.counterpose.words.Words;

/** The practice in the language that each caller wishes. */
final class Spoken {

  private final Practice practice;
  private final List<String> languages;
  private final Map<String, Practice> each;

  Spoken(Practice practice) {
    this.practice = practice;
    this.languages = practice.words().languages();
    this.each = languages.stream().collect(Collectors.toMap(Function.identity(), practice::in));
  }

  /** The practice as it is, whoever asks. */
  Practice plain() {
    return practice;
  }

  /** The practice in the best language that is wished; as it is where none is. */
  Practice to(Context ctx) {
    ctx.header("Vary", "Accept-Language");
    return wished(ctx).map(each::get).orElse(practice);
  }

  /** The words that go with it. */
  Words words(Context ctx) {
    return words(Asker.of(ctx.req()));
  }

  Words words(Asker asker) {
    return practice.words().in(wished(asker));
  }

  /** The best of the languages that there are; empty where none is wished. */
  Optional<String> wished(Context ctx) {
    return wished(Asker.of(ctx.req()));
  }

  private Optional<String> wished(Asker asker) {
    return AcceptLanguage.best(asker.wished(), languages);
  }
}

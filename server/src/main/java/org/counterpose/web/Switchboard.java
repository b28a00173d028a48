package org.counterpose.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Has each page in every language, and lets the one answer that is wished. */
final class Switchboard {

  private final RoutesConfig config;
  private final Languages languages;
  private final Map<String, Map<String, Routes.Page>> gets = new HashMap<>();
  private final Map<String, Map<String, Routes.Page>> posts = new HashMap<>();

  Switchboard(RoutesConfig config, Languages languages) {
    this.config = config;
    this.languages = languages;
  }

  /** Where the pages of one language are added. */
  Routes in(String language) {
    return new Routes(this, language);
  }

  void get(String path, String language, Routes.Page page) {
    get(path, language, page, context -> Optional.empty());
  }

  /**
   * A page that is there in one language, whoever reads it.
   *
   * @param shown the language of what an address names; empty for the reader's
   */
  void get(
      String path, String language, Routes.Page page, Function<Context, Optional<String>> shown) {
    Map<String, Routes.Page> each = gets.computeIfAbsent(path, first -> new HashMap<>());
    if (each.isEmpty()) {
      config.get(path, switched(each, shown)::serve);
    }
    each.put(language, page);
  }

  void post(String path, String language, Routes.Page page) {
    Map<String, Routes.Page> each = posts.computeIfAbsent(path, first -> new HashMap<>());
    if (each.isEmpty()) {
      config.post(path, switched(each, context -> Optional.empty())::serve);
    }
    each.put(language, page);
  }

  private Routes.Page switched(
      Map<String, Routes.Page> each, Function<Context, Optional<String>> shown) {
    return context -> {
      String language =
          shown.apply(context).filter(each::containsKey).orElseGet(() -> languages.of(context));
      context.header("Content-Language", language);
      Objects.requireNonNull(each.get(language), language).serve(context);
    };
  }
}

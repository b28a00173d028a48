package org.counterpose.app;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterpose.words.AllWords;
import org.counterpose.words.Words;

/**
 * Puts a line over every page that says it is a preview, and a script that looks for a newer one.
 */
final class PreviewBanner {

  private static final Pattern BODY = Pattern.compile("<body[^>]*>");
  private static final Pattern STATIC = Pattern.compile("/static/[0-9a-f]+/");

  /**
   * What the line says.
   *
   * @param stamp another one for each saving of the pack
   * @param link into the made-up person's trial
   * @param line the key of the line itself, and {@code told} what stands in it
   */
  record State(String stamp, String link, String line, List<Object> told) {
    State {
      told = List.copyOf(told);
    }
  }

  /** Which language a page was answered in. */
  private static final String LANGUAGE = "Content-Language";

  private final AllWords words = AllWords.load();

  private final Supplier<State> state;

  PreviewBanner(Supplier<State> state) {
    this.state = state;
  }

  void add(JavalinConfig config) {
    config.routes.after(this::put);
  }

  private void put(Context context) throws IOException {
    String type = context.res().getContentType();
    InputStream body = context.resultInputStream();
    if (body == null || type == null || !type.startsWith("text/html")) {
      return;
    }
    String page = new String(body.readAllBytes(), StandardCharsets.UTF_8);
    String line = line(page, words.in(Optional.ofNullable(context.res().getHeader(LANGUAGE))));
    context.result(
        BODY.matcher(page)
            .replaceFirst(found -> Matcher.quoteReplacement(found.group() + line))
            .getBytes(StandardCharsets.UTF_8));
  }

  private String line(String page, Words words) {
    State now = state.get();
    Matcher assets = STATIC.matcher(page);
    String script =
        assets.find() ? "<script src=\"" + assets.group() + "js/preview.js\" defer></script>" : "";
    return "\n<p class=\"preview\" role=\"note\" data-stamp=\"%s\" data-link=\"%s\">%s</p>\n%s"
        .formatted(
            escaped(now.stamp()),
            escaped(now.link()),
            escaped(words.say(now.line(), now.told().toArray())),
            script);
  }

  private static String escaped(String text) {
    return Stream.of("&:&amp;", "<:&lt;", ">:&gt;", "\":&quot;")
        .map(pair -> pair.split(":", 2))
        .reduce(text, (done, pair) -> done.replace(pair[0], pair[1]), (a, b) -> b);
  }
}

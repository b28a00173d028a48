package org.counterpose.library;

import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as HTML. Markup within it is shown as it stands, never obeyed. */
public final class Markdown {

  /** What an address of a link may begin with. */
  static final Set<String> SCHEMES = Set.of("https", "http", "mailto", "tel");

  /** Deeper quotes and lists than this are no prose; they are shown as they are written. */
  private static final int MOST_NESTED = 20;

  private static final Parser PARSER =
      Parser.builder()
          .maxOpenBlockParsers(MOST_NESTED)
          .maxInlineNesting(MOST_NESTED)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new DefaultUrlSanitizer(SCHEMES))
          .build();

  private Markdown() {}

  /** What a text is made of; each part knows its line. */
  public static Node parse(String text) {
    return PARSER.parse(text);
  }

  public static String html(Node parsed) {
    return HTML.render(parsed);
  }

  public static String html(String text) {
    return html(parse(text));
  }
}

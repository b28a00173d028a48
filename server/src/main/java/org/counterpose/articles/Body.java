package org.counterpose.articles;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.counterpose.document.Nearest;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.documents.HiddenCharacters;
import org.counterpose.library.Address;
import org.counterpose.library.Library;
import org.counterpose.library.Markdown;

/**
 * What stands below the head of an article.
 *
 * @param above how many lines of the file come before it
 * @param slugs the articles that it may lead to
 */
record Body(String file, int above, List<String> lines, Set<String> slugs) {

  private static final Pattern FIGURE = Pattern.compile("/figures/([^/]+)/(.+?)(-moving)?\\.svg");
  private static final Pattern PROGRAMME = Pattern.compile("/(?:programmes|learn)/([^/]+)(?:/.*)?");
  private static final Pattern ARTICLE = Pattern.compile("/articles/(?!feed\\.xml$)([^/]+)");

  boolean isBlank() {
    return lines.stream().allMatch(String::isBlank);
  }

  String html(Library library, Problems problems) {
    HiddenCharacters.tell(file, above + 1, lines, problems);
    Node parsed = Markdown.parse(String.join("\n", lines));
    parsed.accept(new Check(library, problems));
    return Markdown.html(parsed);
  }

  /** What would not be shown as its author means it. */
  private final class Check extends AbstractVisitor {
    private final Library library;
    private final Problems problems;

    Check(Library library, Problems problems) {
      this.library = library;
      this.problems = problems;
    }

    @Override
    public void visit(Heading heading) {
      if (heading.getLevel() == 1) {
        wrong(heading, "the title is in the head: a heading begins with ## or more");
      }
      visitChildren(heading);
    }

    @Override
    public void visit(Image image) {
      if (!image.getDestination().matches("/[^/].*")) {
        wrong(image, "a picture must be of this server: its address begins with one /");
      }
      Matcher figure = FIGURE.matcher(image.getDestination());
      if (figure.matches() && shown(figure).isEmpty()) {
        wrong(image, missing(image, figure.group(1)));
      }
      visitChildren(image);
    }

    private String missing(Image image, String programme) {
      return library.leftOut().contains(programme)
          ? "shows "
              + image.getDestination()
              + " of a programme that the settings leave out (programmes)"
          : "there is no picture " + image.getDestination();
    }

    @Override
    public void visit(Link link) {
      Address.fault(link.getDestination())
          .or(() -> nobody(Address.page(link.getDestination())))
          .ifPresent(fault -> wrong(link, fault));
      visitChildren(link);
    }

    /** Of a page that there is for other names. */
    private Optional<String> nobody(String page) {
      Matcher programme = PROGRAMME.matcher(page);
      Matcher article = ARTICLE.matcher(page);
      if (programme.matches() && library.programme(programme.group(1)).isEmpty()) {
        return Optional.of(
            library.leftOut().contains(programme.group(1))
                ? "leads to " + page + " of a programme that the settings leave out (programmes)"
                : "there is no programme '" + programme.group(1) + "'");
      }
      return article.matches() && !slugs.contains(article.group(1))
          ? Optional.of(
              "there is no article '"
                  + article.group(1)
                  + "'"
                  + Nearest.hint(article.group(1), List.copyOf(slugs)))
          : Optional.empty();
    }

    @Override
    public void visit(Text text) {
      if (Address.isLeftOpen(text.getLiteral())) {
        wrong(text, "a link is not closed: write [words](https://address)");
      }
    }

    private Optional<String> shown(Matcher figure) {
      return figure.group(3) == null
          ? library.figure(figure.group(1), figure.group(2))
          : library.movingFigure(figure.group(1), figure.group(2));
    }

    private void wrong(Node node, String message) {
      List<SourceSpan> spans = node.getSourceSpans();
      int line = spans.isEmpty() ? 0 : spans.getFirst().getLineIndex();
      problems.add(new Place(file, above + line + 1, ""), message);
    }
  }
}

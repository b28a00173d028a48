package org.counterpose.articles;

import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.documents.HiddenCharacters;
import org.counterpose.library.Markdown;

/**
 * What stands below the head of an article.
 *
 * @param above how many lines of the file come before it
 */
record Body(String file, int above, List<String> lines) {

  boolean isBlank() {
    return lines.stream().allMatch(String::isBlank);
  }

  String html(Problems problems) {
    HiddenCharacters.tell(file, above + 1, lines, problems);
    Node parsed = Markdown.parse(String.join("\n", lines));
    parsed.accept(new Check(problems));
    return Markdown.html(parsed);
  }

  /** What would not be shown as its author means it. */
  private final class Check extends AbstractVisitor {
    private final Problems problems;

    Check(Problems problems) {
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
      visitChildren(image);
    }

    private void wrong(Node node, String message) {
      List<SourceSpan> spans = node.getSourceSpans();
      int line = spans.isEmpty() ? 0 : spans.getFirst().getLineIndex();
      problems.add(new Place(file, above + line + 1, ""), message);
    }
  }
}

package org.counterpose.library;

import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.documents.HiddenCharacters;

/**
 * Checks the Markdown of a pack: words, and links that anybody may follow. Markup would be shown as
 * it stands and a picture would lead nowhere, so both are refused.
 */
final class Prose extends AbstractVisitor {

  private final String file;
  private final Problems problems;
  private String key = "";

  Prose(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  void check(String markdown) {
    HiddenCharacters.tell(file, markdown, problems);
    Markdown.parse(markdown).accept(this);
  }

  @Override
  public void visit(Heading heading) {
    if (heading.getLevel() == 1 && heading.getFirstChild() instanceof Text text) {
      key = text.getLiteral();
    }
    visitChildren(heading);
  }

  @Override
  public void visit(HtmlBlock html) {
    markup(html);
  }

  @Override
  public void visit(HtmlInline html) {
    markup(html);
  }

  @Override
  public void visit(Image image) {
    wrong(image, "a text shows no pictures: name a figure in programme.yaml");
  }

  @Override
  public void visit(Link link) {
    Address.fault(link.getDestination()).ifPresent(fault -> wrong(link, fault));
    visitChildren(link);
  }

  @Override
  public void visit(Text text) {
    if (Address.isLeftOpen(text.getLiteral())) {
      wrong(text, "a link is not closed: write [words](https://address)");
    }
  }

  private void markup(Node html) {
    wrong(html, "a text is plain Markdown: markup such as <b> or a script is not read");
  }

  private void wrong(Node at, String message) {
    List<SourceSpan> spans = at.getSourceSpans();
    int line = spans.isEmpty() ? 1 : spans.getFirst().getLineIndex() + 1;
    problems.add(new Place(file, line, key), message);
  }
}

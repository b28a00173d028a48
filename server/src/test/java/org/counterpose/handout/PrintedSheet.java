package org.counterpose.handout;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A printed sheet, as somebody reads it, hears it read, or points a phone at it. */
public record PrintedSheet(PDDocument document) implements AutoCloseable {

  private static final double POINTS_A_MM = 72 / 25.4;

  /** The margins of the sheet, above and below. */
  private static final double HEAD = 10 * POINTS_A_MM;

  private static final double FOOT = 13 * POINTS_A_MM;

  /**
   * A part of the tree by which a screen reader goes.
   *
   * @param around the types that it lies within, from the outermost
   */
  record Tag(String type, String alternative, List<String> around) {}

  public static PrintedSheet of(byte[] pdf) {
    try {
      return new PrintedSheet(Loader.loadPDF(pdf));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its words in the order in which they stand in the file, with single spaces. */
  public String text() {
    try {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of each page, with single spaces. */
  List<String> pages() {
    List<String> pages = new ArrayList<>();
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      try {
        PDFTextStripper one = new PDFTextStripper();
        one.setStartPage(page);
        one.setEndPage(page);
        pages.add(one.getText(document).replaceAll("\\s+", " "));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return pages;
  }

  /**
   * A line of writing.
   *
   * @param points the size of its letters
   * @param bottom how far down the page it stands, in points
   */
  record Line(String text, double points, double bottom) {}

  /**
   * What is written on a page, without its foot.
   *
   * @param leftEmpty the share of the room between the margins that is left under the last line
   */
  record Written(List<Line> lines, double leftEmpty) {}

  /** Each page by its lines, from the top. */
  List<Written> written() {
    List<Written> pages = new ArrayList<>();
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      double height = document.getPage(page - 1).getMediaBox().getHeight();
      double end = height - FOOT;
      List<Line> lines =
          new Lines().of(document, page).stream().filter(line -> line.bottom() < end).toList();
      double free = end - lines.stream().mapToDouble(Line::bottom).max().orElse(HEAD);
      pages.add(new Written(lines, free / (end - HEAD)));
    }
    return pages;
  }

  /** Reads what stands at one height as one line. */
  private static final class Lines extends PDFTextStripper {

    private final List<Line> lines = new ArrayList<>();

    List<Line> of(PDDocument document, int page) {
      setSortByPosition(true);
      setStartPage(page);
      setEndPage(page);
      try {
        getText(document);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return List.copyOf(lines);
    }

    @Override
    protected void writeString(String text, List<TextPosition> letters) {
      TextPosition first = letters.getFirst();
      Line piece = new Line(text, first.getFontSizeInPt(), first.getYDirAdj());
      boolean goesOn = !lines.isEmpty() && lines.getLast().bottom() > piece.bottom() - 1;
      if (goesOn) {
        Line line = lines.removeLast();
        piece =
            new Line(
                line.text() + " " + text, Math.max(line.points(), piece.points()), line.bottom());
      }
      lines.add(piece);
    }
  }

  /** Every tag, in reading order. */
  List<Tag> tags() {
    List<Tag> tags = new ArrayList<>();
    collect(document.getDocumentCatalog().getStructureTreeRoot(), List.of(), tags);
    return tags;
  }

  private static void collect(PDStructureNode node, List<String> around, List<Tag> tags) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        String alternative = element.getAlternateDescription();
        String type = element.getStructureType();
        tags.add(new Tag(type, alternative == null ? "" : alternative, around));
        collect(element, Stream.concat(around.stream(), Stream.of(type)).toList(), tags);
      }
    }
  }

  /** Every typeface on any page. */
  List<PDFont> fonts() {
    List<PDFont> fonts = new ArrayList<>();
    for (PDPage page : document.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        try {
          fonts.add(page.getResources().getFont(name));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return fonts;
  }

  /** What a phone reads from the code on the first page. */
  public String code() {
    return ScannedCode.of(DoubleStream.of(150, 200, 250, 300).mapToObj(this::firstPage));
  }

  private BufferedImage firstPage(double dotsAnInch) {
    try {
      return new PDFRenderer(document).renderImageWithDPI(0, (float) dotsAnInch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

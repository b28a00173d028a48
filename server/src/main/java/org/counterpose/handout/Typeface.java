package org.counterpose.handout;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The house's typeface, in its two weights, and which characters it has. */
final class Typeface {

  static final String NAME = "Inter";

  private final byte[] regular = read("/fonts/inter-regular.ttf");
  private final byte[] semibold = read("/fonts/inter-semibold.ttf");
  private final CmapLookup glyphs;

  Typeface() {
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(regular))) {
      glyphs = font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(String file) {
    try (InputStream stream = Typeface.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("no font at " + file);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether every character of a text can be printed. */
  boolean has(String text) {
    return text.codePoints().allMatch(c -> Character.isWhitespace(c) || glyphs.getGlyphId(c) != 0);
  }

  /** Gives the document that is printed into both weights, of which it keeps what it uses. */
  void embedIn(PDDocument document, PdfRendererBuilder pdf) throws IOException {
    pdf.useFont(in(document, regular), NAME, 400, FontStyle.NORMAL, true);
    pdf.useFont(in(document, semibold), NAME, 600, FontStyle.NORMAL, true);
  }

  /**
   * Each character as its own glyph. PDFBox looks for glyphs to substitute by a regular expression
   * that it makes anew for every run of text: more than half of what a sheet took. Letters with
   * their marks are one character each already ({@link Markup#legible}).
   */
  private static PDFontSupplier in(PDDocument document, byte[] weight) throws IOException {
    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(weight));
    font.setEnableGsub(false);
    return new PDFontSupplier(PDType0Font.load(document, font, true));
  }
}

package org.counterpose.handout;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

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

  void embedIn(PdfRendererBuilder pdf) {
    pdf.useFont(() -> new ByteArrayInputStream(regular), NAME, 400, FontStyle.NORMAL, true);
    pdf.useFont(() -> new ByteArrayInputStream(semibold), NAME, 600, FontStyle.NORMAL, true);
  }
}

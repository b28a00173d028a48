package org.counterpose.handout;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Prints sheets as tagged PDF with the typeface inside. Nothing is loaded from anywhere: whatever
 * the markup asks for beyond itself is refused. Safe for several threads.
 */
final class Press {

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /** What is read when something is first printed. */
  private static final class Types {
    static final Typeface FACE = new Typeface();

    static {
      XRLog.setLoggingEnabled(false); // it tells each of its steps
    }
  }

  /** Whether every character of a text can be printed. */
  boolean has(String text) {
    return Types.FACE.has(text);
  }

  byte[] print(Sheet sheet, Paper paper) {
    Typeface face = Types.FACE;
    StringOutput markup = new StringOutput();
    engine.render("handout/sheet.jte", sheet, markup);
    PdfRendererBuilder pdf = new PdfRendererBuilder();
    pdf.usePdfUaAccessibility(true);
    pdf.withProducer("Counterpose");
    pdf.useDefaultPageSize(paper.widthMm(), paper.heightMm(), PageSizeUnits.MM);
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      pdf.useExternalResourceAccessControl((address, kind) -> false, when);
    }
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (BatikSVGDrawer drawer = new BatikSVGDrawer();
        PDDocument document = new PDDocument()) {
      pdf.usePDDocument(document);
      face.embedIn(document, pdf);
      pdf.useSVGDrawer(drawer);
      pdf.withHtmlContent(Markup.legible(markup.toString()), null);
      pdf.toStream(printed);
      pdf.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return printed.toByteArray();
  }
}

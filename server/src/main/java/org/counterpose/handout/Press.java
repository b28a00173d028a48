package org.counterpose.handout;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Prints sheets as tagged PDF with the typeface inside. Nothing is loaded from anywhere: whatever
 * the markup asks for beyond itself is refused. Safe for several threads.
 */
final class Press {

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Typeface typeface = new Typeface();

  /** Whether every character of a text can be printed. */
  boolean has(String text) {
    return typeface.has(text);
  }

  byte[] print(Sheet sheet, Paper paper) {
    StringOutput markup = new StringOutput();
    engine.render("handout/sheet.jte", sheet, markup);
    PdfRendererBuilder pdf = new PdfRendererBuilder();
    pdf.usePdfUaAccessibility(true);
    pdf.withProducer("Counterpose");
    pdf.useDefaultPageSize(paper.widthMm(), paper.heightMm(), PageSizeUnits.MM);
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      pdf.useExternalResourceAccessControl((address, kind) -> false, when);
    }
    typeface.embedIn(pdf);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (BatikSVGDrawer drawer = new BatikSVGDrawer()) {
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

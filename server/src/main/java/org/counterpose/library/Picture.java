package org.counterpose.library;

import java.io.StringReader;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.documents.HiddenCharacters;

/**
 * Checks a picture: SVG that only draws. Pages show it as an image and paper sets it in, so it must
 * not run, style or fetch anything; what may draw is listed, all else is refused.
 */
final class Picture {

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final Set<String> DRAWING =
      Set.of(
          "svg",
          "g",
          "path",
          "circle",
          "ellipse",
          "rect",
          "line",
          "polyline",
          "polygon",
          "text",
          "tspan",
          "title",
          "desc",
          "defs",
          "use",
          "symbol",
          "marker",
          "clipPath",
          "mask",
          "pattern",
          "linearGradient",
          "radialGradient",
          "stop");

  private final String file;
  private final Problems problems;

  Picture(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  void check(String svg) {
    HiddenCharacters.tell(file, svg, problems);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(svg));
      boolean root = true;
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            element(xml, root);
            root = false;
          }
          case XMLStreamConstants.DTD -> wrong(xml, "must not have a document type");
          case XMLStreamConstants.PROCESSING_INSTRUCTION ->
              wrong(xml, "must not have a processing instruction");
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
      problems.add(new Place(file, line, ""), "is not well-formed XML");
    } catch (MissingResourceException e) {
      // The JDK has no words for some of what can be wrong in a document type, nor then the line.
      problems.add(new Place(file, 1, ""), "is not well-formed XML");
    }
  }

  private void element(XMLStreamReader xml, boolean root) {
    String name = xml.getLocalName();
    if (root && !name.equals("svg")) {
      wrong(xml, "must be an svg, is '" + name + "'");
    } else if (!SVG.equals(xml.getNamespaceURI()) || !DRAWING.contains(name)) {
      wrong(xml, "must not hold '" + name + "': a picture only draws");
    }
    if (root && xml.getAttributeValue(null, "viewBox") == null) {
      wrong(xml, "must have a viewBox, so that it can be shown at any size");
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attribute(xml, xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
  }

  private void attribute(XMLStreamReader xml, String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("on")) {
      wrong(xml, "must not run anything: '" + name + "'");
    } else if (lower.equals("style") || lower.equals("class")) {
      wrong(xml, "must be drawn with attributes of its own, not '" + name + "'");
    } else if (lower.equals("href") && !value.startsWith("#")) {
      wrong(xml, "must not refer to anything outside itself");
    } else if (value
        .replace(" ", "")
        .toLowerCase(Locale.ROOT)
        .matches("(?s).*url\\((?!['\"]?#).*")) {
      wrong(xml, "must not refer to anything outside itself");
    }
  }

  private void wrong(XMLStreamReader xml, String message) {
    problems.add(new Place(file, Math.max(1, xml.getLocation().getLineNumber()), ""), message);
  }
}

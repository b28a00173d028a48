package org.counterpose.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document of one namespace, while it is written. */
final class XmlDocument {

  /** Characters that XML 1.0 cannot hold, however they are written. */
  private static final Pattern UNWRITABLE =
      Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private final XMLStreamWriter writer;

  private XmlDocument(XMLStreamWriter writer) {
    this.writer = writer;
  }

  /** The bytes of a document, in UTF-8. */
  static byte[] of(String root, String namespace, Consumer<XmlDocument> inside) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter writer =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      writer.writeStartElement(root);
      writer.writeDefaultNamespace(namespace);
      inside.accept(new XmlDocument(writer));
      writer.writeEndElement();
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
    return bytes.toByteArray();
  }

  void element(String name, Consumer<XmlDocument> inside) {
    try {
      writer.writeStartElement(name);
      inside.accept(this);
      writer.writeEndElement();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  void text(String name, String text) {
    element(name, within -> within.characters(text));
  }

  /** An element that holds attributes alone: their names and values in turn. */
  void empty(String name, String... attributes) {
    element(
        name,
        within -> {
          for (int i = 0; i < attributes.length; i += 2) {
            within.attribute(attributes[i], attributes[i + 1]);
          }
        });
  }

  /** An attribute of the element that was begun last. */
  void attribute(String name, String value) {
    try {
      writer.writeAttribute(name, UNWRITABLE.matcher(value).replaceAll("\uFFFD"));
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private void characters(String text) {
    try {
      writer.writeCharacters(UNWRITABLE.matcher(text).replaceAll("\uFFFD"));
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(XMLStreamException e) {
    return new IllegalStateException("a document in memory could not be written", e);
  }
}

package org.counterpose.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.counterpose.document.Node;

/** Writes nodes as compact JSON. */
public final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  public static String write(Node node) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      write(node, json);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory could not be written", e);
    }
    return text.toString();
  }

  private static void write(Node node, JsonGenerator json) throws IOException {
    switch (node) {
      case Node.Mapping mapping -> {
        json.writeStartObject();
        for (Map.Entry<String, Node> field : mapping.fields().entrySet()) {
          json.writeFieldName(field.getKey());
          write(field.getValue(), json);
        }
        json.writeEndObject();
      }
      case Node.Listing listing -> {
        json.writeStartArray();
        for (Node element : listing.elements()) {
          write(element, json);
        }
        json.writeEndArray();
      }
      case Node.Text text -> json.writeString(text.value());
      case Node.Number number -> json.writeNumber(number.value());
      case Node.Flag flag -> json.writeBoolean(flag.value());
      case Node.Nothing nothing -> json.writeNull();
    }
  }
}

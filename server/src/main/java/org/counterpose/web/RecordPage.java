package org.counterpose.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Everything that is kept of a person, to be read and printed. It is made of the very document that
 * can be downloaded, so that neither leaves out what the other has.
 */
public record RecordPage(List<Section> sections) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What stands where there is nothing, such as where somebody chose none. */
  private static final String NOTHING = "–";

  /** A kind of what is kept. */
  public record Section(String title, List<List<Line>> items) {}

  /** A thing and what it is. */
  public record Line(String name, String value) {}

  static RecordPage of(String export) {
    try {
      List<Section> sections = new ArrayList<>();
      List<Line> plain = new ArrayList<>();
      JSON.readTree(export)
          .properties()
          .forEach(
              field -> {
                if (field.getValue().isArray()) {
                  List<List<Line>> items = new ArrayList<>();
                  field.getValue().forEach(item -> items.add(lines("", item)));
                  if (!items.isEmpty()) {
                    sections.add(new Section(name(field.getKey()), items));
                  }
                } else {
                  plain.addAll(lines(name(field.getKey()), field.getValue()));
                }
              });
      sections.addFirst(new Section("", List.of(plain)));
      return new RecordPage(sections);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an export is not JSON", e);
    }
  }

  private static List<Line> lines(String name, JsonNode value) {
    List<Line> lines = new ArrayList<>();
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              field -> {
                String inner = name(field.getKey());
                lines.addAll(lines(name.isEmpty() ? inner : name + ", " + inner, field.getValue()));
              });
    } else if (value.isArray() && value.valueStream().noneMatch(JsonNode::isContainerNode)) {
      lines.add(
          line(
              name,
              StreamSupport.stream(value.spliterator(), false)
                  .map(JsonNode::asText)
                  .collect(Collectors.joining(", "))));
    } else if (value.isArray()) {
      value.forEach(item -> lines.addAll(lines(name, item)));
    } else if (!value.isNull()) {
      lines.add(line(name, value.asText()));
    }
    return lines;
  }

  private static Line line(String name, String value) {
    return new Line(name, value.isEmpty() ? NOTHING : value);
  }

  /** A name in the document as words: {@code begunAt} and {@code given_at} end in "at". */
  private static String name(String key) {
    return key.replaceAll("([a-z])([A-Z])", "$1 $2")
        .replaceAll("[-_]", " ")
        .toLowerCase(java.util.Locale.ROOT);
  }
}

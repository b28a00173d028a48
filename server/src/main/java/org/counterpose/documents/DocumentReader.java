package org.counterpose.documents;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.JacksonYAMLParseException;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.counterpose.document.Node;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.document.Shortened;
import org.jspecify.annotations.Nullable;

/** Turns the tokens of one document into nodes. */
final class DocumentReader {

  private static final int MOST_SHOWN = 60;
  private static final Pattern START_MARKER = Pattern.compile("\\(start marker at \\[.*\\)");

  /** What the parser says to programmers, and not to who wrote the file. */
  private static final Pattern HINT = Pattern.compile(": enable `.*");

  private final String file;
  private final Problems problems;

  DocumentReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  Optional<Node> read(JsonFactory factory, String text) {
    int before = problems.count();
    try (JsonParser parser = factory.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        problems.add(new Place(file, 1, ""), "is empty");
        return Optional.empty();
      }
      Node node = value(parser, new Place(file, line(parser), ""), 0);
      if (problems.noneSince(before) && parser.nextToken() != null) {
        problems.add(new Place(file, line(parser), ""), "more follows after the end");
      }
      return problems.noneSince(before) ? Optional.of(node) : Optional.empty();
    } catch (JacksonYAMLParseException e) {
      tell(text, e);
    } catch (JacksonException e) {
      problems.add(new Place(file, lineOf(e.getLocation()), ""), said(e));
    } catch (IOException | RuntimeException e) {
      problems.add(new Place(file, 1, ""), "cannot be read");
    }
    return Optional.empty();
  }

  private Node value(JsonParser parser, Place place, int depth) throws IOException {
    if (depth > Documents.MOST_DEPTH) {
      throw new TooDeep(parser);
    }
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      problems.add(place, "aliases are not read: write the value out");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser, place, depth);
      case START_ARRAY -> listing(parser, place, depth);
      case VALUE_STRING -> text(parser, place);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, place);
      case VALUE_TRUE -> new Node.Flag(true, place);
      case VALUE_FALSE -> new Node.Flag(false, place);
      case VALUE_NULL -> new Node.Nothing(place);
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> {
        problems.add(place, "a value is missing or of a kind that is not read");
        yield new Node.Nothing(place);
      }
    };
  }

  private Node mapping(JsonParser parser, Place place, int depth) throws IOException {
    Map<String, Node> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      Place at = place.field(Shortened.of(name, MOST_SHOWN), line(parser));
      parser.nextToken();
      Node value = value(parser, at, depth + 1);
      Node first = fields.putIfAbsent(name, value);
      if (first != null) {
        problems.add(at, "is there twice, first on line " + first.place().line());
      }
    }
    return new Node.Mapping(fields, place);
  }

  private Node listing(JsonParser parser, Place place, int depth) throws IOException {
    List<Node> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == null) {
        break;
      }
      elements.add(value(parser, place.element(elements.size(), line(parser)), depth + 1));
    }
    return new Node.Listing(elements, place);
  }

  private Node text(JsonParser parser, Place place) throws IOException {
    String text = parser.getText();
    if (hasHalfCharacter(text)) {
      problems.add(place, "holds half a character: a surrogate without its other half");
    }
    if (parser instanceof YAMLParser) {
      HiddenCharacters.find(text)
          .ifPresent(hidden -> problems.add(place, HiddenCharacters.message(hidden)));
    }
    return new Node.Text(text, place);
  }

  private Node number(JsonParser parser, Place place) throws IOException {
    try {
      return new Node.Number(parser.getDecimalValue(), place);
    } catch (NumberFormatException e) {
      problems.add(place, "is no number: " + Shortened.of(parser.getText(), MOST_SHOWN));
      return new Node.Nothing(place);
    }
  }

  private static boolean hasHalfCharacter(String text) {
    return text.codePoints()
        .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  private static int line(JsonParser parser) {
    return lineOf(parser.currentTokenLocation());
  }

  private static int lineOf(@Nullable JsonLocation location) {
    return location == null ? 1 : Math.max(1, location.getLineNr());
  }

  private void tell(String text, JacksonYAMLParseException e) {
    Optional<YamlFault> fault =
        YamlFault.of(text, e.getOriginalMessage() == null ? "" : e.getOriginalMessage());
    problems.add(
        new Place(file, fault.map(YamlFault::line).orElse(1), ""),
        fault
            .flatMap(YamlFault::words)
            .map(words -> "is not well formed: " + words)
            .orElse(said(e)));
  }

  /** The parser's own words, without the excerpts and addresses that it adds. */
  private static String said(JacksonException e) {
    String message = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
    String words =
        message
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith(" "))
            .map(line -> START_MARKER.matcher(line).replaceAll("").strip())
            .map(line -> HINT.matcher(line).replaceAll(""))
            .collect(Collectors.joining(", "));
    return words.isEmpty()
        ? "is not well formed"
        : "is not well formed: " + Shortened.of(words, 200);
  }

  /** The nesting is deeper than any honest document's. */
  private static final class TooDeep extends JsonParseException {
    TooDeep(JsonParser parser) {
      super(parser, "nested deeper than " + Documents.MOST_DEPTH, parser.currentTokenLocation());
    }
  }
}

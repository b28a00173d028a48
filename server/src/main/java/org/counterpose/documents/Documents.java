package org.counterpose.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.counterpose.document.Node;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;

/**
 * Reads YAML and JSON with the line of every value. What is not well formed is a problem at its
 * line, and then there is no document: broken syntax, a key twice in one object, an alias, more
 * than one document, nesting deeper than {@value #MOST_DEPTH}, bytes that are not UTF-8, in YAML
 * {@link HiddenCharacters}.
 */
public final class Documents {

  static final int MOST_DEPTH = 50;

  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonFactory YAML = new YAMLFactory();

  private Documents() {}

  /** The document of a YAML text; {@code file} is the name that its problems carry. */
  public static Optional<Node> yaml(String file, String text, Problems problems) {
    HiddenCharacters.tell(file, text, problems);
    return new DocumentReader(file, problems).read(YAML, text);
  }

  /** The document of a JSON text in UTF-8; {@code file} may be empty for a request. */
  public static Optional<Node> json(String file, byte[] utf8, Problems problems) {
    return text(file, utf8, problems)
        .flatMap(text -> new DocumentReader(file, problems).read(JSON, text));
  }

  /** The text of bytes that must be UTF-8; a byte order mark before it is passed over. */
  public static Optional<String> text(String file, byte[] utf8, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(utf8);
    CharBuffer characters = CharBuffer.allocate(utf8.length + 1);
    CoderResult result = decoder.decode(bytes, characters, true);
    if (result.isError()) {
      problems.add(
          new Place(file, lineAt(utf8, bytes.position()), ""),
          "byte " + (bytes.position() + 1) + " is not UTF-8: save the file as UTF-8");
      return Optional.empty();
    }
    String text = characters.flip().toString();
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static int lineAt(byte[] utf8, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      if (utf8[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}

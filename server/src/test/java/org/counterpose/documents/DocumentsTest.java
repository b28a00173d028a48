package org.counterpose.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.junit.jupiter.api.Test;

class DocumentsTest {

  @Test
  void every_value_knows_its_line() {
    Node.Mapping yaml =
        (Node.Mapping)
            Documents.yaml("a.yaml", "# words\na: 1\nb:\n  - x\n  - c: true\n", new Problems())
                .orElseThrow();
    Node.Mapping json = (Node.Mapping) json("{\"a\": 1,\n\"b\": [\"x\",\n{\"c\": true}]}");

    assertThat(places(yaml))
        .containsExactly(
            "a.yaml:2: a", "a.yaml:3: b", "a.yaml:4: b[0]", "a.yaml:5: b[1]", "a.yaml:5: b[1].c");
    assertThat(places(json))
        .containsExactly(":1: a", ":2: b", ":2: b[0]", ":3: b[1]", ":3: b[1].c");
  }

  @Test
  void broken_json_is_told_at_its_line() {
    assertThat(faults("{\"a\": 1,\n\"b\" 2}"))
        .containsExactly(
            ":2: is not well formed: Unexpected character ('2' (code 50)): was expecting a colon to"
                + " separate field name and value");
    assertThat(faults("{\"a\": [1, 2"))
        .containsExactly(
            ":1: is not well formed: Unexpected end-of-input: expected close marker for Array");
    assertThat(faults("{\"a\": NaN}")).hasSize(1);
    assertThat(faults("")).containsExactly(":1: is empty");
    assertThat(faults("{} {}")).containsExactly(":1: more follows after the end");
    assertThat(faults("{\"a\": 'x'}")).hasSize(1);
    assertThat(faults("{\"a\": 1,}")).hasSize(1);
  }

  @Test
  void a_key_twice_is_told_each_time() {
    assertThat(faults("{\"a\": 1,\n\"a\": 2, \"b\": {\"c\": 1,\n\"c\": 1}}"))
        .containsExactly(
            ":2: a: is there twice, first on line 1", ":3: b.c: is there twice, first on line 2");
  }

  @Test
  void nesting_has_an_end() {
    assertThat(faults("[".repeat(51) + "]".repeat(51))).isEmpty();
    assertThat(faults("[".repeat(52) + "]".repeat(52)))
        .containsExactly(":1: is not well formed: nested deeper than 50");
    assertThat(faults("[".repeat(100_000))).hasSize(1);
    assertThat(faults("{\"a\":".repeat(100_000))).hasSize(1);
  }

  @Test
  void bytes_that_are_no_text_are_told_at_their_line() {
    Problems problems = new Problems();
    byte[] bytes = {'{', '\n', '"', (byte) 0xc3, '"', ':', '1', '}'};

    assertThat(Documents.json("", bytes, problems)).isEmpty();
    assertThat(problems.list().toString())
        .isEqualTo("[:2: byte 4 is not UTF-8: save the file as UTF-8]");
  }

  @Test
  void a_text_cut_in_the_middle_of_a_character_is_told() {
    Problems problems = new Problems();

    assertThat(Documents.json("", new byte[] {'"', (byte) 0xe2, (byte) 0x82}, problems)).isEmpty();
    assertThat(problems.list()).hasSize(1);
  }

  @Test
  void half_a_character_is_no_text() {
    assertThat(faults("{\"a\": \"\\ud800\"}"))
        .containsExactly(":1: a: holds half a character: a surrogate without its other half");
    assertThat(faults("{\"a\": \"\\ud83e\\uddd8\"}")).isEmpty();
  }

  @Test
  void a_number_of_a_million_digits_is_refused() {
    assertThat(faults("[" + "9".repeat(1_000_000) + "]")).hasSize(1);
    assertThat(faults("[1e999999999]")).isEmpty();
  }

  @Test
  void a_byte_order_mark_is_passed_over() {
    assertThat(faults("\uFEFF{}")).isEmpty();
  }

  @Test
  void problems_have_an_end() {
    Problems problems = new Problems();
    Node.Listing many = (Node.Listing) json("[" + "1,".repeat(5000) + "1]");

    many.elements().forEach(element -> problems.add(element, "is one of many"));

    assertThat(problems.count()).isEqualTo(5001);
    assertThat(problems.list()).hasSize(1001);
  }

  @Test
  void what_is_written_is_read_back() {
    String text = "{\"a\":[1,2.5,\"x\\n\\\"\",true,null,{}],\"é\":-0.001}";

    assertThat(Json.write(json(text))).isEqualTo(text);
  }

  private static Node json(String text) {
    return Documents.json("", text.getBytes(StandardCharsets.UTF_8), new Problems()).orElseThrow();
  }

  private static List<String> faults(String json) {
    Problems problems = new Problems();
    Optional<Node> node = Documents.json("", json.getBytes(StandardCharsets.UTF_8), problems);
    assertThat(node.isPresent()).isEqualTo(problems.isEmpty());
    return problems.list().stream().map(Object::toString).toList();
  }

  private static List<String> places(Node node) {
    return switch (node) {
      case Node.Mapping mapping ->
          mapping.fields().values().stream()
              .flatMap(
                  value ->
                      Stream.concat(Stream.of(value.place().toString()), places(value).stream()))
              .toList();
      case Node.Listing listing ->
          listing.elements().stream()
              .flatMap(
                  value ->
                      Stream.concat(Stream.of(value.place().toString()), places(value).stream()))
              .toList();
      default -> List.of();
    };
  }
}

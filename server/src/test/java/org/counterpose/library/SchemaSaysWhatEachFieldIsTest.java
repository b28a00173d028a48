package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An editor tells what a field is while somebody writes it: each has a description. */
class SchemaSaysWhatEachFieldIsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** These repeat fields that are described elsewhere, to say when something else must hold. */
  private static final Set<String> CONDITIONS = Set.of("if", "then", "allOf");

  @Test
  void every_field_is_described_where_it_stands_or_where_it_leads() throws IOException {
    JsonNode schema =
        JSON.readTree(ShippedPack.programmes().resolve("programme.schema.json").toFile());

    assertThat(bare(schema, schema, "")).isEmpty();
  }

  @Test
  void a_field_without_a_description_is_found() throws IOException {
    JsonNode schema =
        JSON.readTree(
            """
            {"properties": {"told": {"$ref": "#/$defs/told"}, "bare": {"$ref": "#/$defs/bare"}},
             "$defs": {"told": {"description": "x"},
               "bare": {"items": {"properties": {"inner": {"type": "string"}}}}}}
            """);

    assertThat(bare(schema, schema, ""))
        .containsExactly("/properties/bare", "/$defs/bare/items/properties/inner");
  }

  private static List<String> bare(JsonNode node, JsonNode schema, String path) {
    List<String> bare = new ArrayList<>();
    node.path("properties")
        .properties()
        .forEach(
            field -> {
              JsonNode described =
                  field.getValue().has("$ref") && !field.getValue().has("description")
                      ? schema.at(field.getValue().get("$ref").asText().substring(1))
                      : field.getValue();
              if (!described.has("description")) {
                bare.add(path + "/properties/" + field.getKey());
              }
            });
    node.properties().stream()
        .filter(field -> !CONDITIONS.contains(field.getKey()))
        .forEach(field -> bare.addAll(bare(field.getValue(), schema, path + "/" + field.getKey())));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      bare.addAll(bare(node.get(i), schema, path + "/" + i));
    }
    return bare;
  }
}

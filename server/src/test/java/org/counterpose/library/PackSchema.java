package org.counterpose.library;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.counterpose.document.Node;
import org.counterpose.documents.Json;

/** The JSON Schema that editors hold a pack against. */
final class PackSchema {

  private static final Schema SCHEMA = load();

  private PackSchema() {}

  static List<String> faults(Node document) {
    return SCHEMA.validate(Json.write(document), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  private static Schema load() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(ShippedPack.programmes().resolve("programme.schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

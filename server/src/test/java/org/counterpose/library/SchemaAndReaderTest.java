package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.programme.PackTexts;
import org.counterpose.programme.ProgrammeReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the schema refuses, the reader refuses too: an editor shows no fault that a check lacks. */
class SchemaAndReaderTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 20261122})
  void a_pack_that_the_schema_refuses_is_not_read(long seed) throws IOException {
    System.out.println("schema and reader, seed " + seed);
    Path folder = ShippedPack.folder();
    Node pack =
        Documents.yaml("", Files.readString(folder.resolve("programme.yaml")), new Problems())
            .orElseThrow();
    Map<String, String> markdown = new HashMap<>();
    for (Path file : files(folder.resolve("texts").resolve("en"))) {
      markdown.put(file.toString(), Files.readString(file));
    }
    PackTexts texts = PackTexts.read(markdown, new Problems());
    Set<String> figures = new HashSet<>();
    for (Path file : files(folder.resolve("figures"))) {
      figures.add(file.getFileName().toString().replace(".svg", ""));
    }
    Spoiler spoiler = new Spoiler(new Random(seed));
    for (int i = 0; i < 300; i++) {
      Node spoilt = spoiler.document(pack, 0.0005);
      Problems problems = new Problems();
      ProgrammeReader.read(spoilt, texts, figures, problems);
      if (problems.isEmpty()) {
        assertThat(PackSchema.faults(spoilt)).isEmpty();
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}

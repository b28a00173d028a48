package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterTest {

  @TempDir private Path temporary = Path.of("");

  @Test
  void an_editor_that_knows_the_schema_has_nothing_to_say() throws IOException {
    Path folder = Starter.write(temporary, "stiff-wrists");

    String structure = Files.readString(folder.resolve("programme.yaml"));

    assertThat(
            PackSchema.faults(
                Documents.yaml("programme.yaml", structure, new Problems()).orElseThrow()))
        .isEmpty();
    assertThat(Files.readString(folder.resolve("texts/en/programme.md")))
        .contains("A fair trial for your stiff wrists")
        .doesNotContain("{{");
  }
}

package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterpose.document.Problems;
import org.counterpose.programme.Programme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The exercise that docs/writing-a-programme.md adds to the shipped pack, typed in as it stands.
 */
class ExerciseOfTheGuideTest {

  private static final String PACK = "programme.yaml";
  private static final Path GUIDE =
      ShippedPack.programmes().resolve("../docs/writing-a-programme.md");

  @TempDir private Path temporary = Path.of("");
  private PackToBreak pack;

  @BeforeEach
  void type_it_in() throws IOException {
    pack = PackToBreak.in(temporary);
    String guide = Files.readString(GUIDE);
    Matcher part =
        Pattern.compile("(?m)^(\\w+):\\n((?:(?: .*)?\\n)+)").matcher(fenced(guide, "yaml"));
    while (part.find()) {
      String key = "\n" + part.group(1) + ":\n";
      pack.replace(PACK, key, key + part.group(2));
    }
    pack.write("texts/en/bow.md", fenced(guide, "markdown"));
    pack.write("texts/es/bow.md", fenced(guide, "markdown"));
  }

  @Test
  void nothing_is_wrong_with_it() {
    assertThat(pack.text(PACK)).contains("id: bow");
    assertThat(pack.problems()).isEmpty();
  }

  @Test
  void its_pictures_are_drawn_and_move() {
    Library library = Library.load(temporary, new Problems()).orElseThrow();
    Programme programme = library.programme("mid-back").orElseThrow();

    assertThat(programme.step("bow")).isPresent();
    assertThat(library.figure("mid-back", "bow-to-left").orElseThrow())
        .startsWith("<svg")
        .isNotEqualTo(library.figure("mid-back", "bow-to-right").orElseThrow());
    assertThat(library.movingFigure("mid-back", "bow-to-left").orElseThrow()).contains("<animate");
  }

  private static String fenced(String guide, String language) {
    String opening = "```" + language + "\n";
    int from = guide.indexOf(opening) + opening.length();
    return guide.substring(from, guide.indexOf("```", from));
  }
}

package org.counterpose.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.counterpose.document.Problems;
import org.counterpose.library.Library;
import org.counterpose.library.ShippedPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles made to do harm: each fault is told with its line, and no article is served. */
class HostileArticlesTest {

  private static final Library LIBRARY =
      Library.load(ShippedPack.programmes(), new Problems()).orElseThrow();
  private static final String HEAD =
      """
      ---
      title: Stiff at the desk
      summary: What a long day does.
      programme: mid-back
      language: en
      order: 20
      published: 2026-11-02
      ---
      """;

  @TempDir private Path temporary = Path.of("");

  @Test
  void aliases_tags_and_keys_that_are_there_twice_in_the_head_are_told() throws IOException {
    write("a.md", HEAD.replace("order: 20", "order: &n 20\nupdated: *n"));
    write("b.md", HEAD.replace("order: 20", "order: !!javax.script.ScriptEngineManager [20]"));
    write("c.md", HEAD.replace("order: 20", "order: 20\norder: 21"));

    assertThat(problems())
        .contains(
            "a.md:7: updated: aliases are not read: write the value out",
            "b.md:6: order: must be a number, is a list",
            "c.md:7: order: is there twice, first on line 6");
  }

  @Test
  void a_file_that_is_a_link_to_elsewhere_is_told_and_not_read() throws IOException {
    Path secret = Files.writeString(temporary.resolve("secret"), "---\nsecret: [\n---\n");
    Files.createSymbolicLink(articles().resolve("a.md"), secret);
    Files.createSymbolicLink(articles().resolve("b.md"), articles().resolve("b.md"));

    assertThat(problems())
        .containsExactly("a.md:0: leads out of the folder of articles", "b.md:0: cannot be read");
  }

  @Test
  void a_hundred_megabytes_are_told_and_not_read() throws IOException {
    write("a.md", HEAD);
    try (var large = Files.newByteChannel(articles().resolve("a.md"), StandardOpenOption.WRITE)) {
      large.position(100_000_000);
      large.write(ByteBuffer.wrap(new byte[] {' '}));
    }

    assertThat(problems()).containsExactly("a.md:0: is larger than 500000 bytes");
  }

  private Path articles() throws IOException {
    return Files.createDirectories(temporary.resolve("articles"));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(articles().resolve(name), text);
  }

  private List<String> problems() throws IOException {
    Problems problems = new Problems();
    assertThat(Articles.load(List.of(articles()), LIBRARY, problems)).isEmpty();
    String prefix = articles() + "/";
    return problems.list().stream().map(problem -> problem.toString().replace(prefix, "")).toList();
  }

  @Test
  void text_that_turns_its_direction_is_told_in_head_and_body() throws IOException {
    write("a.md", HEAD.replace("Stiff", "\u202eStiff") + "One.\n\nTwo \u2067three.\n");

    assertThat(problems())
        .contains(
            "a.md:2: holds a character that is not seen and changes what is read: U+202E",
            "a.md:11: holds a character that is not seen and changes what is read: U+2067");
  }
}

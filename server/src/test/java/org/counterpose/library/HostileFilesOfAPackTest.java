package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.counterpose.document.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs made to do harm. Each fault is named, and nothing of the pack is used. */
class HostileFilesOfAPackTest {

  private static final String PACK = "programme.yaml";

  @TempDir private Path temporary = Path.of("");

  @Test
  void scripts_in_a_text_are_all_told_with_their_lines() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line =
        pack.replace(
            "texts/en/article.md",
            "# article.body\n",
            """
            # article.body
            §Some <img src=x onerror=alert(1)> words.

            <script>alert(1)</script>

            [here](javascript:alert(1)) and [there](data:text/html,hello), ![x](https://x.example/y.png)

            """);

    assertThat(pack.problems())
        .containsExactly(
            told(line, "a text is plain Markdown: markup such as <b> or a script is not read"),
            told(line + 2, "a text is plain Markdown: markup such as <b> or a script is not read"),
            told(line + 4, "a link must begin with https://, got 'javascript:'"),
            told(line + 4, "a link must begin with https://, got 'data:'"),
            told(line + 4, "a text shows no pictures: name a figure in programme.yaml"));
  }

  @Test
  void a_link_to_a_page_to_an_address_and_code_in_a_text_are_fine() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace(
        "texts/en/article.md",
        "# article.body\n",
        "# article.body\n[a](https://clinic.example) [b](/programmes/mid-back/safety) [c](mailto:a@clinic.example)"
            + " <https://clinic.example/x> `<b>` 3 < 4\n\n");

    assertThat(pack.problems()).isEmpty();
  }

  @Test
  void scripts_styles_and_foreign_parts_in_a_picture_are_all_told() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.write(
        "figures/mat.svg",
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" onload="alert(1)">
          <script>alert(1)</script>
          <rect fill="url(https://x.example/y)"/>
          <foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>
          <use href="https://x.example/y.svg#z"/>
        </svg>
        """);

    assertThat(pack.problems())
        .extracting(problem -> problem.replaceAll("figures/mat.svg:(\\d+): (.{20}).*", "$1 $2"))
        .containsExactly(
            "1 must not run anythin",
            "2 must not hold 'scrip",
            "3 must not refer to an",
            "4 must not hold 'forei",
            "4 must not hold 'body'",
            "5 must not refer to an");
  }

  @Test
  void entities_that_grow_or_read_other_files_are_not_followed() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.write(
        "figures/mat.svg",
        """
        <!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><text>&b;&f;</text></svg>
        """);

    assertThat(pack.problems())
        .isNotEmpty()
        .allMatch(problem -> problem.startsWith("figures/mat.svg:"))
        .noneMatch(problem -> problem.contains("root:"));
  }

  @Test
  void yaml_that_doubles_itself_is_refused_before_it_grows() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    pack.write(PACK, bomb.toString());

    assertThat(pack.problems()).anyMatch(problem -> problem.contains("aliases are not read"));
  }

  @Test
  void a_value_within_itself_is_refused() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.write(PACK, "format: 1\nsteps: &steps\n  - *steps\n");

    assertThat(pack.problems())
        .anyMatch(
            problem ->
                problem.equals(PACK + ":3: steps[0]: aliases are not read: write the value out"));
  }

  @Test
  void a_tag_makes_nothing_but_the_text_it_stands_before() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line =
        pack.replace(
            PACK,
            "approval: {status: draft}",
            "approval: {status: !!javax.script.ScriptEngineManager [x]}");

    assertThat(pack.problems())
        .anyMatch(
            problem -> problem.startsWith(PACK + ":" + line + ": approval.status: must be a"));
  }

  @Test
  void poses_that_begin_as_each_other_are_told() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace(PACK, "\nposes:\n", "\nposes:\n  one: {from: other}\n  other: {from: one}\n");

    assertThat(pack.problems())
        .anyMatch(problem -> problem.contains("'one'") || problem.contains("'other'"));
  }

  @Test
  void files_of_a_hundred_megabytes_are_told_and_not_read() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    for (String file : List.of("texts/en/article.md", "figures/mat.svg")) {
      try (var large =
          Files.newByteChannel(pack.folder().resolve(file), StandardOpenOption.WRITE)) {
        large.position(100_000_000);
        large.write(ByteBuffer.wrap(new byte[] {' '}));
      }
    }

    assertThat(pack.problems())
        .contains(
            "texts/en/article.md:0: is larger than 2000000 bytes",
            "figures/mat.svg:0: is larger than 2000000 bytes");
  }

  @Test
  void a_pack_of_a_later_format_is_told_and_read_no_further() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line = pack.replace(PACK, "format: 1\n", "format: 2\n");
    pack.replace(PACK, "outcome: ADAPTED", "outcome: ASK_A_ROBOT");

    assertThat(pack.problems())
        .containsExactly(
            PACK
                + ":"
                + line
                + ": format: the pack was made for a later version; this program reads format 1");
  }

  @Test
  void names_that_lead_out_of_the_pack_lead_nowhere() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace(PACK, "language: en\n", "language: ../../..\n");
    pack.replace(
        PACK, "{id: mat, common: true, figure: mat}", "{id: mat, common: true, figure: ../../mat}");

    assertThat(pack.problems())
        .anyMatch(problem -> problem.contains("language: must be a language"))
        .anyMatch(problem -> problem.contains("there is no picture figures/../../mat.svg"));
  }

  @Test
  void a_file_that_is_a_link_to_elsewhere_is_told_and_not_read() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    Path secret = Files.writeString(temporary.resolve("secret.md"), "# aids.towel\nsecret\n");
    Path aids = pack.folder().resolve("texts/en/aids.md");
    Files.delete(aids);
    Files.createSymbolicLink(aids, secret);

    assertThat(pack.problems())
        .contains("texts/en/aids.md:0: leads out of the pack")
        .noneMatch(problem -> problem.contains("secret"));
  }

  @Test
  void quotes_within_quotes_without_end_are_read_as_words() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace(
        "texts/en/article.md",
        "# article.body\n",
        "# article.body\n" + ">".repeat(100_000) + " deep\n\n" + "[".repeat(100_000) + "\n\n");

    assertThat(pack.problems()).isEmpty();
    assertThat(Library.load(temporary, new Problems()).orElseThrow())
        .satisfies(
            library ->
                assertThat(
                        library.html(library.programme("mid-back").orElseThrow(), "article.body"))
                    .contains("deep"));
  }

  private static String told(int line, String message) {
    return "texts/en/article.md:" + line + ": article.body: " + message;
  }
}

package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.counterpose.document.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that lead elsewhere, or hold more than a pack has; and text that is not as it looks. */
class HostileFoldersOfAPackTest {

  private static final String HIDDEN =
      "holds a character that is not seen and changes what is read: U+";

  @TempDir private Path temporary = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private PackToBreak pack;

  @BeforeEach
  void a_sound_pack() throws IOException {
    pack = PackToBreak.in(temporary);
  }

  @Test
  void a_folder_that_is_a_link_to_elsewhere_is_told_and_not_read() throws IOException {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("a.md"), "# secret\nsecret\n");
    Files.createSymbolicLink(pack.folder().resolve("texts/xx"), elsewhere);

    assertThat(pack.problems())
        .contains("texts/xx/a.md:0: leads out of the pack")
        .noneMatch(problem -> problem.contains("secret"));
  }

  @Test
  void a_structure_that_is_a_link_to_elsewhere_is_told_and_not_read() throws IOException {
    Path secret = Files.writeString(temporary.resolve("secret.yaml"), "secret: [1\n");
    Files.delete(pack.folder().resolve("programme.yaml"));
    Files.createSymbolicLink(pack.folder().resolve("programme.yaml"), secret);

    assertThat(pack.problems())
        .contains("programme.yaml:0: leads out of the pack")
        .noneMatch(problem -> problem.contains("not well formed"));
  }

  @Test
  void a_link_that_leads_to_itself_is_no_file() throws IOException {
    Path loop = pack.folder().resolve("texts/en/loop.md");
    Files.createSymbolicLink(loop, loop);
    Files.createSymbolicLink(pack.folder().resolve("texts/en/up"), pack.folder());

    assertThat(pack.problems()).isEmpty();
  }

  @Test
  void ten_thousand_files_are_told_and_not_read() throws IOException {
    for (int i = 0; i < 10_000; i++) {
      pack.write("texts/en/%05d.md".formatted(i), "<b>\n");
    }

    assertThat(pack.problems())
        .contains("texts/en:0: holds more than 500 files")
        .noneMatch(problem -> problem.contains("markup"));
  }

  @Test
  void files_that_are_too_large_together_are_told() throws IOException {
    String words = "words and more words\n".repeat(90_000);
    for (int i = 0; i < 12; i++) {
      pack.write("texts/en/large-%02d.md".formatted(i), "# large." + i + "\n" + words);
    }

    assertThat(pack.problems())
        .anyMatch(
            problem ->
                problem.startsWith("texts/en/large-")
                    && problem.endsWith("makes the pack larger than 20000000 bytes"));
  }

  @Test
  void a_structure_of_a_hundred_megabytes_is_told_and_not_read() throws IOException {
    try (var large =
        Files.newByteChannel(pack.folder().resolve("programme.yaml"), StandardOpenOption.WRITE)) {
      large.position(100_000_000);
      large.write(ByteBuffer.wrap(new byte[] {' '}));
    }

    assertThat(pack.problems()).contains("programme.yaml:0: is larger than 2000000 bytes");
  }

  @Test
  void folders_without_end_are_not_followed() throws IOException {
    Path deep = pack.folder().resolve("texts/en");
    for (int i = 0; i < 500; i++) {
      deep = Files.createDirectory(deep.resolve("d"));
    }
    Files.writeString(deep.resolve("end.md"), "<b>");
    Problems problems = new Problems();
    Problems doubts = new Problems();

    PackFolder.check(pack.folder(), problems, doubts);

    assertThat(problems.list()).isEmpty();
    assertThat(doubts.list()).anyMatch(doubt -> doubt.message().equals("nothing reads this file"));
  }

  @Test
  void text_that_turns_its_direction_is_told_wherever_it_stands() {
    int text =
        pack.replace("texts/en/article.md", "# article.body\n", "# article.body\n§do \u202enot\n");
    int comment = pack.replace("programme.yaml", "format: 1\n", "format: 1\n§# 5 \u2067mg\n");
    int value = pack.replace("programme.yaml", "version: \"1.0.0\"", "version: \"1.0\\u202a.0\"");
    pack.write(
        "figures/mat.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><title>\u2066</title></svg>");

    assertThat(pack.problems())
        .contains(
            "texts/en/article.md:" + text + ": " + HIDDEN + "202E",
            "programme.yaml:" + comment + ": " + HIDDEN + "2067",
            "programme.yaml:" + value + ": version: " + HIDDEN + "202A",
            "figures/mat.svg:1: " + HIDDEN + "2066");
  }

  @Test
  void nought_bytes_and_bytes_that_are_no_text_are_told_with_their_lines() throws IOException {
    int nought = pack.replace("texts/en/article.md", "# article.body\n", "# article.body\n§a\0b\n");
    Files.write(
        pack.folder().resolve("texts/en/aids.md"), new byte[] {'#', ' ', 'a', '\n', (byte) 0xFF});

    assertThat(pack.problems())
        .contains(
            "texts/en/article.md:" + nought + ": " + HIDDEN + "0000",
            "texts/en/aids.md:2: byte 5 is not UTF-8: save the file as UTF-8");
  }

  @Test
  void a_key_that_is_there_twice_is_told_with_both_lines() {
    int first = pack.lineOf("programme.yaml", "language: en");
    int second = pack.replace("programme.yaml", "language: en\n", "language: en\n§language: es\n");

    assertThat(pack.problems())
        .contains(
            "programme.yaml:" + second + ": language: is there twice, first on line " + first);
  }

  @Test
  void a_later_format_is_the_one_thing_told_of_a_pack() throws IOException {
    int line = pack.replace("programme.yaml", "format: 1\n", "format: 2\nnews: {of: format 2}\n");
    pack.write("texts/en/article.md", "<b>a text as format 2 may have it</b>\n");
    pack.write("figures/mat.svg", "<svg/>");

    assertThat(pack.problems())
        .containsExactly(
            "programme.yaml:"
                + line
                + ": format: the pack was made for a later version; this program reads format 1");
  }

  @Test
  void an_earlier_or_missing_format_is_told_with_everything_else() {
    pack.replace("programme.yaml", "format: 1\n", "format: 0\n");
    pack.replace("programme.yaml", "language: en\n", "language: 5\n");

    assertThat(pack.problems())
        .anyMatch(problem -> problem.contains("format: is 0; this program reads format 1"))
        .anyMatch(problem -> problem.contains("language: must be a text"));
  }

  @Test
  void a_character_in_a_document_type_that_xml_does_not_know_is_told() {
    pack.write(
        "figures/mat.svg",
        "<?xml version=\"1.0\"?><!DOCTYPE svg [<\u0003ITY a \"b\">]>"
            + "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>");

    assertThat(pack.problems())
        .contains(
            "figures/mat.svg:1: " + HIDDEN + "0003", "figures/mat.svg:1: is not well-formed XML");
  }

  @Test
  void styles_and_addresses_within_a_picture_are_all_told() {
    pack.write(
        "figures/mat.svg",
        """
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1">
          <style>rect { fill: url(//x.example) }</style>
          <rect style="fill: red"/>
          <use xlink:href="//x.example/y.svg#z"/>
          <image href="data:image/png;base64,AA"/>
          <rect filter="URL( 'https://x.example' )"/>
          <set attributeName="href" to="javascript:alert(1)"/>
        </svg>
        """);

    assertThat(pack.problems())
        .extracting(problem -> problem.replaceAll("figures/mat.svg:(\\d+): (.{14}).*", "$1 $2"))
        .contains(
            "2 must not hold ",
            "3 must be drawn ",
            "4 must not refer",
            "5 must not hold ",
            "5 must not refer",
            "6 must not refer",
            "7 must not hold ");
  }
}

package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterpose.document.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pack may hold and is still worth a second look. */
class DoubtsAboutAPackTest {

  @TempDir private Path temporary = Path.of("");

  @Test
  void the_shipped_pack_leaves_none() throws IOException {
    assertThat(doubts(PackToBreak.in(temporary))).isEmpty();
  }

  @Test
  void a_text_of_long_words_is_told_with_its_key() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line =
        pack.replace(
            "texts/en/article.md",
            "# article.summary\n",
            "§# article.summary\nProphylactic mobilisation of thoracic musculature demonstrably"
                + " facilitates considerable improvements in functional capacity, notwithstanding"
                + " the heterogeneity of methodological approaches and the inconsistency of outcome"
                + " reporting across comparable investigations.\n\n");

    assertThat(doubts(pack))
        .singleElement()
        .asString()
        .startsWith("texts/en/article.md:" + line + ": article.summary: is hard to read: grade ")
        .contains("shorter words");
  }

  @Test
  void a_source_that_nothing_rests_on_is_told() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line =
        pack.replace(
            "programme.yaml", "sources:\n  avant-", "sources:\n§  old: {title: Old}\n  avant-");

    assertThat(doubts(pack))
        .containsExactly(
            "programme.yaml:" + line + ": sources.old: nothing rests on the source 'old'");
  }

  @Test
  void pictures_that_nothing_shows_and_files_that_nothing_reads_are_told() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.write("figures/left-over.svg", pack.text("figures/mat.svg"));
    pack.write("figures/photo.png", "not read");
    pack.write("texts/en/notes.txt", "not read");

    assertThat(doubts(pack))
        .containsExactly(
            "figures/left-over.svg:0: nothing shows this picture",
            "figures/photo.png:0: nothing reads this file",
            "texts/en/notes.txt:0: nothing reads this file");
  }

  @Test
  void a_pack_with_a_problem_is_mended_before_it_is_doubted() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.write("figures/photo.png", "not read");
    Files.delete(pack.folder().resolve("texts/en/aids.md"));
    Problems doubts = new Problems();

    PackFolder.check(pack.folder(), new Problems(), doubts);

    assertThat(doubts.list()).isEmpty();
  }

  private static List<String> doubts(PackToBreak pack) {
    Problems problems = new Problems();
    Problems doubts = new Problems();
    PackFolder.check(pack.folder(), problems, doubts);
    assertThat(problems.list()).isEmpty();
    String prefix = pack.folder() + "/";
    return doubts.list().stream().map(doubt -> doubt.toString().replace(prefix, "")).toList();
  }
}

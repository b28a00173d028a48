package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.counterpose.library.ShippedPack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {

  private static final String ARTICLE =
      "---\nprogramme: mid-back\nlanguage: en\norder: 5\npublished: 2026-11-02\n---\n";

  @TempDir private Path temporary = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @AfterEach
  void forget_the_house() {
    System.clearProperty("counterpose.home");
  }

  @Test
  void the_shipped_pack_passes_alone_and_with_its_folder() {
    assertThat(check(ShippedPack.folder().toString())).isZero();
    assertThat(check(ShippedPack.programmes().toString())).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("1 pack checked, no problem");
  }

  @Test
  void problems_go_to_standard_output_and_the_words_about_them_do_not() throws IOException {
    Path pack = Files.createDirectory(temporary.resolve("ankles"));
    Files.writeString(pack.resolve("programme.yaml"), "format: 1\nid: [\n");

    assertThat(check(pack.toString())).isEqualTo(1);
    assertThat(out.toString().lines().toList())
        .contains(pack.resolve("texts").resolve("en") + ":0: there is no such folder of texts")
        .anyMatch(line -> line.startsWith(pack.resolve("programme.yaml") + ":"));
    assertThat(err.toString()).isEqualTo("1 pack checked, 2 problems\n");
  }

  @Test
  void an_article_is_checked_alone_and_with_its_folder() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("articles"));
    Path article = Files.writeString(folder.resolve("desk.md"), ARTICLE);
    Files.writeString(folder.resolve("other.md"), ARTICLE.replace("mid-back", "elbows"));

    System.setProperty("counterpose.home", Served.HOME.toString());
    assertThat(check(article.toString())).as(out.toString()).isZero();
    assertThat(err.toString()).contains("1 article checked, no problem");
    assertThat(check(folder.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("other.md:2: programme: there is no programme 'elbows'");
  }

  @Test
  void the_articles_that_ship_pass_beside_the_programmes_that_ship() {
    System.setProperty("counterpose.home", Served.HOME.toString());

    assertThat(check(Served.HOME.resolve("articles").toString())).as(out.toString()).isZero();
    assertThat(err.toString()).contains("4 articles checked, no problem");
  }

  @Test
  void the_articles_of_one_language_are_checked_and_counted() {
    System.setProperty("counterpose.home", Served.HOME.toString());

    assertThat(check(Served.HOME.resolve("articles/en").toString())).as(out.toString()).isZero();
    assertThat(err.toString()).contains("2 articles checked, no problem");
  }

  @Test
  void articles_with_a_fault_among_them_are_counted_all_the_same() throws IOException {
    System.setProperty("counterpose.home", Served.HOME.toString());
    Path folder = Files.createDirectories(temporary.resolve("articles"));
    Files.writeString(folder.resolve("desk.md"), ARTICLE);
    Files.writeString(folder.resolve("other.md"), ARTICLE.replace("order: 5", "order: last"));

    assertThat(check(folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("2 articles checked, 1 problem");
  }

  @Test
  void a_folder_without_an_article_and_one_with_too_many_are_told() throws IOException {
    System.setProperty("counterpose.home", Served.HOME.toString());
    Path folder = Files.createDirectories(temporary.resolve("articles"));
    assertThat(check(folder.toString())).isEqualTo(1);
    assertThat(out.toString()).contains(folder + ":0: there is no article in it");

    for (int i = 0; i <= 500; i++) {
      Files.writeString(folder.resolve("a" + i + ".md"), ARTICLE);
    }
    assertThat(check(folder.toString())).isEqualTo(1);
    assertThat(out.toString()).contains(folder + ":0: there are more than 500 articles in it");
  }

  @Test
  void the_reading_age_of_other_languages_is_said_not_to_be_measured() {
    check(ShippedPack.folder().toString());

    assertThat(err.toString()).contains("is measured in English only, so not in: es.");
  }

  @Test
  void a_path_that_is_no_pack_is_told() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));

    assertThat(
            check(temporary.resolve("nowhere").toString(), file.toString(), temporary.toString()))
        .isEqualTo(1);
    assertThat(out.toString())
        .contains("nowhere:0: there is no such folder")
        .contains("file:0: must be the folder of a pack")
        .contains(temporary + ":0: there is no programme in it");
  }

  @Test
  void a_structure_with_another_ending_is_told_by_its_name() throws IOException {
    Path pack = Files.createDirectory(temporary.resolve("wrists"));
    Files.writeString(pack.resolve("programme.yml"), "format: 1\n");

    assertThat(check(pack.toString())).isEqualTo(1);
    assertThat(check(temporary.toString())).isEqualTo(1);
    assertThat(out.toString().lines())
        .hasSize(2)
        .allMatch(
            line ->
                line.equals(
                    pack.resolve("programme.yml")
                        + ":0: the structure of a programme is called programme.yaml: rename this"
                        + " file"));
  }

  @Test
  void wrong_use_is_one_line_and_exit_2() {
    assertThat(check()).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
  }

  private int check(String... paths) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    String[] arguments = new String[paths.length + 1];
    arguments[0] = "check";
    System.arraycopy(paths, 0, arguments, 1, paths.length);
    return line.execute(arguments);
  }
}

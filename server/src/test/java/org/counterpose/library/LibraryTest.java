package org.counterpose.library;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.counterpose.document.Problems;
import org.counterpose.programme.AlsoAsked;
import org.counterpose.programme.Programme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {

  @TempDir private Path temporary = Path.of("");

  @Test
  void the_shipped_programmes_are_offered() {
    Problems problems = new Problems();
    Library library = Library.load(ShippedPack.programmes(), problems).orElseThrow();

    assertThat(problems.list()).isEmpty();
    assertThat(library.programmes().stream().map(Programme::id))
        .containsExactly("mid-back", "ankles");
    assertThat(library.figure("mid-back", "rolled-towel").orElseThrow()).contains("<svg");
    assertThat(library.figure("mid-back", "../programme")).isEmpty();
    assertThat(library.programme("no-such")).isEmpty();
  }

  @Test
  void the_folder_says_which_programme_comes_first_and_the_others_follow_by_id()
      throws IOException {
    PackToBreak.in(temporary);
    PackToBreak.of("ankles", temporary);
    assertThat(offered()).containsExactly("ankles", "mid-back");

    Files.writeString(temporary.resolve("programmes.yaml"), "order: [mid-back]\n");
    assertThat(offered()).containsExactly("mid-back", "ankles");
  }

  private List<String> offered() {
    return Library.load(temporary, new Problems()).orElseThrow().programmes().stream()
        .map(Programme::id)
        .toList();
  }

  @Test
  void an_order_of_what_is_not_there_or_is_named_twice_is_told() throws IOException {
    PackToBreak.in(temporary);
    Path order = temporary.resolve("programmes.yaml");
    Files.writeString(order, "order: [mid-back, wrists, mid-back]\nfirst: mid-back\n");
    Problems problems = new Problems();

    assertThat(Library.load(temporary, problems)).isEmpty();
    assertThat(problems.list().stream().map(Object::toString))
        .containsExactlyInAnyOrder(
            order + ":1: order[1]: there is no programme 'wrists' here; there are mid-back",
            order + ":1: order[2]: 'mid-back' is named twice",
            order + ":2: first: 'first' is not known here; known are order");
  }

  @Test
  void a_pack_from_before_it_could_be_said_asks_for_stiffness_and_posture_as_it_did()
      throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace("programme.yaml", ", alsoAsks: [stiffness, posture]", "");
    assertThat(asked()).containsExactlyInAnyOrder(AlsoAsked.values());

    pack.replace("programme.yaml", "Course: back-pain", "Course: back-pain, alsoAsks: []");
    assertThat(asked()).isEmpty();
  }

  private Set<AlsoAsked> asked() {
    return Library.load(temporary, new Problems())
        .orElseThrow()
        .programmes()
        .getFirst()
        .trial()
        .alsoAsks();
  }

  @Test
  void a_pack_speaks_every_language_that_it_has_all_texts_in() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.translate("xx", text -> "xx " + text);
    Library library = Library.load(temporary, new Problems()).orElseThrow();
    Programme own = library.programme("mid-back").orElseThrow();

    Programme translated = library.in("xx").programme("mid-back").orElseThrow();

    assertThat(translated.language()).isEqualTo("xx");
    assertThat(translated.text("steps.rolled-towel.title"))
        .isEqualTo("xx " + own.text("steps.rolled-towel.title"));
    assertThat(library.in("xx").html(translated, "steps.rolled-towel.title")).contains("xx ");
    assertThat(library.html(own, "steps.rolled-towel.title")).doesNotContain("xx ");
    assertThat(translated).hasToString(own.toString());
    assertThat(library.in("yy").programme("mid-back")).contains(own);
  }

  @Test
  void a_translation_that_lacks_a_text_or_has_one_too_many_is_told_and_not_served()
      throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.translate("xx", text -> text);
    pack.write(
        "texts/xx/steps.md",
        pack.text("texts/xx/steps.md")
            .replace("# steps.rolled-towel.title", "# steps.rolled-towl.title"));

    assertThat(pack.problems())
        .containsExactlyInAnyOrder(
            "texts/en/steps.md:"
                + pack.lineOf("texts/en/steps.md", "# steps.rolled-towel.title")
                + ": steps.rolled-towel.title: is not there in 'xx'",
            "texts/xx/steps.md:"
                + pack.lineOf("texts/xx/steps.md", "# steps.rolled-towl.title")
                + ": steps.rolled-towl.title: there is no such text in 'en'");
    assertThat(Library.load(temporary, new Problems())).isEmpty();
  }

  @Test
  void a_translation_that_is_begun_is_told_by_file_and_by_thing() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.translate("xx", text -> text);
    Files.delete(pack.folder().resolve("texts/xx/aids.md"));
    String steps = pack.text("texts/xx/steps.md");
    pack.write(
        "texts/xx/steps.md",
        steps.substring(0, steps.indexOf("# steps.rolled-towel.title"))
            + steps.substring(steps.indexOf("# steps.thread-the-needle.title")));

    assertThat(pack.problems())
        .hasSize(2)
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .startsWith("texts/en/aids.md:1: none of its ")
                    .contains("is there in 'xx': put a copy of this file there"))
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .startsWith(
                        "texts/en/steps.md:"
                            + pack.lineOf("texts/en/steps.md", "# steps.rolled-towel.title")
                            + ": steps.rolled-towel.title: is not there in 'xx', nor are ")
                    .endsWith(" more texts of 'steps.rolled-towel'"));
  }

  @Test
  void a_translation_that_cannot_be_read_is_told_and_not_what_follows() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.translate("xx", text -> text);
    Files.write(
        pack.folder().resolve("texts/xx/steps.md"),
        pack.text("texts/xx/steps.md").replace("towel", "to\u00e9l").getBytes(ISO_8859_1));

    assertThat(pack.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem)
                    .startsWith("texts/xx/steps.md:")
                    .endsWith("is not UTF-8: save the file as UTF-8"));
  }

  @Test
  void a_copy_of_a_file_of_texts_is_told_once() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.write("texts/en/steps copy.md", pack.text("texts/en/steps.md"));

    assertThat(pack.problems())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem).contains("texts are there twice").contains("a copy?"));
  }

  @Test
  void a_picture_of_people_is_drawn_once_and_moves_where_they_do() {
    Library library = Library.load(ShippedPack.programmes(), new Problems()).orElseThrow();
    String still = library.figure("mid-back", "change-position").orElseThrow();

    assertThat(still).startsWith("<svg").doesNotContain("<animate");
    assertThat(library.figure("mid-back", "change-position").orElseThrow()).isSameAs(still);
    assertThat(library.movingFigure("mid-back", "change-position").orElseThrow())
        .contains("<animate");
    assertThat(library.movingFigure("mid-back", "rolled-towel")).isEmpty();
    assertThat(library.movingFigure("mid-back", "mat")).isEmpty();
    assertThat(library.movingFigure("no-such", "change-position")).isEmpty();
  }

  @Test
  void a_picture_that_is_drawn_would_pass_for_a_file_of_a_pack() {
    Library library = Library.load(ShippedPack.programmes(), new Problems()).orElseThrow();
    Programme programme = library.programme("mid-back").orElseThrow();
    Problems problems = new Problems();

    programme
        .figures()
        .keySet()
        .forEach(
            name ->
                new Picture(name, problems).check(library.figure("mid-back", name).orElseThrow()));

    assertThat(programme.figures()).isNotEmpty();
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void markup_within_a_text_is_shown_and_never_obeyed() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace(
        "texts/en/article.md",
        "# article.title\n",
        "# article.title\n\n**Bold** `<script>alert(1)</script>`\n");
    Library library = Library.load(temporary, new Problems()).orElseThrow();

    String html = library.html(library.programme("mid-back").orElseThrow(), "article.title");

    assertThat(html)
        .contains("<strong>Bold</strong>")
        .contains("&lt;script&gt;")
        .doesNotContain("<script>");
  }

  @Test
  void a_trial_keeps_its_version_while_newcomers_get_the_newest() throws IOException {
    PackToBreak.in(temporary);
    Files.move(temporary.resolve("mid-back"), temporary.resolve("mid-back@1.0.0"));
    PackToBreak.in(temporary).replace("programme.yaml", "\"1.0.0\"", "\"1.10.0\"");
    Files.move(temporary.resolve("mid-back"), temporary.resolve("mid-back@1.10.0"));
    PackToBreak.in(temporary).replace("programme.yaml", "\"1.0.0\"", "\"1.9.0\"");

    Problems problems = new Problems();
    Library library = Library.load(temporary, problems).orElseThrow();

    assertThat(problems.list()).isEmpty();
    assertThat(library.programmes()).hasSize(1);
    assertThat(library.programme("mid-back").orElseThrow().version()).isEqualTo("1.10.0");
    assertThat(library.programme("mid-back", "1.0.0").orElseThrow().version()).isEqualTo("1.0.0");
    assertThat(library.programme("mid-back", "2.0.0")).isEmpty();
  }

  @Test
  void two_packs_of_one_version_are_one_too_many() throws IOException {
    PackToBreak.in(temporary);
    Files.move(temporary.resolve("mid-back"), temporary.resolve("mid-back@1.0.0"));
    PackToBreak.in(temporary);
    Problems problems = new Problems();

    assertThat(Library.load(temporary, problems)).isEmpty();
    assertThat(problems.list().toString()).contains("there is another pack of mid-back 1.0.0");
  }

  @Test
  void one_bad_pack_keeps_the_library_shut() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace("programme.yaml", "least: 300, most: 600", "least: 600, most: 300");

    assertThat(Library.load(temporary, new Problems())).isEmpty();
  }

  @Test
  void an_empty_or_missing_folder_is_told() {
    Problems problems = new Problems();

    assertThat(Library.load(temporary, problems)).isEmpty();
    assertThat(Library.load(temporary.resolve("nowhere"), problems)).isEmpty();
    assertThat(problems.list().toString()).contains("no programme").contains("cannot be read");
  }
}

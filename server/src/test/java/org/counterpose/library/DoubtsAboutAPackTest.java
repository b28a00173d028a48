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

  private static final String PACK = "programme.yaml";

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
        .startsWith(
            "texts/en/article.md:" + line + ": article.summary: is hard to read: for school grade ")
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
  void a_dose_that_doubles_within_a_week_is_told_at_the_dose() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line =
        pack.replace(
            PACK,
            "weeks: [300, 360, 480, 600], least: 300",
            "weeks: [200, 410, 480, 600], least: 200");

    assertThat(doubts(pack))
        .containsExactly(
            PACK
                + ":"
                + line
                + ": steps[0].dose: week 2 asks for 410 seconds after 200, twice as much or more: a"
                + " smaller step is easier to keep");
  }

  @Test
  void a_time_outside_a_usual_day_is_told() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line = pack.replace(PACK, "anchor: wake, after: 10,", "anchor: wake, after: 1400,");

    assertThat(doubts(pack))
        .containsExactly(
            PACK
                + ":"
                + line
                + ": steps[0].times[0]: lies outside a usual day, 07:00 to 23:00: the plan would"
                + " move it to where it fits");
  }

  @Test
  void a_moment_that_the_player_does_not_know_by_a_slip_is_told() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line =
        pack.replace(
            PACK,
            "{at: left, figure: thread-the-needle-under-left}",
            "{at: lft, figure: thread-the-needle-under-left}");

    assertThat(doubts(pack))
        .containsExactly(
            PACK
                + ":"
                + line
                + ": steps[1].figures.moments[1].at: 'lft' is shown on the page of the step alone;"
                + " did you mean 'left'?",
            PACK
                + ":"
                + (line + 1)
                + ": steps[1].figures.moments[2].at: there is a picture for 'right' and none for"
                + " 'left'");
  }

  @Test
  void a_picture_of_one_side_that_is_shown_for_both_is_told() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line =
        pack.replace(
            PACK,
            "{at: start, figure: thread-the-needle-start}",
            "{at: start, figure: thread-the-needle-under-left}");

    assertThat(doubts(pack))
        .containsExactly(
            PACK
                + ":"
                + line
                + ": steps[1].figures.moments[0].figure: shows one side, and at 'start' it is shown"
                + " for both: name one at 'start-left' and one at 'start-right'");
  }

  @Test
  void a_text_too_long_for_where_it_stands_is_told_in_every_language() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    String title = "# steps.rolled-towel.title\n\n";
    String cue = "# steps.thread-the-needle.cue.return\n\n";
    int english = pack.replace("texts/en/steps.md", title, title + "Roll it up ".repeat(6));
    int spanish = pack.replace("texts/es/steps.md", cue, cue + "Ven ".repeat(20));

    assertThat(doubts(pack))
        .hasSize(2)
        .anySatisfy(
            doubt ->
                assertThat(doubt)
                    .startsWith("texts/en/steps.md:" + english + ": steps.rolled-towel.title: has ")
                    .endsWith("characters, and more than 70 fill a small screen"))
        .anySatisfy(
            doubt ->
                assertThat(doubt)
                    .startsWith("texts/es/steps.md:" + spanish)
                    .endsWith("are more than the 75 that fit into its 5 seconds"));
  }

  @Test
  void a_picture_with_the_name_of_the_other_side_is_told() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line =
        pack.replace(
            PACK,
            "        - {at: left, figure: thread-the-needle-under-left}\n"
                + "        - {at: right, figure: thread-the-needle-under-right}",
            "        - {at: left, figure: thread-the-needle-under-right}\n"
                + "        - {at: right, figure: thread-the-needle-under-left}");

    assertThat(doubts(pack))
        .containsExactly(
            PACK
                + ":"
                + line
                + ": steps[1].figures.moments[1].figure: at 'left' the picture has the name of the"
                + " other side: is it this one?",
            PACK
                + ":"
                + (line + 1)
                + ": steps[1].figures.moments[2].figure: at 'right' the picture has the name of the"
                + " other side: is it this one?");
  }

  @Test
  void beside_problems_only_files_that_nothing_reads_are_told_since_they_may_be_why()
      throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    pack.replace("programme.yaml", "sources:\n  avant-", "sources:\n  old: {title: Old}\n  avant-");
    Path aids = pack.folder().resolve("texts/en/aids.md");
    Files.move(aids, aids.resolveSibling("aids.txt"));
    Problems doubts = new Problems();

    PackFolder.check(pack.folder(), new Problems(), doubts);

    assertThat(doubts.list())
        .singleElement()
        .asString()
        .endsWith("texts/en/aids.txt:0: nothing reads this file");
  }

  @Test
  void a_rule_that_a_graver_one_always_overrules_is_told() throws IOException {
    PackToBreak pack = PackToBreak.in(temporary);
    int line =
        pack.replace(
            "programme.yaml",
            "  - id: under-18\n    row: 7\n    when: {question: age, below: 18}\n"
                + "    outcome: SEE_CLINICIAN_FIRST",
            "  - {id: child, row: 7, when: {question: age, below: 18}, outcome: SAME_DAY,"
                + " sources: [own-judgement]}\n"
                + "  §- id: under-18\n    row: 7\n    when: {question: age, below: 16}\n"
                + "    outcome: SEE_CLINICIAN_FIRST");
    for (String language : List.of("en", "es")) {
      String file = "texts/" + language + "/safety.md";
      pack.write(
          file,
          pack.text(file)
              + "\n# safety.child.advice\nTell a doctor.\n\n# safety.child.why\nAge.\n");
    }

    assertThat(doubts(pack))
        .containsExactly(
            "programme.yaml:"
                + line
                + ": safety[9]: 'under-18' is SEE_CLINICIAN_FIRST, but whoever it holds for is"
                + " SAME_DAY by 'child' already");
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

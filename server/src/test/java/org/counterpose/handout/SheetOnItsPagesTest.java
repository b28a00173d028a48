package org.counterpose.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterpose.app.Served;
import org.counterpose.document.Problems;
import org.counterpose.library.Library;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
import org.counterpose.words.ConditionInWords;
import org.counterpose.words.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SheetOnItsPagesTest {

  private static final Library LIBRARY =
      Library.load(Served.HOME.resolve("programmes"), new Problems()).orElseThrow();

  private static final double SMALLEST_HEADING = 14;

  static Stream<Arguments> sheets() {
    return Stream.of("mid-back", "ankles")
        .flatMap(
            id ->
                Stream.of("en", "es")
                    .flatMap(
                        language ->
                            Stream.of(Paper.values())
                                .map(paper -> Arguments.of(id, language, paper))));
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void no_page_but_the_last_is_left_empty_by_more_than_a_third(
      String id, String language, Paper paper) {
    try (PrintedSheet sheet = printed(id, language, paper)) {
      List<PrintedSheet.Written> pages = sheet.written();
      assertThat(pages.subList(0, pages.size() - 1))
          .extracting(PrintedSheet.Written::leftEmpty)
          .allSatisfy(share -> assertThat(share).isLessThanOrEqualTo(1.0 / 3));
    }
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void a_heading_has_two_lines_under_it_on_its_page(String id, String language, Paper paper) {
    try (PrintedSheet sheet = printed(id, language, paper)) {
      assertThat(sheet.written())
          .allSatisfy(
              page -> {
                List<PrintedSheet.Line> lines = page.lines();
                assertThat(lines.subList(Math.max(0, lines.size() - 2), lines.size()))
                    .allMatch(line -> line.points() < SMALLEST_HEADING);
              });
    }
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void a_step_begins_with_whom_it_is_not_for_on_one_page_and_further_pages_tell_which_it_is(
      String id, String language, Paper paper) {
    Programme programme = LIBRARY.in(language).programme(id).orElseThrow();
    Words words = Words.load(language);
    try (PrintedSheet sheet = printed(id, language, paper)) {
      List<String> pages = sheet.pages();
      for (int at = 0; at < programme.steps().size(); at++) {
        Step step = programme.steps().get(at);
        String text = "steps." + step.id() + ".";
        String heading = words.say("sheet.step", at + 1, programme.text(text + "title").strip());
        String goesOn = words.say("sheet.goes-on", heading);
        int first = firstWith(heading, pages);
        assertThat(pages.get(first))
            .containsSubsequence(
                Stream.concat(
                        Stream.of(heading, words.say("learn.avoid")),
                        step.avoid().stream()
                            .map(who -> programme.text(text + "avoid." + who).strip()))
                    .toList());
        String finish = words.say("learn.finish");
        int last = first;
        while (!pages
            .get(last)
            .substring(Math.max(0, pages.get(last).indexOf(heading)))
            .contains(finish)) {
          last++;
        }
        assertThat(onTop(goesOn, sheet))
            .isEqualTo(IntStream.rangeClosed(first + 1, last).boxed().toList());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void signs_begin_on_the_first_page_and_none_is_torn(String id, String language, Paper paper) {
    Words words = Words.load(language);
    StopSigns signs = StopSigns.of(LIBRARY.in(language).programme(id).orElseThrow(), words);
    try (PrintedSheet sheet = printed(id, language, paper)) {
      List<String> pages = sheet.pages();
      assertThat(pages.getFirst()).contains(signs.now().getFirst().advice().strip());
      stands(words.say("sheet.stop.now"), signs.now().subList(0, 1), pages);
      stands(words.say("sheet.stop.today"), signs.today().subList(0, 1), pages);
      Stream.concat(signs.now().stream(), signs.today().stream())
          .forEach(sign -> stands(sign.when().said(), List.of(sign), pages));
    }
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void a_page_that_begins_amid_signs_tells_which_they_are(String id, String language, Paper paper) {
    Words words = Words.load(language);
    Programme programme = LIBRARY.in(language).programme(id).orElseThrow();
    StopSigns signs = StopSigns.of(programme, words);
    try (PrintedSheet sheet = printed(id, language, paper)) {
      goesOn(words.say("sheet.stop.now"), signs.now(), words, sheet);
      goesOn(words.say("sheet.stop.today"), signs.today(), words, sheet);
      goesOn(words.say("sheet.first"), StopSigns.clinicianFirst(programme, words), words, sheet);
    }
  }

  private static void goesOn(
      String heading, List<StopSigns.Sign> signs, Words words, PrintedSheet sheet) {
    List<String> pages = sheet.pages();
    int first = firstWith(heading, pages);
    int last = lastWith(signs.getLast().advice().strip(), pages);
    assertThat(onTop(words.say("sheet.goes-on", heading), sheet))
        .isEqualTo(IntStream.rangeClosed(first + 1, last).boxed().toList());
  }

  /** The pages at whose top a line stands, from 0. */
  private static List<Integer> onTop(String line, PrintedSheet sheet) {
    List<PrintedSheet.Written> pages = sheet.written();
    return IntStream.range(0, pages.size())
        .filter(page -> pages.get(page).lines().getFirst().text().strip().equals(line))
        .boxed()
        .toList();
  }

  private static int firstWith(String text, List<String> pages) {
    return (int) pages.stream().takeWhile(page -> !page.contains(text)).count();
  }

  private static int lastWith(String text, List<String> pages) {
    return pages.size() - 1 - firstWith(text, pages.reversed());
  }

  private static void stands(String first, List<StopSigns.Sign> signs, List<String> pages) {
    List<String> all =
        Stream.concat(
                Stream.of(first),
                signs.stream()
                    .flatMap(sign -> Stream.concat(lines(sign.when()), Stream.of(sign.advice()))))
            .map(String::strip)
            .distinct()
            .toList();
    assertThat(pages).anySatisfy(page -> assertThat(page).contains(first).containsSubsequence(all));
  }

  private static Stream<String> lines(ConditionInWords.Line line) {
    return Stream.concat(
        Stream.of(line.said()), line.under().stream().flatMap(SheetOnItsPagesTest::lines));
  }

  private static PrintedSheet printed(String id, String language, Paper paper) {
    Library library = LIBRARY.in(language);
    Handouts handouts = new Handouts(library, ProgrammeOnPaperTest.clinic(), Words.load(language));
    return PrintedSheet.of(
        handouts.ofProgramme(
            library.programme(id).orElseThrow(), ProgrammeOnPaperTest.asked(paper, "Ana B.")));
  }
}

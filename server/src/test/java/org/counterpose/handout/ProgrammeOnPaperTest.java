package org.counterpose.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.counterpose.app.Served;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.ClinicReader;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.library.Library;
import org.counterpose.programme.Programme;
import org.counterpose.words.ConditionInWords;
import org.counterpose.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeOnPaperTest {

  private static final String LINK = "https://clinic.example/programmes/mid-back";
  private static final Library LIBRARY =
      Library.load(Served.HOME.resolve("programmes"), new Problems()).orElseThrow();
  private static final Programme PROGRAMME = LIBRARY.programme("mid-back").orElseThrow();
  private static final Handouts HANDOUTS = new Handouts(LIBRARY, clinic(), Words.load("en"));

  @Test
  void it_is_read_in_the_order_in_which_it_is_done() {
    try (PrintedSheet sheet = printed(Paper.A4, "Ana B.")) {
      assertThat(sheet.text())
          .containsSubsequence(
              "A fair trial for a stiff mid-back",
              "For Ana B.",
              "Programme \"A fair trial for a stiff mid-back\", version 1.0.0, printed on 27 November 2026",
              "How to reach us",
              "Phone: +1 555 0100",
              "When to stop",
              "Stop, and get help at once",
              "Call 911",
              "Does any of this come with your back pain, or did it begin this way?",
              "Chest pain",
              "Short of breath",
              "A sudden tearing pain",
              "Fainting or a cold sweat",
              "chest pain, short breath",
              "Stop, and speak to a doctor the same day",
              "Both of these:",
              "I have cancer, or have had it.",
              "This is the first time I have had this kind of back trouble.",
              "1. Rolled towel",
              "Twice a day: after you get up, before you go to bed.",
              "Week 1: 5 minutes.",
              "From week 4 on: 10 minutes.",
              "Roll the towel tight",
              "2. Thread the needle",
              "Week 1: 2 holds of 15 seconds.",
              "On each side.",
              "5. Change position",
              "about every 50 minutes",
              "Your days",
              "Week 4",
              "Day 28",
              "Pain, 0 to 10");
    }
  }

  @Test
  void who_asks_first_and_who_leaves_a_step_out_stands_on_everybodys_sheet() {
    Programme ankles = LIBRARY.programme("ankles").orElseThrow();
    try (PrintedSheet sheet =
        PrintedSheet.of(HANDOUTS.ofProgramme(ankles, asked(Paper.A4, "Ana B.")))) {
      assertThat(sheet.text().replaceAll("\\s+", " "))
          .containsSubsequence(
              "Stop, and speak to a doctor the same day",
              "Ask a clinician first",
              ankles.text("safety.under-18.advice").strip(),
              "1. Calf raises",
              "5. " + ankles.text("steps.hops.title").strip(),
              "Who should leave it out",
              ankles.text("questions.age").strip(),
              ankles.text("safety.from-65.advice").strip(),
              "How much");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mid-back, en, Anyone",
    "mid-back, es, Quien",
    "ankles, en, Anyone",
    "ankles, es, Quien"
  })
  void who_should_leave_a_step_out_is_told_as_somebody(String id, String language, String who) {
    Programme programme = LIBRARY.in(language).programme(id).orElseThrow();
    programme
        .steps()
        .forEach(
            step ->
                assertThat(step.avoid())
                    .allSatisfy(
                        avoid ->
                            assertThat(programme.text("steps." + step.id() + ".avoid." + avoid))
                                .startsWith(who + " ")));
  }

  @Test
  void a_time_far_from_what_it_is_counted_from_is_told_with_how_far() {
    try (PrintedSheet sheet = printed(Paper.A4, "Ana B.")) {
      assertThat(sheet.text().replaceAll("\\s+", " "))
          .contains("Twice a day: after you get up, before you go to bed.")
          .contains("Twice a day: during work, about 5 hours after work begins.");
    }
  }

  @Test
  void a_rule_that_a_step_tells_in_words_of_its_own_is_told_once() {
    try (PrintedSheet sheet = printed(Paper.A4, "Ana B.")) {
      String text = sheet.text().replaceAll("\\s+", " ");

      assertThat(text).contains(PROGRAMME.text("steps.rolled-towel.avoid.first-after-50").strip());
      assertThat(text).doesNotContain(PROGRAMME.text("safety.first-after-50.advice").strip());
    }
  }

  @Test
  void sets_sides_stages_and_days_of_rest_are_told() {
    Programme ankles = LIBRARY.programme("ankles").orElseThrow();
    try (PrintedSheet sheet =
        PrintedSheet.of(HANDOUTS.ofProgramme(ankles, asked(Paper.A4, "Ana B.")))) {
      assertThat(sheet.text())
          .containsSubsequence(
              "1. Calf raises",
              "Only every second day.",
              "Rest for 1 minute between two sets.",
              "One stage after the other",
              "On both legs.",
              "On one leg. This comes from week 2 on, once you reach: Calf raises on both legs, 20",
              "You need",
              "Something to hold. Until you have one: A wall or a door frame",
              "Take two seconds up and two down.",
              "On both legs",
              "Week 1: 2 sets of 10 repetitions.",
              "On one leg",
              "Its weeks count from when it begins.",
              "Week 1: 2 sets of 6 repetitions.",
              "On each side that needs it.",
              "2. Band in four ways",
              "Week 1: 1 set of 10 repetitions, of each movement.",
              "On each side that needs it.",
              "3. ",
              "Only every second day, from day 2 on.",
              "Day 42",
              "Only if your trial goes on",
              "After day 42 you see what changed. If that is not clear yet, the trial goes on to day 56.",
              "Week 7");
    }
  }

  @Test
  void a_screen_reader_finds_headings_lists_tables_and_what_the_pictures_show() {
    try (PrintedSheet sheet = printed(Paper.A4, "Ana B.")) {
      List<PrintedSheet.Tag> tags = sheet.tags();

      assertThat(tags)
          .extracting(PrintedSheet.Tag::type)
          .contains("Document", "H1", "H2", "H3", "L", "LI", "Table", "TH", "Figure");
      assertThat(tags.getFirst().type()).isEqualTo("Document");
      List<String> pictures =
          tags.stream()
              .filter(tag -> tag.type().equals("Figure"))
              .map(PrintedSheet.Tag::alternative)
              .toList();
      assertThat(pictures).hasSize(11).doesNotContain("");
      assertThat(pictures).anyMatch(one -> one.startsWith("This code leads to the programme"));
      assertThat(pictures)
          .contains(
              "Start: " + PROGRAMME.text("figures.thread-the-needle-start"),
              "End: " + PROGRAMME.text("figures.thread-the-needle-under-right"));
      var catalog = sheet.document().getDocumentCatalog();
      assertThat(catalog.getLanguage()).isEqualTo("en");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(sheet.document().getDocumentInformation().getTitle())
          .isEqualTo("A fair trial for a stiff mid-back");
    }
  }

  @Test
  void a_screen_reader_finds_the_answers_to_each_question_as_a_list_within_the_list_of_signs() {
    StopSigns signs = StopSigns.of(PROGRAMME, Words.load("en"));
    List<StopSigns.Sign> all =
        Stream.of(signs.now(), signs.today(), StopSigns.clinicianFirst(PROGRAMME, Words.load("en")))
            .flatMap(List::stream)
            .toList();
    try (PrintedSheet sheet = printed(Paper.A4, "Ana B.")) {
      assertThat(sheet.tags())
          .filteredOn(tag -> tag.type().equals("L") && tag.around().contains("LI"))
          .hasSize(all.stream().mapToInt(sign -> lists(sign.when())).sum());
    }
  }

  private static int lists(ConditionInWords.Line line) {
    return line.under().isEmpty()
        ? 0
        : 1 + line.under().stream().mapToInt(ProgrammeOnPaperTest::lists).sum();
  }

  @ParameterizedTest
  @CsvSource({"A4, 210, 297", "LETTER, 215.9, 279.4"})
  void every_page_has_the_size_that_was_asked_for(Paper paper, double width, double height) {
    try (PrintedSheet sheet = printed(paper, "Ana B.")) {
      assertThat(sheet.document().getPages())
          .hasSizeBetween(7, 9)
          .allSatisfy(
              page -> {
                PDRectangle box = page.getMediaBox();
                assertThat(box.getWidth() / 72 * 25.4).isCloseTo(width, within(0.2));
                assertThat(box.getHeight() / 72 * 25.4).isCloseTo(height, within(0.2));
              });
    }
  }

  @Test
  void what_the_programme_measures_has_a_row_for_every_week() {
    try (PrintedSheet sheet = printed(Paper.A4, "Ana B.")) {
      assertThat(sheet.text().split("Stiffness, 0 to 10", -1)).hasSize(1 + 4);
      assertThat(sheet.text()).contains("how strong your pain and your stiffness were");
    }
  }

  @Test
  void the_typeface_lies_in_the_file_and_there_is_no_other() {
    try (PrintedSheet sheet = printed(Paper.A4, "Ana B.")) {
      assertThat(sheet.fonts())
          .isNotEmpty()
          .allMatch(PDFont::isEmbedded)
          .extracting(PDFont::getName)
          .allMatch(name -> name.matches("[A-Z]{6}\\+Inter-(Regular|SemiBold)"));
    }
  }

  @ParameterizedTest
  @EnumSource(Paper.class)
  void the_code_leads_to_the_link(Paper paper) {
    try (PrintedSheet sheet = printed(paper, "Ana B.")) {
      assertThat(sheet.code()).isEqualTo(LINK);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</p><img src='http://127.0.0.1:1/x.png'/>",
        "<script>alert(1)</script>",
        "&lol; ]]> <!--",
        "url(http://127.0.0.1:1/x)",
        "${7*7}"
      })
  void a_hostile_name_is_printed_as_it_is_written(String name) {
    try (PrintedSheet sheet = printed(Paper.A4, name)) {
      assertThat(sheet.text()).contains("For " + name + " Programme \"A fair trial");
      assertThat(sheet.tags()).filteredOn(tag -> tag.type().equals("Figure")).hasSize(11);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u738b\u5c0f\u660e", "\u0000\u0007", "\ufffe"})
  void a_name_that_cannot_be_printed_is_a_line_to_write_on(String name) {
    try (PrintedSheet sheet = printed(Paper.A4, name)) {
      assertThat(sheet.text())
          .contains("Name Programme \"A fair trial")
          .doesNotContain("#", "For ");
    }
  }

  @Test
  void nothing_on_it_leads_out_or_runs() throws IOException {
    try (PrintedSheet sheet = printed(Paper.A4, "Ana B.")) {
      for (PDPage page : sheet.document().getPages()) {
        assertThat(page.getAnnotations()).isEmpty();
      }
      assertThat(sheet.document().getDocumentCatalog().getOpenAction()).isNull();
    }
  }

  @Test
  void the_spanish_one_is_spanish_throughout() {
    Library library = LIBRARY.in("es");
    Programme programme = library.programme("mid-back").orElseThrow();
    Handouts handouts = new Handouts(library, clinic(), Words.load("es"));
    try (PrintedSheet sheet =
        PrintedSheet.of(handouts.ofProgramme(programme, asked(Paper.LETTER, "Íñigo Núñez")))) {
      assertThat(sheet.text())
          .containsSubsequence(
              "Una prueba justa para la espalda media rígida",
              "Para Íñigo Núñez",
              "Programa \"Una prueba justa para la espalda media rígida\", versión 1.0.0, impreso el 27 de noviembre de 2026",
              "Teléfono: +1 555 0100",
              "Cuándo detenerte",
              "1. Toalla enrollada",
              "Dos veces al día: después de levantarte, antes de acostarte.",
              "Semana 1: 5 minutos.",
              "Desde la semana 4: 10 minutos.",
              "Semana 1: 2 veces 15 segundos.",
              "A cada lado.",
              "más o menos cada 50 minutos",
              "Tus días",
              "Día 28",
              "Dolor, de 0 a 10")
          .doesNotContain("Week", "minutes", "Programme", "Day ", "#");
      assertThat(sheet.document().getDocumentCatalog().getLanguage()).isEqualTo("es");
      assertThat(sheet.code()).isEqualTo(LINK);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en, The Your It They If When You There This That Two",
    "es, El La Los Las Un Una Tu Tus Si Cuando Con Al Debajo Puedes Dos Primero"
  })
  void each_numbered_sentence_tells_what_to_do(String language, String tellNothing) {
    Programme programme = LIBRARY.in(language).programme("mid-back").orElseThrow();
    for (String part : List.of("setup", "finish")) {
      programme.steps().stream()
          .flatMap(step -> items(programme.text("steps." + step.id() + "." + part)).stream())
          .flatMap(item -> Arrays.stream(item.split("(?<=[.!?]) ")))
          .forEach(
              sentence ->
                  assertThat(tellNothing.split(" ")).doesNotContain(sentence.split(" ", 2)[0]));
    }
  }

  private static List<String> items(String markdown) {
    return Pattern.compile("(?m)^\\d+\\. (.*)$")
        .matcher(markdown)
        .results()
        .map((MatchResult item) -> item.group(1))
        .toList();
  }

  private static PrintedSheet printed(Paper paper, String name) {
    return PrintedSheet.of(HANDOUTS.ofProgramme(PROGRAMME, asked(paper, name)));
  }

  static Handouts.For asked(Paper paper, String name) {
    return new Handouts.For(
        Optional.of(name),
        Optional.of(new Code(LINK, Code.Leads.TO_THE_PROGRAMME)),
        paper,
        LocalDate.of(2026, 11, 27));
  }

  static Clinic clinic() {
    return clinic("contact: {phone: \"+1 555 0100\"}");
  }

  /** The clinic of the settings, reached so. */
  static Clinic clinic(String contact) {
    Problems problems = new Problems();
    return Documents.yaml("clinic.yaml", settings().replace("contact: {}", contact), problems)
        .flatMap(
            settings ->
                new ClinicReader(List.of("en", "es"), new Problems()).read(settings, problems))
        .orElseThrow(() -> new AssertionError(problems.list()));
  }

  private static String settings() {
    try {
      return Files.readString(Served.HOME.resolve("settings/clinic.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

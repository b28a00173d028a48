package org.counterpose.handout;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpose.app.Served;
import org.counterpose.booking.Clinic;
import org.counterpose.document.Problems;
import org.counterpose.library.Library;
import org.counterpose.words.Words;
import org.junit.jupiter.api.Test;

class HowToReachUsOnPaperTest {

  private static final Library LIBRARY =
      Library.load(Served.HOME.resolve("programmes"), new Problems()).orElseThrow();

  @Test
  void a_clinic_that_names_no_way_has_no_heading_over_nothing() {
    assertThat(sheetOf(ProgrammeOnPaperTest.clinic("contact: {}")))
        .contains("Ask at the clinic whenever something is not clear. When to stop")
        .doesNotContain("How to reach us");
  }

  @Test
  void a_clinic_that_names_no_way_but_its_places_is_reached_there() {
    Clinic clinic =
        ProgrammeOnPaperTest.clinic(
            "contact: {}\nplaces: {lake: {title: {en: By the lake}, address: 2 Example Road}}");

    assertThat(sheetOf(clinic)).contains("How to reach us By the lake: 2 Example Road Ask at");
  }

  @Test
  void the_address_of_a_clinic_of_one_place_is_told_once() {
    assertThat(
            sheetOf(ProgrammeOnPaperTest.clinic("contact: {address: 1 Example Street}"))
                .split("1 Example Street", -1))
        .hasSize(2);
  }

  private static String sheetOf(Clinic clinic) {
    byte[] pdf =
        new Handouts(LIBRARY, clinic, Words.load("en"))
            .ofProgramme(
                LIBRARY.programme("mid-back").orElseThrow(),
                ProgrammeOnPaperTest.asked(Paper.A4, "Ana B."));
    try (PrintedSheet sheet = PrintedSheet.of(pdf)) {
      return sheet.text();
    }
  }
}

package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The result of a check on a phone, before anybody scrolls. */
class WhatIsGraverComesFirstTest extends InTheBrowser {

  private static final int SCREEN = 844;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"en | Your pain is strong.", "es | Tu dolor es fuerte."})
  void the_strongest_pain_at_the_ankle_is_told_first_with_a_button_to_book(
      String language, String told) {
    try (Visitor visitor = onPhone()) {
      visitor.with("language=" + language).open("/programmes/ankles/check");
      visitor.look("a0-ankle-symptoms-" + language).tap("label:has(input[value=turns])");
      visitor.tap("label:has(input[value=left])").tap("button[value=chosen]");
      visitor.tap("button[value=none]").tap("button[value='10']");
      visitor.tap("button[value=none]").tap("button[value=none]").tap("button[value=none]");
      visitor.type("input[name=age]", "42").look("a0-ankle-about-you-" + language);
      visitor.tap("button[value=none]").tap("button[value=none]");

      assertThat(visitor.page().locator("main section").first().innerText()).contains(told);
      assertThat(bottom(visitor.page().locator("main a[href='/book']"))).isLessThan(SCREEN);
      visitor.look("a1-ankle-strong-pain-" + language).widened();
      visitor.look("a1-ankle-strong-pain-" + language);
    }
  }

  @Test
  void strong_pain_in_the_back_is_told_above_the_plan() {
    try (Visitor visitor = onPhone()) {
      withPain(visitor, "8").tap("button[value=none]");
      visitor.tap("button[value=none]").type("input[name=age]", "42");
      visitor.tap("button[value=none]").tap("button[value=none]");

      Locator book = visitor.page().locator("main a[href='/book']");
      assertThat(bottom(book)).isLessThan(SCREEN);
      assertThat(bottom(book))
          .isLessThan(bottom(visitor.page().locator("main a[href*='/start']").first()));
      visitor.look("a1-back-strong-pain").widened().look("a1-back-strong-pain");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"en | Your pain is strong", "es | Tu dolor es fuerte"})
  void strong_pain_is_told_first_also_where_age_adapts_the_plan(String language, String told) {
    try (Visitor visitor = onPhone()) {
      visitor.with("language=" + language);
      withPain(visitor, "10").tap("button[value=none]").tap("button[value=none]");
      visitor.type("input[name=age]", "66").tap(".ticked:has(input[name=first-episode])");
      visitor.tap("button[value=only]").tap("button[value=none]");

      assertThat(visitor.page().locator("main section").first().innerText()).contains(told);
      assertThat(visitor.page().getByText(told).count()).isEqualTo(1);
      assertThat(bottom(visitor.page().locator("main a[href='/book']"))).isLessThan(SCREEN);
      assertThat(visitor.page().locator(".reasons").count()).isEqualTo(2);
      visitor.look("a1-strong-pain-66-" + language).widened();
      visitor.look("a1-strong-pain-66-" + language);
    }
  }

  @Test
  void who_should_see_a_clinician_first_finds_how_to_book_at_once() {
    try (Visitor visitor = onPhone()) {
      withPain(visitor, "5").tap("button[value=none]").tap("button[value=none]");
      visitor.type("input[name=age]", "71").tap("label:has(input[value=osteoporosis])");
      visitor.tap("button[value=only]").tap("button[value=none]");

      assertThat(visitor.heading()).isEqualTo("See a clinician before you exercise");
      assertThat(bottom(visitor.page().locator("main a[href='/book']"))).isLessThan(SCREEN);
      visitor.look("a1-clinician-first").widened().look("a1-clinician-first");
    }
  }

  @Test
  void who_has_nothing_in_the_ankle_is_not_asked_which_one() {
    try (Visitor visitor = onPhone()) {
      visitor.open("/programmes/ankles/check");
      assertThat(visitor.page().locator("#q-which-ankle").isVisible()).isFalse();
      visitor.tap("button[value=none]");

      assertThat(visitor.path()).isEqualTo("/programmes/ankles/check/tried");
    }
  }

  private static Visitor withPain(Visitor visitor, String pain) {
    visitor.open("/programmes/mid-back/check").tap("label:has(input[value=stiffness])");
    visitor.tap("button[value=chosen]").tap("button[value=none]");
    visitor.tap("label:has(input[name=hours-sitting][value='8'])").tap(".check-buttons button");
    return visitor.tap("button[value='" + pain + "']");
  }

  private static double bottom(Locator what) {
    var box = what.boundingBox();
    return box.y + box.height;
  }
}

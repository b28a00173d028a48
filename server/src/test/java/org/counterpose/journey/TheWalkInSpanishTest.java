package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.counterpose.people.SignedIn;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.junit.jupiter.api.Test;

/** Both programmes from the article to the verdict, and the clinic's side, read in Spanish. */
class TheWalkInSpanishTest extends InTheBrowser {

  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?i)(?<!-)\\b(the|and|your|you|with|this|that|was|from|not|must|nothing|here|is|are|day|today)\\b");

  @Test
  void the_mid_back_from_the_article_to_the_first_movement_and_a_stop() {
    try (Visitor visitor = inSpanish()) {
      look(visitor.open("/"), "s01-article");
      visitor.tap("label:has(input[value=stiffness])").tap(".hero .button");
      visitor.tap("button[value=none]");
      look(visitor, "s02-hours");
      visitor.tap("label:has(input[name=hours-sitting][value='8'])");
      visitor.tap(".check-buttons button").tap("button[value='6']");
      look(visitor, "s03-signs-now");
      visitor.tap("button[value=none]").tap("button[value=none]");
      visitor.tap("input[name=age]").type("input[name=age]", "42").tap("button[value=none]");
      visitor.tap("button[value=none]");
      look(visitor, "s04-result");
      assertThat(visitor.heading()).isEqualTo("Puedes empezar");
      visitor.tap(".button.primary");
      look(visitor, "s05-start");
      visitor.tap("form .button.primary");
      look(visitor, "s06-welcome");
      visitor.tap(".next .button.primary");
      look(visitor, "s06-player");
      visitor.tap("[data-start]").waits(Duration.ofSeconds(30));
      look(visitor, "s07-player-hold");

      visitor.open("/worse").tap("label:has(input[value=chest-pain])");
      DaysOfATrialTest.saysOnlyThese(visitor);
      visitor.tap("form .button.primary");
      look(visitor.open("/today"), "s08-stopped");
      assertThat(visitor.page().locator("main").innerText())
          .contains("Llama ahora mismo al número de emergencias", "Llama al 911");
    }
  }

  @Test
  void the_mid_back_day_by_day_to_the_verdict_and_a_visit() {
    Trial trial = Trial.begunNow(served, clock).ratedUntil(8, day -> 6 - day % 2);
    try (Visitor visitor = inSpanish()) {
      look(visitor.open(trial.link()), "s10-today-day-8");
      each(visitor, "s11", "/weekly", "/progress", "/keep", "/reminders", "/privacy-settings");
      each(visitor, "s12", "/clinic", "/pause", "/routine", "/safety", "/privacy-settings/record");
      each(visitor, "s13", "/learn/mid-back/thread-the-needle", "/aids", "/nowhere");
      trial.goesOn(8, 21, day -> 2 + day % 2, day -> Double.NaN);
      visitor.open("/today").tap(".ask-verdict .button");
      look(visitor, "s14-verdict");
      each(visitor, "s15", "/verdict/summary", "/book", "/book/first-visit");
      visitor.open("/book/first-visit").tap("a.time");
      look(visitor, "s16-details");
      visitor.type("input[name=name]", "Ada Ejemplo").type("input[name=email]", "ada@example.org");
      visitor.tap("form .button.primary").page().waitForURL("**/appointment/*");
      look(visitor, "s17-appointment");
    }
  }

  @Test
  void the_ankles_from_the_article_to_the_first_movement() {
    try (Visitor visitor = inSpanish()) {
      look(visitor.open("/programmes/ankles"), "s20-ankle-article");
      visitor.tap("label:has(input[value=turns])").tap(".hero .button");
      visitor.tap("label:has(input[name=which-ankle][value=left])");
      look(visitor, "s21-symptoms");
      visitor.tap(".check-buttons button").tap("button[value=none]").tap("button[value='5']");
      look(visitor, "s22-signs-now");
      visitor.tap("button[value=none]");
      look(visitor, "s23-signs-injury");
      visitor.tap("button[value=none]").tap("button[value=none]").type("input[name=age]", "34");
      visitor.tap("button[value=none]").tap("button[value=none]");
      look(visitor, "s24-result");
      visitor.tap(".button.primary").tap("form .button.primary");
      look(visitor, "s25-first-step");
    }
  }

  @Test
  void the_ankles_day_by_day_to_the_verdict() {
    Trial trial = Trial.ofAnkles(served, clock, "left");
    try (Visitor visitor = inSpanish()) {
      look(visitor.open(trial.link()), "s30-today");
      look(visitor.open("/measures"), "s31-measures");
      visitor.open("/step/calf-raises/morning").tap("[data-start]").waits(Duration.ofSeconds(25));
      look(visitor, "s32-player-set");
      visitor.tap("[data-set-done]");
      look(visitor, "s33-player-rest");
      trial
          .measures("knee-to-wall", Side.LEFT, 6)
          .ratedUntil(42, day -> day < 15 ? 5 + day % 2 : 1 + day % 2)
          .measures("knee-to-wall", Side.LEFT, 9.5);
      each(visitor, "s34", "/today", "/verdict", "/progress", "/learn/ankles/calf-raises");
    }
  }

  @Test
  void the_clinics_side() {
    Trial trial = Trial.begunNow(served, clock).ratedUntil(8, day -> 6 - day % 2);
    TheClinicsSideTest.share(served.server().practice(), trial, "Ana B.");
    try (Visitor visitor = inSpanish()) {
      visitor.with(SignedIn.administrator(served.server().practice()));
      PagesForEveryHandAndEyeTest.OF_STAFF.forEach(path -> each(visitor, "s40", path));
      look(visitor.open("/staff/people/" + trial.id()), "s41-person");
    }
  }

  private Visitor inSpanish() {
    return onPhone().with("language=es");
  }

  private void each(Visitor visitor, String prefix, String... paths) {
    for (String path : paths) {
      look(visitor.open(path), prefix + path.replace('/', '-'));
    }
  }

  /** Keeps a picture of the page on a phone and at a desk, and reads it. */
  private void look(Visitor visitor, String name) {
    visitor.picture(name).widened().picture(name).narrowed();
    assertThat(visitor.page().locator("html").getAttribute("lang")).as(name).isEqualTo("es");
    assertThat(TextsOfAPage.of(visitor).stream().map(this::withoutSources))
        .as(name)
        .noneMatch(ENGLISH.asPredicate());
  }

  /** A text without titles of studies and guidelines, which are as they were published. */
  private String withoutSources(String text) {
    List<String> sources = new ArrayList<>();
    served.server().practice().library().programmes().stream()
        .map(Programme::sources)
        .flatMap(all -> all.values().stream())
        .forEach(source -> sources.add(source.title()));
    String rest = text;
    for (String source : sources) {
      rest = rest.replace(source, "");
    }
    return rest;
  }
}

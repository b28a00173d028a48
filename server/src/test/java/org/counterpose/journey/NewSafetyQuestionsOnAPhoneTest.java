package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.counterpose.app.SaferMidBack;
import org.counterpose.app.Served;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody on a trial whose clinic made the safety questions ask more, overnight. */
class NewSafetyQuestionsOnAPhoneTest extends InTheBrowser {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Your clinic changed the safety questions | I am dizzy. | this is kept",
        "es | Tu clínica cambió las preguntas de seguridad | Tengo mareos. | está guardado"
      })
  void they_are_asked_for_what_they_are(String language, String why, String sign, String kept)
      throws IOException {
    Path data = folder.resolve("fixed-" + language);
    try (Served fixed = Served.in(data, clock)) {
      Trial trial = Trial.begunNow(fixed, clock);
      clock.goOn(Duration.ofDays(1));
      SaferMidBack fix = SaferMidBack.in(Files.createDirectories(data.resolve("programmes")));
      fix.oneMoreQuestion();
      fix.apply(fixed.server().practice(), clock);
      clock.goOn(Duration.ofMinutes(1));
      try (Visitor visitor = Visitor.onPhone(chromium, fixed, clock)) {
        visitor.with("language=" + language).open(trial.link()).page().waitForURL("**/today");
        assertThat(visitor.page().locator(".ask-safety-check").innerText()).contains(why);
        visitor.look("a5-questions-changed-" + language).widened();
        visitor.look("a5-questions-changed-" + language).narrowed();

        visitor.tap(".ask-safety-check .button").page().waitForURL("**/signs");
        assertThat(visitor.page().locator("main").innerText()).contains(why, sign);
        visitor.look("a5-signs-" + language).widened();
        visitor.look("a5-signs-" + language).narrowed();
        visitor.tap("label:has(input[name=said][value=none])").tap("main form .primary");
        visitor.page().waitForURL("**/today?kept=signs");
        assertThat(visitor.page().locator(".notice.good").innerText()).contains(kept);
        visitor.look("a5-signs-kept-" + language);
      }
    }
  }
}

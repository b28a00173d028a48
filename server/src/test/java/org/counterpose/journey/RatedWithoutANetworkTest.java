package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who rates pain and then stiffness while the network is gone. */
class RatedWithoutANetworkTest extends InTheBrowser {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"en | Pain: 6, | Pain: 6, stiffness: 4,", "es | Dolor: 6, | Dolor: 6, rigidez: 4,"})
  void what_waits_tells_the_stiffness_too(String language, String pain, String both) {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone().whoLosesTheNetwork().withoutAWorker()) {
      visitor.with("language=" + language).open(trial.link()).page().waitForURL("**/today");
      visitor.page().route("**/entries?*", Route::abort);
      visitor.tap("#rating button[name=pain][value='6']");
      visitor.page().locator("[data-waiting] li").first().waitFor();
      visitor.tap("#rating button[name=stiffness][value='4']");
      visitor.page().locator("[data-waiting] li:nth-child(2)").waitFor();

      List<String> waits = visitor.page().locator("[data-waiting] li").allInnerTexts();
      assertThat(waits.get(0)).startsWith(pain).doesNotContain(both);
      assertThat(waits.get(1)).startsWith(both);
      visitor.look("a4-rated-away-" + language);
    }
  }
}

package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody at a desk whose network is gone, and who moves now and then. */
class BreaksWithoutANetworkTest extends InTheBrowser {

  private static final Locator.WaitForOptions GONE =
      new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

  @Test
  void each_of_them_is_counted_on_today() {
    Trial trial = Trial.begunNow(served, clock);
    clock.goOn(Duration.ofHours(3));
    try (Visitor visitor = onPhone().whoLosesTheNetwork().withoutAWorker()) {
      visitor.open(trial.link()).page().waitForURL("**/today");
      visitor.page().route("**/entries?*", Route::abort);
      visitor.tap(".row form[data-row^='change-position'] button");
      told(visitor, "1 of 10 so far");
      visitor.tap(".row form[data-row^='change-position'] button");
      told(visitor, "2 of 10 so far");
      visitor.look("a4-moved-away");

      assertThat(visitor.page().locator("[data-waiting] li").count()).isEqualTo(2);
      assertThat(visitor.page().locator("[data-waiting]").innerText())
          .contains("Change position: done, Mon 10:1")
          .doesNotContain("AM");
    }
  }

  @Test
  void one_that_was_refused_and_thrown_away_is_not_counted_any_more() {
    Trial trial = Trial.begunNow(served, clock);
    clock.goOn(Duration.ofHours(3));
    try (Visitor visitor = onPhone().whoLosesTheNetwork().withoutAWorker()) {
      visitor.open(trial.link()).page().waitForURL("**/today");
      visitor.page().route("**/entries?*", BreaksWithoutANetworkTest::refuse);
      visitor.tap(".row form[data-row^='change-position'] button");
      told(visitor, "1 of 10 so far");
      visitor.tap("[data-waiting] li button:nth-of-type(2)");
      visitor.page().locator(".row .note:text-is('1 of 10 so far')").waitFor(GONE);

      assertThat(visitor.page().locator(".row[data-row-name^='change-position']").innerText())
          .doesNotContain("so far");
    }
  }

  private static void refuse(Route route) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(422)
            .setHeaders(Map.of("Entries-Refused", "yes", "Content-Type", "text/plain"))
            .setBody("No."));
  }

  private static void told(Visitor visitor, String count) {
    visitor.page().locator(".row .what .note:text-is('" + count + "')").waitFor();
  }
}

package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.Map;
import org.counterpose.journal.Entry;
import org.junit.jupiter.api.Test;

/** What becomes of a counted session whose page was left at the question whether it is right. */
class QuestionThatWasLeftTest extends InTheBrowser {

  @Test
  void where_there_is_no_network_it_is_said_to_wait_on_the_device() {
    Trial trial = Trial.ofAnkles(served, clock, "left");
    try (Visitor visitor = onPhone().whoLosesTheNetwork().withoutAWorker()) {
      left(visitor, trial);
      visitor.page().route("**/entries?*", Route::abort);
      visitor.open("/today");

      assertThat(said(visitor)).isEqualTo("Calf raises is kept on this device and will be sent.");
    }
  }

  @Test
  void where_the_device_keeps_nothing_it_stays_where_it_lay() {
    Trial trial = Trial.ofAnkles(served, clock, "left");
    try (Visitor visitor = onPhone().whoLosesTheNetwork()) {
      left(visitor, trial);
      Object before = kept(visitor);
      visitor.page().context().addInitScript("indexedDB.open = () => { throw new Error('full') }");
      visitor.page().route("**/entries?*", Route::abort);
      visitor.open("/today").page().locator("[data-notice=held]").waitFor();

      assertThat(visitor.page().locator("[data-notice=kept-later]").count()).isZero();
      assertThat(kept(visitor)).isEqualTo(before);
      visitor.page().unroute("**/entries?*");
      visitor.open("/today");
      assertThat(said(visitor)).contains("was kept");
    }
    assertThat(trial.journey().journal().of(Entry.SessionDone.class)).hasSize(1);
  }

  @Test
  void what_is_refused_is_not_said_to_be_kept() {
    Trial trial = Trial.ofAnkles(served, clock, "left");
    try (Visitor visitor = onPhone().whoLosesTheNetwork()) {
      left(visitor, trial);
      visitor
          .page()
          .route(
              "**/entries?*",
              route ->
                  route.fulfill(
                      new Route.FulfillOptions()
                          .setStatus(422)
                          .setHeaders(Map.of("Entries-Refused", "yes"))
                          .setBody("This plan is stopped.")));
      visitor.open("/today").page().locator("[data-waiting] li").first().waitFor();

      assertThat(visitor.page().locator("[data-waiting]").innerText())
          .contains("This plan is stopped.");
      assertThat(visitor.page().locator("[data-notice=kept-later]").count()).isZero();
    }
  }

  private static void left(Visitor visitor, Trial trial) {
    visitor.open(trial.link()).open("/step/calf-raises/morning").tap("[data-start]");
    visitor.waits(Duration.ofSeconds(25)).waits(Duration.ofSeconds(140));
    visitor.page().locator("[data-seen-wait]").waitFor();
    visitor.open("/").waits(Duration.ofHours(2));
  }

  private static String said(Visitor visitor) {
    return visitor.page().locator("[data-notice=kept-later]").innerText();
  }

  private static Object kept(Visitor visitor) {
    return visitor
        .page()
        .evaluate("Object.keys(localStorage).filter((key) => key.includes('calf')).join()");
  }
}

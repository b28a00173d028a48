package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A device that holds a plan whose server began anew, and knows nobody any more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class AnUnknownPlanOnADeviceTest {

  @TempDir java.nio.file.Path folder;
  private final SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");

  @Test
  void it_says_so_with_what_waits_and_a_way_to_remove_it() {
    try (Chromium chromium = new Chromium();
        ServerThatStops server = new ServerThatStops(folder.resolve("first"), clock);
        Visitor phone =
            Visitor.onPhoneInRealTime(chromium, server.served(), clock)
                .whoLosesTheNetwork()
                .withoutAWorker()) {
      Trial trial = Trial.begunNow(server.served(), clock);
      phone.open(trial.link()).page().waitForURL("**/today");
      server.stop();
      phone.tap(".scale button[value='4']");
      phone.page().locator("[data-waiting] h2:text-is('Waits to be sent: 1')").waitFor();
      server.startAs(before -> Served.in(folder.resolve("second"), before.time(), before.port()));

      phone.open("/").look("a3-start-unknown");
      assertThat(phone.page().locator("main").innerText())
          .contains("holds a plan that is not known here")
          .doesNotContain("You have a trial running");
      phone.open("/today");
      assertThat(phone.path()).isEqualTo("/leave");
      assertThat(phone.heading()).isEqualTo("This plan is not known here");
      phone.page().locator("[data-waiting] h2:text-is('Waits to be sent: 1')").waitFor();
      assertThat(phone.page().locator("[data-waiting]").innerText()).contains("Pain: 4");
      phone.look("a3-unknown").widened().look("a3-unknown").narrowed();

      phone.tap("button.danger").open("/");
      assertThat(phone.page().locator("main").innerText())
          .doesNotContain("not known here", "You have a trial running");
      phone.open("/today");
      assertThat(phone.path()).isEqualTo("/");
    }
  }
}

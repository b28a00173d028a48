package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.journal.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A device that holds a plan whose server began anew, and knows nobody any more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class AnUnknownPlanOnADeviceTest {

  private static final Locator.WaitForOptions GONE =
      new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

  @TempDir java.nio.file.Path folder;
  private final SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");

  @Test
  void what_waits_is_sent_once_the_private_link_is_opened() {
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
      server.startAgain();
      phone.with("journey=" + trial.id() + "." + "A".repeat(trial.key().length()));
      phone.open("/today");
      assertThat(phone.path()).isEqualTo("/leave");
      phone.page().locator("[data-waiting] li .wrong").waitFor();
      assertThat(phone.page().locator("[data-waiting]").innerText())
          .contains("It goes by itself once you open its private link");
      phone.look("a3-unknown-waits").widened().look("a3-unknown-waits").narrowed();

      phone.open(trial.link()).page().waitForURL("**/today");
      phone.page().locator(".scale button[value='4'][aria-pressed=true]").waitFor();
      phone.page().locator("[data-waiting] li").first().waitFor(GONE);
      assertThat(trial.at(server.served()).journey().journal().of(Entry.Rated.class)).hasSize(1);
    }
  }

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

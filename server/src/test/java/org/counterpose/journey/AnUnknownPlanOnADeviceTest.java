package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.journal.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A device that holds a plan whose server began anew, and knows nobody any more. */
@Timeout(300)
class AnUnknownPlanOnADeviceTest {

  @TempDir java.nio.file.Path folder;
  private final SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");
  private ServerThatStops server;
  private Trial trial;

  @BeforeEach
  void begin() {
    server = new ServerThatStops(folder.resolve("first"), clock);
    trial = Trial.begunNow(server.served(), clock);
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** The server is away, and a rating waits for it. */
  private Visitor phoneOnWhichARatingWaits() {
    Visitor phone =
        Visitor.onPhoneInRealTime(Chromium.ofAllTests(), server.served(), clock)
            .whoLosesTheNetwork()
            .withoutAWorker();
    phone.open(trial.link()).page().waitForURL("**/today");
    server.stop();
    phone.tap(".scale button[value='4']");
    WithoutANetwork.waits(phone, 1);
    return phone;
  }

  @Test
  void what_waits_is_sent_once_the_private_link_is_opened() {
    try (Visitor phone = phoneOnWhichARatingWaits()) {
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
      WithoutANetwork.untilGone(phone.page().locator("[data-waiting] li").first());
      assertThat(trial.at(server.served()).journey().journal().of(Entry.Rated.class)).hasSize(1);
    }
  }

  @Test
  void it_says_so_with_what_waits_and_a_way_to_remove_it() {
    try (Visitor phone = phoneOnWhichARatingWaits()) {
      server.startAs(before -> Served.in(folder.resolve("second"), before.time(), before.port()));

      phone.open("/").look("a3-start-unknown");
      assertThat(phone.page().locator("main").innerText())
          .contains("holds a plan that is not known here")
          .doesNotContain("You have a trial running");
      phone.open("/today");
      assertThat(phone.path()).isEqualTo("/leave");
      assertThat(phone.heading()).isEqualTo("This plan is not known here");
      WithoutANetwork.waits(phone, 1);
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

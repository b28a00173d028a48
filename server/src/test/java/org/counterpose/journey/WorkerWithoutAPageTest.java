package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicReference;
import org.counterpose.journal.Entry;
import org.junit.jupiter.api.Test;

/** What waits goes out also where no page is open: the browser wakes the worker for it. */
class WorkerWithoutAPageTest extends WithoutANetwork {

  @Test
  void what_waits_is_sent_once_the_browser_says_that_there_is_a_network() {
    try (Visitor phone = phoneThatKeepsIt()) {
      server.stop();
      phone.open("/today").tap(".scale button[value='4']");
      waits(phone, 1);
      String address = phone.page().url().replaceAll("/today$", "");
      phone.page().navigate("about:blank");
      isBack();
      assertThat(trial.journey().journal().of(Entry.Rated.class)).isEmpty();

      syncs(phone.page(), address);
      phone
          .page()
          .waitForCondition(() -> trial.journey().journal().of(Entry.Rated.class).count() == 1);
      phone.open("/today");
      assertThat(phone.page().locator("[data-waiting]").isVisible()).isFalse();
    }
  }

  /** As the browser does where it was asked to tell of a network. */
  private static void syncs(Page page, String address) {
    CDPSession session = page.context().newCDPSession(page);
    AtomicReference<String> registration = new AtomicReference<>();
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        told ->
            told.getAsJsonArray("registrations").asList().stream()
                .map(one -> one.getAsJsonObject())
                .filter(one -> one.get("scopeURL").getAsString().startsWith(address))
                .forEach(one -> registration.set(one.get("registrationId").getAsString())));
    session.send("ServiceWorker.enable");
    page.waitForCondition(() -> registration.get() != null);
    JsonObject sync = new JsonObject();
    sync.addProperty("origin", address);
    sync.addProperty("registrationId", registration.get());
    sync.addProperty("tag", "waiting");
    sync.addProperty("lastChance", false);
    session.send("ServiceWorker.dispatchSyncEvent", sync);
  }
}

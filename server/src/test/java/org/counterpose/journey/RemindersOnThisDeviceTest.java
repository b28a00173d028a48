package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.counterpose.app.Served;
import org.counterpose.people.SignedIn;
import org.counterpose.push.PushService;
import org.counterpose.store.KeptSubscription;
import org.junit.jupiter.api.Test;

/**
 * The page of reminders in a browser that allows notifications. A headless browser has no push
 * service of its own: what it would answer comes from the test, and what came to the clinic's push
 * service is handed to the worker by hand. The page, the worker and the notification are real.
 */
class RemindersOnThisDeviceTest extends InTheBrowser {

  /** The notifications that are on the screen. */
  private static final String SHOWN =
      "navigator.serviceWorker.ready.then(worker => worker.getNotifications())";

  @Test
  void a_tap_adds_this_device_and_the_page_says_so() {
    try (PushService service = PushService.start()) {
      servedWith(service);
      Trial trial = Trial.begunNow(served, clock);
      clock.goOn(Duration.ofMinutes(1)); // what was due as it began is not reminded of any more
      KeptSubscription device = service.subscribed(trial.id());
      try (Visitor phone = onPhone();
          Visitor desk = atDesk()) {
        phone.page().context().grantPermissions(List.of("notifications"));
        phone.page().addInitScript(browserThatSubscribesTo(device));
        phone.open(trial.link()).open("/reminders");
        phone.page().locator("[data-push] button").waitFor();
        phone.look("95-reminders");
        phone.tap("[data-push] button");
        phone.page().waitForURL("**/reminders?said=device");
        phone.page().locator("form[action='/reminders/devices/remove'] button").waitFor();
        assertThat(phone.page().locator("[data-push]").isVisible()).isFalse();
        phone.look("95-reminders-on-device");
        assertThat(served.server().practice().reminders().devices(trial.id()))
            .singleElement()
            .satisfies(kept -> assertThat(kept.endpoint()).isEqualTo(device.endpoint()));

        CDPSession worker = phone.page().context().newCDPSession(phone.page());
        CompletableFuture<String> registration = new CompletableFuture<>();
        worker.on(
            "ServiceWorker.workerRegistrationUpdated",
            event ->
                registration.complete(
                    event
                        .getAsJsonArray("registrations")
                        .get(0)
                        .getAsJsonObject()
                        .get("registrationId")
                        .getAsString()));
        worker.send("ServiceWorker.enable");
        phone.tap("form[action='/reminders/test'] button");
        String text = service.await().text();
        phone.page().waitForURL("**/reminders?said=test");
        JsonObject push = new JsonObject();
        push.addProperty("origin", served.address());
        push.addProperty("registrationId", registration.getNow("none was told of"));
        push.addProperty("data", text);
        worker.send("ServiceWorker.deliverPushMessage", push);
        phone.page().waitForFunction(SHOWN + ".then(all => all.length === 1)");
        assertThat(String.valueOf(phone.page().evaluate(SHOWN + ".then(all => all[0].title)")))
            .startsWith("A test from");

        phone.tap("form[action='/reminders/feed'] button");
        phone.page().locator("#feed-link").waitFor();
        phone.look("95-reminders-feed");

        desk.open(trial.link()).open("/reminders").look("95-reminders");
        desk.with(SignedIn.administrator(served.server().practice()))
            .open("/staff/sending")
            .look("95-sending");
      }
    }
  }

  private void servedWith(PushService service) {
    served.close();
    served =
        Served.in(
            folder.resolve(UUID.randomUUID().toString()),
            clock,
            configuration -> configuration.withReach(service.reach()));
  }

  private static String browserThatSubscribesTo(KeptSubscription device) {
    return """
        (() => {
          const raw = (text) => Uint8Array.from(
              atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0)).buffer;
          const one = {
            endpoint: "%s",
            getKey: (name) => raw(name === "auth" ? "%s" : "%s"),
            unsubscribe: async () => { sessionStorage.removeItem("subscribed"); return true; },
          };
          PushManager.prototype.getSubscription =
              async () => sessionStorage.getItem("subscribed") ? one : null;
          PushManager.prototype.subscribe = async (options) => {
            if (!options.userVisibleOnly || options.applicationServerKey.length !== 65) {
              throw new Error("a browser would refuse");
            }
            sessionStorage.setItem("subscribed", "yes");
            return one;
          };
        })();
        """
        .formatted(device.endpoint(), device.auth(), device.p256dh());
  }
}

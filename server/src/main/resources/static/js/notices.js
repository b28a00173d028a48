// Shows a reminder on this device. A tap opens the day; one on its button ends all reminders.
"use strict";

(() => {
  /** The words of the button, as the page of reminders left them on this device. */
  async function words() {
    const kept = await caches.match("/notices/words");
    return kept ? kept.json() : {};
  }

  async function show(said) {
    const { stop } = await words();
    await self.registration.showNotification(said.title || "", {
      body: said.body || "",
      tag: said.id,
      data: { stop: said.stop },
      actions: said.stop && stop ? [{ action: "stop", title: stop }] : [],
    });
  }

  async function stop(path) {
    const reply = await fetch(path, { method: "POST" });
    const { stopped } = await words();
    if (reply.ok) await self.registration.showNotification(stopped || "", { tag: "stopped" });
  }

  self.addEventListener("push", (event) => event.waitUntil(show(event.data ? event.data.json() : {})));

  self.addEventListener("notificationclick", (event) => {
    event.notification.close();
    const path = event.notification.data && event.notification.data.stop;
    event.waitUntil(event.action === "stop" && path ? stop(path) : self.clients.openWindow("/today"));
  });
})();

// Shows a reminder on this device. A tap opens the day; one on its button ends all reminders.
"use strict";

const words = new URL(self.location.href).searchParams;

self.addEventListener("push", (event) => {
  const said = event.data ? event.data.json() : {};
  event.waitUntil(
    self.registration.showNotification(said.title || "", {
      body: said.body || "",
      tag: said.id,
      data: { stop: said.stop },
      actions: said.stop ? [{ action: "stop", title: words.get("stop") || "" }] : [],
    }));
});

async function stop(path) {
  const reply = await fetch(path, { method: "POST" });
  if (reply.ok) await self.registration.showNotification(words.get("stopped") || "", { tag: "stopped" });
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const path = event.notification.data && event.notification.data.stop;
  event.waitUntil(event.action === "stop" && path ? stop(path) : self.clients.openWindow("/today"));
});

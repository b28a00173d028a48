// Offers reminders on this device, where its browser can show them, and asks only on a tap.
(() => {
  "use strict";

  const offer = document.querySelector("[data-push]");
  if (!offer) return;
  if (!("serviceWorker" in navigator) || !window.PushManager || !window.Notification) {
    // iPhones and iPads have all that for pages on the home screen alone. An iPad says that it is a Mac.
    const apple = /iPhone|iPad/.test(navigator.userAgent)
      || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
    document.querySelector("[data-home-screen]").hidden = !apple || navigator.standalone === true;
    return;
  }
  const section = offer.closest("section");
  const form = offer.querySelector("form");
  const fault = offer.querySelector("[data-fault]");

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  async function mark(endpoint) {
    const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(endpoint));
    return Array.from(new Uint8Array(hash), (b) => b.toString(16).padStart(2, "0")).join("");
  }

  /** Whether reminders come to this browser; what the clinic knows nothing of any more is ended. */
  async function isOn() {
    const registration = await navigator.serviceWorker.getRegistration("/reminders");
    const subscription = registration && (await registration.pushManager.getSubscription());
    if (!subscription) return false;
    const key = subscription.options && subscription.options.applicationServerKey;
    const ours = !key || text(key) === offer.dataset.key;
    const known = ours && offer.dataset.marks.split(" ").includes(await mark(subscription.endpoint));
    if (!known) await subscription.unsubscribe();
    return known;
  }

  async function subscribe() {
    if ((await Notification.requestPermission()) !== "granted") throw new Error("not allowed");
    const words = JSON.stringify({ stop: offer.dataset.stop, stopped: offer.dataset.stopped });
    await (await caches.open("notices")).put("/notices/words", new Response(words));
    await navigator.serviceWorker.register("/worker.js");
    const registration = await navigator.serviceWorker.ready;
    const before = await registration.pushManager.getSubscription();
    if (before) await before.unsubscribe();
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: bytes(offer.dataset.key),
    });
    form.elements.endpoint.value = subscription.endpoint;
    form.elements.p256dh.value = text(subscription.getKey("p256dh"));
    form.elements.auth.value = text(subscription.getKey("auth"));
    form.submit();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    fault.hidden = true;
    const button = form.querySelector("button");
    button.disabled = true;
    subscribe()
      .catch(() => { fault.hidden = false; })
      .finally(() => { button.disabled = false; });
  });

  isOn().then((on) => {
    offer.hidden = on;
    section.hidden = false;
  });
})();

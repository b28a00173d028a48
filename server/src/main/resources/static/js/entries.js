// Entries of the trial's journal, as this device makes and sends them.

import "./waiting.js";

export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** An instant with this device's offset from UTC at that moment. */
export function withOffset(date) {
  const minutes = -date.getTimezoneOffset();
  const two = (n) => String(Math.floor(Math.abs(n))).padStart(2, "0");
  const local = new Date(date.getTime() + minutes * 60000).toISOString().slice(0, 23);
  return local + (minutes < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60);
}

/** Whether the day can be shown from this device, so that a page may be left without a network. */
export async function dayIsKept() {
  try {
    if (!navigator.serviceWorker.controller) return false;
    return Boolean(await caches.match("/kept/about")); // current or not, it tells whom to call
  } catch (refused) {
    return false;
  }
}

/**
 * Puts entries with what waits, and sends it: "sent" once the clinic's computer has them, "waits" where they wait on this device,
 * "refused" where it does not take one, "held" where only this page has them. about: {trial, title, row?, date?}.
 */
export async function put(entries, about) {
  const ids = new Set(entries.map((entry) => entry.id));
  await self.waiting.add(entries.map((entry) => ({ id: entry.id, entry, ...about })));
  await self.waiting.send();
  const left = (await self.waiting.all()).filter((record) => ids.has(record.id));
  if (left.some((record) => record.refused)) return "refused";
  if (left.some((record) => self.waiting.isHeld(record.id))) return "held";
  if (left.length > 0) {
    askToSendLater();
    stayHere();
  }
  return left.length > 0 ? "waits" : "sent";
}

/** Asks the browser not to make room by throwing away what waits. */
async function stayHere() {
  try {
    await navigator.storage.persist();
  } catch (unknown) {
    // It keeps it as long as it keeps anything.
  }
}

/** Asks the browser to send what waits once it can, where it does such things. */
async function askToSendLater() {
  try {
    const worker = await navigator.serviceWorker.ready;
    await worker.sync.register("waiting");
  } catch (unknown) {
    // The next page that is opened sends it.
  }
}

/**
 * Sends entries; true once they are safe: with the clinic's computer, or on this device with a day to go on to. False where they are
 * refused. Until then it goes on trying. tell: told with a key of words, "notSavedYet" or "notSaved", where it does not go at once.
 */
export async function send(entries, about, tell) {
  for (let attempt = 0; ; attempt++) {
    const became = await put(entries, about);
    if (became === "sent" || (became === "waits" && (await dayIsKept()))) return true;
    tell(became === "refused" ? "notSaved" : "notSavedYet");
    if (became === "refused") return false;
    await new Promise((resolve) => setTimeout(resolve, Math.min(30000, 2000 * 2 ** attempt)));
  }
}

/** How far this device's clock is before the server's, in ms: told by a page that just came from there, and kept for later ones. */
export function clockAhead(now) {
  const fromDevice = document.documentElement.dataset.kept !== undefined;
  const [arrived] = performance.getEntriesByType("navigation");
  const since = arrived?.responseStart ? Math.max(0, performance.now() - arrived.responseStart) : 0; // a page may be long on its way
  const then = Date.now() - since;
  try {
    if (!fromDevice && now) localStorage.setItem("ahead", then - now);
    else return Number(localStorage.getItem("ahead"));
  } catch (unavailable) {
    if (fromDevice) return 0;
  }
  return then - now;
}

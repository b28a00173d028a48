// What was done on this device and waits until the clinic's computer has it: kept in the browser's own store, sent in any order,
// taken away only once the server has said that it knows it. Pages import this, and the worker takes it in as a script.
"use strict";

self.waiting = (() => {
  /** The shape of what is kept: {shape, id, trial, entry, title, row, date, asks?, refused?}. What an older page kept is read for ever. */
  const SHAPE = 1;
  const AT_ONCE = 100;
  const LONGEST = 15000;
  /** The trial does not open on this device: it may again, with a link or after signing in. */
  const NOT_OPEN = 404;
  const news = new BroadcastChannel("waiting");
  /** What waits where nothing may be kept: it is there for as long as the page is. */
  const held = new Map();
  let over = false; // everything was removed from this device, perhaps on another of its pages
  news.addEventListener("message", ({ data }) => (over ||= data === "gone"));

  const asked = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  async function open() {
    if (over) throw new Error("removed");
    const request = indexedDB.open("waiting", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("entries", { keyPath: "id" });
    request.onblocked = () => {};
    return asked(request);
  }

  /** Does something in the store, and is done only once that is safe. */
  async function inStore(mode, work) {
    const database = await open();
    try {
      const transaction = database.transaction("entries", mode, { durability: "strict" });
      const done = new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = transaction.onerror = () => reject(transaction.error);
      });
      const result = work(transaction.objectStore("entries"));
      await done;
      return result && result.result;
    } finally {
      database.close();
    }
  }

  /** Keeps records; false where this device keeps nothing, and they are held by the page alone. */
  async function add(records) {
    if (over) return false;
    const shaped = records.map((record) => ({ shape: SHAPE, ...record }));
    try {
      await inStore("readwrite", (store) => shaped.forEach((record) => store.put(record)));
      news.postMessage("changed");
      return true;
    } catch (refused) {
      shaped.forEach((record) => held.set(record.id, record));
      return false;
    }
  }

  /** Everything that waits, in the order in which it happened. */
  async function all() {
    let kept = [];
    try {
      kept = await inStore("readonly", (store) => store.getAll());
    } catch (refused) {
      // Nothing is kept then.
    }
    const known = new Set(kept.map((record) => record.id));
    return [...kept, ...[...held.values()].filter((record) => !known.has(record.id))].sort((one, other) =>
      Date.parse(one.entry?.at) - Date.parse(other.entry?.at));
  }

  async function drop(ids) {
    ids.forEach((id) => held.delete(id));
    try {
      await inStore("readwrite", (store) => ids.forEach((id) => store.delete(id)));
    } catch (refused) {
      // Nothing was kept then.
    }
    news.postMessage("changed");
  }

  /** Notes why the server does not take one; it stays until the person decides. An empty reason has it tried again. */
  async function refuse(record, reason) {
    const noted = { ...record };
    delete noted.refused;
    if (reason) noted.refused = reason;
    if (held.has(record.id)) held.set(record.id, noted);
    else await add([noted]);
  }

  const isNewer = (record) => !(record.shape <= SHAPE);

  /** How the trials stand, of a tag that also names what the pages are made of; nothing of no tag. */
  const standing = (tag) => tag && tag.split(".")[0];

  /** Has what is kept of the trial offer nothing until it is kept anew, unless it is as tag tells. */
  async function sent(tag) {
    try {
      if (self.waiting.whenSent) return await self.waiting.whenSent(tag); // in the worker
      for (const name of await caches.keys()) {
        if (!name.startsWith("kept ")) continue;
        const cache = await caches.open(name);
        const about = await cache.match("/kept/about");
        if (about && standing((await about.json()).tag) !== standing(tag)) await cache.delete("/kept/current");
      }
      const worker = await navigator.serviceWorker.getRegistration();
      worker?.active?.postMessage({ changed: tag });
    } catch (refused) {
      // Nothing is kept then.
    }
  }

  /** Sends some of one trial; what became of them is noted. False where nothing can be sent now. */
  async function post(trial, records) {
    let answer;
    let text;
    try {
      answer = await fetch("/entries?trial=" + encodeURIComponent(trial), {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(records.map((record) => record.entry)),
        redirect: "manual",
        signal: AbortSignal.timeout(LONGEST),
      });
      text = answer.status === 204 ? "" : await answer.text();
    } catch (offline) {
      return false;
    }
    if (answer.status === 204) {
      await sent(answer.headers.get("Kept-As")); // before it is dropped: one of the two holds back what is kept
      await drop(records.map((record) => record.id));
      return true;
    }
    if (!answer.headers.has("Entries-Refused")) return false; // by a door on the way, or for a while
    if (records.length === 1 || answer.status === NOT_OPEN) {
      for (const record of records) await refuse(record, { status: answer.status, reason: text.slice(0, 500) });
      return true;
    }
    for (const record of records) if (!(await post(trial, [record]))) return false;
    return true;
  }

  /** Whether it goes out by itself: also once the trial that it is of opens on this device again. */
  const goes = (record) => (!record.refused || record.refused.status === NOT_OPEN) && !isNewer(record);

  /** Sends whatever goes out by itself. */
  async function send() {
    const open = (await all()).filter(goes);
    const trials = new Set(open.map((record) => record.trial));
    for (const trial of trials) {
      const records = open.filter((record) => record.trial === trial);
      for (let at = 0; at < records.length; at += AT_ONCE) {
        if (!(await post(trial, records.slice(at, at + AT_ONCE)))) return;
      }
    }
  }

  /** Everything gone, sent or not. */
  async function forget() {
    over = true;
    news.postMessage("gone"); // other pages of it keep nothing any more either
    held.clear();
    await new Promise((resolve) => {
      try {
        const request = indexedDB.deleteDatabase("waiting");
        request.onsuccess = request.onerror = request.onblocked = resolve;
      } catch (refused) {
        resolve();
      }
    });
  }

  /** A trial is open on this device again. */
  const begin = () => (over = false);

  return { begin, add, all, drop, refuse, send, forget, goes, isNewer, standing, isHeld: (id) => held.has(id), holds: () => held.size > 0, news };
})();

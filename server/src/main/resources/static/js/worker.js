// The one service worker: keeps a trial's pages for times without a network, and sends what waits. The server comes first always;
// what is kept is shown only where it does not answer, and says so. Staff's pages, doors and the API are never touched.
"use strict";

const FILES = "files ";
const COACH = "coach";
/** A server that has not answered by then is taken for one that is not there, where there is a page to show instead. */
const PATIENCE = 4000;
const AWAY = 10000;
const UNTOUCHED = /^\/(staff|api|sign-in|letter|invited|j|stop|feed|embed|entries|kept|export|handout)(\/|$)/;
/** Pages that offer something: not from what is kept of another moment than the trial's last that this device knows of. */
const OFFERS = /^\/(today|step\/[^/]+\/[^/]+)$/;

let awayUntil = 0; // for a while after the server did not answer, what is kept of pictures comes first

const filesOf = (version) => FILES + version;

// ---- installing: the files of this build; those of others go once this worker is in charge, and no kept page needs them ----

self.addEventListener("install", (event) => {
  event.waitUntil(
    bringCoach()
      .then(() => caches.open(filesOf(self.build.version)))
      .then((cache) => cache.addAll(self.build.files))
      .catch((full) => told({ keeps: false })) // it still sends what waits and shows notices
      .then(() => self.skipWaiting()),
  );
});

/** Where the coach of an older build lies here, somebody turned it on: this build's comes too. */
async function bringCoach() {
  const had = await Promise.all(
    (await caches.keys())
      .filter((name) => name.startsWith(FILES))
      .map(async (name) => (await (await caches.open(name)).keys()).some(({ url }) => url.endsWith("/js/coach.js"))),
  );
  if (had.includes(true)) self.build.files.push(...self.build.coach);
}

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
  alone(tidy).then(keepIfOutdated); // no page waits for it
});

async function tidy() {
  const kept = await pages();
  const needed = new Set([filesOf(self.build.version), filesOf(kept ? kept.about.version : self.build.version)]);
  for (const name of await caches.keys()) {
    if (name.startsWith(FILES) && !needed.has(name)) await caches.delete(name);
    if (name.startsWith(KEPT) && name !== filling && !(await isWhole(name))) await caches.delete(name);
  }
}

async function isWhole(name) {
  return Boolean(await (await caches.open(name)).match("/kept/about"));
}

async function told(message) {
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) client.postMessage(message);
}

// ---- answering ----

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || UNTOUCHED.test(pathname)) return;
  if (request.method === "POST" && request.mode === "navigate") event.respondWith(posted(event));
  if (request.method !== "GET") return;
  if (pathname.startsWith("/static/")) event.respondWith(file(request));
  else if (pathname.startsWith("/camera/")) event.respondWith(coach(request, pathname));
  else if (/^\/(figures|look)\/|^\/manifest/.test(pathname)) event.respondWith(picture(request));
  else if (request.mode === "navigate") event.respondWith(page(event, pathname));
});

/** Its address names its content. */
async function file(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  const version = new URL(request.url).pathname.split("/")[2];
  if (answer.ok && (await caches.has(filesOf(version)))) {
    const copy = answer.clone();
    caches.open(filesOf(version)).then((cache) => cache.put(request, copy)).catch(() => {});
  }
  return answer;
}

async function picture(request) {
  const kept = await pages();
  const copy = kept && (await kept.cache.match(request, { ignoreVary: true }));
  if (copy && Date.now() < awayUntil) return copy;
  const answer = await inTime(fetch(request).catch(() => null), copy);
  return answer || copy || Response.error();
}

/** What is answered; null where there is something instead and it is not answered in time. */
async function inTime(asked, instead) {
  if (!instead) return asked;
  return Promise.race([asked, new Promise((resolve) => setTimeout(resolve, PATIENCE, null))]);
}

/** The pose model, from when the person first turned it on. Which version there is, is asked each time. */
async function coach(request, path) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept && path !== "/camera/parts") return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      const copy = answer.clone();
      caches
        .open(COACH)
        .then((cache) => cache.put(request, copy))
        .then(() => path === "/camera/parts" && dropOldParts())
        .catch(() => {});
    }
    return answer;
  } catch (offline) {
    return kept || Response.error();
  }
}

async function page(event, path) {
  const asked = fetch(event.request).catch(() => null);
  const copy = await fromDevice(path);
  const answer = await inTime(asked, copy);
  if (answer && ![502, 503, 504].includes(answer.status)) {
    if (path === "/today" && (answer.ok || answer.type === "opaqueredirect")) {
      if (await changed(answer.headers.get("Kept-As"))) event.waitUntil(keep());
    }
    return answer;
  }
  awayUntil = Date.now() + AWAY;
  return copy || answer || (await fromDevice("/away")) || Response.error();
}

/** A form that goes to the server as it stands: what it changes there is not in what is kept. */
async function posted(event) {
  try {
    const answer = await fetch(event.request);
    if (await pages()) {
      await changed(null);
      event.waitUntil(keep());
    }
    return answer;
  } catch (offline) {
    return (await fromDevice("/unsent")) || Response.error();
  }
}

async function keepIfOutdated() {
  const kept = await pages();
  if (kept && (kept.about.build !== self.build.version || !(await isCurrent(kept.cache)))) await keep();
}

/** The parts of the camera of other versions than there is now. */
async function dropOldParts() {
  const cache = await caches.open(COACH);
  const { version } = await (await cache.match("/camera/parts")).json();
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== "/camera/parts" && !pathname.startsWith("/camera/" + version + "/")) await cache.delete(request);
  }
}

// ---- told by pages, and by the browser once there is a network ----

self.addEventListener("message", (event) => {
  const { data, ports } = event;
  const done = (work) => event.waitUntil(work.then(() => ports[0] && ports[0].postMessage("done")));
  if (data === "keep") {
    self.waiting.begin();
    done(keep());
  }
  if (data.changed !== undefined) done(changed(data.changed).then((another) => another && keep()));
  if (data === "forget") done(forgetAll());
});

/** Also told so: a worker whose registration the answer of the server ended is named to no page. */
self.waiting.news.addEventListener("message", ({ data }) => {
  if (data === "gone") forgetAll();
});

function forgetAll() {
  era++;
  again = false;
  fetching.abort();
  fetching = new AbortController();
  return forgetPages();
}

self.waiting.whenSent = changed;

self.addEventListener("sync", (event) => {
  if (event.tag === "waiting") event.waitUntil(self.waiting.send().then(keepIfOutdated));
});

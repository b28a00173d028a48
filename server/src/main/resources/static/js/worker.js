// The one service worker: keeps a trial's pages for times without a network, and sends what waits. The server comes first always;
// what is kept is shown only where it does not answer, and says so. Staff's pages, doors and the API are never touched.
"use strict";

const FILES = "files ";
const COACH = "coach";
/** A server that has not answered by then is taken for one that is not there, where there is a page to show instead. */
const PATIENCE = 4000;
const AWAY = 10000;
const UNTOUCHED = /^\/(staff|api|sign-in|letter|invited|j|stop|feed|embed|entries|kept|export|handout|gone)(\/|$)/;
/** What opens a trial on this device: what was left here goes before it, not with it. */
const OPENS = /^\/(j|letter|sign-in)(\/|$)/;
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
  if (origin !== self.location.origin) return;
  if (OPENS.test(pathname) && request.method === "GET" && request.mode === "navigate") event.respondWith(opening(request));
  if (UNTOUCHED.test(pathname)) return;
  if (request.method === "POST" && request.mode === "navigate") event.respondWith(posted(event, pathname));
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

/** Whether a door on the way says that the server is not there, as while it starts again. */
const isAway = (answer) => [502, 503, 504].includes(answer.status);

/** Whether it is the clinic that says so: then nothing changed, and its own page tells why. */
const isRefusal = (answer) => answer.headers.has("Clinic-Refused");

async function page(event, path) {
  const asked = tellFirst().then(() => fetch(event.request)).catch(() => null);
  const copy = (await leftPage()) || (await fromDevice(path));
  const answer = await inTime(asked, copy);
  if (answer && !isAway(answer)) {
    if (path === "/today" && (answer.ok || answer.type === "opaqueredirect")) {
      if (await changed(answer.headers.get("Kept-As"))) event.waitUntil(keep());
    }
    return answer;
  }
  awayUntil = Date.now() + AWAY;
  return copy || answer || (await fromDevice("/away")) || Response.error();
}

/** Never from what is kept; where the server cannot be told what was left here, nothing is opened either. */
async function opening(request) {
  try {
    await tellFirst();
  } catch (offline) {
    const left = await leftPage();
    if (left) return left;
  }
  return fetch(request);
}

/** A form that goes to the server as it stands: what it changes there is not in what is kept. */
async function posted(event, path) {
  const form = event.request.clone();
  let answer;
  try {
    await tellFirst();
    answer = await fetch(event.request);
  } catch (offline) {
    return (await unsent(form, path, "/unsent")) || Response.error();
  }
  if (isAway(answer)) return isRefusal(answer) ? answer : (await unsent(form, path, "/unsure")) || answer;
  const kept = await pages();
  if (kept && path === "/trials") await opens(kept, (await form.formData()).get("trial")); // another is shown, and none is another
  else if (kept) {
    await changed(null);
    event.waitUntil(keep());
  }
  return answer;
}

/** What a form leads to that was not answered: what was filled in stays on the page that says so; null where none is kept. */
async function unsent(form, path, page) {
  const fields = [...(await form.formData())];
  const { trial, step, slot } = Object.fromEntries(fields);
  const kept = await pages();
  if (kept && path === "/leave") return leaveForNow();
  if (kept && path === "/trials" && kept.about.trials[trial]) {
    await (trial === kept.about.trial ? caches.delete(TO_TELL) : toTell({ path, body: "trial=" + trial, trial }));
    return Response.redirect(step ? "/step/" + step + "/" + slot : "/today", 303);
  }
  const typed = JSON.stringify({ path: path + new URL(form.url).search, fields });
  return (await leftPage()) || fromDevice(page, { unsent: typed });
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

// ---- what was chosen here without a network, and the server is told before anything else is asked of it ----

const TO_TELL = "to tell";

async function toTell(told) {
  await (await caches.open(TO_TELL)).put("/to-tell", new Response(JSON.stringify(told)));
}

/** What there is to tell: {path, body, trial}; null where there is nothing. */
async function leftToTell() {
  if (!(await caches.has(TO_TELL))) return null;
  const told = await (await caches.open(TO_TELL)).match("/to-tell");
  return told ? told.json() : null;
}

/** The trial that was chosen here, where the server does not know of it yet. */
const chosenHere = async () => (await leftToTell())?.trial;

/** Fails where the server does not answer. */
async function tellFirst() {
  const told = await leftToTell();
  if (!told) return;
  const leaves = told.path === "/leave";
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const answer = await fetch(told.path, { method: "POST", headers, body: told.body, redirect: "manual" });
  if (answer.status >= 500 || answer.status === 429) throw new Error("answered " + answer.status);
  if (leaves && !answer.headers.has("Trial-Left")) throw new Error("not by the clinic"); // by a door on the way
  const kept = await pages();
  if (kept && told.trial) await opens(kept, told.trial);
  await caches.delete(TO_TELL);
  if (leaves) await forgetFiles().then(() => self.registration.unregister());
}

/** Everything of the trials goes; the key, which no script can take away, goes once there is a network, and the page says so. */
async function leaveForNow() {
  const left = await fromDevice("/left");
  await forgetAll();
  await self.waiting.forget();
  await caches.delete(COACH);
  await toTell({ path: "/leave", body: "by=worker" });
  await (await caches.open(TO_TELL)).put("/left", left.clone());
  return left;
}

/** The one page there is between that and the next network. */
async function leftPage() {
  return (await caches.has(TO_TELL)) ? (await caches.open(TO_TELL)).match("/left") : null;
}

async function forgetFiles() {
  for (const name of await caches.keys()) await caches.delete(name);
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
  if (event.tag === "waiting") event.waitUntil(sendAll());
});

/** Fails where something still waits, so that the browser tries it again. */
async function sendAll() {
  await tellFirst();
  await self.waiting.send();
  await keepIfOutdated();
  const left = await self.waiting.all();
  if (left.some((record) => !record.refused && !self.waiting.isNewer(record))) throw new Error("not all is sent");
}

// The one service worker: keeps a trial's pages for times without a network, and sends what waits. The server comes first always;
// what is kept is shown only where it does not answer, and says so. Staff's pages, doors and the API are never touched.
"use strict";

const FILES = "files ";
const KEPT = "kept ";
const COACH = "coach";
/** A server that has not answered by then is taken for one that is not there, where there is a page to show instead. */
const PATIENCE = 4000;
const AWAY = 10000;
const UNTOUCHED = /^\/(staff|api|sign-in|letter|invited|j|stop|feed|embed|entries|kept|export|handout)(\/|$)/;
/** What stands in kept pages beside the files of the build. */
const PICTURES = /\/(?:figures|look)\/[\w/.-]+/g;

let keeping = null;
let filling = ""; // the cache that is being filled, and is not whole yet
let awayUntil = 0; // for a while after the server did not answer, what is kept of pictures comes first
let era = 0; // another one once everything was to be forgotten

const filesOf = (version) => FILES + version;

// ---- installing: the files of this build; those of others go once this worker is in charge, and no kept page needs them ----

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(filesOf(self.build.version))
      .then((cache) => cache.addAll(self.build.files))
      .catch((full) => told({ keeps: false })) // it still sends what waits and shows notices
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim().then(tidy));
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

// ---- what is kept of a trial ----

/** The cache of the trial, and about it: {trial, tag, now, ahead, version, days}; null where nothing whole is kept. */
async function pages() {
  for (const name of await caches.keys()) {
    if (!name.startsWith(KEPT)) continue;
    const cache = await caches.open(name);
    const about = await cache.match("/kept/about");
    if (about) return { name, cache, about: await about.json() };
  }
  return null;
}

/** Keeps the trial's pages as they are now. Several at once are one. */
function keep() {
  keeping ||= keepNow()
    .catch((full) => told({ keeps: false }))
    .finally(() => {
      keeping = null;
      filling = "";
      return tidy();
    });
  return keeping;
}

async function keepNow() {
  const begun = era;
  let answer;
  let kept;
  try {
    answer = await fetch("/kept", { redirect: "manual" });
    if (answer.status === 404) return await forgetPages(); // this device opens no trial any more
    if (!answer.ok) return;
    kept = await answer.json();
  } catch (offline) {
    return;
  }
  const name = KEPT + kept.trial + " " + kept.tag + " " + self.build.version;
  filling = name;
  const cache = await caches.open(name);
  let text = "";
  const put = async (path, html) => {
    text += html;
    const camera = /^\/(kept\/\d+\/)?step\/[^/]+\/[^/]+$/.test(path);
    const headers = { ...kept.headers[camera ? "camera" : "plain"], "Content-Type": "text/html;charset=utf-8" };
    await cache.put(path, new Response(html, { headers }));
  };
  for (const [index, day] of kept.days.entries()) {
    for (const [path, html] of Object.entries(day.pages)) await put("/kept/" + index + path, html);
  }
  for (const [path, html] of Object.entries(kept.pages)) await put("/kept/any" + path, html);
  await keepFiles(cache, new Set(text.match(PICTURES)));
  const about = {
    trial: kept.trial, tag: kept.tag, now: kept.now, ahead: Date.now() - kept.now,
    version: (text.match(/\/static\/([^/"]+)\//) || [])[1] || self.build.version,
    days: kept.days.map((day) => ({ until: day.until })),
  };
  await cache.put("/kept/about", new Response(JSON.stringify(about)));
  for (const other of await caches.keys()) {
    if (other.startsWith(KEPT) && other !== name) await caches.delete(other);
  }
  if (begun !== era) await forgetPages();
}

/** Pictures, and the article; one that cannot be had now is left out. */
async function keepFiles(cache, pictures) {
  await Promise.all(
    [...pictures, "/", "/manifest.webmanifest"].map(async (path) => {
      try {
        const answer = await fetch(path);
        if (answer.ok) await cache.put(path, answer);
      } catch (offline) {
        // It is a picture less.
      }
    }),
  );
}

async function forgetPages() {
  for (const name of await caches.keys()) if (name.startsWith(KEPT)) await caches.delete(name);
}

/** A page as it was kept, with the moment; null where there is none for now. */
async function fromDevice(path) {
  const kept = await pages();
  if (!kept) return null;
  const now = Date.now() - kept.about.ahead;
  const day = kept.about.days.findIndex((one) => now < one.until);
  const found =
    (day >= 0 && (await kept.cache.match("/kept/" + day + path))) ||
    (await kept.cache.match("/kept/any" + path)) ||
    (path === "/" && (await kept.cache.match("/")));
  if (!found) return null;
  const html = (await found.text()).replace("<html ", '<html data-kept="' + kept.about.now + '" ');
  return new Response(html, { headers: found.headers });
}

// ---- answering ----

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || UNTOUCHED.test(pathname)) return;
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
      caches.open(COACH).then((cache) => cache.put(request, copy)).catch(() => {});
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
    if (path === "/today") event.waitUntil(check(answer));
    return answer;
  }
  awayUntil = Date.now() + AWAY;
  return copy || answer || (await fromDevice("/away")) || Response.error();
}

/** Keeps anew where what is kept is no longer as the trial stands, or the device no longer opens one. */
async function check(answer) {
  const kept = await pages();
  if (!kept || kept.about.tag !== answer.headers.get("Kept-As")) await keep();
}

// ---- told by pages, and by the browser once there is a network ----

self.addEventListener("message", (event) => {
  const { data, ports } = event;
  const done = (work) => event.waitUntil(work.then(() => ports[0] && ports[0].postMessage("done")));
  if (data === "keep") done(keep());
  if (data === "forget") {
    era++;
    done(forgetPages());
  }
});

self.addEventListener("sync", (event) => {
  if (event.tag === "waiting") event.waitUntil(self.waiting.send());
});

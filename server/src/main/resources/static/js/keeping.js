// The part of the service worker that keeps the pages of a person's trials: all of one answer or none of it, fetched anew once a trial
// is another, and until then marked, so that nothing is offered that the clinic's computer would not offer any more.
"use strict";

const KEPT = "kept ";
/** What stands in kept pages beside the files of the build. */
const PICTURES = /\/(?:figures|look)\/[\w/.@-]+/g;
const STATIC = /\/static\/[\w/.-]+/g;
/** What was done here makes the kept pages stale each time; they are fetched anew at most so often. */
const APART = 60000;

let keeping = null;
let again = false; // asked for while it was being kept: what is being fetched may be of before
let changes = 0; // how often the trial turned out to be another than what is kept
let lastTag = null; // as the server told it last
let lastKept = 0; // when that was asked for which is kept now
let fetching = new AbortController();
let filling = ""; // the cache that is being filled, and is not whole yet
let era = 0; // another one once everything was to be forgotten

/**
 * The cache of what is kept, and about it: {trial, tag, edition, now, ahead, version, build, places, trials: {id: [{until}]}}, where trial
 * is the open one and places tells where each named page lies; null where nothing whole is kept.
 */
async function pages() {
  for (const name of await caches.keys()) {
    if (!name.startsWith(KEPT)) continue;
    const cache = await caches.open(name);
    const about = await cache.match("/kept/about");
    if (about) return { name, cache, about: await about.json() };
  }
  return null;
}

/** Notes which of the trials is the open one. */
async function opens(kept, trial) {
  if (kept.about.trial === trial || !kept.about.trials[trial]) return;
  kept.about.trial = trial;
  await kept.cache.put("/kept/about", new Response(JSON.stringify(kept.about)));
}

/** Whether what is kept is as the trial stands, as far as this device knows; then it may offer something. */
const isCurrent = async (cache) => Boolean(await cache.match("/kept/current"));

/**
 * Notes that the trial stands so now: what is kept of another moment offers nothing any more. Pages of another build, or with another
 * setting of the clinic, still do until the new ones are here. True where there is something to fetch.
 */
async function changed(tag) {
  const kept = await pages();
  if (kept && tag && kept.about.tag === tag && (await isCurrent(kept.cache))) return false;
  changes++;
  lastTag = tag;
  if (kept && self.waiting.standing(kept.about.tag) !== self.waiting.standing(tag)) await kept.cache.delete("/kept/current");
  return true;
}

/** Keeps the trial's pages as they are now. Asked for while it is at it, it does so once more. */
function keep() {
  again = true;
  keeping ||= keepWhileAsked()
    .catch((full) => told({ keeps: false }))
    .finally(() => (keeping = null));
  return keeping;
}

async function keepWhileAsked() {
  while (again) {
    const wait = (await pages()) ? lastKept + APART - Date.now() : 0;
    if (wait > 0) await passes(wait);
    again = false;
    await alone(keepAndTidy);
  }
}

/** Ends early where another build is to take over, which has to wait for all that this one is at. */
async function passes(ms) {
  const { registration } = self;
  if (registration.installing || registration.waiting) return;
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
    registration.addEventListener("updatefound", resolve, { once: true });
  });
}

async function keepAndTidy() {
  try {
    await keepNow();
  } finally {
    filling = "";
    await tidy();
  }
}

/** Not while the worker of another build is at the same. */
const alone = (work) => (navigator.locks ? navigator.locks.request("kept", work) : work());

/** The names of many pages may be more than a server reads of one call: then it is asked without them, and sends every page. */
async function askForPages(known, signal) {
  const ask = (headers) => fetch("/kept", { redirect: "manual", headers, signal });
  const answer = await ask(known);
  const refused = answer.status >= 400 && answer.status < 500 && ![404, 429].includes(answer.status);
  if (!refused || !known["Kept-Pages"]) return answer;
  return ask({ "If-None-Match": known["If-None-Match"] });
}

async function keepNow() {
  const begun = { era, changes };
  const { signal } = fetching;
  const kept = await pages();
  const had = kept && kept.about.build === self.build.version ? kept : null;
  const known = had ? { "If-None-Match": '"' + had.about.tag + '"', "Kept-Pages": Object.keys(had.about.places).join(" ") } : {};
  const before = lastKept;
  lastKept = Date.now();
  let answer;
  let answered;
  let sent;
  try {
    answer = await askForPages(known, signal);
    answered = Date.now(); // before its pages and pictures came, however long they take
    if (answer.status === 404) return await forgetPages(); // this device opens no trial any more
    if (answer.status === 304) {
      lastKept = before;
      if (begun.era !== era) return;
      await opens(kept, answer.headers.get("Kept-Trial"));
      if (begun.changes === changes) await kept.cache.put("/kept/current", new Response(""));
      return;
    }
    if (!answer.ok) throw new Error("answered " + answer.status);
    sent = { ...(await answer.json()), trial: answer.headers.get("Kept-Trial") };
  } catch (offline) {
    lastKept = before;
    return;
  }
  await fill(sent, { had, ahead: answered - sent.now, begun, signal });
}

/**
 * Fills a cache of its own, which counts once its last piece is in. had: what was kept of the same build, and has the pages that were not
 * sent again; ahead: how far this device's clock is before the server's.
 */
async function fill(kept, { had, ahead, begun, signal }) {
  const name = KEPT + kept.trial + " " + kept.tag + " " + self.build.version;
  filling = name;
  const inTheirTime = () => {
    if (begun.era !== era) throw new DOMException("to be forgotten", "AbortError");
  };
  try {
    inTheirTime();
    const cache = await caches.open(name);
    const places = {};
    let text = "";
    const put = async (place, paths) => {
      for (const [path, name] of Object.entries(paths)) {
        const html = kept.pages[name];
        const page = html === undefined ? await had.cache.match(had.about.places[name]) : made(path, html, kept.headers);
        text += await page.clone().text();
        inTheirTime();
        places[name] = place + path;
        await cache.put(place + path, page);
      }
    };
    for (const { trial, days } of kept.trials) {
      for (const [index, day] of days.entries()) await put("/kept/" + trial + "/" + index, day.pages);
    }
    await put("/kept/any", kept.always);
    const version = (text.match(/\/static\/([^/"]+)\//) || [])[1] || self.build.version;
    await keepStatic(version, new Set(text.match(STATIC)), signal);
    const pictures = new Set([...(text.match(PICTURES) || []), ...kept.articles, "/manifest.webmanifest"]);
    await keepFiles(cache, pictures, had && had.about.edition === kept.edition ? had.cache : null, signal);
    inTheirTime();
    const about = {
      trial: kept.trial, tag: kept.tag, edition: kept.edition, now: kept.now, ahead, version, build: self.build.version,
      places,
      trials: Object.fromEntries(kept.trials.map(({ trial, days }) => [trial, days.map(({ until }) => ({ until }))])),
    };
    await cache.put("/kept/about", new Response(JSON.stringify(about)));
    for (const other of await caches.keys()) {
      if (other.startsWith(KEPT) && other !== name) await caches.delete(other);
    }
    if (begun.changes === changes || kept.tag === lastTag) await cache.put("/kept/current", new Response(""));
    else again = true;
  } finally {
    if (begun.era !== era) await caches.delete(name);
  }
}

function made(path, html, headers) {
  const own = headers[/^\/step\/[^/]+\/[^/]+$/.test(path) ? "camera" : "plain"];
  return new Response(html, { headers: { ...own, "Content-Type": "text/html;charset=utf-8" } });
}

/** The files without which a kept page would have neither its look nor its script; one that is missing is fetched now. */
async function keepStatic(version, named, signal) {
  const files = version === self.build.version ? [...named, ...self.build.files] : named;
  const cache = await caches.open(filesOf(version));
  for (const file of new Set(files)) {
    if (await cache.match(file, { ignoreVary: true })) continue;
    const answer = await fetch(file, { signal });
    if (!answer.ok) throw new Error("not there: " + file);
    await cache.put(file, answer);
  }
}

/** Pictures, and what explains the programme; what is here already is not fetched again, and one that cannot be had now is left out. */
async function keepFiles(cache, paths, here, signal) {
  await Promise.all(
    [...paths].map(async (path) => {
      try {
        const answer = (here && (await here.match(path))) || (await fetch(path, { signal }));
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

/** A page as it was kept, with the moment, of the trial that is open; null where there is none for now. marks: what else its script is told. */
async function fromDevice(path, marks = {}) {
  const kept = await pages();
  if (!kept) return null;
  const now = Date.now() - kept.about.ahead;
  const chosen = await chosenHere();
  const trial = chosen in kept.about.trials ? chosen : kept.about.trial; // the one chosen may be erased by now
  const day = kept.about.trials[trial].findIndex((one) => now < one.until);
  const found =
    (OFFERS.test(path) && !(await isCurrent(kept.cache)) && (await kept.cache.match("/kept/any/changed"))) ||
    (day >= 0 && (await kept.cache.match("/kept/" + trial + "/" + day + path))) ||
    (await kept.cache.match("/kept/any" + path)) ||
    (await kept.cache.match(path));
  if (!found) return null;
  const marked = Object.entries({ kept: kept.about.now, ...marks }).map(([name, value]) => "data-" + name + '="' + escaped(value) + '" ');
  const html = (await found.text()).replace("<html ", () => "<html " + marked.join(""));
  return new Response(html, { headers: found.headers });
}

const escaped = (value) => String(value).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

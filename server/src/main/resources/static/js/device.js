// A trial's pages on this device: what was done gets its id and time here, waits here while there is no network, and is sent when
// there is one. A page that comes from this device says so. Without this script each form goes to the server as it stands.

import { showDay, asksFirst } from "./day.js";
import { clockAhead, dayIsKept, put, uuid, withOffset } from "./entries.js";
import { showWaiting } from "./list.js";
import { answered, forgetOthers, isBegun, unanswered } from "./question.js";
import { kept } from "./storage.js";

const box = document.querySelector("[data-device]");
const words = JSON.parse(box.dataset.device);
const head = document.querySelector("[data-day]");
const day = head && JSON.parse(head.dataset.day);
const keptAt = Number(document.documentElement.dataset.kept);
const ahead = clockAhead(day && day.now);
const now = () => Date.now() - ahead;
const DAY = 24 * 60 * 60 * 1000;
const LOOK_AGAIN = 30000;
const KEPT_LATER = "kept-later";
let busy = false;

if (day) {
  day.clock = now;
  forgetOthers([day.trial, ...day.rows.map((row) => row.trial)], day.date);
}

// ---- telling ----

function notice(name, text) {
  let line = box.querySelector("[data-notice=" + name + "]");
  if (!line) {
    line = document.createElement("p");
    line.className = "notice";
    line.dataset.notice = name;
    box.append(line);
  }
  line.textContent = text;
}

async function show() {
  const records = await self.waiting.all();
  const known = records.filter((record) => !self.waiting.isNewer(record));
  if (day && day.asksFrom !== undefined) await noteAsking(known);
  const player = document.querySelector("[data-player]");
  const form = document.querySelector("form[data-entry][data-trial]"); // of a page that is of one session
  const trial = day ? day.trial : player ? JSON.parse(player.dataset.player).journey : form?.dataset.trial;
  showWaiting(words, records, trial, { tryNow, dropped });
  if (day && known.length > 0) showDay(day, words, known);
  else if (day && keptAt) showDay(day, words, []);
  if (day) day.rows.forEach(showBegun);
  if (self.waiting.holds()) notice("held", words.stay);
  if (asksFirst({ trial }, known)) {
    document.querySelectorAll("[data-after-pain]").forEach((signs) => (signs.hidden = false));
  }
  if (player && keptAt && asksFirst({ trial }, known)) location.replace("/worse");
}

/** A session whose page was left goes on by the clock: the day says so, and leads back. */
function showBegun(row) {
  const place = document.querySelector('[data-row-name="' + row.place + '"] .what');
  const begun = !row.done && row.does === "session" && isBegun([row.trial || day.trial, row.name, day.date].join("/"));
  if (!place || !begun || place.querySelector("[data-begun]")) return;
  const told = document.createElement("span");
  told.className = "note running";
  told.dataset.begun = "";
  told.textContent = words.begun + " ";
  if (!row.trial) {
    const link = document.createElement("a");
    link.href = "/step/" + row.name;
    link.textContent = words.goOn;
    told.append(link);
  }
  place.append(told);
}

/** Notes which ratings call for the safety questions, so that pages know it that are told no bound. */
async function noteAsking(records) {
  const asking = records.filter((record) => record.trial === day.trial && record.entry.pain >= day.asksFrom && !record.asks);
  asking.forEach((record) => (record.asks = true));
  if (asking.length > 0) await self.waiting.add(asking);
}

// ---- a session whose question was left without an answer ----

/** Keeps what was to be kept by itself by now, and asks about the other sessions of this trial. */
async function finishSessions() {
  for (const session of unanswered()) {
    if (session.until !== null && Date.now() >= session.until) await keepLeft(session);
    else if (session.until === null && session.about.trial === day.trial) askAgain(session);
  }
}

async function keepLeft({ name, entry, about }) {
  const became = await put([entry], about);
  if (became !== "held") answered(name); // what only this page would have stays where it lay
  const told = { sent: words.keptLater, waits: words.keptWaits }[became];
  if (told && about.trial === day.trial) kept.set(KEPT_LATER, told.replace("{title}", about.title));
  if (became === "sent") location.reload();
  else {
    tellKept();
    await show();
  }
}

function tellKept() {
  const told = kept.get(KEPT_LATER);
  kept.drop(KEPT_LATER);
  if (told) notice(KEPT_LATER, told);
}

function askAgain(session) {
  if (document.getElementById(session.name)) return;
  const card = document.createElement("section");
  card.className = "card";
  card.id = session.name;
  card.dataset.askedAgain = "";
  const title = document.createElement("h2");
  title.textContent = words.right;
  const told = document.createElement("p");
  told.textContent = session.told;
  const choice = (text, name, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = name;
    button.textContent = text;
    button.addEventListener("click", () => {
      card.remove();
      act();
    });
    return button;
  };
  card.append(
    title,
    told,
    choice(words.keep, "button primary", () => keepLeft(session)),
    " ",
    choice(words.leave, "button quiet", () => answered(session.name)),
  );
  box.after(card); // the region itself is spoken, and holds no buttons
}

// ---- sending ----

async function tryNow(event) {
  const before = (await self.waiting.all()).length;
  await self.waiting.send();
  const left = await self.waiting.all();
  if (left.some((record) => !record.refused)) {
    if (event) notice("network", words.notYet); // whoever asked for it is answered
  } else box.querySelector("[data-notice=network]")?.remove();
  if (left.length < before && day) location.reload();
  else await show();
}

/** Something was thrown away: the day is shown without it, which only a new page can. */
async function dropped() {
  if (day) location.reload();
  else await show();
}

/** Whether the server answers; then a day that is from this device gives way to the one from there. */
async function lookAgain() {
  if (document.visibilityState !== "visible") return;
  if (day) await finishSessions();
  if (!keptAt && (await self.waiting.all()).length === 0) return;
  try {
    const answer = await fetch("/worker.js", { method: "HEAD", cache: "no-store" });
    if (!answer.ok) return;
  } catch (offline) {
    return;
  }
  await tryNow();
  if (keptAt && (day || document.querySelector("[data-again]"))) location.reload();
}

// ---- what the person does ----

function pressed(name) {
  const button = document.querySelector("#rating button[name=" + name + "][aria-pressed=true]");
  return button ? { [name]: Number(button.value) } : {};
}

/** The entry that a form makes, as the API reads it. */
function made(form, button) {
  const at = now();
  const told = JSON.parse(form.dataset.entry);
  const entry = { id: uuid(), at: withOffset(new Date(at)), ...told };
  if (entry.type === "rated") Object.assign(entry, pressed("pain"), pressed("stiffness"), { [button.name]: Number(button.value) });
  if (entry.type === "session-stopped") entry.why = button.value;
  if (entry.type === "worn") {
    delete entry.since;
    if (button.value === "start") return { ...entry, type: "wear-started" };
    const end = Math.min(at, told.since + DAY);
    entry.at = withOffset(new Date(end));
    entry.seconds = Math.max(1, Math.round((end - told.since) / 1000));
  }
  return entry;
}

async function keepEntry(form, button) {
  const entry = made(form, button);
  const about = {
    trial: form.dataset.trial || day.trial, title: form.dataset.title || "", row: form.dataset.row, date: day ? day.date : undefined,
  };
  const became = await put([entry], about);
  const next = entry.why === "pain" ? "/worse" : "/today";
  if (became === "sent" && entry.type === "rated" && !keptAt) await freshRating();
  else if (became === "sent") location.assign(next);
  else if (!day && (became === "refused" || (became === "waits" && (await dayIsKept())))) location.assign(next);
  else {
    if (became === "waits") notice("network", keptAt ? words.keptHere : words.noNetwork); // a page from this device says by itself that there is none
    await show();
  }
}

/** The rating as the server has it now, in its place; the whole day where a rating asks the safety questions. */
async function freshRating() {
  const answer = await fetch("/today");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const rating = page.getElementById("rating");
  if (!answer.ok || !rating || page.querySelector(".ask-safety-check")) location.assign("/today");
  else document.getElementById("rating").replaceWith(rating);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.dataset.entry) return;
  event.preventDefault();
  if (busy) return; // a second tap is the same one
  busy = true;
  keepEntry(form, event.submitter)
    .catch(() => location.assign("/today"))
    .finally(() => (busy = false));
});

// ---- wiring ----

addEventListener("online", lookAgain);
addEventListener("beforeunload", (event) => {
  if (self.waiting.holds()) event.preventDefault(); // the browser asks whether to leave
});
self.waiting.news.addEventListener("message", ({ data }) => (data === "gone" ? location.replace("/") : show()));
document.addEventListener("visibilitychange", lookAgain);
setInterval(lookAgain, LOOK_AGAIN);

if (keptAt && !document.querySelector("[data-again], [data-unsure]")) {
  const moment = new Intl.DateTimeFormat(words.dates, { dateStyle: "full", timeStyle: "short", hourCycle: "h23" });
  notice("kept", words.kept.replace("{moment}", moment.format(new Date(keptAt + ahead))));
}

/** The worker is there where a trial is open on this device, and nowhere else. */
async function keepForLater() {
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data.keeps === false) notice("not-kept", words.notKept);
  });
  try {
    await navigator.serviceWorker.register("/worker.js");
    const worker = await navigator.serviceWorker.ready;
    if (!(await caches.match("/kept/current"))) worker.active.postMessage("keep");
  } catch (refused) {
    notice("not-kept", words.notKept);
  }
}

if (day && !keptAt) {
  if ("serviceWorker" in navigator) keepForLater();
  else notice("not-kept", words.notKept);
}
await show();
if (day) {
  tellKept();
  await finishSessions();
}
if ((await self.waiting.all()).some(self.waiting.goes)) await tryNow();

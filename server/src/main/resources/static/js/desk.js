// The desk mode: the camera looks on at one frame a second, also while this page is hidden, and tells gently when somebody has
// been slumped for long or has kept one position too long. What it saw is shown as sums, and only those are kept, by a tap.

import { clockAhead, send, uuid, withOffset } from "./entries.js";
import { kept } from "./storage.js";
import { Voice } from "./voice.js";
import { Watch } from "./watch.js";

const page = document.querySelector("[data-desk]");
const plan = JSON.parse(page.dataset.desk);
const words = plan.words;
const ahead = clockAhead(plan.now);
const find = (name) => page.querySelector("[data-" + name + "]");
const key = "desk:" + plan.journey;
const sumsKey = key + "/sums";
/** A hint of one kind is not given again before so long, whichever coach gives it, in ms. */
const QUIET = 20 * 60 * 1000;
/** So long may nobody be seen before the camera goes off by itself, in ms. */
const UNATTENDED = 30 * 60 * 1000;
const minutesField = find("minutes");
const placeField = find("place");
const placeName = find("place-name");
const calibrateButton = find("calibrate");
const forgetButton = find("forget-place");
const hint = find("hint");
const sums = find("sums");
const keepForm = find("keep");
const disc = find("disc");
const breaksField = find("breaks");
const message = find("message");
const voice = new Voice(find("live"));
const title = document.title;

const ENDED = ["pending", "tall", "notInView", "moved", "notClear"];

let places = readPlaces(); // [{name, made: ms, reference: numbers}]
let chosen = places.length > 0 ? places[0].name : "";
let calibrating = false;
let seen = { watching: false, seconds: 0, breaks: 0 };
let before = keptSums(); // of coaches before this one, today
let nobodySince = null;
const told = {};

/** Today's sums, which a reload must not lose. */
function keptSums() {
  const found = kept.get(sumsKey);
  return found && found.date === new Date().toDateString() ? { seconds: found.seconds, breaks: found.breaks } : { seconds: 0, breaks: 0 };
}

function readPlaces() {
  const found = kept.get(key);
  const isPlace = (place) => place && typeof place.name === "string" && Array.isArray(place.reference) && place.reference.every(Number.isFinite);
  return Array.isArray(found) ? found.filter(isPlace) : [];
}

kept
  .names()
  .filter((name) => name.startsWith("desk:") && !name.startsWith(key))
  .forEach((name) => kept.drop(name));

function place() {
  return places.find((one) => one.name === chosen);
}

const watch = new Watch(page.querySelector("[data-watch]"), words.watch, {
  step: () =>
    calibrating ? ["desk-calibration", []] : ["desk", [Number(minutesField.value), ...(place() ? place().reference : [])]],
  framesASecond: 1,
  event: ({ kind }) => {
    if (kind === "slouch") nudge(kind, words.slouch);
    else if (kind === "still-too-long") nudge(kind, words.still);
  },
  seen: ({ numbers }) => (calibrating ? calibrated(numbers) : watched(numbers)),
  state: (name) => {
    page.dataset.state = name;
    const isOn = name === "starting" || name === "watching";
    minutesField.disabled = isOn;
    placeField.disabled = isOn;
    if (!isOn) {
      calibrating = false;
      addUp();
      showPlaces();
      showSums();
    }
    showCalibrating();
  },
});

/** Told once and gently: a line, two soft tones, the page's title; nothing that has to be clicked away. */
function nudge(kind, sentence) {
  if (Date.now() - (told[kind] || -Infinity) < QUIET) return;
  told[kind] = Date.now();
  hint.textContent = sentence;
  hint.hidden = false;
  voice.beep(2, 520);
  voice.speak(sentence);
  if (document.visibilityState === "hidden") document.title = "• " + sentence;
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") document.title = title;
});

function watched([watching, seconds, breaks]) {
  seen = { watching: watching === 1, seconds, breaks };
  watch.tell(seen.watching ? words.watching : words.notWatching);
  showSums();
  kept.set(sumsKey, { date: new Date().toDateString(), ...total() });
  if (seen.watching) nobodySince = null;
  else if (nobodySince === null) nobodySince = Date.now();
  else if (Date.now() - nobodySince > UNATTENDED) {
    nobodySince = null;
    watch.close("off");
    watch.tell(words.unattended);
  }
}

// ---- calibration: five seconds of tall sitting, kept for this desk on this device ----

function calibrated([progress, ended, ...reference]) {
  const name = ENDED[ended];
  if (name === "pending") {
    watch.tell(words.sitTall + " " + Math.ceil(5 * (1 - progress)));
    return;
  }
  calibrating = false;
  if (name === "tall") {
    const named = placeName.value.trim() || words.thisDesk;
    places = [{ name: named, made: Date.now(), reference }, ...places.filter((one) => one.name !== named)];
    chosen = named;
    kept.set(key, places);
    showPlaces();
  }
  watch.change();
  showCalibrating();
  watch.tell(words.calibrated[name]);
  voice.speak(words.calibrated[name]);
}

function showCalibrating() {
  calibrateButton.disabled = calibrating || page.dataset.state !== "watching";
}

function showPlaces() {
  placeField.replaceChildren(
    ...[new Option(words.noPlace, ""), ...places.map((one) => new Option(one.name, one.name))],
  );
  placeField.value = chosen;
  forgetButton.hidden = chosen === "";
}

// ---- sums ----

function addUp() {
  before = { seconds: before.seconds + seen.seconds, breaks: before.breaks + seen.breaks };
  seen = { watching: false, seconds: 0, breaks: 0 };
}

function total() {
  return { seconds: Math.round(before.seconds + seen.seconds), breaks: before.breaks + seen.breaks };
}

function showSums() {
  const { seconds, breaks } = total();
  const minutes = Math.floor(seconds / 60);
  sums.textContent = words.sums.replace("{minutes}", minutes).replace("{breaks}", breaks);
  breaksField.max = breaks;
  breaksField.value = breaks;
  breaksField.closest("label").hidden = breaks === 0;
  keepForm.hidden = watch.isOn || (breaks === 0 && (minutes === 0 || !disc));
}

async function keepSums() {
  const { seconds } = total();
  const breaks = Number(breaksField.value);
  const at = withOffset(new Date(Date.now() - ahead));
  const entries = [];
  for (let n = 0; n < Math.min(breaks, plan.breaksLeft); n++) {
    entries.push({ id: uuid(), type: "session-done", at, step: plan.breakStep, seconds: plan.breakSeconds });
  }
  if (disc && disc.checked && seconds > 0) entries.push({ id: uuid(), type: "worn", at, step: plan.discStep, seconds });
  if (entries.length === 0) {
    message.textContent = words.nothingToKeep;
    return;
  }
  beginAnew();
  const about = { trial: plan.journey, title: document.querySelector("h1").textContent };
  await send(entries, about, (told) => told === "notSavedYet" && (message.textContent = words[told]));
  location.assign("/today"); // what is refused waits there with its reason
}

/** What was kept is in no later sum: where it cannot be sent, it waits on this device, and a second tap would keep it twice. */
function beginAnew() {
  before = { seconds: 0, breaks: 0 };
  kept.drop(sumsKey);
  showSums();
}

// ---- wiring ----

watch.button.addEventListener("click", () => {
  voice.unlock();
  hint.hidden = true;
});
calibrateButton.addEventListener("click", () => {
  calibrating = true;
  addUp();
  watch.change();
  showCalibrating();
  watch.tell(words.sitTall);
  voice.speak(words.sitTall);
});
placeField.addEventListener("change", () => {
  chosen = placeField.value;
  placeName.value = chosen;
  showPlaces();
});
forgetButton.addEventListener("click", () => {
  places = places.filter((one) => one.name !== chosen);
  chosen = places.length > 0 ? places[0].name : "";
  kept.set(key, places);
  showPlaces();
});
keepForm.addEventListener("submit", (event) => {
  event.preventDefault();
  keepSums();
});

page.querySelectorAll("[data-with-script]").forEach((element) => (element.hidden = false));
page.querySelectorAll("[data-without-script]").forEach((element) => (element.hidden = true));
placeName.value = chosen;
showPlaces();
showSums();
showCalibrating();

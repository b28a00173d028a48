// The player: counts a session through by the clock on the wall, and lets the camera coach hold or start the clock where the
// person turned it on. The page works without this script: it then shows the words and a button that says "done".

import { Counting } from "./counting.js";
import { clockAhead, send, uuid, withOffset } from "./entries.js";
import { Pacing } from "./pacing.js";
import { goesOn, Question } from "./question.js";
import { kept } from "./storage.js";
import { Timeline } from "./timeline.js";
import { Voice } from "./voice.js";
import { Watch } from "./watch.js";

const page = document.querySelector("[data-player]");
const plan = JSON.parse(page.dataset.player);
const words = plan.words;
const ahead = clockAhead(plan.now);
const key = "player:" + plan.slot;
const find = (name) => page.querySelector("[data-" + name + "]");
const clock = find("clock");
const title = find("title");
const cue = find("cue");
const figure = find("figure");
const startButton = find("start");
const pauseButton = find("pause");
const stopButton = find("stop");
const otherwise = find("otherwise");
const soundButton = find("sound");
const message = find("message");
const voice = new Voice(find("live"));
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let wakeLock = null;
let ticking = 0;
let sending = false;

const timeline = new Timeline(plan.parts, resumable(kept.get(key)), keep);
/** Whether the time of the run was over before this page was there: nobody tells yet whether it was done to its end. */
const endedAway = timeline.run !== null && !timeline.run.asked && !timeline.stands && timeline.now() === null;
const pacing = new Pacing(timeline, {
  ready: () => comment(words.coach.ready),
  holding: (side) => {
    show();
    timeline.run.seen = (timeline.run.seen || 0) + 1;
    watch.tell(side ? words.coach.sees[side] : words.coach.holding);
    if (side) voice.say(words.sides[side] + ". " + timeline.now().part.say);
  },
  partly: () => {
    timeline.run.seen -= 1; // it was counted when it began
    keep();
  },
  leftEarly: () => comment(words.coach.leftEarly),
  otherSide: (side) => comment(words.coach.otherSide[side]),
  unseen: () => comment(words.coach.unseen),
  waitedEnough: () => comment(words.coach.waitedEnough),
});

const counting = new Counting(page, timeline, {
  changed: () => {
    if (page.dataset.state === "ended") {
      timeline.run.asked = toKeep();
      question.stop(); // whoever puts a number right has the time for it
    } else keep();
  },
  done: () => show(),
});

const question = new Question(page, words, { keep: keepSession, changed: keep });

// A run by an older page is not taken up. One whose question stood was seen to its end.
function resumable(run) {
  if (!run || !Array.isArray(run.by)) return null;
  if (run.asked) return run;
  const trial = new Timeline(plan.parts, run);
  trial.letGo("coach");
  return goesOn({ ...run, seconds: trial.whole / 1000 }) ? run : null;
}

/** The coach's one sentence, shown and said. */
function comment(sentence) {
  watch.tell(sentence);
  voice.speak(sentence);
}

// ---- the camera coach, where this step has one; nothing of it is loaded before the tap ----

const watch = plan.coach
  ? new Watch(page.querySelector("[data-watch]"), words.watch, {
      step: () => [plan.coach.step, plan.coach.settings],
      framesASecond: 15,
      event: ({ kind, side, millis }) => {
        if (timeline.run === null && kind === "hold-start") start(); // nobody has to get up for the button
        pacing.happened(kind, side, performance.now() - millis);
        if (timeline.run !== null) keep();
      },
      seen: ({ millis }) => nobodyYet(millis),
      state: (name) => {
        page.classList.toggle("has-picture", name === "starting" || name === "watching");
        if (name === "starting") {
          lookedSince = NaN;
          page.scrollIntoView(); // the sign that it is on, and the picture, stand at the top
        }
        if (name === "watching" && timeline.run) timeline.run.watched = true;
        if (name !== "starting" && name !== "watching") {
          pacing.end();
          if (name !== "off") voice.speak(words.watch[name]);
        }
      },
    })
  : { tell: () => {}, isOn: false, close: () => {} };

/** When the camera gave its first frame; not a number before, and once it has been told that nobody was there. */
let lookedSince = NaN;
let nobodyTold = false;

function nobodyYet(millis) {
  if (pacing.sees || nobodyTold) return;
  if (Number.isNaN(lookedSince)) lookedSince = millis;
  if (millis - lookedSince < 5000) return;
  nobodyTold = true;
  comment(words.coach.nobody);
}

// ---- the screen stays on while it runs, where the device can ----

async function stayAwake() {
  if (!("wakeLock" in navigator) || wakeLock) return;
  try {
    wakeLock = await navigator.wakeLock.request("screen");
    wakeLock.addEventListener("release", () => (wakeLock = null));
  } catch (refused) {
    wakeLock = null;
  }
}

function mayRest() {
  if (wakeLock) wakeLock.release();
  wakeLock = null;
}

// ---- showing ----

function keep() {
  kept.set(key, timeline.run);
}

function inMinutes(ms) {
  const seconds = Math.ceil(ms / 1000);
  return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
}

function show() {
  const run = timeline.run;
  const now = timeline.now();
  if (now === null) {
    finish();
    return;
  }
  clock.textContent = inMinutes(now.left);
  if (now.index !== run.told) {
    run.told = now.index;
    run.toldHalf = now.left < now.part.seconds * 500;
    keep();
    tell(now.part);
  } else if (!run.toldHalf && now.part.half && now.left <= now.part.seconds * 500) {
    run.toldHalf = true;
    keep();
    cue.textContent = now.part.half;
    voice.say(now.part.half);
  }
}

function tick() {
  const waited = pacing.waits;
  pacing.tick();
  if (pacing.waits && !waited && timeline.now().gone === 0) watch.tell(words.coach.waits);
  show();
}

function tell(part) {
  title.textContent = part.title;
  cue.textContent = part.say;
  const picture = !calm.matches && wayTo(part) ? wayTo(part) : part.figure;
  if (figure && picture && !figure.src.endsWith(picture)) {
    figure.src = picture;
    figure.alt = part.alt;
  }
  page.querySelectorAll("[data-side]").forEach((chip) => {
    const state = part.side === chip.dataset.side ? "now" : timeline.sideDone(chip.dataset.side) ? "done" : "next";
    chip.dataset.state = state;
    chip.querySelector("[data-tick]").hidden = state !== "done";
    if (state === "now") chip.setAttribute("aria-current", "step");
    else chip.removeAttribute("aria-current");
  });
  counting.show(part);
  if (part.moment === "hold" || part.moment === "set") voice.beep(1, 880);
  else if (part.moment === "switch") voice.beep(3, 660);
  else voice.beep(2, 660);
  voice.say(part.say);
}

/** While somebody gets into place they see the way there: the movement of the hold that follows. */
function wayTo(part) {
  if (part.moment !== "start" && part.moment !== "switch") return null;
  const next = timeline.parts.find((one, index) => index > timeline.parts.indexOf(part) && one.moment === "hold");
  return next && next.way;
}

function showSound() {
  soundButton.setAttribute("aria-pressed", String(voice.on));
  soundButton.textContent = voice.on ? words.soundOn : words.soundOff;
}

function showState() {
  const state = timeline.run === null ? "ready" : timeline.heldBy("person") ? "paused" : "running";
  page.dataset.state = state;
  startButton.hidden = state !== "ready";
  pauseButton.hidden = state === "ready";
  stopButton.hidden = state === "ready";
  otherwise.hidden = state === "ready";
  pauseButton.textContent = state === "paused" ? words.goOn : words.pause;
  if (state === "running") {
    stayAwake();
    if (!ticking) ticking = setInterval(tick, 200);
  } else {
    mayRest();
    clearInterval(ticking);
    ticking = 0;
  }
}

// ---- what the person does ----

function start() {
  voice.unlock();
  timeline.begin(uuid());
  timeline.run.watched = watch.isOn;
  keep();
  showState();
  show();
  pauseButton.focus({ preventScroll: true });
  page.scrollIntoView();
}

function pauseOrGoOn() {
  voice.unlock();
  if (timeline.heldBy("person")) {
    timeline.letGo("person");
    pacing.resumed();
    voice.live.textContent = words.goingOn;
  } else {
    timeline.hold("person");
    voice.hush();
    voice.live.textContent = words.paused;
  }
  keep();
  showState();
  if (!timeline.heldBy("person")) show();
}

/** The timer has ended. Where a camera looked on, the person sees first what will be kept, and is asked if it saw only a part, or nobody was here. */
function finish() {
  if (page.dataset.state === "ended" || sending) return;
  clearInterval(ticking);
  ticking = 0;
  mayRest();
  const watched = timeline.run.watched;
  watch.close("off");
  clock.textContent = "0:00";
  voice.beep(3, 880);
  voice.say(plan.end);
  cue.textContent = plan.end;
  const holds = timeline.parts.filter((part) => part.moment === "hold").length;
  const seen = Math.min(holds, timeline.run.seen || 0);
  if (!watched && !counting.isOn && !endedAway) {
    keepSession();
    return;
  }
  page.dataset.state = "ended";
  [startButton, pauseButton, stopButton, otherwise].forEach((element) => (element.hidden = true));
  counting.show(null);
  const waits = timeline.run.asked?.until === null; // it was asked for already
  timeline.run.asked = toKeep();
  const told = endedAway ? words.endedAway : watched && holds > 0 ? words.seen.replace("{seen}", seen).replace("{holds}", holds) : "";
  question.ask(timeline.run, { seen: told, byItself: seen >= holds && !waits && !endedAway }); // nobody has to get up for a tap
}

/** The session as it will be kept, and what is told of it. */
function toKeep() {
  const end = new Date(timeline.run.started + timeline.run.shifted + timeline.whole - ahead);
  const seconds = timeline.countedSeconds();
  const entry = { id: timeline.run.id, type: "session-done", at: withOffset(end), step: plan.step, seconds };
  if (plan.sides.length > 0) entry.sides = plan.sides;
  if (counting.isOn) entry.reps = counting.total;
  const about = { trial: plan.journey, title: page.querySelector(".eyebrow").textContent, row: plan.row, date: plan.date };
  const told = counting.isOn ? words.keptReps.replace("{reps}", entry.reps) : words.kept.replace("{seconds}", seconds);
  return { entry, about, told };
}

async function keepSession() {
  if (sending) return;
  sending = true;
  page.dataset.state = "saving";
  const { entry, about } = toKeep();
  if (await send([entry], about, (told) => (message.textContent = words[told]))) {
    kept.drop(key);
    location.assign(plan.after);
  } else {
    sending = false;
  }
}

// ---- wiring ----

startButton.addEventListener("click", start);
if (plan.coach) watch.button.addEventListener("click", () => voice.unlock());
pauseButton.addEventListener("click", pauseOrGoOn);
// Stopping is a link to a page of its own; the clock stands still from the tap on.
page.querySelectorAll("[data-stop]").forEach((stop) =>
  stop.addEventListener("click", () => {
    if (timeline.run) {
      timeline.hold("person");
      keep();
    }
    voice.hush();
  }),
);
find("seen-leave").addEventListener("click", () => kept.drop(key));
soundButton.addEventListener("click", () => {
  voice.toggle();
  showSound();
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && timeline.run && !timeline.heldBy("person")) {
    stayAwake();
    show();
  }
});

page.querySelectorAll("[data-with-script]").forEach((element) => (element.hidden = false));
page.querySelectorAll("[data-without-script]").forEach((element) => (element.hidden = true));
showSound();
if (timeline.run === null) kept.drop(key);
showState();
if (timeline.run) show();
else clock.textContent = inMinutes(timeline.whole);

// The question at the end of a session that was counted or looked on: what will be kept, and by when it is kept without an answer.
// It stands in what the device keeps of the run, so that it is asked again, or answered by its time, wherever the page was left.

import { kept } from "./storage.js";

/** So long there is to answer, or to say that more is needed, in ms: https://www.w3.org/TR/WCAG22/#timing-adjustable asks for 20 s. */
const LOOK = 20000;
const RUNS = "player:";

export class Question {
  /** page: the player; words: {soon, waits}; act: {keep, changed}, what follows an answer and a change of run.asked. */
  constructor(page, words, { keep, changed }) {
    const find = (name) => page.querySelector("[data-seen" + name + "]");
    this.find = find;
    this.words = words;
    this.keep = keep;
    this.changed = changed;
    this.wait = find("-wait");
    find("-keep").addEventListener("click", () => this.answer());
    this.wait.addEventListener("click", () => {
      this.stop();
      find("-soon").focus();
    });
  }

  /** run.asked: {entry, about, told}, what will be kept; seen: what the camera held, in words; byItself: whether it is kept without an answer. */
  ask(run, { seen, byItself }) {
    this.run = run;
    run.asked.until = byItself ? Date.now() + LOOK : null;
    this.find("-holds").textContent = seen;
    this.find("").hidden = false;
    this.show();
    if (byItself) this.counting = setInterval(() => this.tick(), 1000);
    this.changed();
    this.find("-title").focus();
  }

  tick() {
    if (Date.now() >= this.run.asked.until) this.answer();
    else this.show();
  }

  show() {
    const { until, told } = this.run.asked;
    this.find("-kept").textContent = told;
    this.wait.hidden = until === null;
    this.find("-soon").textContent =
      until === null ? this.words.waits : this.words.soon.replace("{seconds}", Math.ceil((until - Date.now()) / 1000));
  }

  /** Nothing is kept by itself any more. */
  stop() {
    clearInterval(this.counting);
    this.run.asked.until = null;
    this.show();
    this.changed();
  }

  answer() {
    clearInterval(this.counting);
    this.keep();
  }
}

/** The sessions whose question was left without an answer: [{name, entry, about, told, until}]. */
export function unanswered() {
  return kept
    .names()
    .filter((name) => name.startsWith(RUNS))
    .map((name) => ({ name, ...kept.get(name)?.asked }))
    .filter(({ entry }) => entry);
}

/** A run found so long after its end was left: nobody saw its end, so it is not taken as done. In ms. */
const FOUND_WITHIN = 30 * 60 * 1000;

/** Whether a run goes on, or stands still, so that it is taken up where it is found. */
export function goesOn({ stoodSince, started, shifted, seconds }) {
  return stoodSince !== null || Date.now() - started - shifted <= seconds * 1000 + FOUND_WITHIN;
}

/** Whether a session was begun on this device, and neither ended nor given up. slot: as the player names it. */
export function isBegun(slot) {
  const run = kept.get(RUNS + slot);
  return Boolean(run && !run.asked && run.seconds && goesOn(run));
}

/** Forgets the sessions of other days, and of trials that are not those; one whose question stands waits for its answer. */
export function forgetOthers(trials, date) {
  kept
    .names()
    .filter((name) => name.startsWith(RUNS) && name.includes("/") && !kept.get(name)?.asked)
    .filter((name) => !name.endsWith("/" + date) || !trials.some((trial) => name.startsWith(RUNS + trial + "/")))
    .forEach((name) => kept.drop(name));
}

export const answered = (name) => kept.drop(name);

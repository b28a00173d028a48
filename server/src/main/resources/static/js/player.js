// The player: counts by the clock on the wall, so that a locked screen, a slept phone or a reload lose nothing.
// The page works without it: it then shows the words and a button that says "done".
"use strict";

(() => {
  const page = document.querySelector("[data-player]");
  if (!page) return;

  const plan = JSON.parse(page.dataset.player);
  const words = plan.words;
  const parts = plan.parts; // [{moment, side, seconds, title, say, figure, counts}]
  const ahead = Date.now() - plan.now; // how far this device's clock is before the server's, in ms
  const whole = parts.reduce((sum, part) => sum + part.seconds * 1000, 0);
  const key = "player:" + plan.slot;
  const find = (name) => page.querySelector("[data-" + name + "]");
  const clock = find("clock");
  const title = find("title");
  const cue = find("cue");
  const figure = find("figure");
  const live = find("live");
  const startButton = find("start");
  const pauseButton = find("pause");
  const stopButton = find("stop");
  const otherwise = find("otherwise");
  const soundButton = find("sound");
  const message = find("message");
  let run = null; // {id, started, paused: total ms, pausedAt: ms or null, told: index of the last part told}
  let wakeLock = null;
  let audio = null;
  let ticking = 0;
  let sending = false;

  // ---- what is kept on this device, so that a reload goes on where it was ----

  function keep() {
    try {
      localStorage.setItem(key, JSON.stringify(run));
    } catch (unavailable) {
      // Private windows may refuse; the timer goes on without surviving a reload.
    }
  }

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch (unavailable) {
      return null;
    }
  }

  function forget() {
    try {
      localStorage.removeItem(key);
    } catch (unavailable) {
      // Nothing was kept then.
    }
  }

  /** What the sessions of other trials left on this device. */
  function dropLeftovers() {
    try {
      Object.keys(localStorage)
        .filter((name) => name.startsWith("player:") && name !== "player:sound")
        .filter((name) => !name.startsWith("player:" + plan.journey + "/"))
        .forEach((name) => localStorage.removeItem(name));
    } catch (unavailable) {
      // Nothing was kept then.
    }
  }

  function uuid() {
    if (crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  // ---- time ----

  function elapsed() {
    const until = run.pausedAt === null ? Date.now() : run.pausedAt;
    return Math.max(0, until - run.started - run.paused);
  }

  /** The part that runs at so many milliseconds, and how much of it is left. */
  function partAt(ms) {
    let begin = 0;
    for (let index = 0; index < parts.length; index++) {
      const length = parts[index].seconds * 1000;
      if (ms < begin + length) return { index, part: parts[index], left: begin + length - ms, gone: ms - begin };
      begin += length;
    }
    return null;
  }

  function inMinutes(ms) {
    const seconds = Math.ceil(ms / 1000);
    return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
  }

  // ---- voice and beeps; each has words on the page ----

  const soundKept = () => {
    try {
      return localStorage.getItem("player:sound") !== "off";
    } catch (unavailable) {
      return true;
    }
  };
  let sound = soundKept();

  function showSound() {
    soundButton.setAttribute("aria-pressed", String(sound));
    soundButton.textContent = sound ? words.soundOn : words.soundOff;
  }

  function beep(times, pitch) {
    if (!sound || !audio) return;
    for (let n = 0; n < times; n++) {
      const at = audio.currentTime + n * 0.25;
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.0001, at);
      volume.gain.exponentialRampToValueAtTime(0.25, at + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.18);
      tone.connect(volume).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.2);
    }
  }

  function say(text) {
    live.textContent = text;
    if (!sound || !("speechSynthesis" in window)) return;
    speechSynthesis.cancel();
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.lang = document.documentElement.lang;
    spoken.rate = 0.95;
    speechSynthesis.speak(spoken);
  }

  function unlockSound() {
    const Audio = window.AudioContext || window.webkitAudioContext;
    if (!audio && Audio) audio = new Audio();
    if (audio && audio.state === "suspended") audio.resume();
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

  function show() {
    const now = partAt(elapsed());
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
      say(now.part.half);
    }
    page.dataset.moment = now.part.moment;
  }

  function tell(part) {
    title.textContent = part.title;
    cue.textContent = part.say;
    if (figure && part.figure && !figure.src.endsWith(part.figure)) {
      figure.src = part.figure;
      figure.alt = part.alt;
    }
    page.querySelectorAll("[data-side]").forEach((chip) => {
      const state = part.side === chip.dataset.side ? "now" : sideDone(chip.dataset.side) ? "done" : "next";
      chip.dataset.state = state;
      chip.querySelector("[data-tick]").hidden = state !== "done";
      if (state === "now") chip.setAttribute("aria-current", "step");
      else chip.removeAttribute("aria-current");
    });
    if (part.moment === "hold") beep(1, 880);
    else if (part.moment === "switch") beep(3, 660);
    else beep(2, 660);
    say(part.say);
  }

  function sideDone(side) {
    return parts.every((part, index) => part.side !== side || index < run.told);
  }

  function showState() {
    const state = run === null ? "ready" : run.pausedAt !== null ? "paused" : "running";
    page.dataset.state = state;
    startButton.hidden = state !== "ready";
    pauseButton.hidden = state === "ready";
    stopButton.hidden = state === "ready";
    otherwise.hidden = state === "ready";
    pauseButton.textContent = state === "paused" ? words.goOn : words.pause;
    if (state === "running") {
      stayAwake();
      if (!ticking) ticking = setInterval(show, 200);
    } else {
      mayRest();
      clearInterval(ticking);
      ticking = 0;
    }
  }

  // ---- what the person does ----

  function start() {
    unlockSound();
    run = { id: uuid(), started: Date.now(), paused: 0, pausedAt: null, told: -1, toldHalf: false };
    keep();
    showState();
    show();
    pauseButton.focus();
  }

  function pauseOrGoOn() {
    unlockSound();
    if (run.pausedAt === null) {
      run.pausedAt = Date.now();
      if ("speechSynthesis" in window) speechSynthesis.cancel();
      live.textContent = words.paused;
    } else {
      run.paused += Date.now() - run.pausedAt;
      run.pausedAt = null;
      live.textContent = words.goingOn;
    }
    keep();
    showState();
    if (run.pausedAt === null) show();
  }

  /** Only what counts towards the dose: holds and returns, not getting into place. */
  function countedSeconds() {
    return parts.filter((part) => part.counts).reduce((sum, part) => sum + part.seconds, 0);
  }

  async function finish() {
    if (sending) return;
    sending = true;
    clearInterval(ticking);
    ticking = 0;
    mayRest();
    const end = new Date(run.started + run.paused + whole - ahead);
    page.dataset.state = "saving";
    clock.textContent = "0:00";
    beep(3, 880);
    say(plan.end);
    cue.textContent = plan.end;
    const entry = { id: run.id, type: "session-done", at: withOffset(end), step: plan.step, seconds: countedSeconds() };
    if (plan.sides.length > 0) entry.sides = plan.sides;
    await send(entry, plan.after);
  }

  /** An instant with this device's offset from UTC at that moment. */
  function withOffset(date) {
    const minutes = -date.getTimezoneOffset();
    const two = (n) => String(Math.floor(Math.abs(n))).padStart(2, "0");
    const local = new Date(date.getTime() + minutes * 60000).toISOString().slice(0, 19);
    return local + (minutes < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60);
  }

  async function send(entry, next) {
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await fetch("/entries", {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify([entry]),
        });
        if (answer.ok) {
          forget();
          location.assign(next);
          return;
        }
        message.textContent = answer.status >= 500 ? words.notSavedYet : words.notSaved;
        if (answer.status < 500 && answer.status !== 429) return;
      } catch (offline) {
        message.textContent = words.notSavedYet;
      }
      await new Promise((resolve) => setTimeout(resolve, Math.min(30000, 2000 * 2 ** attempt)));
    }
  }

  // ---- wiring ----

  startButton.addEventListener("click", start);
  pauseButton.addEventListener("click", pauseOrGoOn);
  // Stopping is a link to a page of its own; the clock stands still from the tap on.
  page.querySelectorAll("[data-stop]").forEach((stop) =>
    stop.addEventListener("click", () => {
      if (run && run.pausedAt === null) {
        run.pausedAt = Date.now();
        keep();
      }
      if ("speechSynthesis" in window) speechSynthesis.cancel();
    }),
  );
  soundButton.addEventListener("click", () => {
    sound = !sound;
    try {
      localStorage.setItem("player:sound", sound ? "on" : "off");
    } catch (unavailable) {
      // It holds for this page then.
    }
    if (!sound && "speechSynthesis" in window) speechSynthesis.cancel();
    showSound();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && run && run.pausedAt === null) {
      stayAwake();
      show();
    }
  });

  page.querySelectorAll("[data-with-script]").forEach((element) => (element.hidden = false));
  page.querySelectorAll("[data-without-script]").forEach((element) => (element.hidden = true));
  showSound();
  dropLeftovers();
  run = kept();
  // Left open and found again much later: nobody saw the end, so it is not taken as done.
  if (run && run.pausedAt === null && elapsed() > whole + 30 * 60 * 1000) {
    forget();
    run = null;
  }
  showState();
  if (run) show();
  else clock.textContent = inMinutes(whole);
})();

// Voice and beeps. Whatever is said or beeped stands on the page in words too.

import { kept } from "./storage.js";

export class Voice {
  /** live: an element that screen readers listen to */
  constructor(live) {
    this.live = live;
    this.on = kept.get("player:sound") !== "off";
    this.audio = null;
  }

  /** Browsers let a page sound only after a tap. */
  unlock() {
    const Audio = window.AudioContext || window.webkitAudioContext;
    if (!this.audio && Audio) this.audio = new Audio();
    if (this.audio && this.audio.state === "suspended") this.audio.resume();
  }

  toggle() {
    this.on = !this.on;
    kept.set("player:sound", this.on ? "on" : "off");
    if (!this.on) this.hush();
  }

  beep(times, pitch) {
    if (!this.on || !this.audio) return;
    for (let n = 0; n < times; n++) {
      const at = this.audio.currentTime + n * 0.25;
      const tone = this.audio.createOscillator();
      const volume = this.audio.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.0001, at);
      volume.gain.exponentialRampToValueAtTime(0.25, at + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.18);
      tone.connect(volume).connect(this.audio.destination);
      tone.start(at);
      tone.stop(at + 0.2);
    }
  }

  say(text) {
    this.live.textContent = text;
    this.speak(text);
  }

  /** Aloud alone, for what stands in a place that screen readers listen to already. */
  speak(text) {
    if (!this.on || !("speechSynthesis" in window)) return;
    this.hush();
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.lang = document.documentElement.lang;
    spoken.rate = 0.95;
    speechSynthesis.speak(spoken);
  }

  hush() {
    if ("speechSynthesis" in window) speechSynthesis.cancel();
  }
}

// The camera on a page: one button that turns it on and off, always a sign that it is on, the picture with the overlay,
// and one sentence where there is no camera. camera.js and all that it brings come only after the tap.

import { Overlay } from "./overlay.js";

/** States after which the camera is off again. */
const OFF = ["refused", "absent", "taken-away", "cannot", "not-installed", "failed"];

export class Watch {
  /**
   * element: the part of the page with data-watch-...; on: {step(): [step, settings], framesASecond, event(event), seen(frame),
   * state(name)}; words: of each state, a sentence.
   */
  constructor(element, words, on) {
    const find = (name) => element.querySelector("[data-watch-" + name + "]");
    this.element = element;
    this.words = words;
    this.on = on;
    this.button = find("button");
    this.sign = find("sign");
    this.status = find("status");
    this.video = find("video");
    this.overlay = new Overlay(find("overlay"));
    this.camera = null;
    this.button.addEventListener("click", () => (this.isOn ? this.close("off") : this.open()));
    addEventListener("pagehide", () => this.close("off"));
    this.showOff();
  }

  get isOn() {
    return this.camera !== null;
  }

  async open() {
    if (this.isOn) return;
    const mine = { handle: null, closed: false };
    this.camera = mine;
    this.show("starting");
    if (this.on.before) await this.on.before();
    if (mine.closed) return;
    const [step, settings] = this.on.step();
    try {
      const { open } = await import("./camera.js");
      if (mine.closed) return;
      mine.handle = open({
        video: this.video,
        step,
        settings,
        framesASecond: this.on.framesASecond,
        state: (name) => this.camera === mine && this.became(name),
        event: (event) => this.camera === mine && this.on.event(event),
        seen: (frame) => this.camera === mine && this.saw(frame),
      });
      if (mine.closed) mine.handle.close();
    } catch (failed) {
      if (this.camera === mine) this.became("failed");
    }
  }

  /** Another coach for the same camera. */
  change() {
    if (this.camera && this.camera.handle) this.camera.handle.change(...this.on.step());
  }

  close(state) {
    if (this.camera) {
      this.camera.closed = true;
      if (this.camera.handle) this.camera.handle.close();
    }
    this.camera = null;
    this.overlay.draw(null, 1);
    this.show(state);
  }

  became(name) {
    if (OFF.includes(name)) this.close(name);
    else this.show(name);
  }

  saw(frame) {
    this.overlay.draw(frame.landmarks, frame.aspect);
    this.on.seen(frame);
  }

  /** A sentence about what the coach sees. */
  tell(sentence) {
    if (this.status.textContent !== sentence) this.status.textContent = sentence;
  }

  show(state) {
    this.element.dataset.watch = state;
    const isOn = this.isOn;
    this.button.textContent = isOn ? this.words.turnOff : this.words.turnOn;
    this.button.dataset.on = String(isOn);
    this.sign.hidden = !isOn;
    this.element.querySelectorAll("[data-watch-while]").forEach((part) => (part.hidden = !isOn));
    this.tell(this.words[state] || "");
    this.on.state(state);
  }

  showOff() {
    this.element.dataset.watch = "off";
    this.button.textContent = this.words.turnOn;
  }
}

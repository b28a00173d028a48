// The repetitions of each set: as many as the plan asks, until the person types or taps another number. A set ends by its time,
// or by a tap on "done".

const MOST = 999;

export class Counting {
  /** page: the player; changed: called when a number was set; done: called when a set was ended by a tap. */
  constructor(page, timeline, { changed, done }) {
    this.timeline = timeline;
    this.changed = changed;
    this.area = page.querySelector("[data-counting]");
    this.isOn = this.area !== null;
    if (!this.isOn) return;
    this.field = page.querySelector("[data-count]");
    this.button = page.querySelector("[data-set-done]");
    this.field.addEventListener("input", () => this.count(this.field.value === "" ? NaN : Number(this.field.value)));
    this.field.addEventListener("change", () => this.write());
    page.querySelector("[data-less]").addEventListener("click", () => this.step(-1));
    page.querySelector("[data-more]").addEventListener("click", () => this.step(1));
    this.button.addEventListener("click", () => {
      const now = timeline.now();
      if (now === null || now.part.moment !== "set") return;
      timeline.goTo(now.begin + now.part.seconds * 1000);
      done();
    });
  }

  /** The set that runs, or the last one before now; -1 before the first. */
  get at() {
    const now = this.timeline.now();
    const until = now === null ? this.timeline.parts.length - 1 : now.index;
    return this.timeline.parts.findLastIndex((part, index) => index <= until && part.moment === "set");
  }

  of(index) {
    const counted = this.timeline.run.counts || {};
    return index in counted ? counted[index] : this.timeline.parts[index].reps;
  }

  /** Every set together. */
  get total() {
    return this.timeline.parts.reduce((sum, part, index) => (part.moment === "set" ? sum + this.of(index) : sum), 0);
  }

  step(by) {
    if (this.at < 0) return;
    this.count(this.of(this.at) + by);
    this.write();
  }

  count(number) {
    if (this.at < 0 || !Number.isInteger(number) || number < 0 || number > MOST) return;
    this.timeline.run.counts = { ...this.timeline.run.counts, [this.at]: number };
    this.changed();
  }

  write() {
    this.field.value = this.of(this.at);
  }

  /** Shows the set of this part, or in a rest the one before it. */
  show(part) {
    if (!this.isOn) return;
    this.area.hidden = this.at < 0;
    this.button.hidden = !part || part.moment !== "set";
    if (this.at >= 0) this.write();
  }
}

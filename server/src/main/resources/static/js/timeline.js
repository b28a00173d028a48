// The parts of a session in time, counted by the clock on the wall: a locked screen, a slept phone or a reload lose nothing.

export class Timeline {
  /**
   * parts: [{moment, side?, seconds, counts, ..}]; run: what a reload goes on with, or null.
   * A run is {id, seconds, started, shifted, stoodSince, by, told, toldHalf, mirrored, skipped}, and what the player adds to it: shifted is how many
   * ms it stood still (less what was skipped), by is who holds it now ("person", "coach"). changed: called after each change of it.
   */
  constructor(parts, run, changed = () => {}) {
    this.parts = parts;
    this.run = run;
    this.changed = changed;
    if (run && run.mirrored) this.mirrorParts();
  }

  begin(id) {
    this.run = {
      id, seconds: this.whole / 1000, started: Date.now(), shifted: 0, stoodSince: null, by: [], told: -1, toldHalf: false, mirrored: false, skipped: 0,
    };
  }

  get whole() {
    return this.parts.reduce((sum, part) => sum + part.seconds * 1000, 0);
  }

  elapsed() {
    const until = this.run.stoodSince === null ? Date.now() : this.run.stoodSince;
    return Math.max(0, until - this.run.started - this.run.shifted);
  }

  get stands() {
    return this.run !== null && this.run.stoodSince !== null;
  }

  heldBy(who) {
    return this.run !== null && this.run.by.includes(who);
  }

  /** Stands still until whoever holds it lets go. */
  hold(who) {
    if (this.heldBy(who)) return;
    this.run.by.push(who);
    if (this.run.stoodSince === null) this.run.stoodSince = Date.now();
    this.changed();
  }

  letGo(who) {
    if (!this.heldBy(who)) return;
    this.run.by = this.run.by.filter((other) => other !== who);
    if (this.run.by.length === 0) {
      this.run.shifted += Date.now() - this.run.stoodSince;
      this.run.stoodSince = null;
    }
    this.changed();
  }

  /** The part that runs at so many ms, how much of it is left and gone; null after the last. */
  partAt(ms) {
    let begin = 0;
    for (let index = 0; index < this.parts.length; index++) {
      const length = this.parts[index].seconds * 1000;
      if (ms < begin + length) return { index, part: this.parts[index], begin, left: begin + length - ms, gone: ms - begin };
      begin += length;
    }
    return null;
  }

  now() {
    return this.partAt(this.elapsed());
  }

  beginOf(index) {
    return this.parts.slice(0, index).reduce((sum, part) => sum + part.seconds * 1000, 0);
  }

  /** Goes to so many ms from the beginning. What is passed over and counts is not counted as done. */
  goTo(ms) {
    const from = this.elapsed();
    for (let index = 0, begin = 0; index < this.parts.length; begin += this.parts[index].seconds * 1000, index++) {
      const end = begin + this.parts[index].seconds * 1000;
      if (this.parts[index].counts) this.run.skipped += Math.max(0, Math.min(ms, end) - Math.max(from, begin));
    }
    this.run.shifted += from - ms;
    this.changed();
  }

  /** Counts so many ms that had passed before they were told of; none of them is skipped. */
  advance(ms) {
    this.run.shifted -= ms;
    this.changed();
  }

  /** Seconds that count towards the dose: holds and returns, not getting into place. */
  countedSeconds() {
    const planned = this.parts.filter((part) => part.counts).reduce((sum, part) => sum + part.seconds, 0);
    return Math.max(0, planned - Math.round(this.run.skipped / 1000));
  }

  sideDone(side) {
    return this.parts.every((part, index) => part.side !== side || index < this.run.told);
  }

  /** The other side first: whoever begins with it is not put right for it. */
  mirror() {
    this.run.mirrored = !this.run.mirrored;
    this.run.told = -1;
    this.mirrorParts();
    this.changed();
  }

  mirrorParts() {
    const holds = this.parts.filter((part) => part.moment === "hold");
    const sides = [...new Set(holds.map((part) => part.side))];
    if (sides.length !== 2) return;
    const of = Object.fromEntries(sides.map((side) => [side, holds.filter((part) => part.side === side)]));
    const other = (side) => (side === sides[0] ? sides[1] : sides[0]);
    const seen = { [sides[0]]: 0, [sides[1]]: 0 };
    this.parts = this.parts.map((part) => {
      if (!part.side) return part;
      if (part.moment !== "hold") return { ...part, side: other(part.side) };
      return of[other(part.side)][seen[part.side]++];
    });
  }
}

// What the camera coach may do to the clock: hold it until a hold is seen to begin, stop it while one is left early,
// and go on from "get into place" when somebody is there sooner. Where it does not see well it lets the plain timer go on.

const COACH = "coach";
/** So long it waits for a hold to begin before the plain timer goes on, in ms. */
const PATIENCE = 30000;
/** A hold that has less left than this when it is left is taken as held, in ms. */
const NEARLY = 1500;
/** A hold may be told of so much later than it began, in ms. */
const LATEST = 5000;

export class Pacing {
  /** tell: {ready(), holding(side), partly(), leftEarly(), otherSide(side), unseen(), waitedEnough()} */
  constructor(timeline, tell) {
    this.timeline = timeline;
    this.tell = tell;
    this.sees = false; // whether the coach has the person in view, as the step expects them
    this.begun = -1; // index of the hold that the coach saw begin, or that the plain timer took over
    this.inSight = -1; // index of the hold that the coach has in sight from its beginning on
    this.waitsSince = 0;
    this.out = false; // whether the hold was left while the person had paused
  }

  /** An event of the coach; ago is how long ago it happened, in ms. */
  happened(kind, side, ago) {
    switch (kind) {
      case "ready":
        if (!this.sees) this.tell.ready();
        this.sees = true;
        break;
      case "hold-start":
        this.sees = true;
        this.holdBegan(side, ago);
        break;
      case "hold-end":
        this.holdEnded(side);
        break;
      case "lost":
      case "unsure":
        this.lost();
        break;
    }
  }

  /** Called again and again while the session runs. */
  tick() {
    const now = this.timeline.now();
    if (now === null || this.timeline.heldBy("person")) return;
    if (this.out) {
      this.out = false;
      if (now.part.moment === "hold" && this.begun === now.index) this.leaveEarly(now);
    } else if (this.timeline.heldBy(COACH)) {
      if (Date.now() - this.waitsSince > PATIENCE) {
        this.letGo(now);
        this.sees = false;
        this.tell.waitedEnough();
      }
    } else if (now.part.moment === "hold" && this.begun !== now.index) {
      if (this.sees) {
        this.timeline.goTo(now.begin);
        this.wait();
      } else this.begun = now.index;
    }
  }

  /** The person goes on after a pause: a wait begins anew. */
  resumed() {
    this.waitsSince = Date.now();
    this.tick();
  }

  /** The camera is off: the plain timer alone. */
  end() {
    this.sees = false;
    const now = this.timeline.run && this.timeline.now();
    if (!now) return;
    this.loseSight(now);
    this.letGo(now);
  }

  /** A hold that runs is not seen to its end. */
  loseSight(now) {
    if (this.inSight === now.index) this.tell.partly();
    this.inSight = -1;
  }

  get waits() {
    return this.timeline.heldBy(COACH);
  }

  wait() {
    this.waitsSince = Date.now();
    this.timeline.hold(COACH);
  }

  letGo(now) {
    this.begun = now.part.moment === "hold" ? now.index : -1;
    this.timeline.letGo(COACH);
  }

  lost() {
    if (!this.sees) return;
    this.end();
    this.tell.unseen();
  }

  holdBegan(side, ago) {
    const { timeline } = this;
    if (!timeline.run) return;
    if (timeline.heldBy("person")) {
      this.out = false;
      return;
    }
    const now = timeline.now();
    if (now === null || (now.part.moment === "hold" && this.begun === now.index && !this.waits)) return;
    const next = timeline.parts.findIndex((part, index) => index >= now.index && part.moment === "hold");
    if (next < 0 || !this.isItsSide(next, side)) return;
    const back = now.index === next && now.gone > 0 && this.begun === next; // left early, and there again
    timeline.letGo(COACH);
    if (!back) {
      timeline.goTo(timeline.beginOf(next));
      timeline.advance(Math.min(ago, LATEST));
    }
    this.begun = next;
    this.inSight = next;
    this.tell.holding(side);
  }

  /** Whether a hold on this side is what comes next; whoever begins with the other side may. */
  isItsSide(next, side) {
    const wanted = this.timeline.parts[next].side;
    if (!side || !wanted || side === wanted) return true;
    const isFirst = this.timeline.parts.findIndex((part) => part.moment === "hold") === next;
    if (isFirst && this.begun !== next) {
      this.timeline.mirror();
      return true;
    }
    this.tell.otherSide(wanted);
    return false;
  }

  holdEnded(side) {
    const { timeline } = this;
    if (!timeline.run || !this.sees) return; // out of sight: that end is only where it was last seen
    const now = timeline.now();
    const isItsEnd = now !== null && now.part.moment === "hold" && this.begun === now.index && (!side || !now.part.side || side === now.part.side);
    if (!isItsEnd || now.left <= NEARLY || this.waits) return;
    if (timeline.heldBy("person")) {
      this.out = true;
      return;
    }
    this.leaveEarly(now);
  }

  leaveEarly(now) {
    this.loseSight(now);
    this.wait();
    this.tell.leftEarly();
  }
}

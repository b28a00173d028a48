// The camera and what watches it: pictures go to the pose model in a worker, its landmarks to the coach, what the coach says to
// the page. No picture and no landmark leaves this page. Nothing here is loaded before a person turns the camera on.

/** So long may the camera be muted (a locked phone, another program) before it counts as taken away, in ms. */
const MUTED = 3000;

/** For how many bodies the model looks: whether somebody else is in the picture matters where somebody is measured, and costs time. */
const PEOPLE = { posture: 2 };

/** The smallest program that only runs where WebAssembly has vectors, which the model's runtime needs. */
const VECTORS = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

/** What the camera's own refusals mean. */
const REFUSALS = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "absent",
  OverconstrainedError: "absent",
  NotReadableError: "taken-away",
  AbortError: "taken-away",
};

/**
 * Turns the camera on. asked: {video, step, settings, framesASecond, state(name), event({kind, side, millis}),
 * seen({landmarks, aspect, millis, numbers})}; millis are those of performance.now(). Gives {change(step, settings), close(), started} at once,
 * so that it can be closed while the browser still asks; after a state in which there is no camera, it is closed already.
 */
export function open(asked) {
  const camera = new Camera(asked);
  asked.state("starting");
  camera.started = camera.start();
  return camera;
}

function canWatch() {
  const canvas = document.createElement("canvas");
  return (
    typeof Worker === "function" &&
    typeof WebAssembly === "object" &&
    WebAssembly.validate(VECTORS) &&
    typeof OffscreenCanvas === "function" &&
    navigator.mediaDevices !== undefined &&
    canvas.getContext("webgl2") !== null
  );
}

class Camera {
  constructor(asked) {
    this.asked = asked;
    this.closed = false;
    this.watching = false;
    this.coach = null;
    this.stream = null;
    this.worker = null;
    this.answered = null;
    this.timer = 0;
  }

  async start() {
    if (!canWatch()) return this.end("cannot");
    try {
      const answer = await fetch("/camera/parts");
      if (!answer.ok) return this.end("not-installed");
      const { version } = await answer.json();
      this.stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: "user", width: { ideal: 640 }, height: { ideal: 480 } },
      });
      if (this.closed) return this.release();
      this.watchTrack();
      this.coach = await import("./coach.js");
      this.change(this.asked.step, this.asked.settings);
      if (!this.closed) await this.showPicture();
      if (!this.closed) this.work(version);
    } catch (failed) {
      this.end(REFUSALS[failed.name] || "failed");
    }
  }

  /** Another coach for the same camera. */
  change(step, settings) {
    this.asked = { ...this.asked, step, settings };
    if (!this.closed && this.coach && !this.coach.begin(step, Float64Array.from(settings))) this.end("failed");
  }

  /** The camera's light goes out with this call. */
  close() {
    this.closed = true;
    this.release();
  }

  release() {
    clearTimeout(this.timer);
    if (this.stream) this.stream.getTracks().forEach((track) => track.stop());
    if (this.worker) this.worker.terminate();
    const { video } = this.asked;
    if (video && video.srcObject === this.stream) video.srcObject = null;
    this.stream = null;
    this.worker = null;
  }

  end(state) {
    if (this.closed) return;
    this.close();
    this.asked.state(state);
  }

  watchTrack() {
    const [track] = this.stream.getVideoTracks();
    let muted = 0;
    track.addEventListener("ended", () => this.end("taken-away"));
    track.addEventListener("mute", () => (muted = setTimeout(() => this.end("taken-away"), MUTED)));
    track.addEventListener("unmute", () => clearTimeout(muted));
  }

  async showPicture() {
    const { video } = this.asked;
    if (!video) return;
    video.srcObject = this.stream;
    await video.play().catch(() => {}); // it may be told to play again by a tap; the coach does not need it
  }

  // ---- pictures to the worker ----

  work(version) {
    this.worker = new Worker(new URL("./pose-worker.js", import.meta.url), { type: "module" });
    this.worker.addEventListener("error", () => this.end("failed"));
    this.worker.addEventListener("message", ({ data }) => this.told(data));
    const parts = new URL("/camera/" + version + "/", location.href).href;
    this.worker.postMessage({ load: { parts, people: PEOPLE[this.asked.step] || 1 } });
  }

  told(message) {
    if (this.closed) return;
    if (message.loaded) this.feed();
    else if (message.cannot) this.end("cannot");
    else if (message.failed) this.end("failed");
    else if (message.frame) this.look(message.frame);
    if (this.answered) this.answered();
  }

  /** Frames go straight from the camera to the worker where the browser can do that, also while the page is hidden. */
  feed() {
    const [track] = this.stream.getVideoTracks();
    const gap = 1000 / this.asked.framesASecond;
    if (typeof MediaStreamTrackProcessor === "function") {
      const { readable } = new MediaStreamTrackProcessor({ track, maxBufferSize: 1 });
      this.worker.postMessage({ frames: readable, gap }, [readable]);
    } else {
      this.feedFrom(this.asked.video || Object.assign(document.createElement("video"), { srcObject: this.stream, muted: true }), gap);
    }
  }

  /** Pictures of what the video shows: the next is taken when the last one has been looked at, so that none waits. */
  async feedFrom(video, gap) {
    while (!this.closed) {
      const due = performance.now() + gap;
      if (video.paused) await video.play().catch(() => {});
      if (video.readyState >= 2) await this.give(video);
      const wait = Math.max(0, due - performance.now());
      await new Promise((go) => (this.timer = setTimeout(go, wait)));
    }
  }

  async give(video) {
    const picture = await createImageBitmap(video).catch(() => null); // not ready: the next one will do
    if (picture === null || this.closed) return;
    const answer = new Promise((answered) => (this.answered = answered));
    this.worker.postMessage({ picture }, [picture]);
    await answer;
  }

  // ---- landmarks to the coach ----

  look({ landmarks, others, aspect, age }) {
    if (!this.watching) {
      this.watching = true;
      this.asked.state("watching");
    }
    const millis = performance.now() - age;
    const told = this.coachSees(landmarks, aspect, millis);
    // The coach knows somebody else by a body that comes by turns with the first.
    others.forEach((other, i) => told.push(...this.coachSees(other, aspect, millis + (i + 1) / 10)));
    this.asked.seen({ landmarks, aspect, millis, numbers: this.coach.numbers() });
    for (const event of told) {
      if (!this.closed) this.asked.event(event);
    }
  }

  coachSees(landmarks, aspect, millis) {
    const told = this.coach.seen(landmarks, aspect, millis);
    const events = [];
    for (let at = 0; at < told.length; at += 3) {
      events.push({ kind: this.coach.kind(told[at]), side: ["left", "right"][told[at + 1]] || null, millis: told[at + 2] });
    }
    return events;
  }
}

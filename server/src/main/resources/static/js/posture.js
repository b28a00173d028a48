// The posture measure: three seconds from the side, two inclinations with their spread. The person sees them first; a tap keeps them.

import { clockAhead, send, uuid, withOffset } from "./entries.js";
import { Voice } from "./voice.js";
import { Watch } from "./watch.js";

const page = document.querySelector("[data-posture]");
const plan = JSON.parse(page.dataset.posture);
const words = plan.words;
const ahead = clockAhead(plan.now);
const find = (name) => page.querySelector("[data-" + name + "]");
const bar = find("progress");
const result = find("result");
const message = find("message");
const keepButton = find("keep");
const voice = new Voice(find("live"));

/** How a measure ends, in the coach's order. */
const ENDED = ["pending", "measured", "notWholeInView", "notSideOn", "cameraTilted", "moving", "moreThanOne", "facingUnclear"];

/** A device that is turned by more than this is measured anew, in degrees. */
const TURNED = 1.5;

let roll = NaN; // of this device, in degrees; not a number where it does not tell
let begunAt = NaN; // the roll with which the measure began
let measured = null;
let told = "";

const watch = new Watch(page.querySelector("[data-watch]"), words.watch, {
  before: mayFeelTilt,
  step: () => {
    begunAt = roll;
    return ["posture", [roll]];
  },
  framesASecond: 10,
  event: () => {},
  seen: ({ numbers }) => saw(numbers),
  state: (name) => {
    page.dataset.state = name;
    bar.hidden = true;
  },
});

function saw([progress, ended, ear, hip, earSpread, hipSpread, confidence]) {
  if (ended === undefined || measured) return;
  if (Number.isNaN(begunAt) !== Number.isNaN(roll) || Math.abs(roll - begunAt) > TURNED) {
    watch.change(); // the device was moved since
    return;
  }
  const name = ENDED[ended];
  bar.value = progress;
  bar.hidden = !(progress > 0);
  if (name === "pending") {
    if (progress > 0 && told !== "still") say("still", words.stayStill);
  } else if (name === "measured") {
    measured = {
      id: uuid(),
      type: "posture",
      at: withOffset(new Date(Date.now() - ahead)),
      earShoulderDegrees: Math.round(ear * 10) / 10,
      shoulderHipDegrees: Math.round(hip * 10) / 10,
      confidence: Math.round(confidence * 100) / 100,
    };
    watch.close("off");
    show(ear, hip, earSpread, hipSpread, confidence);
  } else {
    say(name, words.refused[name]);
    watch.change(); // another try, with the camera's tilt as it is now
  }
}

/** Says a thing once, not at every frame. */
function say(name, sentence) {
  if (told === name) return;
  told = name;
  watch.tell(sentence);
  voice.speak(sentence);
}

function degrees(value) {
  return String(Math.round(value)).replace("-", "−");
}

function show(ear, hip, earSpread, hipSpread, confidence) {
  const fill = (name, text) => (result.querySelector("[data-" + name + "]").textContent = text);
  const angle = (value, spread) =>
    words.degrees.replace("{degrees}", degrees(value)).replace("{spread}", Math.max(1, Math.round(spread)));
  fill("ear", angle(ear, earSpread));
  fill("hip", angle(hip, hipSpread));
  fill("sure", confidence >= 0.7 && !Number.isNaN(roll) ? words.sure : confidence >= 0.4 ? words.fair : words.rough);
  result.hidden = false;
  find("result-title").focus();
  voice.say(words.measured);
}

// ---- how the device is held, where it tells ----

addEventListener("deviceorientation", ({ beta, gamma }) => {
  if (beta === null || gamma === null) return;
  const b = (beta * Math.PI) / 180;
  const g = (gamma * Math.PI) / 180;
  const turned = screen.orientation ? screen.orientation.angle : 0;
  const across = Math.cos(b) * Math.sin(g); // gravity along the device's right edge and its top edge
  const along = Math.sin(b);
  let lean = (Math.atan2(across, along) * 180) / Math.PI + turned;
  lean = ((((lean + 180) % 360) + 360) % 360) - 180;
  roll = lean;
});

async function mayFeelTilt() {
  const asks = window.DeviceOrientationEvent && DeviceOrientationEvent.requestPermission;
  if (!asks) return;
  try {
    await DeviceOrientationEvent.requestPermission();
  } catch (refused) {
    // It is judged without then, and the confidence says so.
  }
}

// ---- wiring ----

watch.button.addEventListener("click", () => {
  voice.unlock();
  told = "";
  measured = null;
  result.hidden = true;
});
find("again").addEventListener("click", () => watch.button.click());
keepButton.addEventListener("click", async () => {
  keepButton.disabled = true;
  if (await send([measured], { trial: plan.journey, title: document.querySelector("h1").textContent }, (key) => (message.textContent = words[key]))) location.assign("/progress#posture");
  else keepButton.disabled = false;
});

page.querySelectorAll("[data-with-script]").forEach((element) => (element.hidden = false));
page.querySelectorAll("[data-without-script]").forEach((element) => (element.hidden = true));

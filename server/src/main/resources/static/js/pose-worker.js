// The pose model, away from the page's own thread: pictures in, 33 landmarks out. A picture that comes while the model is at work
// is passed over by the camera itself, which keeps one at most; none is kept here.

let model = null;
let before = 0;

/** The runtime looks for this where it may not call importScripts, as in a module worker. */
self.import = (address) => import(address);

addEventListener("message", async ({ data }) => {
  if (data.load) await load(data.load);
  else if (data.frames) await follow(data.frames.getReader(), data.gap);
  else if (data.picture) find(data.picture, data.picture.width / data.picture.height);
});

async function load({ parts, people }) {
  if (new OffscreenCanvas(1, 1).getContext("webgl2") === null) {
    postMessage({ cannot: true });
    return;
  }
  try {
    const { PoseLandmarker } = await import(parts + "vision_bundle.mjs");
    const runtime = {
      wasmLoaderPath: parts + "vision_wasm_module_internal.js",
      wasmBinaryPath: parts + "vision_wasm_module_internal.wasm",
    };
    model = await PoseLandmarker.createFromOptions(runtime, {
      baseOptions: { modelAssetPath: parts + "pose_landmarker_full.task", delegate: "CPU" },
      runningMode: "VIDEO",
      numPoses: people,
    });
    postMessage({ loaded: true });
  } catch (failed) {
    postMessage({ failed: true });
  }
}

/** Reads a camera's frames as they come, and looks at one whenever the gap since the last one has passed. */
async function follow(frames, gap) {
  let next = 0;
  for (;;) {
    const { value: frame, done } = await frames.read();
    if (done) return;
    const now = performance.now();
    // Half a frame early is better than a whole frame late.
    if (now + 8 < next) {
      frame.close();
      continue;
    }
    next = Math.max(now + gap / 2, next + gap); // after a pause no two at once
    find(frame, frame.displayWidth / frame.displayHeight);
  }
}

function find(picture, aspect) {
  const began = performance.now();
  try {
    // The model's clock has to rise, and to stay small: it counts in whole microseconds.
    before = Math.max(began, before + 1);
    const [landmarks = null, ...others] = model.detectForVideo(picture, before).landmarks.map(numbers);
    postMessage({ frame: { landmarks, others, aspect, age: performance.now() - began } });
  } catch (failed) {
    postMessage({ failed: true });
  } finally {
    picture.close();
  }
}

function numbers(body) {
  return new Float64Array(body.flatMap(({ x, y, z, visibility }) => [x, y, z, visibility]));
}

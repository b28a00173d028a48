// Everything that this browser keeps of a trial, gone: whatever it makes of the header that asks for it. Without a network the worker
// stays, with nothing kept, since it has the clinic's computer told as soon as there is one.
import "./waiting.js";

const page = document.querySelector("[data-gone]");

async function forget() {
  await (page.dataset.gone === "for-now" ? askWorker() : endWorkers());
  await self.waiting.forget();
  // Twice: a worker that ends may have had a last thing to put.
  const mayStay = /^(?:files |to tell$)/;
  for (let time = 0; time < 2 && "caches" in self; time++) {
    for (const name of await caches.keys()) {
      if (page.dataset.gone !== "for-now" || !mayStay.test(name)) await caches.delete(name);
    }
  }
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch (unavailable) {
    // Nothing was kept then.
  }
  page.dataset.gone = page.dataset.gone === "for-now" ? "all-but-the-key" : "all";
}

/** To tell the clinic's computer once there is a network, even where no page is open then. */
async function askWorker() {
  try {
    await (await navigator.serviceWorker.ready).sync.register("waiting");
  } catch (unknown) {
    // The next page that is opened tells it.
  }
}

async function endWorkers() {
  const workers = "serviceWorker" in navigator ? await navigator.serviceWorker.getRegistrations() : [];
  for (const worker of workers) {
    if (worker.active) await asked(worker.active);
    await worker.unregister();
  }
}

/** The worker stops whatever it is at; one that does not answer ends with its registration. */
function asked(worker) {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = resolve;
    worker.postMessage("forget", [channel.port2]);
    setTimeout(resolve, 2000);
  });
}

forget();

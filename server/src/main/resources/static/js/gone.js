// Everything that this browser keeps of a trial, gone: whatever it makes of the header that asks for it.
import "./waiting.js";

async function forget() {
  const workers = "serviceWorker" in navigator ? await navigator.serviceWorker.getRegistrations() : [];
  for (const worker of workers) {
    if (worker.active) await asked(worker.active);
    await worker.unregister();
  }
  await self.waiting.forget();
  // Twice: a worker that ends may have had a last thing to put.
  for (let time = 0; time < 2 && "caches" in self; time++) for (const name of await caches.keys()) await caches.delete(name);
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch (unavailable) {
    // Nothing was kept then.
  }
  document.querySelector("[data-gone]").dataset.gone = "all";
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

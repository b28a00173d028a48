// Small helps for a trial's pages; each page works without them.
"use strict";

(() => {
  // "None of these" and the other choices take each other back.
  document.addEventListener("change", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== "checkbox" || !box.checked) return;
    const group = box.closest(".question");
    if (!group) return;
    for (const other of group.querySelectorAll("input[type=checkbox]")) {
      if (other !== box && box.hasAttribute("data-none") !== other.hasAttribute("data-none")) {
        if (box.hasAttribute("data-none") || other.hasAttribute("data-none")) other.checked = false;
      }
    }
  });

  // A session that was stopped for good is not taken up again on this device.
  document.addEventListener("submit", (event) => {
    const slot = event.target.dataset.forgetPlayer;
    if (!slot) return;
    try {
      localStorage.removeItem("player:" + slot);
    } catch (unavailable) {
      // Nothing was kept then.
    }
  });

  // A page that was left open tells yesterday's day: fetch it anew when it is looked at again.
  const today = document.querySelector("[data-fresh]");
  if (today) {
    const shown = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && Date.now() - shown > 5 * 60 * 1000) location.reload();
    });
  }
})();

// What is wrong is read first, wherever on the page the form stood.
document.querySelector("[data-focus]")?.focus();

// A question that hangs on another one opens as soon as that is answered so.
(() => {
  for (const closed of document.querySelectorAll("[data-opener]")) {
    const [question, values] = closed.dataset.opener.split(":");
    const opening = values.split(",");
    const boxes = Array.from(document.querySelectorAll('input[name="' + question + '"]'));
    const settle = () => {
      const open = boxes.some((box) => box.checked && opening.includes(box.value));
      closed.hidden = !open;
      closed.disabled = !open;
    };
    boxes.forEach((box) => box.addEventListener("change", settle));
    settle();
  }

  // The time zone of this device, where the form still holds the clinic's.
  const form = document.querySelector("[data-own-zone]");
  const zones = form && form.querySelector("[data-zone]");
  if (zones) {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (Array.from(zones.options).some((option) => option.value === own)) zones.value = own;
  }

  // A link that can be copied with one tap.
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
      button.textContent = button.dataset.copied;
    });
  }
})();

// Somebody who travels is told that their plan goes by another clock than this device.
(() => {
  const note = document.querySelector("[data-plan-zone]");
  if (!note) return;
  const clock = (timeZone) =>
    new Intl.DateTimeFormat("en", { timeZone, dateStyle: "short", timeStyle: "short" }).format();
  note.hidden = clock(note.dataset.planZone) === clock(undefined);
})();

// Draws the columns of the calendar to scale; without it they are lists by time, as on a phone.
"use strict";

(() => {
  const calendar = document.querySelector("[data-calendar]");
  if (!calendar) return;
  for (const item of calendar.querySelectorAll("[data-row]")) {
    item.style.setProperty("--row", item.dataset.row);
    item.style.setProperty("--rows", item.dataset.rows);
    if (item.dataset.lane) item.style.setProperty("--lane", item.dataset.lane);
  }
  for (const items of calendar.querySelectorAll("[data-lanes]")) {
    items.style.setProperty("--lanes", items.dataset.lanes);
  }
  calendar.classList.add("to-scale");

  // A stretch of free time is one stop for Tab; the arrow keys go from time to time within it.
  for (const stretch of calendar.querySelectorAll(".free-starts")) {
    const starts = [...stretch.querySelectorAll("a")];
    stretch.setAttribute("role", "group");
    stretch.setAttribute("aria-label", stretch.dataset.label);
    const stopAt = (at) => starts.forEach((start, i) => { start.tabIndex = i === at ? 0 : -1; });
    stopAt(0);
    stretch.addEventListener("keydown", (event) => {
      const at = starts.indexOf(document.activeElement);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: starts.length - 1 }[event.key];
      if (at < 0 || to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      if (!starts[to]) return;
      stopAt(to);
      starts[to].focus();
    });
  }
})();

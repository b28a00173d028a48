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
})();

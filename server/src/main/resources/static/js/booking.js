// Says what a time of the clinic is where the reader is, when the two clocks differ.
"use strict";

(() => {
  const clock = (instant, zone) =>
    new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone }).format(instant);
  const day = (instant, zone) =>
    new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", timeZone: zone }).format(instant);
  for (const place of document.querySelectorAll("[data-own-time]")) {
    const instant = new Date(place.dataset.ownTime);
    if (Number.isNaN(instant.getTime())) continue;
    const there = clock(instant, place.dataset.zone);
    let here = clock(instant, undefined);
    if (there === here && day(instant, place.dataset.zone) === day(instant, undefined)) continue;
    if (day(instant, place.dataset.zone) !== day(instant, undefined)) here = day(instant, undefined) + " " + here;
    place.textContent = place.dataset.say.replace("THERE", there).replace("HERE", here);
    place.hidden = false;
  }
  for (const field of document.querySelectorAll("[data-own-zone]")) {
    field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  }
})();

// Today with what was done and waits to be sent, and, where the page is from this device, with the step that is next by now.

const find = (where) => document.querySelector(where);

/** What waits of this trial and this day; what was stopped for pain, of any day. */
export function showDay(day, words, records) {
  const ofDay = records.filter((record) => record.trial === day.trial && record.date === day.date);
  dropAsking(day, records);
  day.rows.forEach((row) => {
    const trial = row.trial || day.trial;
    showRow(row, words, records.filter((record) => record.trial === trial && record.date === day.date));
  });
  showCount(day);
  showRated(ofDay);
  if (asksFirst(day, records)) showQuestions(words);
  else showNext(day, words);
}

/** Whether the safety questions come before anything else, as the clinic's computer would say once it knew. */
export function asksFirst(day, records) {
  return records.some(
    ({ trial, entry, asks }) =>
      trial === day.trial &&
      (asks || (entry.type === "session-stopped" && entry.why === "pain") || (entry.type === "rated" && entry.pain >= day.asksFrom)),
  );
}

/** Takes away what another of the person's plans has for today, where its own safety questions come first. */
function dropAsking(day, records) {
  const [dropped, left] = [[], []];
  day.rows.forEach((row) => (row.trial && asksFirst({ trial: row.trial }, records) ? dropped : left).push(row));
  dropped.forEach((row) => placeOf(row)?.remove());
  day.rows = left;
}

/** The line of the list; another plan may have a step and a time of day of the same name. */
function placeOf(row) {
  return find('[data-row-name="' + row.place + '"]');
}

/** What is done with one tap: in the list, and in the card of what is next. Another plan's are in that plan. */
function formsOf(row) {
  return row.trial ? [] : document.querySelectorAll('form[data-row="' + row.name + '"]');
}

function showRow(row, words, records) {
  const of = records.filter((record) => record.row === row.name);
  if (of.some(({ entry }) => entry.type === "session-done") && row.does === "session") row.done = true;
  const moved = row.breaks ? of.filter(({ entry }) => entry.type === "session-done").length : 0;
  if (moved > 0) showMoved(row, moved);
  const item = placeOf(row);
  if (!item) return;
  if (row.done && row.does === "session") {
    item.classList.add("is-done");
    if (row.trial) showTick(item);
    item.querySelector(".tick").textContent = "✓";
    item.querySelector(".tick + .unseen").textContent = words.done;
  }
  const worn = of.filter(({ entry }) => entry.type === "worn" || entry.type === "wear-started").at(-1);
  if (worn) formsOf(row).forEach((form) => showWorn(form, worn.entry));
}

/** The breaks that were taken so far, those that wait to be sent among them. */
function showMoved(row, moved) {
  const all = row.breaks.told.length - 1;
  const so = Math.min(row.breaks.done + moved, all);
  row.done = so === all;
  formsOf(row).forEach((form) => {
    const place = form.closest(".row")?.querySelector(".what");
    const beside = place || form.parentElement;
    beside.querySelector(".note:not([data-early])")?.remove();
    const note = document.createElement(place ? "span" : "p");
    note.className = "note";
    note.textContent = row.breaks.told[so];
    if (place) place.append(note);
    else form.before(note);
    form.hidden = row.done;
  });
  if (row.done) placeOf(row)?.classList.add("is-done");
}

/** In the place of the way to another plan's session. */
function showTick(item) {
  const way = item.querySelector("form");
  if (!way) return;
  const [tick, unseen] = [document.createElement("span"), document.createElement("span")];
  tick.className = "tick";
  tick.ariaHidden = "true";
  unseen.className = "unseen";
  way.replaceWith(tick, unseen);
}

/** The button that ends what was begun, or begins it again. */
function showWorn(form, entry) {
  const button = form.querySelector("button");
  const runs = entry.type === "wear-started";
  const kept = { type: "worn", step: entry.step };
  if (runs) kept.since = Date.parse(entry.at);
  form.dataset.entry = JSON.stringify(kept);
  button.value = runs ? "stop" : "start";
  button.textContent = runs ? form.dataset.end : form.dataset.begin;
  button.setAttribute("aria-label", button.textContent + ": " + form.dataset.title);
  const note = form.closest(".row")?.querySelector(".running");
  if (note && !runs) note.remove();
}

function showCount(day) {
  const done = day.rows.filter((row) => row.done).length;
  const ring = find(".ring");
  const title = find(".day-head h1");
  if (!ring || !day.headings[done]) return;
  title.textContent = day.headings[done];
  ring.setAttribute("aria-label", day.rings[done]);
  ring.querySelector(".ring-text").textContent = done + "/" + day.rows.length;
  const part = ring.querySelector(".ring-part");
  const round = Number(part.getAttribute("stroke-dasharray").split(" ")[1]);
  part.setAttribute("stroke-dasharray", (round * done) / day.rows.length + " " + round);
  part.classList.toggle("is-empty", done === 0);
}

function showRated(records) {
  const rated = records.filter(({ entry }) => entry.type === "rated").at(-1);
  if (!rated) return;
  for (const name of ["pain", "stiffness"]) {
    document.querySelectorAll("#rating button[name=" + name + "]").forEach((button) =>
      button.setAttribute("aria-pressed", String(Number(button.value) === rated.entry[name])));
  }
  document.querySelectorAll("#rating form").forEach((form) => (form.hidden = false));
}

/** Nothing is offered; what to look out for and whom to call stands on a page of this device. */
function showQuestions(words) {
  const gone = document.querySelectorAll("[data-next], .card.list");
  const hadFocus = [...gone].some((part) => part.contains(document.activeElement));
  gone.forEach((part) => part.remove());
  if (find("[data-questions]")) return;
  const card = document.createElement("section");
  card.className = "card ask";
  card.dataset.questions = "";
  const text = document.createElement("p");
  text.textContent = words.questions;
  text.tabIndex = -1;
  const go = document.createElement("a");
  go.className = "button primary";
  go.href = "/worse";
  go.textContent = words.questionsGo;
  card.append(text, go);
  find(".day").prepend(card);
  if (hadFocus) text.focus(); // what was tapped is gone
}

function showNext(day, words) {
  const card = find("[data-next]");
  if (!card) return;
  const shown = day.rows.find((row) => row.place === card.dataset.next);
  const fromDevice = document.documentElement.dataset.kept !== undefined;
  if (!shown || (shown.does !== "session" && !fromDevice) || (!shown.done && !fromDevice)) return;
  const open = day.rows.filter((row) => row.does === "session" && !row.done);
  const next = open.find((row) => row.from <= day.clock()) || open[0];
  if (!next) {
    if (shown.does === "session") card.remove();
    return;
  }
  if (next === shown) {
    if (next.from <= day.clock()) card.querySelectorAll("[data-early]").forEach((note) => note.remove());
    return;
  }
  fill(card, next, words, next.from > day.clock());
}

/** Who should leave the step out. */
function showAvoid(place, avoid) {
  place.hidden = avoid.length === 0;
  place.open = false;
  place.querySelector("ul").replaceChildren(
    ...avoid.map((who) => Object.assign(document.createElement("li"), { textContent: who })));
}

function fill(card, row, words, early) {
  card.dataset.next = row.place;
  card.querySelectorAll("source, .note").forEach((part) => part.remove());
  const figure = card.querySelector("img");
  figure.src = row.figure;
  figure.alt = row.alt;
  const title = card.querySelector("h2");
  title.textContent = row.title;
  title.nextElementSibling.textContent = row.dose;
  const go = row.trial ? placeOf(row).querySelector("form").cloneNode(true) : document.createElement("a");
  if (row.trial) go.querySelector("button").className = "button primary";
  else {
    go.className = "button primary";
    go.href = "/step/" + row.name;
    go.textContent = words.start;
  }
  (card.querySelector("form") || card.querySelector(".button")).replaceWith(go);
  card.querySelector(".how").href = row.learn;
  showAvoid(card.querySelector("[data-avoid]"), row.avoid);
  if (early) {
    const note = document.createElement("p");
    note.className = "note";
    note.textContent = row.early;
    go.before(note);
  }
}

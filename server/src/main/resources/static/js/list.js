// What waits to be sent, on the page: how much, what, and what is in the way.

import "./waiting.js";

const section = document.querySelector("[data-waiting]");
/** Says the line to who does not see it; it is there before there is something to say. */
const said = document.querySelector("[data-waiting-said]");

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function button(text, act) {
  const made = element("button", text, "button quiet");
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** Shows records. trial: that of the page, where it is of one; act: {tryNow, dropped}, what follows a tap. */
export function showWaiting(words, records, trial, act) {
  if (!section) return;
  const count = records.length > 0 ? words.waits.replace("{count}", records.length) : section.hidden ? "" : words.sent;
  if (said.textContent !== count) said.textContent = count;
  if (records.length === 0) {
    section.replaceChildren(element("h2", count));
    return;
  }
  const title = element("h2", count);
  title.id = "waiting-title";
  const list = element("ul", "", "plain-list");
  list.append(...records.map((record) => item(words, record, trial, act)));
  section.replaceChildren(title, list);
  if (records.some((record) => self.waiting.isHeld(record.id))) title.after(element("p", words.stay, "note"));
  else if (records.some((record) => !record.refused)) title.after(element("p", words.why, "note"));
  if (section.dataset.waiting === "leaving") section.append(element("p", words.leaving.replace("{count}", records.length), "wrong"));
  if (records.some((record) => !record.refused && !self.waiting.isNewer(record))) {
    section.append(button(words.sendNow, act.tryNow));
  }
  section.hidden = false;
}

/** What happened and when; of another trial only that there is something. */
function told(words, record, trial) {
  const entry = record.entry || {};
  const kind = entry.type === "rated" && entry.stiffness !== undefined ? "rated-both" : entry.type;
  if ((trial && record.trial !== trial) || !words.entries[kind]) return words.entries.other;
  const filled = words.entries[kind]
    .replace("{title}", record.title || "")
    .replace("{pain}", entry.pain)
    .replace("{stiffness}", entry.stiffness)
    .replace("{length}", length(words, entry.seconds || 0));
  const clock = new Intl.DateTimeFormat(words.dates, {
    weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  });
  return filled + ", " + clock.format(new Date(entry.at));
}

/** Whole minutes from two on, seconds below, as the pages from the server tell it. */
function length(words, seconds) {
  const inSeconds = seconds < 120 && seconds % 60 !== 0;
  return words[inSeconds ? "seconds" : "minutes"].replace("{count}", inSeconds ? seconds : Math.round(seconds / 60));
}

function item(words, record, trial, act) {
  const line = element("li");
  line.append(element("p", told(words, record, trial)));
  if (self.waiting.isNewer(record)) line.append(element("p", words.newer, "wrong"));
  if (record.refused) {
    line.append(
      element("p", words.refused.replace("{reason}", record.refused.reason), "wrong"),
      button(words.again, async () => {
        await self.waiting.refuse(record, null);
        await act.tryNow(true);
      }),
      button(words.drop, async () => {
        await self.waiting.drop([record.id]);
        await act.dropped();
      }),
    );
  }
  return line;
}

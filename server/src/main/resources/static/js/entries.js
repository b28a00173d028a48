// Entries of the trial's journal, as this device makes and sends them.

export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** An instant with this device's offset from UTC at that moment. */
export function withOffset(date) {
  const minutes = -date.getTimezoneOffset();
  const two = (n) => String(Math.floor(Math.abs(n))).padStart(2, "0");
  const local = new Date(date.getTime() + minutes * 60000).toISOString().slice(0, 19);
  return local + (minutes < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60);
}

/**
 * Sends entries until the clinic's computer has them; true then, false where it refuses them. Their ids make a
 * repeat harmless. tell: told with a key of words, "notSavedYet" or "notSaved", where it does not go at once.
 */
export async function send(entries, tell) {
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await fetch("/entries", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(entries),
      });
      if (answer.ok) return true;
      tell(answer.status >= 500 ? "notSavedYet" : "notSaved");
      if (answer.status < 500 && answer.status !== 429) return false;
    } catch (offline) {
      tell("notSavedYet");
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(30000, 2000 * 2 ** attempt)));
  }
}

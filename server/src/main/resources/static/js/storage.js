// What pages keep by name on this device.

/** What is kept on this device under a name; where nothing may be kept (private windows), nothing is. */
export const kept = {
  get(name) {
    try {
      return JSON.parse(localStorage.getItem(name));
    } catch (unavailable) {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(name, JSON.stringify(value));
    } catch (unavailable) {
      // It holds for this page then.
    }
  },
  drop(name) {
    try {
      localStorage.removeItem(name);
    } catch (unavailable) {
      // Nothing was kept then.
    }
  },
  names() {
    try {
      return Object.keys(localStorage);
    } catch (unavailable) {
      return [];
    }
  },
};

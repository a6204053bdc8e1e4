const KEY = 'esign-console.recent';
const MOST = 30;

/** Sessions that this browser has sent or opened: ids only, since everything else is the service's to tell. */
export const recent = {

  ids() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
    } catch {
      return [];
    }
  },

  add(id) {
    localStorage.setItem(KEY, JSON.stringify([id, ...this.ids().filter((other) => other !== id)].slice(0, MOST)));
  },

  remove(id) {
    localStorage.setItem(KEY, JSON.stringify(this.ids().filter((other) => other !== id)));
  },

  clear() {
    localStorage.removeItem(KEY);
  },
};

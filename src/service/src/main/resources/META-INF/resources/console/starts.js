import { h, say } from './dom.js';

const PATIENCE = 90_000;
const starts = new Map();

/** How far the start of a session is that this page has sent. The service answers before it, and nobody tells of its failure. */
class Start {

  #begun;

  #looks = 0;

  #state = 'none';

  begin() {
    this.#begun = Date.now();
    this.#looks = 0;
    this.#state = 'reading';
  }

  get isOpen() {
    return this.#state === 'reading';
  }

  nextLook() {
    this.#looks += 1;
    return Math.min(1000 * this.#looks, 5000);
  }

  /** The person has started it otherwise. */
  settle() {
    this.#state = 'none';
  }

  look(status) {
    if (!this.isOpen) {
      return;
    }
    if (status !== 'InDraft') {
      this.#state = 'started';
      say('The session is started');
    } else if (Date.now() - this.#begun > PATIENCE) {
      this.#state = 'late';
    }
  }

  element() {
    if (this.#state === 'none') {
      return null;
    }
    if (this.#state === 'late') {
      return h('div', { class: 'note busy', role: 'alert' }, h('p', { class: 'lead' }, 'It hasn’t started yet'),
        h('p', {}, 'The session is safe as a draft. Press Start: the answer says what eSign misses.'));
    }
    const started = this.#state === 'started';
    return h('ol', { class: 'steps', 'aria-label': 'Start of the session' },
      h('li', { class: 'done' }, 'Created'),
      h('li', { class: started ? 'done' : 'now', 'aria-current': started ? null : 'step' }, started ? 'Read by eSign' : 'eSign reads the tags …'),
      h('li', { class: started ? 'done' : null, 'aria-current': started ? 'step' : null }, started ? 'Started: the signers are invited' : 'Started'));
  }
}

export function startOf(id) {
  if (!starts.has(id)) {
    starts.set(id, new Start());
  }
  return starts.get(id);
}

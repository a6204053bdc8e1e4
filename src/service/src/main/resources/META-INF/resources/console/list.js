import { ask } from './api.js';
import { button, fill, h, say } from './dom.js';
import { confirmed } from './dialogs.js';
import { problemBox } from './problems.js';
import { recent } from './recent.js';
import { moment, plural, sessionStatus } from './words.js';

const LISTS = { recent: 'Recent', archived: 'Archived', expired: 'Expired', deleted: 'Deleted' };
const AT_ONCE = 4;

/** Lists sessions: those of this browser, one of eSign's lists, or those with a transaction id. */
export function listView(list, wanted) {
  const isFound = list === 'find';
  const rows = h('ul', { class: 'rows', 'aria-label': 'Sessions' });
  const status = h('div', { class: 'status' });
  const more = h('div', { class: 'buttons' });
  const input = h('input', { id: 'find', name: 'find', type: 'search', autocomplete: 'off', '.value': wanted ?? '', placeholder: 'Transaction id' });
  const element = h('div', {},
    h('div', { class: 'heading' }, h('h1', {}, 'Sessions'), h('a', { class: 'button primary', href: '#/new' }, 'New session')),
    h('div', { class: 'tools' },
      h('nav', { class: 'tabs', 'aria-label': 'Lists of sessions' }, Object.entries(LISTS).map(([name, title]) => h('a', {
        href: name === 'recent' ? '#/' : `#/${name}`, 'aria-current': name === list ? 'page' : null,
      }, title))),
      h('form', {
        class: 'find',
        role: 'search',
        on: {
          submit: (event) => {
            event.preventDefault();
            if (input.value.trim()) {
              location.hash = `#/find/${encodeURIComponent(input.value.trim())}`;
            }
          },
        },
      }, h('label', { for: 'find', class: 'unseen' }, 'Find by transaction id'), input, h('button', {}, 'Find'))),
    status, rows, more);
  let ended = false;

  async function readRecent() {
    const ids = recent.ids();
    if (ids.length === 0) {
      return empty('No sessions yet', 'What you send or open in this browser is listed here. Find any other session by its transaction id.', h('a', { class: 'button', href: '#/new' }, 'Compose the first one'));
    }
    const places = new Map(ids.map((id) => [id, h('li', { class: 'row waiting', 'aria-hidden': 'true' })]));
    if (rows.childElementCount === 0) {
      fill(rows, [...places.values()]);
    }
    const found = new Map();
    const queue = [...ids];
    let failed;
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (let id = queue.shift(); id && !failed; id = queue.shift()) {
        try {
          found.set(id, (await ask('GET', `sessions/${encodeURIComponent(id)}`)).body);
        } catch (problem) {
          if (problem.kind === 'session-not-found') {
            recent.remove(id);
          } else {
            failed = problem;
          }
        }
      }
    }));
    if (ended) {
      return undefined;
    }
    fill(rows, ids.filter((id) => found.has(id)).map((id) => row(found.get(id))));
    fill(more, found.size ? button('Forget this list', forget, { class: 'quiet' }) : null);
    if (failed) {
      throw failed;
    }
    return undefined;
  }

  async function readPage(next) {
    const query = new URLSearchParams(isFound ? { transactionId: wanted } : { list });
    if (next) {
      query.set('next', next);
    }
    const page = (await ask('GET', `sessions?${query}`)).body;
    if (ended) {
      return;
    }
    if (!next) {
      fill(rows);
    }
    const added = page.sessions.map(row);
    rows.append(...added);
    if (rows.childElementCount === 0) {
      empty(isFound ? 'No session has this transaction id' : 'This list is empty', isFound ? 'It has to be the whole id, exactly as the session was made with it.' : null);
    } else {
      say(plural(rows.childElementCount, 'session'));
    }
    if (next) {
      added[0]?.querySelector('a').focus();
    }
    fill(more, page.next ? button('Show more', () => attempt(() => readPage(page.next))) : null);
  }

  async function attempt(reading) {
    fill(status);
    element.setAttribute('aria-busy', 'true');
    try {
      await reading();
    } catch (problem) {
      if (!problem.problem) {
        throw problem;
      }
      rows.querySelectorAll('.waiting').forEach((place) => place.remove());
      fill(status, problemBox(problem, { more: h('p', {}, button('Try again', read)) }));
    } finally {
      element.removeAttribute('aria-busy');
    }
  }

  function read() {
    return attempt(() => (list === 'recent' ? readRecent() : readPage()));
  }

  function empty(title, text, action) {
    fill(rows);
    fill(more);
    fill(status, h('div', { class: 'empty' }, h('p', { class: 'lead' }, title), text ? h('p', {}, text) : null, action));
  }

  async function forget() {
    if (await confirmed('Forget this list?', 'The sessions stay as they are; only this browser forgets that it knew them.', 'Forget')) {
      recent.clear();
      read();
    }
  }

  return {
    title: isFound ? 'Found sessions' : `${LISTS[list] ?? 'Sessions'} sessions`,
    element,
    begin: read,
    end: () => {
      ended = true;
    },
    onAnew: read,
    onEvent: (event) => {
      if (list === 'recent' && recent.ids().includes(event.sessionId)) {
        read();
      }
    },
  };
}

function row(session) {
  const [word, tone] = sessionStatus(session.status);
  const signed = session.signers?.filter((signer) => signer.status === 'Completed').length;
  return h('li', { class: 'row' },
    h('a', { href: `#/sessions/${encodeURIComponent(session.id)}` }, session.title || 'Untitled session'),
    h('span', { class: 'badge', 'data-tone': tone }, word),
    h('span', { class: 'soft small meta' },
      session.signers?.length ? h('span', {}, `${signed} of ${session.signers.length} signed`) : null,
      session.transactionId ? h('span', { class: 'mono' }, session.transactionId) : null,
      session.createdOn ? h('span', {}, 'Created ', h('time', { datetime: session.createdOn }, moment(session.createdOn))) : null));
}

import { ask } from './api.js';
import { button, fill, focusOn, freshId, h, say } from './dom.js';
import { confirmed } from './dialogs.js';
import { problemBox } from './problems.js';
import { recent } from './recent.js';
import { startOf } from './starts.js';
import { moment, sessionStatus, signerStatus, utcDay } from './words.js';

const READ_ANEW = 20_000;
const STARTABLE = ['InDraft', 'InPaused'];

const ACTIONS = [
  {
    name: 'start', text: 'Start', done: 'Started', primary: true, when: (status) => STARTABLE.includes(status),
    title: 'Start this session?', question: 'eSign invites the signers by e-mail, unless the session says otherwise.',
  },
  {
    name: 'pause', text: 'Pause', done: 'Paused', when: (status) => status === 'InSent',
    title: 'Pause this session?', question: 'Nobody can sign until you start it again. What is signed already is up to eSign’s settings.',
  },
  { name: 'copy', text: 'Copy', done: 'Copied', when: (status) => !['Purged', 'Deleted'].includes(status), title: 'Copy this session?', question: 'A new draft is made of it, without the expiry date.' },
  {
    name: 'cancel', text: 'Cancel session', done: 'Cancelled', grave: true, when: (status) => ['InDraft', 'InSent', 'InPaused'].includes(status),
    title: 'Cancel this session?', question: 'Nobody can sign it any more. This can’t be undone.',
  },
];

/** A session as eSign holds it now, kept up to date while it is looked at. */
export function sessionView(id) {
  const path = `sessions/${encodeURIComponent(id)}`;
  const heading = h('h1', {}, 'Session');
  const badge = h('span');
  const actions = h('div', { class: 'buttons' });
  const status = h('div', { class: 'status' });
  const startState = h('div', { class: 'status' });
  const facts = h('dl', { class: 'facts' });
  const signers = h('ul', { class: 'people' });
  const documents = h('ul', { class: 'plain-list' });
  const log = h('ol', { class: 'timeline' });
  const logId = freshId('log');
  const element = h('div', { 'aria-busy': 'true' },
    h('p', { class: 'crumbs' }, h('a', { href: '#/' }, 'Sessions')),
    h('div', { class: 'heading' }, h('div', { class: 'title' }, heading, badge), actions),
    status, startState,
    h('div', { class: 'columns' },
      h('div', { class: 'stack' },
        h('section', { class: 'card', 'aria-labelledby': `${logId}-signers` }, h('h2', { id: `${logId}-signers` }, 'Signers'), signers),
        h('section', { class: 'card', 'aria-labelledby': `${logId}-facts` }, h('h2', { id: `${logId}-facts` }, 'Details'), facts, h('h3', {}, 'Documents'), documents)),
      h('section', { class: 'card', 'aria-labelledby': logId }, h('h2', { id: logId }, 'What happened'), log)));
  const start = startOf(id);
  let shown;
  let version;
  let ended = false;
  let busy = false;
  let maySend = true;
  let again;
  let reading;
  let wanted = false;

  /** One reading at a time; what happens meanwhile makes one more. */
  function read() {
    wanted = true;
    reading ??= (async () => {
      while (wanted && !ended) {
        wanted = false;
        await readOnce();
      }
    })().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  async function readOnce() {
    clearTimeout(again);
    try {
      const answer = await ask('GET', path, { headers: version ? { 'If-None-Match': version } : {} });
      if (ended) {
        return;
      }
      if (answer.status !== 304) {
        version = answer.headers.get('ETag');
        const before = shown;
        shown = answer.body;
        showSession(before);
        recent.add(id);
        await readLog();
      }
      showStart();
      if (status.dataset.about === 'reading') {
        fill(status);
      }
    } catch (failure) {
      if (!failure.problem) {
        throw failure;
      }
      if (!ended) {
        status.dataset.about = 'reading';
        fill(status, problemBox(failure, { more: h('p', {}, button('Try again', read)) }));
      }
    } finally {
      element.removeAttribute('aria-busy');
      if (!ended) {
        again = setTimeout(() => (document.hidden ? onceVisible(read) : read()), start.isOpen ? start.nextLook() : READ_ANEW);
      }
    }
  }

  async function readLog() {
    try {
      const { entries } = (await ask('GET', `${path}/log`)).body;
      fill(log, entries.length ? [...entries].reverse().map((entry) => h('li', {}, h('p', {}, entry.description ?? 'Something happened'),
        h('p', { class: 'soft small' }, entry.date ? h('time', { datetime: entry.date }, moment(entry.date)) : null, entry.ipAddress ? ` · ${entry.ipAddress}` : null))) : h('li', { class: 'soft' }, 'Nothing yet'));
    } catch (failure) {
      if (!failure.problem) {
        throw failure;
      }
      fill(log, h('li', {}, problemBox(failure)));
    }
  }

  function showSession(before) {
    const title = shown.title || 'Untitled session';
    const [word, tone] = sessionStatus(shown.status);
    heading.textContent = title;
    document.title = `${title} · eSign`;
    badge.className = 'badge';
    badge.dataset.tone = tone;
    badge.textContent = word;
    fill(facts,
      fact('Id', h('span', { class: 'mono' }, shown.id)),
      shown.transactionId ? fact('Transaction id', h('span', { class: 'mono' }, shown.transactionId)) : null,
      shown.expiresOn ? fact('Expires', `${utcDay(shown.expiresOn)} (UTC)`) : null);
    fill(documents, shown.documents.length
      ? shown.documents.map((doc) => h('li', {}, doc.fileName ?? 'Unnamed document', doc.hasAnchorTags ? h('span', { class: 'soft small' }, ' with anchor tags') : null))
      : h('li', { class: 'soft' }, 'None'));
    fill(signers, shown.signers.length ? shown.signers.map((signer) => showSigner(signer, before)) : h('li', { class: 'soft' }, 'Nobody yet'));
    showActions();
    if (before && before.status !== shown.status) {
      say(`Session: ${word}`);
    }
  }

  function showSigner(signer, before) {
    const [word, tone] = signerStatus(signer.status);
    const name = [signer.firstName, signer.lastName].filter(Boolean).join(' ') || signer.email || 'Somebody';
    const was = before?.signers.find((other) => other.id === signer.id)?.status;
    const isNews = before && was !== signer.status;
    if (isNews) {
      say(`${name}: ${word}`);
    }
    return h('li', { class: isNews ? 'person news' : 'person' },
      h('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(name)),
      h('span', { class: 'who' }, h('strong', {}, name), h('span', { class: 'soft small' }, [signer.role, signer.email].filter(Boolean).join(' · '))),
      h('span', { class: 'badge', 'data-tone': tone }, word));
  }

  function showActions() {
    const focused = actions.contains(document.activeElement) ? document.activeElement.dataset.action : undefined;
    fill(actions, maySend
      ? ACTIONS.filter((action) => action.when(shown.status) && !(action.name === 'start' && start.isOpen)).map((action) => button(action.text, () => act(action), {
        class: action.grave ? 'grave' : action.primary ? 'primary' : null, 'data-action': action.name, 'aria-disabled': busy ? 'true' : null,
      }))
      : h('p', { class: 'soft small' }, 'You may read this session, but not change it.'));
    if (focused) {
      (actions.querySelector(`[data-action="${focused}"]`) ?? actions.querySelector('button') ?? heading).focus();
    }
  }

  async function act(action) {
    if (busy || !await confirmed(action.title, action.question, action.text, action)) {
      return;
    }
    busy = true;
    showActions();
    fill(status, h('p', { class: 'note info', role: 'status' }, action.name === 'start' ? 'Starting. While eSign reads anchor tags this takes some seconds …' : 'One moment …'));
    status.dataset.about = 'action';
    try {
      const answer = await ask('POST', `${path}/${action.name}`);
      if (action.name === 'copy') {
        recent.add(answer.body.id);
        location.hash = `#/sessions/${encodeURIComponent(answer.body.id)}`;
        say('Copied. This is the new draft.');
        return;
      }
      start.settle();
      fill(status);
      say(action.done);
    } catch (failure) {
      if (!failure.problem) {
        throw failure;
      }
      if (failure.status === 403) {
        maySend = false;
      }
      fill(status, problemBox(failure));
    } finally {
      busy = false;
    }
    await read();
    if (!ended) {
      showActions();
      if (!document.activeElement || document.activeElement === document.body) {
        focusOn(actions.querySelector('button') ?? heading);
      }
    }
  }

  /** What was sent a moment ago is started by the service in the background. */
  function showStart() {
    const wasOpen = start.isOpen;
    start.look(shown.status);
    fill(startState, start.element());
    if (wasOpen && !start.isOpen) {
      showActions();
    }
  }

  return {
    title: 'Session',
    element,
    begin: read,
    end: () => {
      ended = true;
      clearTimeout(again);
    },
    onAnew: read,
    onEvent: (event) => {
      if (event.sessionId === id || event.newSessionId === id) {
        read();
      }
    },
  };
}

function fact(name, value) {
  return h('div', {}, h('dt', {}, name), h('dd', {}, value));
}

function initials(name) {
  return name.split(/\s+/).filter(Boolean).map((part) => [...part][0]).slice(0, 2).join('').toUpperCase();
}

function onceVisible(then) {
  document.addEventListener('visibilitychange', then, { once: true });
}

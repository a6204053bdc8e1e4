import { ask, upload } from './api.js';
import { confirmed } from './dialogs.js';
import { documentsPart } from './documents.js';
import { button, fill, focusOn, freshId, h, say } from './dom.js';
import { Draft } from './draft.js';
import { Fields } from './fields.js';
import { problemBox } from './problems.js';
import { recent } from './recent.js';
import { signersPart } from './signers.js';
import { startOf } from './starts.js';
import { checkTags, isUntagged } from './tagcheck.js';
import { bytes, dayAhead } from './words.js';

const CHECK_AFTER = 400;
const LONGEST_DAYS = 90;

let draft = new Draft();

/** Composes a session and sends it. */
export function composeView() {
  const fields = new Fields();
  const id = freshId('compose');
  const signers = signersPart(draft, fields, checkSoon);
  const documents = documentsPart(draft, fields, checkSoon);
  const problems = h('div', { class: 'status' });
  const progress = h('div', { class: 'status' });
  const checkState = h('p', { class: 'hint', role: 'status' });
  const sendButton = h('button', { class: 'primary wide', value: 'send' }, 'Send for signature');
  const keepButton = h('button', { class: 'wide', value: 'keep' }, 'Save as draft');
  const reference = bound('input', 'reference', { autocomplete: 'off', '.readOnly': draft.isKeyFixed });
  const order = h('fieldset', { class: 'choices' }, h('legend', {}, 'Signing order'), [
    ['any', 'Everybody at once'], ['sequential', 'One after the other, as listed'], ['suspended', 'Nobody is invited by eSign'],
  ].map(([value, text]) => h('label', { class: 'check' }, h('input', {
    type: 'radio', name: 'order', value, '.checked': draft.order === value, on: { change: () => { draft.order = value; } },
  }), text)));
  const form = h('form', {
    novalidate: true,
    on: {
      submit: (event) => {
        event.preventDefault();
        send(event.submitter !== keepButton);
      },
    },
  },
  h('div', { class: 'columns' },
    h('div', { class: 'stack' },
      documents.element,
      signers.element,
      h('section', { class: 'card', 'aria-labelledby': `${id}-message` }, h('h2', { id: `${id}-message` }, 'Message'),
        fields.field('title', 'Title', bound('input', 'title', { autocomplete: 'off' }), { required: true, hint: 'The subject of the invitation.' }),
        fields.field('message', 'Message', bound('textarea', 'message', { rows: 4 })),
        order,
        h('details', { open: hasMore() }, h('summary', {}, 'Expiry, reminders, copies and your reference'),
          h('div', { class: 'grid' },
            fields.field('expiresOn', 'Expires on', bound('input', 'expiresOn', { type: 'date', min: dayAhead(1), max: dayAhead(LONGEST_DAYS) }), { hint: 'At 00:00 UTC, at most 90 days ahead.' }),
            fields.field('reminderDays', 'Remind every … days', bound('input', 'reminderDays', { type: 'number', min: 1, max: 30, inputmode: 'numeric' })),
            fields.field('copyTo.emails', 'Copies to', bound('input', 'copyEmails', { autocomplete: 'off', inputmode: 'email' }), { hint: 'E-mail addresses with commas between them.' }),
            fields.field('copyTo.delivery', 'Copies as', delivery(), { required: true }),
            fields.field('transactionId', 'Your reference', reference, { hint: draft.isKeyFixed ? FIXED : 'By which you find the session again; generated when empty.' }))))),
    h('section', { class: 'card send', 'aria-labelledby': `${id}-send` }, h('h2', { id: `${id}-send` }, 'Send'),
      problems, checkState,
      h('div', { class: 'buttons column' }, sendButton, keepButton), progress,
      h('p', { class: 'hint' }, 'Pressing Send again is safe: however often it is sent, this makes one session.'))));
  const element = h('div', {}, h('div', { class: 'heading' }, h('h1', {}, 'New session'),
    button('Start over', startOver, { class: 'quiet' })), form);
  let timer;
  let checks = 0;
  let ended = false;
  let cancel;

  function bound(tag, member, attributes = {}) {
    return h(tag, { '.value': draft[member], on: { input: (event) => { draft[member] = event.target.value; } }, ...attributes });
  }

  function delivery() {
    return h('select', { on: { change: (event) => { draft.copyDelivery = event.target.value; } } },
      [['links', 'Links'], ['attachments', 'Attachments']].map(([value, text]) => h('option', { value, '.selected': draft.copyDelivery === value }, text)));
  }

  function checkSoon() {
    clearTimeout(timer);
    timer = setTimeout(check, CHECK_AFTER);
  }

  async function check() {
    checks += 1;
    const mine = checks;
    const roles = draft.signers.map((signer) => signer.role.trim()).filter(Boolean);
    // A file without tags needs to be looked at once only.
    const files = draft.files.filter((file) => file.hasTags || !file.chosen);
    try {
      const result = await checkTags(files, roles);
      if (ended || mine !== checks) {
        return;
      }
      for (const file of files.filter((one) => !one.chosen)) {
        file.hasTags = result.byFile.has(file.name) ? !isUntagged(result.byFile.get(file.name)) : /\.(docx|xlsx|pdf)$/i.test(file.name);
        file.chosen = true;
      }
      checkState.textContent = '';
      documents.show(result);
      signers.offer(result);
      const errors = [...result.byFile].filter(([name]) => draft.files.some((file) => file.name === name && file.hasTags))
        .flatMap(([, findings]) => findings).filter((one) => one.severity === 'error' && (roles.length || one.code !== 'ROLE_WITHOUT_SIGNER'));
      checkState.textContent = errors.length ? 'The tags have mistakes: see the documents. eSign may refuse to start the session.' : '';
    } catch (failure) {
      if (!failure.problem) {
        throw failure;
      }
      if (!ended && mine === checks) {
        checkState.textContent = `The tags weren’t checked: ${failure.problem.title}.`;
        if (failure.problem.retryAfter) {
          clearTimeout(timer);
          timer = setTimeout(check, failure.problem.retryAfter * 1000);
        }
      }
    }
  }

  async function send(isStarted) {
    if (cancel) {
      return;
    }
    fill(problems);
    draft.failure = undefined;
    const missing = draft.missing();
    const unplaced = fields.show(missing);
    if (missing.length) {
      say(`${missing.length} things are missing`);
      if (unplaced.length) {
        fill(problems, h('p', { class: 'note bad', role: 'alert' }, unplaced.map((one) => one.problem).join(' ')));
      }
      return;
    }
    const sent = draft;
    showProgress();
    try {
      const answer = await upload(`sessions${isStarted ? '?start=true' : ''}`, sent.form(), {
        headers: { 'Idempotency-Key': sent.key, ...(isStarted ? { Prefer: 'respond-async' } : {}) },
        onProgress: progressed,
        onCancellable: (abort) => {
          cancel = abort;
        },
      });
      const created = answer.body;
      draft = new Draft();
      recent.add(created.id);
      if (answer.status === 202) {
        startOf(created.id).begin();
      }
      say(answer.status === 200 ? 'It was already sent: this is the session.' : 'The session was created');
      removeEventListener('beforeunload', warn);
      cancel = undefined;
      if (!ended) {
        location.hash = `#/sessions/${encodeURIComponent(created.id)}`;
      }
    } catch (failure) {
      if (!failure.problem) {
        throw failure;
      }
      failed(failure);
    } finally {
      cancel = undefined;
      removeEventListener('beforeunload', warn);
      fill(progress);
      [sendButton, keepButton].forEach((one) => one.removeAttribute('aria-disabled'));
    }
  }

  /** Whoever has left the page meanwhile sees it on coming back. */
  function failed(failure) {
    draft.failure = failure;
    say(failure.problem.title);
    if (failure.isOpen) {
      draft.isKeyFixed = true;
      reference.readOnly = true;
    }
    const named = (failure.problem.problems ?? []).map((one) => (one.field === 'Idempotency-Key' ? { ...one, field: 'transactionId' } : one));
    const unplaced = fields.show(named);
    fill(problems, problemBox(failure, { unplaced, more: comfort(failure) }));
    if (named.length === unplaced.length) {
      focusOn(sendButton);
    }
  }

  function comfort(failure) {
    if (failure.kind === 'idempotency-key-reused') {
      return h('p', {}, 'An attempt before this one was sent all the same, as it was then. ', button('Open that session', openEarlier));
    }
    return failure.isOpen ? h('p', {}, 'It may have been sent or not. Press the button again: that can’t make a second session.') : null;
  }

  async function openEarlier() {
    try {
      const { sessions } = (await ask('GET', `sessions?${new URLSearchParams({ transactionId: draft.key })}`)).body;
      const hash = sessions.length === 1 ? `#/sessions/${encodeURIComponent(sessions[0].id)}` : `#/find/${encodeURIComponent(draft.key)}`;
      draft = new Draft();
      location.hash = hash;
    } catch (failure) {
      if (!failure.problem) {
        throw failure;
      }
      fill(problems, problemBox(failure));
    }
  }

  let bar;
  let told;
  let quarter;

  function showProgress() {
    [sendButton, keepButton].forEach((one) => one.setAttribute('aria-disabled', 'true'));
    addEventListener('beforeunload', warn);
    quarter = 0;
    bar = h('progress', { max: 1, '.value': 0, 'aria-label': 'Upload' });
    told = h('span', { class: 'small soft' }, 'Uploading …');
    fill(progress, h('div', { class: 'upload' }, bar, told, button('Cancel upload', () => cancel?.(), { class: 'quiet' })));
    say('Uploading');
  }

  function progressed(loaded, total) {
    if (loaded < total) {
      bar.value = loaded / total;
      told.textContent = `${bytes(loaded)} of ${bytes(total)}`;
      const now = Math.floor((4 * loaded) / total);
      if (now > quarter) {
        quarter = now;
        say(`${now * 25} % uploaded`);
      }
    } else {
      bar.removeAttribute('value');
      told.textContent = 'Uploaded. eSign takes it …';
      say('Uploaded. eSign takes it');
    }
  }

  async function startOver() {
    if (cancel || !await confirmed('Start over?', 'What you entered here is thrown away. What was sent already stays with eSign.', 'Start over', { grave: true })) {
      return;
    }
    draft = new Draft();
    dispatchEvent(new HashChangeEvent('hashchange'));
  }

  if (draft.files.length) {
    checkSoon();
  }
  return {
    title: 'New session',
    element,
    begin: () => {
      if (draft.failure) {
        failed(draft.failure);
      }
    },
    end: () => {
      ended = true;
      clearTimeout(timer);
    },
  };
}

const FIXED = 'It was sent once, so it has to stay.';

function hasMore() {
  return Boolean(draft.expiresOn || draft.reminderDays || draft.copyEmails || draft.reference);
}

function warn(event) {
  event.preventDefault();
}

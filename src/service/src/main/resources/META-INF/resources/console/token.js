import { button, h } from './dom.js';
import { showDialog } from './dialogs.js';

/** Tells the window that there is another token than before. */
export const TOKEN_GIVEN = 'esign-token-given';

const KEY = 'esign-console.token';

let asking;

/** The token of the person at the page: kept by this tab only, and gone with it. It never gets into an address. */
export const token = {

  get value() {
    return sessionStorage.getItem(KEY);
  },

  header() {
    return this.value ? { Authorization: `Bearer ${this.value}` } : {};
  },

  forget() {
    sessionStorage.removeItem(KEY);
    show();
  },

  /** Asks for a token, once for all requests that want one. Answers whether there is one now. */
  ask(problem) {
    asking ??= prompt(problem).finally(() => {
      asking = undefined;
    });
    return asking;
  },
};

export function show() {
  document.getElementById('forget-token').hidden = !token.value;
}

function prompt(problem) {
  const refused = Boolean(token.value);
  const field = h('input', {
    type: 'password', id: 'token', autocomplete: 'off', spellcheck: 'false', required: true, 'aria-describedby': 'token-hint token-error',
  });
  const error = h('p', { id: 'token-error', class: 'error' });
  const form = h('form', {
    method: 'dialog',
    novalidate: true,
    on: {
      submit: (event) => {
        const value = field.value.trim().replace(/^bearer\s+/i, '');
        if (!value || /[^\x21-\x7e]/.test(value)) {
          event.preventDefault();
          error.textContent = value ? 'That isn’t a token: it has blanks or other signs in it.' : 'Paste a token.';
          field.setAttribute('aria-invalid', 'true');
          field.focus();
          return;
        }
        sessionStorage.setItem(KEY, value);
        show();
        dispatchEvent(new Event(TOKEN_GIVEN));
      },
    },
  },
  h('p', {}, refused
    ? 'The service refused the token that you gave. It may have expired.'
    : 'This service wants to know who you are. Paste the access token that your organisation gave you for it.'),
  refused && problem.detail ? h('p', { class: 'soft' }, problem.detail) : null,
  h('label', { for: 'token' }, 'Access token'),
  field,
  error,
  h('p', { id: 'token-hint', class: 'hint' }, 'It stays in this browser tab and is forgotten when you close it.'),
  h('div', { class: 'buttons end' },
    button('Not now', () => form.closest('dialog').close('')),
    h('button', { class: 'primary', value: 'given' }, 'Continue')));
  return showDialog(refused ? 'Sign in again' : 'Sign in', form).then((result) => result === 'given');
}

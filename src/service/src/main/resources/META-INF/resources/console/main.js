import { fill } from './dom.js';
import { follow } from './events.js';
import { composeView } from './compose.js';
import { listView } from './list.js';
import { sessionView } from './session.js';
import { show, token } from './token.js';

const content = document.getElementById('content');
const stream = document.getElementById('stream');
const STATES = { open: ['Live', 'on'], lost: ['Reconnecting', 'off'], denied: ['Not live', 'none'] };

let view;

function viewOf(path) {
  const [, first, second] = path.split('/');
  if (first === 'new') {
    return ['new', composeView()];
  }
  if (first === 'sessions' && second) {
    return ['sessions', sessionView(decodeURIComponent(second))];
  }
  return ['sessions', listView(first || 'recent', second && decodeURIComponent(second))];
}

/** Each view is {title, element, begin, end, onEvent, onAnew}; all but the first two may be missing. */
function go(moveFocus) {
  view?.end?.();
  const [nav, next] = viewOf(location.hash.slice(1) || '/');
  view = next;
  document.title = `${next.title} · eSign`;
  document.querySelectorAll('[data-nav]').forEach((link) => {
    if (link.dataset.nav === nav) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  });
  fill(content, next.element);
  if (moveFocus) {
    scrollTo(0, 0);
    const heading = content.querySelector('h1');
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  next.begin?.();
}

function live() {
  let state;
  follow({
    onEvent: (event) => view.onEvent?.(event),
    onAnew: () => view.onAnew?.(),
    onState: (now) => {
      if (now !== state) {
        state = now;
        const [text, tone] = STATES[now];
        stream.dataset.tone = tone;
        fill(stream, text);
        stream.title = now === 'denied' ? 'You can’t follow events; pages are read anew from time to time.' : '';
      }
    },
  });
}

document.getElementById('skip').addEventListener('click', (event) => {
  event.preventDefault();
  content.focus();
});
document.getElementById('forget-token').addEventListener('click', () => {
  token.forget();
  location.reload();
});
addEventListener('hashchange', () => go(true));
show();
go(false);
live();
